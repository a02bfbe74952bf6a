import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { formOf } from '../adoption/decision-desk.ts'
import { sheetOfItem } from '../deciding/item-sheet-desk.ts'
import { parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import { whyNoVoiceBefore } from '../meeting/before.ts'
import { giveVoiceBefore, ownVoicesBefore, takeBackVoiceBefore } from '../meeting/before-store.ts'
import { itemOf, type MeetingItem } from '../meeting/meeting.ts'
import { ownSays, parseSay } from '../meeting/say.ts'
import { addSay, takeBackSay } from '../meeting/say-store.ts'
import { takingPartText } from '../meeting/say-text.ts'
import { memberAt } from '../meeting/seat-desk.ts'
import { parseAnswer } from '../round/round-form.ts'
import { roundRefusalText } from '../round/round-refusal-text.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { BeforeTrouble } from './before-scene.ts'
import { beforeText } from './before-text.ts'
import { BeforeView } from './before-view.tsx'
import { type MeetingForm, oneOf } from './meetings-form.ts'

/** /meeting/:meeting/item/:item: one item beforehand. */
export const beforePage = {
  get: async (c: Context<OnDesk>) => show(c, await itemAt(c), null),

  post: async (c: Context<OnDesk>) => {
    const at = await itemAt(c)
    const typed = await formOf(c)
    const act = Object.hasOwn(ACTS, oneOf(typed, 'act')) ? ACTS[oneOf(typed, 'act')] : undefined
    if (!act) throw new HTTPException(404)
    const trouble = await act(at, typed)
    if (typeof trouble !== 'string') return show(c, await itemAt(c), trouble)
    const place = trouble.startsWith('voice') ? 'stem' : 'inbreng'
    return c.redirect(`/meeting/${at.scene.meeting.id}/item/${at.item.id}?done=${trouble}#${place}`, 303)
  },
}

async function itemAt(c: Context<OnDesk>) {
  const at = await memberAt(c)
  const item = itemOf(at.scene, c.req.param('item'))
  if (item === null) throw new HTTPException(404)
  const { desk, reader, scene } = at
  return { ...at, item, sheet: await sheetOfItem(desk, reader.actor, scene, item, reader) }
}
type AtItem = Awaited<ReturnType<typeof memberAt>> & { readonly item: MeetingItem; readonly sheet: ItemSheet }

/** What was done, or what could not be. */
type Act = (
  at: AtItem,
  typed: MeetingForm,
) => Promise<keyof ReturnType<typeof beforeText>['done'] | BeforeTrouble>

const say: Act = async ({ desk, seat, item, language }, typed) => {
  const given = parseSay({ ...typed, kind: 'input' })
  const result = isRefusal(given) ? given : await addSay(desk.db, seat, item.id, given, desk.now)
  if (result === null) throw new HTTPException(404)
  if (!isRefusal(result)) return 'said'
  return { form: 'say', field: 'text', sentence: takingPartText(language)[result.refused], typed }
}

const sayBack: Act = async ({ desk, seat, language }, typed) => {
  const id = parseId<'say'>(oneOf(typed, 'say'))
  const result = id && (await takeBackSay(desk.db, seat, id))
  if (!result) throw new HTTPException(404)
  if (!isRefusal(result)) return 'taken-back'
  return { form: 'say', field: 'text', sentence: takingPartText(language)[result.refused], typed: {} }
}

const voice: Act = async ({ desk, seat, item, sheet, language }, typed) => {
  const answer = parseAnswer(typed)
  if (isRefusal(answer)) {
    const { refused, field = null } = answer
    return { form: 'voice', field, sentence: roundRefusalText(language)[refused], typed }
  }
  const given = { itemId: item.id, answer, read: oneOf(typed, 'read'), print: sheet.print }
  const result = await giveVoiceBefore(desk.db, seat, given, desk.now)
  if (result === null) throw new HTTPException(404)
  if (!isRefusal(result)) return 'voice'
  return { form: 'voice', field: null, sentence: beforeText(language).refusal[result.refused], typed }
}

const voiceBack: Act = async ({ desk, seat, item, language }, typed) => {
  const result = await takeBackVoiceBefore(desk.db, seat, item.id)
  if (result === null) throw new HTTPException(404)
  if (!isRefusal(result)) return 'voice-back'
  return { form: 'voice', field: null, sentence: beforeText(language).refusal[result.refused], typed }
}

const ACTS: Readonly<Record<string, Act>> = { say, 'say-back': sayBack, voice, 'voice-back': voiceBack }

async function show(c: Context<OnDesk>, at: AtItem, trouble: BeforeTrouble | null) {
  const { desk, reader, seat, scene, item, sheet } = at
  const { language, actor } = reader
  const { meeting } = scene
  const own = await ownVoicesBefore(desk.db, actor, meeting.id, actor.personId)
  return c.html(
    <Page
      shell={shellFrom(desk, noticeOf(c, trouble, language))}
      title={sheet.heading || item.title}
      here="plan"
    >
      <BeforeView
        {...{ scene, item, sheet, trouble, language }}
        says={ownSays(seat, scene, item, 'input')}
        voice={own.get(item.id) ?? null}
        noVoice={whyNoVoiceBefore({ meeting, item, person: actor.personId, print: sheet.print })}
        isAbsent={scene.attendance.some(
          (one) => one.person === actor.personId && one.how === 'absent-notice',
        )}
        me={actor.personId}
      />
    </Page>,
    trouble ? 422 : 200,
  )
}

function noticeOf(c: Context<OnDesk>, trouble: BeforeTrouble | null, language: AtItem['language']) {
  if (trouble) return { kind: 'refusal', text: trouble.sentence } as const
  const known = Object.entries(beforeText(language).done).find(([name]) => name === c.req.query('done'))
  return known ? ({ kind: 'good', text: known[1] } as const) : null
}
