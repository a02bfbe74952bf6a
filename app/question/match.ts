import type { Day, Moment } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { EntryId, PersonId } from '../kernel/id.ts'
import { isWithin, schoolYearOf } from '../kernel/school-year.ts'
import type { TopicKey } from '../school/topic.ts'

/** Which colleagues to offer with a question, best first, each with why; and so that not always the same are asked. */

/** What is known of a question here: never its text. */
export type Sought = {
  /** The id of the question: settles who comes first among equals, always in the same way. */
  readonly key: string
  readonly asker: PersonId
  readonly topics: readonly TopicKey[]
  /** The names of the asker's groups. */
  readonly groups: readonly string[]
  /** Who was asked already for this question, whatever the answer; and who is left in peace today. */
  readonly notAgain: ReadonlySet<PersonId>
}

/** A time that somebody was asked; what was taken back in time is not among them. */
export type PastAsk = {
  readonly on: Day
  readonly topic: TopicKey | null
  /** Said yes. */
  readonly helped: boolean
}

/** A colleague as the matching knows them: what they wrote themselves, where they teach, when they are there. */
export type MatchPerson = {
  readonly id: PersonId
  readonly specialties: readonly TopicKey[]
  readonly helps: readonly TopicKey[]
  readonly learns: readonly TopicKey[]
  /** How often somebody likes to be asked; 0: not now, null: said nothing about it. */
  readonly mostAMonth: number | null
  /** Said that they like to be asked. */
  readonly likes: boolean
  readonly groups: readonly string[]
  /** The own tracks in the adopted plan of this year, with the topics in their words. */
  readonly tracks: readonly { readonly entryId: EntryId; readonly topics: readonly TopicKey[] }[]
  /** The days of this week from today on which somebody is at school; null: not known. */
  readonly daysIn: readonly Day[] | null
  /** The first free moment that somebody offers; null: none. */
  readonly freeAt: Moment | null
  readonly asked: readonly PastAsk[]
}

/** Why somebody is offered; the words of it stand in `match-text.ts`. */
export type MatchReason =
  | { readonly why: 'specialist' | 'helps' | 'helped-before' | 'learns'; readonly topic: TopicKey }
  | { readonly why: 'works-on'; readonly topic: TopicKey; readonly entryId: EntryId }
  | { readonly why: 'same-years' | 'near-years'; readonly group: string }
  | { readonly why: 'likes-to' }
  | { readonly why: 'in-today' }
  | { readonly why: 'in-on'; readonly day: Day }
  | { readonly why: 'free-at'; readonly at: Moment }

export type Match = {
  readonly person: PersonId
  /** At least one, the strongest first. */
  readonly because: readonly MatchReason[]
  /** One at most: who knows this, or is near, and is asked first when nothing else is chosen. */
  readonly recommended: boolean
  readonly freeAt: Moment | null
}

/** So many are shown; others are found by name. */
export const MOST_OFFERED = 5
/** Whoever was asked is left in peace for so many days, as far as there are others; also the month of 'how much'. */
const MONTH_DAYS = 30
/** So many times in a school year is never too often, however seldom the others are asked. */
export const ALWAYS_FAIR = 4

const WORTH: Record<MatchReason['why'], number> = {
  specialist: 8,
  helps: 7,
  'works-on': 4,
  'helped-before': 5,
  learns: 2,
  'same-years': 2,
  'near-years': 1,
  'likes-to': 1,
  'in-today': 0.5,
  'in-on': 0,
  'free-at': 1.5,
}
/** What each time that somebody was asked lately takes away. */
const RECENT_WEIGHS = 1.5
/** What each time above the middle of the team takes away, over the year. */
const YEAR_WEIGHS = 0.75

const KNOWING: readonly MatchReason['why'][] = ['specialist', 'helps', 'works-on', 'helped-before']
/** When somebody is there says when to ask, not why. */
const CALENDAR: readonly MatchReason['why'][] = ['in-today', 'in-on', 'free-at']

type Weighed = {
  readonly person: MatchPerson
  readonly because: readonly MatchReason[]
  readonly knows: boolean
  readonly tooOften: boolean
  readonly weight: number
}

/**
 * At most five colleagues, best first. Not offered: the asker, who was asked for this question, who wants no questions
 * now or had as many this month as they want, and who is not at school this week. Whoever would come above twice the
 * middle of the team stands back as long as there is somebody else who knows this, too.
 */
export function match(sought: Sought, people: readonly MatchPerson[], today: Day): Match[] {
  const others = people.filter(({ id }) => id !== sought.asker)
  const middle = middleOf(people.filter(wantsQuestions).map((person) => askedThisYear(person, today)))
  const weighed = others
    .filter((person) => !sought.notAgain.has(person.id) && canBeAsked(person, today))
    .map((person) => weigh(sought, person, { today, middle }))
    .filter(({ because }) => because.some(({ why }) => !CALENDAR.includes(why)))
  const offered = inTurn(weighed.sort(byWeight(sought.key)))
  return offered.map(({ person, because, knows }, place) => ({
    person: person.id,
    because,
    recommended: place === 0 && (knows || sought.topics.length === 0),
    freeAt: person.freeAt,
  }))
}

const wantsQuestions = ({ mostAMonth }: MatchPerson) => mostAMonth !== 0

