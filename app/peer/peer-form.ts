import type { Day, Moment } from '../kernel/day.ts'
import { type PersonId, parseId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { lineOf } from '../school/line.ts'
import { itemFrom } from '../school/own-list.ts'
import type { Topic, TopicKey } from '../school/topic.ts'
import { parseSlot, type Slot } from '../visit/offer.ts'
import { LONGEST_AGREEMENT, LONGEST_AIM, LONGEST_BROUGHT, LONGEST_PLACE, type PeerRefusal } from './peer.ts'
import type { GivenFrame } from './peer-rules.ts'

/** A form as it comes in: names with their texts. */
export type PeerForm = Readonly<Record<string, string | undefined>>

/** What can be chosen; what stood there before may stay, also when it is no longer offered. */
export type FrameChoices = {
  readonly topics: readonly Topic[]
  readonly ends: readonly Day[]
  readonly before: { readonly topic: TopicKey | null; readonly to: Day } | null
}

export type GivenPeers = GivenFrame & { readonly people: readonly PersonId[] }

/** With whom, about what, until when. */
export function parsePeers(
  form: PeerForm,
  me: PersonId,
  choices: FrameChoices,
): GivenPeers | Refusal<PeerRefusal> {
  const first = parseId<'person'>(form['who'])
  if (first === null) return refuse(form['who'] ? 'who-unknown' : 'who-missing', 'who')
  const second = parseId<'person'>(form['third'])
  if (form['third'] && second === null) return refuse('who-unknown', 'third')
  if (first === me) return refuse('who-is-you', 'who')
  if (second === me) return refuse('who-is-you', 'third')
  if (first === second) return refuse('who-twice', 'third')
  const frame = parseFrame(form, choices)
  if (isRefusal(frame)) return frame
  return { ...frame, people: second === null ? [first] : [first, second] }
}

/** What it is about and until when. */
export function parseFrame(form: PeerForm, choices: FrameChoices): GivenFrame | Refusal<PeerRefusal> {
  const { before } = choices
  const raw = form['topic'] ?? ''
  const topic = itemFrom(raw, choices.topics) ?? (before?.topic === raw ? before.topic : null)
  if (raw !== '' && topic === null) return refuse('topic-unknown', 'topic')
  const aim = lineOf(form['aim'])
  if (aim === '') return refuse('aim-missing', 'aim')
  if (aim.length > LONGEST_AIM) return refuse('aim-long', 'aim')
  const ends = before ? [...choices.ends, before.to] : choices.ends
  const to = ends.find((day) => day === form['to'])
  return to === undefined ? refuse('until-unknown', 'to') : { aim, topic, to }
}

/** One of their own agreements. */
export function parseAgreement(form: PeerForm): string | Refusal<PeerRefusal> {
  const text = lineOf(form['agreement'])
  if (text === '') return refuse('agreement-missing', 'agreement')
  return text.length > LONGEST_AGREEMENT ? refuse('agreement-long', 'agreement') : text
}

/** When they see one another, and where; the place may stay empty. */
export function parsePlaced(
  form: PeerForm,
  now: Moment,
): { readonly slot: Slot; readonly place: string } | Refusal<PeerRefusal> {
  const slot = parseSlot(form, now)
  if ('refused' in slot) return slot
  const place = lineOf(form['place'])
  return place.length > LONGEST_PLACE ? refuse('place-long', 'place') : { slot, place }
}

/** What it brought, or what they keep of it: one line or a few, which may stay empty. */
export function parseWords(form: PeerForm, name: 'brought' | 'kept'): string | Refusal<PeerRefusal> {
  const text = lineOf(form[name])
  return text.length > LONGEST_BROUGHT ? refuse(`${name}-long`, name) : text
}
