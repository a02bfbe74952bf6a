import { takeObjectionBack } from '../deciding/decide-desk.ts'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { attend } from '../meeting/attend-store.ts'
import { parseAttending } from '../meeting/attendance.ts'
import { parseSay } from '../meeting/say.ts'
import { addSay, takeBackSay } from '../meeting/say-store.ts'
import { takingPartText } from '../meeting/say-text.ts'
import type { AtSeat } from '../meeting/seat-desk.ts'
import { choiceFrom } from '../round/poll.ts'
import { pollRefusalText } from '../round/poll-text.ts'
import { CHOICES } from '../round/round.ts'
import { parseAnswer, parseReason } from '../round/round-form.ts'
import { roundRefusalText } from '../round/round-refusal-text.ts'
import { ballotOnPhone, type OnRound, objectOnPhone, pollOnPhone, speakOnPhone } from './phone-voice-desk.ts'

/** A form as it comes in; a name that is ticked more than once has them all. */
export type PhoneForm = Readonly<Record<string, string | readonly string[] | undefined>>

export const oneOf = (form: PhoneForm, name: string) => {
  const value = form[name]
  return typeof value === 'string' ? value : value?.[0]
}

/** A refusal, a value, or null where the form names nothing of this meeting. */
export type Acted = object | string | null

const NOT_UNDERSTOOD = refuse('not-understood')

type Doing = (at: AtSeat, form: PhoneForm) => Promise<Acted> | Acted

/** What a phone can do, by the name in its form. */
const ACTS: Readonly<Record<string, Doing>> = {
  attend: (at, form) => {
    const what = parseAttending(oneOf(form, 'what'))
    const { seat, desk } = at
    if (seat.person === null) return refuse('guest-watches')
    if (what === null) return refuse('presence-unknown')
    return attend(desk.db, { seat, person: seat.person, what, now: desk.now })
  },
  say: ({ desk, seat }, form) => {
    const item = parseId<'meeting-item'>(oneOf(form, 'item'))
    if (item === null) return NOT_UNDERSTOOD
    const fields = ['kind', 'text', 'source'].map((name) => [name, oneOf(form, name)] as const)
    const said = parseSay(Object.fromEntries(fields))
    return isRefusal(said) ? said : addSay(desk.db, seat, item, said, desk.now)
  },
  'take-back': ({ desk, seat }, form) => {
    const say = parseId<'say'>(oneOf(form, 'say'))
    return say === null ? NOT_UNDERSTOOD : takeBackSay(desk.db, seat, say)
  },
  speak: (at, form) => {
    const round = onRound(at, form)
    if (round === null) return NOT_UNDERSTOOD
    const answer = parseAnswer(form)
    return isRefusal(answer) ? answer : speakOnPhone(round, answer)
  },
  ballot: (at, form) => {
    const round = onRound(at, form)
    const choice = CHOICES.find((known) => known === oneOf(form, 'choice'))
    if (round === null) return NOT_UNDERSTOOD
    return choice ? ballotOnPhone(round, choice) : refuse('answer-unknown', 'choice')
  },
  poll: ({ desk, seat, scene }, form) => {
    const poll = parseId<'poll'>(oneOf(form, 'poll'))
    if (poll === null) return NOT_UNDERSTOOD
    const { db, now } = desk
    return pollOnPhone({ db, seat, scene, poll, now }, choiceFrom([form['choice'] ?? []].flat()))
  },
  late: (at, form) => {
    const round = onRound(at, form)
    if (round === null) return NOT_UNDERSTOOD
    const reason = parseReason(oneOf(form, 'reason') ?? '', 'reason')
    if (isRefusal(reason)) return reason
    return reason === '' ? refuse('reason-missing', 'reason') : objectOnPhone(round, reason)
  },
  withdraw: ({ desk, seat, scene, language, terms }, form) => {
    const decision = parseId<'decision'>(oneOf(form, 'decision'))
    const item = scene.items.find(({ decisionId }) => decision !== null && decisionId === decision)
    if (!item) return NOT_UNDERSTOOD
    const { db, now } = desk
    const wording = { language, terms }
    return takeObjectionBack({ db, seat, meetingId: scene.meeting.id, itemId: item.id, now, wording })
  },
}

function onRound({ desk, seat, scene }: AtSeat, form: PhoneForm): OnRound | null {
  const decision = parseId<'decision'>(oneOf(form, 'decision'))
  const round = Number(oneOf(form, 'round') ?? '')
  if (decision === null || !Number.isInteger(round)) return null
  return { db: desk.db, seat, scene, decision, round, now: desk.now }
}

export const actOnPhone = (at: AtSeat, form: PhoneForm): Promise<Acted> | Acted => {
  const name = oneOf(form, 'act') ?? ''
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
  return act ? act(at, form) : NOT_UNDERSTOOD
}

/** What could not be done, in one sentence. */
export function phoneSentence(reason: string, language: AtSeat['language']): string {
  const all: Readonly<Record<string, string>> = {
    ...pollRefusalText(language),
    ...roundRefusalText(language),
    ...takingPartText(language),
  }
  return all[reason] ?? takingPartText(language)['not-understood']
}