/** Not more than they want, and at school one of these days; when nothing is known of that, both are a yes. */
function canBeAsked(person: MatchPerson, today: Day): boolean {
  if (person.daysIn !== null && person.daysIn.length === 0) return false
  return person.mostAMonth === null || askedLately(person, today) < person.mostAMonth
}

/** When nobody else knows this, so many who were asked often are shown all the same, below the others. */
const ASKED_OFTEN_SHOWN = 2

/** From best to least: who was asked too often stands back while others know this, and else comes last. */
function inTurn(sorted: readonly Weighed[]): Weighed[] {
  const free = sorted.filter(({ tooOften }) => !tooOften)
  if (free.length === 0) return sorted.slice(0, MOST_OFFERED)
  if (free.some(({ knows }) => knows)) return free.slice(0, MOST_OFFERED)
  const often = sorted.filter(({ knows }) => knows).slice(0, ASKED_OFTEN_SHOWN)
  return [...free.slice(0, MOST_OFFERED - often.length), ...often]
}

type Fairness = { readonly today: Day; readonly middle: number }

function weigh(sought: Sought, person: MatchPerson, { today, middle }: Fairness): Weighed {
  const because = reasons(sought, person, today)
  const year = askedThisYear(person, today)
  const worth = because.reduce((sum, { why }) => sum + WORTH[why], 0)
  const load = RECENT_WEIGHS * askedLately(person, today) + YEAR_WEIGHS * Math.max(0, year - middle)
  return {
    person,
    because,
    knows: because.some(({ why }) => KNOWING.includes(why)),
    tooOften: year + 1 > Math.max(ALWAYS_FAIR, 2 * middle),
    weight: worth - load,
  }
}

/** Everything that speaks for somebody, the strongest first; of each kind once. */
export function reasons(sought: Sought, person: MatchPerson, today: Day): MatchReason[] {
  return [
    ...ofTopics(sought, person),
    ...ofYears(sought.groups, person.groups),
    ...(person.likes ? [{ why: 'likes-to' } as const] : []),
    ...ofCalendar(person, today),
  ]
}

function ofTopics({ topics }: Sought, person: MatchPerson): MatchReason[] {
  const first = (known: readonly TopicKey[]) => topics.find((topic) => known.includes(topic))
  const specialist = first(person.specialties)
  const helps = specialist ?? first(person.helps)
  const track = person.tracks.find((one) => one.topics.some((topic) => topics.includes(topic)))
  const onTrack = track && first(track.topics)
  const before = first(person.asked.flatMap(({ topic, helped }) => (helped && topic ? [topic] : [])))
  const learns = helps === undefined ? first(person.learns) : undefined
  return [
    ...(helps ? [{ why: specialist ? 'specialist' : 'helps', topic: helps } as const] : []),
    ...(track && onTrack ? [{ why: 'works-on', topic: onTrack, entryId: track.entryId } as const] : []),
    ...(before ? [{ why: 'helped-before', topic: before } as const] : []),
    ...(learns ? [{ why: 'learns', topic: learns } as const] : []),
  ]
}

function ofYears(mine: readonly string[], theirs: readonly string[]): MatchReason[] {
  const years = mine.flatMap(yearsOf)
  const apart = (group: string) =>
    Math.min(...yearsOf(group).flatMap((year) => years.map((one) => Math.abs(one - year))))
  const same = theirs.find((group) => apart(group) === 0)
  if (same) return [{ why: 'same-years', group: same }]
  const near = theirs.find((group) => apart(group) === 1)
  return near ? [{ why: 'near-years', group: near }] : []
}

/** The years of a group: 'groep 1/2 A' is [1, 2]; of a name without years none. */
export const yearsOf = (group: string): number[] =>
  (/^groep (\d(?:\/\d)*)/.exec(group)?.[1] ?? '')
    .split('/')
    .filter((year) => year !== '')
    .map(Number)

function ofCalendar({ daysIn, freeAt }: MatchPerson, today: Day): MatchReason[] {
  if (freeAt !== null) return [{ why: 'free-at', at: freeAt }]
  const [first] = daysIn ?? []
  if (first === undefined) return []
  return first === today ? [{ why: 'in-today' }] : [{ why: 'in-on', day: first }]
}

const askedLately = ({ asked }: MatchPerson, today: Day) => {
  const since = plusDays(today, -MONTH_DAYS)
  return asked.filter(({ on }) => on > since && on <= today).length
}

const askedThisYear = ({ asked }: MatchPerson, today: Day) => {
  const year = schoolYearOf(today)
  return asked.filter(({ on }) => isWithin(year, on)).length
}

/** The middle of what the team was asked: at least half of them as often; of two in the middle the lower one. */
export const middleOf = (counts: readonly number[]): number =>
  [...counts].sort((one, other) => one - other)[Math.ceil(counts.length / 2) - 1] ?? 0

/** Heaviest first; equals in an order that differs per question. */
const byWeight = (key: string) => (one: Weighed, other: Weighed) =>
  other.weight - one.weight || lot(key + one.person.id) - lot(key + other.person.id)

/** A number from a text, as good as drawn by lot and always the same (FNV-1a). */
function lot(text: string): number {
  let drawn = 0x811c9dc5
  for (let place = 0; place < text.length; place++)
    drawn = Math.imul(drawn ^ text.charCodeAt(place), 0x01000193) >>> 0
  return drawn
}
