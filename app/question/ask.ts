import type { Moment } from '../kernel/day.ts'
import { type AskedId, newId, type PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { lineOf } from '../school/line.ts'
import { type Asked, reads } from './question.ts'

/** Asking a colleague at rung 2: who asks chooses, who is asked may say no without a reason. */

/** An ask as asker and colleague see it. Who asks reads it whole; the circle knows no more than `Asked`. */
export type Ask = Asked & {
  /** One line of who says yes; '' for none, and always '' with another answer. */
  readonly words: string
  /** The moment that who says yes proposes; null: none. */
  readonly startsAt: Moment | null
  /** With `passed`: whom the colleague names. That one reads nothing until the asker asks. */
  readonly proposed: PersonId | null
  /** When the asker saw the answer; null: not yet. */
  readonly seenAt: Moment | null
}

export type AskRefusal =
  | 'nobody-chosen'
  | 'too-many-asked'
  | 'colleague-unknown'
  | 'colleague-is-you'
  | 'asked-already'
  | 'not-asked'
  | 'proposed-unknown'
  | 'words-too-long'
  | 'time-unknown'
  | 'time-past'
  | 'ask-gone'

/** In characters. */
export const LONGEST_WORDS = 200
/** Colleagues that can be asked for one question at the same time: a question for everybody is nobody's. */
export const MOST_AT_ONCE = 5

type Asks = readonly Ask[]

export const hasAnswered = ({ state }: Pick<Ask, 'state'>) =>
  state === 'yes' || state === 'no' || state === 'passed'
/** The ask of a colleague; undefined: never asked. */
export const askOf = (asks: Asks, colleague: PersonId | null) =>
  asks.find(({ personId }) => personId === colleague)
/** Who is not offered again for this question: asked, said no, or named somebody else. Taken back may come again. */
export const notAgain = (asks: readonly Asked[]): ReadonlySet<PersonId> =>
  new Set(asks.filter(({ state }) => state !== 'withdrawn').map(({ personId }) => personId))
/** Whom colleagues named to the asker and who was not asked yet, each once. */
export const namedBy = (asks: Asks): { readonly by: PersonId; readonly proposed: PersonId }[] =>
  asks.flatMap(({ state, personId, proposed }) =>
    state === 'passed' && proposed !== null && !notAgain(asks).has(proposed)
      ? [{ by: personId, proposed }]
      : [],
  )
/** Answers that the asker has not seen yet. */
export const unseen = (asks: Asks) => asks.filter((ask) => hasAnswered(ask) && ask.seenAt === null)

export type Asking = {
  readonly asker: PersonId
  readonly colleagues: readonly PersonId[]
  /** Everybody who works at the school now. */
  readonly present: ReadonlySet<PersonId>
}

/** Asks colleagues, one or several. Who was taken back is asked anew; who answered no is left in peace. */
export function askColleagues(
  asks: Asks,
  { asker, colleagues, present }: Asking,
  now: Moment,
): Asks | Refusal<AskRefusal> {
  const chosen = [...new Set(colleagues)]
  if (chosen.length === 0) return refuse('nobody-chosen', 'colleague')
  if (chosen.includes(asker)) return refuse('colleague-is-you', 'colleague')
  if (chosen.some((one) => !present.has(one))) return refuse('colleague-unknown', 'colleague')
  const before = notAgain(asks)
  if (chosen.some((one) => before.has(one))) return refuse('asked-already', 'colleague')
  if (asks.filter(reads).length + chosen.length > MOST_AT_ONCE) return refuse('too-many-asked', 'colleague')
  return [
    ...asks.filter(({ personId }) => !chosen.includes(personId)),
    ...chosen.map((colleague) => newAsk(colleague, now)),
  ]
}

const newAsk = (personId: PersonId, askedAt: Moment): Ask => ({
  id: newId<'asked'>(),
  personId,
  state: 'asked',
  askedAt,
  answeredAt: null,
  words: '',
  startsAt: null,
  proposed: null,
  seenAt: null,
})

/** What somebody says who helps: a line, a moment, both or neither. */
export type GivenYes = { readonly words: string; readonly startsAt: Moment | null }

/** Yes; also after a yes, to give another moment or line. */
export const answerYes = (asks: Asks, me: PersonId, { words, startsAt }: GivenYes, now: Moment) =>
  answered(asks, me, now, { state: 'yes', words, startsAt })

/** Not now: nothing is asked and nothing kept but that. Also of who said yes before. */
export const answerNo = (asks: Asks, me: PersonId, now: Moment) => answered(asks, me, now, { state: 'no' })

/** Names somebody else to the asker, and is out of it; the asker decides whether to ask. */
export function passOn(
  asks: Asks,
  me: PersonId,
  { proposed, asker, present }: { proposed: PersonId; asker: PersonId; present: ReadonlySet<PersonId> },
  now: Moment,
): Asks | Refusal<AskRefusal> {
  const isOther = proposed !== me && proposed !== asker && present.has(proposed)
  return isOther ? answered(asks, me, now, { state: 'passed', proposed }) : refuse('proposed-unknown', 'who')
}

type Answer = Partial<Pick<Ask, 'words' | 'startsAt' | 'proposed'>> & {
  readonly state: 'yes' | 'no' | 'passed'
}

/** An answer takes the place of an earlier one, with nothing of it left; the asker has it to see again. */
function answered(asks: Asks, me: PersonId, now: Moment, answer: Answer): Asks | Refusal<AskRefusal> {
  const mine = askOf(asks, me)
  if (!mine || !reads(mine)) return refuse('not-asked')
  const given = { words: '', startsAt: null, proposed: null, ...answer, answeredAt: now, seenAt: null }
  return asks.map((ask) => (ask === mine ? { ...ask, ...given } : ask))
}

/** Takes an ask back: the colleague reads the question no more, also after a yes. */
export function withdrawAsk(asks: Asks, id: AskedId, now: Moment): Asks | Refusal<AskRefusal> {
  const found = asks.find((ask) => ask.id === id)
  if (!found || !reads(found)) return refuse('ask-gone')
  const taken = { state: 'withdrawn', answeredAt: now, words: '', startsAt: null, seenAt: now } as const
  return asks.map((ask) => (ask === found ? { ...ask, ...taken } : ask))
}

/** The asker looked at the answers; the same list when there was nothing new. */
export const seenByAsker = (asks: Asks, now: Moment): Asks =>
  unseen(asks).length === 0
    ? asks
    : asks.map((ask) => (hasAnswered(ask) && ask.seenAt === null ? { ...ask, seenAt: now } : ask))

/** Somebody left the school: what waited for them, or was to come of them, comes to 'not now'; nobody names them. */
export const withoutPerson = (asks: Asks, person: PersonId, now: Moment): Asks =>
  asks.map((ask) => {
    const one = ask.proposed === person ? { ...ask, proposed: null } : ask
    return one.personId === person && reads(one)
      ? { ...one, state: 'no', answeredAt: now, words: '', startsAt: null, seenAt: null }
      : one
  })

/** What a form says with a yes: a line of at most 200 signs, a moment that is still to come. */
export function parseYes(
  form: { readonly words?: string | undefined; readonly startsAt?: string | undefined },
  momentFrom: (typed: string) => Moment | null,
  now: Moment,
): GivenYes | Refusal<AskRefusal> {
  const words = lineOf(form.words)
  if (words.length > LONGEST_WORDS) return refuse('words-too-long', 'words')
  const typed = (form.startsAt ?? '').trim()
  if (typed === '') return { words, startsAt: null }
  const startsAt = momentFrom(typed)
  if (startsAt === null) return refuse('time-unknown', 'startsAt')
  return startsAt <= now ? refuse('time-past', 'startsAt') : { words, startsAt }
}
