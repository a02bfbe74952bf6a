import type { Moment } from '../kernel/day.ts'
import type { PersonId, PollId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { FEWEST_UNNAMED } from './round.ts'

/**
 * Asking a room something that decides nothing: what to talk about (dots over options) or how it stands (a check: one
 * of a few). By name an answer can be changed as long as the poll is open; without names it is a ballot, for good.
 */
export const POLL_KINDS = ['dots', 'check'] as const
export type PollKind = (typeof POLL_KINDS)[number]

/** The id is of whoever asks (a theme) and stays the same. */
export type PollOption = { readonly id: string; readonly text: string }
/** How many dots on which option; an option without dots is left out. */
export type PollChoice = Readonly<Record<string, number>>
export type PollAnswer = { readonly person: PersonId; readonly choice: PollChoice }

/** Counts of dots by option; null when too few took part in an unnamed poll: then nobody looked. */
export type PollResult = { readonly answered: number; readonly counts: PollChoice | null }

export type Poll = {
  readonly id: PollId
  /** The whole to which it belongs (a meeting), and what of it (an item). */
  readonly scopeId: string
  readonly subjectId: string
  readonly kind: PollKind
  readonly question: string
  readonly options: readonly PollOption[]
  /** How many dots a person has; 1 for a check. */
  readonly dots: number
  readonly unnamed: boolean
  readonly voters: readonly PersonId[]
  readonly openedAt: Moment
  readonly openedBy: PersonId
  /** By name; empty for an unnamed poll. */
  readonly answers: readonly PollAnswer[]
  /** Of an unnamed poll: who gave a ballot, and apart from that what lies in the box. */
  readonly box: { readonly given: readonly PersonId[]; readonly ballots: readonly PollChoice[] } | null
  readonly closed: { readonly at: Moment; readonly by: PersonId; readonly result: PollResult } | null
}

export type PollRefusal =
  | 'poll-closed'
  | 'poll-open'
  | 'few-answers'
  | 'no-voice'
  | 'already-answered'
  | 'choice-missing'
  | 'choice-unknown'
  | 'too-many-dots'
  | 'too-many-on-one'
  | 'question-missing'
  | 'text-too-long'
  | 'options-unknown'
  | 'dots-unknown'
  | 'voters-missing'
  | 'unnamed-too-few'

const MOST_DOTS = 10
const OPTIONS = { dots: { least: 2, most: 40 }, check: { least: 2, most: 5 } } as const
const LONGEST = 300

/** What is asked; the rest of a poll comes by itself. */
export type PollQuestion = Pick<
  Poll,
  'scopeId' | 'subjectId' | 'kind' | 'question' | 'options' | 'dots' | 'unnamed' | 'voters'
>

/** Why a poll can't be asked like this; null when it can. */
export function whyNotPoll(asked: PollQuestion): Refusal<PollRefusal> | null {
  const { kind, question, options, dots, unnamed, voters } = asked
  if (question.trim() === '') return refuse('question-missing', 'question')
  if ([question, ...options.map(({ text }) => text)].some((text) => text.length > LONGEST))
    return refuse('text-too-long', 'question')
  if (!areOptions(kind, options)) return refuse('options-unknown', 'options')
  if (!Number.isInteger(dots) || dots < 1 || dots > (kind === 'check' ? 1 : MOST_DOTS))
    return refuse('dots-unknown', 'dots')
  if (voters.length === 0) return refuse('voters-missing')
  return unnamed && voters.length < FEWEST_UNNAMED ? refuse('unnamed-too-few', 'unnamed') : null
}

function areOptions(kind: PollKind, options: readonly PollOption[]) {
  const ids = new Set(options.map(({ id }) => id))
  const { least, most } = OPTIONS[kind]
  const known = options.every(({ id, text }) => /^[a-z0-9-]{1,64}$/.test(id) && text.trim() !== '')
  return known && ids.size === options.length && ids.size >= least && ids.size <= most
}

/** At most half of one's dots on one option, rounded up: who likes one thing very much still chooses among the others. */
export const mostOnOne = ({ dots }: Pick<Poll, 'dots'>) => Math.ceil(dots / 2)

/** A choice from a form in which an option stands once for each dot. */
export const choiceFrom = (ticked: readonly string[]): PollChoice =>
  Object.fromEntries([...new Set(ticked)].sort().map((id) => [id, ticked.filter((one) => one === id).length]))

/** One answer a person. Null: it is that already. */
export function answer(poll: Poll, person: PersonId, choice: PollChoice): Poll | Refusal<PollRefusal> | null {
  if (!poll.voters.includes(person)) return refuse('no-voice')
  if (poll.box?.given.includes(person)) return refuse('already-answered')
  if (poll.closed !== null) return refuse('poll-closed')
  const no = whyNotChoice(poll, choice)
  if (no !== null) return no
  const { box } = poll
  if (box !== null)
    return { ...poll, box: { given: [...box.given, person].sort(), ballots: [...box.ballots, choice] } }
  const others = poll.answers.filter((one) => one.person !== person)
  const before = poll.answers.find((one) => one.person === person)
  return before && isSameChoice(before.choice, choice)
    ? null
    : { ...poll, answers: [...others, { person, choice }] }
}

function whyNotChoice(poll: Poll, choice: PollChoice): Refusal<PollRefusal> | null {
  const dots = Object.entries(choice)
  if (dots.length === 0) return refuse('choice-missing', 'choice')
  const isKnown = ([id, count]: [string, number]) =>
    poll.options.some((option) => option.id === id) && Number.isInteger(count) && count > 0
  if (!dots.every(isKnown)) return refuse('choice-unknown', 'choice')
  if (dots.reduce((sum, [, count]) => sum + count, 0) > poll.dots) return refuse('too-many-dots', 'choice')
  return dots.some(([, count]) => count > mostOnOne(poll)) ? refuse('too-many-on-one', 'choice') : null
}

const isSameChoice = (one: PollChoice, other: PollChoice) => choiceLine(one) === choiceLine(other)

/** A choice as it lies in the database: the same choice is the same text. */
export const choiceLine = (choice: PollChoice) =>
  JSON.stringify(Object.entries(choice).sort(([one], [other]) => (one < other ? -1 : 1)))

/** Reads what `choiceLine` wrote. */
export const choiceOf = (line: string): PollChoice =>
  Object.fromEntries(JSON.parse(line) as [string, number][])

/** How many answers an open unnamed poll still needs to be counted; 0 when it has them, and for every other poll. */
export const stillNeeded = ({
  unnamed,
  isOpen,
  answered,
}: Pick<SeenPoll, 'unnamed' | 'isOpen' | 'answered'>): number =>
  unnamed && isOpen ? Math.max(0, FEWEST_UNNAMED - answered) : 0

/** Closed with too few answers: they were thrown away, and nobody looked. */
export const isUncounted = ({ result }: Pick<SeenPoll, 'result'>) => result !== null && result.counts === null

/**
 * Closes at any moment; of an unnamed poll in which too few took part the ballots are taken out uncounted. Who closes
 * it then has to be `sure`: what was given is lost.
 */
export function closePollNow(
  poll: Poll,
  by: PersonId,
  now: Moment,
  sure: boolean,
): Poll | Refusal<PollRefusal> {
  if (poll.closed !== null) return refuse('poll-closed')
  if (!sure && stillNeeded(seenPoll(poll, null)) > 0) return refuse('few-answers')
  const result = resultOf(poll)
  const box = poll.box && { ...poll.box, ballots: result.counts === null ? [] : poll.box.ballots }
  return { ...poll, box, closed: { at: now, by, result } }
}

/** From the answers or the ballots, and from nothing else. */
export function resultOf({ options, answers, box }: Pick<Poll, 'options' | 'answers' | 'box'>): PollResult {
  const choices = box === null ? answers.map(({ choice }) => choice) : box.ballots
  const answered = box === null ? answers.length : box.given.length
  if (box !== null && answered < FEWEST_UNNAMED) return { answered, counts: null }
  const on = (id: string) => choices.reduce((sum, choice) => sum + (choice[id] ?? 0), 0)
  return { answered, counts: Object.fromEntries(options.map(({ id }) => [id, on(id)])) }
}

/** A poll as one person may see it: of an open one only how many answered, and the own answer when it has a name. */
export type SeenPoll = Omit<Poll, 'answers' | 'box' | 'closed'> & {
  readonly isOpen: boolean
  readonly answered: number
  readonly closedAt: Moment | null
  /** Null while it is open. */
  readonly result: PollResult | null
  /** Who chose what; null while it is open, and for an unnamed poll. */
  readonly answers: readonly PollAnswer[] | null
  readonly mine: {
    readonly hasVoice: boolean
    readonly answered: boolean
    readonly choice: PollChoice | null
  }
}

export function seenPoll(poll: Poll, person: PersonId | null): SeenPoll {
  const { answers, box, closed, ...rest } = poll
  const own = answers.find((one) => one.person === person)
  const gave = person !== null && (box?.given.includes(person) ?? false)
  return {
    ...rest,
    isOpen: closed === null,
    answered: box === null ? answers.length : box.given.length,
    closedAt: closed?.at ?? null,
    result: closed?.result ?? null,
    answers: closed !== null && box === null ? answers : null,
    mine: {
      hasVoice: person !== null && poll.voters.includes(person),
      answered: own !== undefined || gave,
      choice: own?.choice ?? null,
    },
  }
}
