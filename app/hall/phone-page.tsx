import type { Context } from 'hono'
import { titledScene } from '../deciding/item-point-slot-desk.ts'
import type { Language } from '../kernel/language.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { nameIn, type Scene } from '../meeting/meeting.ts'
import { leaveByPass } from '../meeting/pass-store.ts'
import { type AtSeat, passOf, seatAt } from '../meeting/seat-desk.ts'
import { deskOf, type OnDesk } from '../session/desk.ts'
import { takeCookie } from '../session/desk-cookie.ts'
import { shellFrom } from '../session/shell.ts'
import { actOnPhone, oneOf, type PhoneForm, phoneSentence } from './phone-act-desk.ts'
import { PhoneFrame } from './phone-frame-view.tsx'
import { itemSays } from './phone-item-view.tsx'
import { type PhoneSight, phoneSight } from './phone-sight-desk.ts'
import { phoneText, startOf } from './phone-text.ts'
import type { Typed } from './phone-typed.ts'
import { PhoneView } from './phone-view.tsx'
import { sealedText } from './sealed-text.ts'

/** /meeting/:meeting/phone: only what needs me now. */
export const phonePage = {
  get: async (c: Context<OnDesk>) => show(c, await seatAt(c)),

  post: async (c: Context<OnDesk>) => {
    const at = await seatAt(c)
    const form = await formOf(c)
    if (oneOf(form, 'act') === 'leave-device') return leaveDevice(c, at)
    const done = await actOnPhone(at, form)
    if (done !== null && !isRefusal(done)) return c.redirect(hrefOf(at), 303)
    const typed = typedIn(form, done === null ? { refused: 'not-understood' } : done, at.language)
    return show(c, await seatAt(c), typed)
  },
}

const hrefOf = ({ seat }: Pick<AtSeat, 'seat'>) => `/meeting/${seat.meetingId}/phone`

async function show(c: Context<OnDesk>, seated: AtSeat, typed: Typed | null = null) {
  const at = { ...seated, scene: await titledScene(seated.desk.db, seated.scene, seated.language) }
  const sight = await phoneSight(at)
  const says = saysOf(at, sight)
  return c.html(
    <PhoneFrame shell={shellFrom(at.desk)} title={titleOf(at, sight)} here={hrefOf(at)}>
      <PhoneView at={at} sight={sight} href={hrefOf(at)} typed={typed} says={says} />
    </PhoneFrame>,
    typed === null ? 200 : 422,
  )
}

function titleOf({ scene, language }: AtSeat, { phone }: PhoneSight) {
  const { title } = scene.meeting
  return phone.is === 'item' ? `${phoneText(language).point(phone.number, phone.of)} · ${title}` : title
}

/** The state of the meeting for this person in one sentence: shown, and read aloud when it changes. */
function saysOf({ scene, language }: AtSeat, sight: PhoneSight): string {
  const { phone, mine, turn, sheet, sealed } = sight
  const text = phoneText(language)
  if (sealed !== null) return sealedText(language).adopted(sealed.year, sealed.number)
  if (sheet?.confirmed) return sealedText(language).minutes(sheet.people[0] ?? null)
  switch (phone.is) {
    case 'item':
      return turn === null ? text.between : itemSays(turn, mine, language)
    case 'waits':
      return text.waits(doorNames(scene))
    case 'before':
      return text.begins(startOf(scene.meeting.startsAt, language))
    case 'between':
    case 'cancelled':
    case 'closed':
      return text[phone.is]
  }
}

/** Who lets a device in: the chair, or whoever takes the minutes. */
const doorNames = (scene: Scene) => {
  const { chair, minuteTaker } = scene.meeting
  return [...new Set([chair, minuteTaker])].map((person) => nameIn(scene, person) ?? '')
}

/** A device that came by the code goes out of the meeting, and types the code again if it wants. */
async function leaveDevice(c: Context<OnDesk>, { seat }: AtSeat) {
  const { db, house, now } = deskOf(c)
  const found = await passOf(c)
  if (seat.via === 'pass' && found?.meetingId === seat.meetingId) await leaveByPass(db, found, now)
  takeCookie(c, house, 'meeting')
  return c.redirect('/join?other=1', 303)
}

const LONGEST_FIELD = 4_000

async function formOf(c: Context<OnDesk>): Promise<PhoneForm> {
  const body = await c.req.parseBody({ all: true })
  const texts = Object.entries(body).map(([name, value]) => {
    const all = [value].flat().filter((one) => typeof one === 'string')
    const short = all.slice(0, 40).map((one) => one.slice(0, LONGEST_FIELD))
    return [name, short.length > 1 ? short : short[0]] as const
  })
  return Object.fromEntries(texts)
}

/** What was typed, to show it again beside why it could not be taken. */
function typedIn(
  form: PhoneForm,
  no: { readonly refused: string; readonly field?: string },
  language: Language,
): Typed {
  const fields = Object.fromEntries(Object.keys(form).map((name) => [name, oneOf(form, name)]))
  return {
    act: oneOf(form, 'act') ?? '',
    reason: phoneSentence(no.refused, language),
    field: no.field ?? null,
    fields,
    decision: oneOf(form, 'decision') ?? null,
  }
}
