import { type Day, dayOf, type Moment, momentOf } from '../kernel/day.ts'
import { mondayOf, plusDays } from '../kernel/days.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { firstDay, previousYear, schoolYearOf } from '../kernel/school-year.ts'
import { type Entry, isGoal, ownersOf, textOf } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { type Lookup, trackName } from '../plan/plan-sheet.ts'
import { countsOf, minutesBetween, subjectFrom } from './log.ts'
import { type Activity, type Counts, LONGEST, type Subject, type TimeRefusal } from './time.ts'

/** What a calendar tells of one appointment, as far as it is looked at. */
export type Appointment = {
  readonly title: string
  readonly startsAt: Moment | null
  readonly endsAt: Moment | null
  readonly isFree: boolean
}

/** An appointment as a proposal. Its title is shown once and is in no form, no row and no line of a log. */
export type Proposal = {
  readonly title: string
  readonly startsAt: Moment
  readonly minutes: number
  /** What it was for, as its words suggest; null: leave it out. */
  readonly subject: Subject | null
  /** It was taken from the calendar before. */
  readonly isThere: boolean
  /** It lies in a week that was estimated: taken along it would count on top. */
  readonly isEstimated: boolean
}

/** More than four full weeks of appointments; a longer list is nobody's to look through. */
export const MOST_PROPOSALS = 400

/** The spans that one can choose from, in weeks up to today. */
export const SPANS = [1, 2, 4, 12] as const

/** From the Monday so many weeks ago, this week counting as the first, up to today. */
export function windowOf(raw: string, today: Day): { from: Day; until: Day } {
  const weeks = SPANS.find((span) => String(span) === raw) ?? 4
  return { from: plusDays(mondayOf(today), -7 * (weeks - 1)), until: today }
}

/** What has been, with a clock, and for which somebody was not free; by the words of its title what it was for. */
export function proposalsOf(
  appointments: readonly Appointment[],
  known: readonly Activity[],
  words: { plan: Plan | null; lookup: Lookup },
  now: Moment,
): Proposal[] {
  const there = new Set(known.map(({ startedAt, minutes }) => slot(startedAt, minutes)))
  const weeks = new Set(known.filter(({ source }) => source === 'estimate').map(({ day }) => mondayOf(day)))
  return appointments
    .flatMap(({ title, startsAt, endsAt, isFree }) => {
      if (isFree || startsAt === null || endsAt === null || endsAt > now) return []
      const minutes = minutesBetween(startsAt, endsAt)
      if (minutes < 1 || minutes > LONGEST) return []
      const isEstimated = weeks.has(mondayOf(dayOf(new Date(startsAt))))
      const subject = isEstimated ? null : subjectInTitle(title, words)
      const isThere = there.has(slot(startsAt, minutes))
      return [{ title, startsAt, minutes, subject, isThere, isEstimated }]
    })
    .slice(0, MOST_PROPOSALS)
}

const slot = (startsAt: Moment | null, minutes: number) =>
  startsAt === null ? '' : `${Date.parse(startsAt)} ${minutes}`

const PRIVATE =
  /tandarts|huisarts|kapper|verjaardag|\bvrij\b|vakantie|lunch|pauze|verlof|priv[eé]|sport|dentist|doctor|holiday|birthday|private|\bleave\b/i
const CARE =
  /ouder|zorg|mdo\b|ondersteuningsteam|leerlingbespreking|samenwerkingsverband|\bswv\b|jeugd|\bggd\b|logoped|psycholo|\bopp\b|observatie kind|parent|care|pupil/i
const QUESTION = /\bvraag|vragen\b|meedenk|spreekuur|inloop|consult|question|office hours/i

/**
 * What a title suggests: own time is left out; a learning team by its name, care, a colleague's track by the first name,
 * a goal by its words, a question. Where its words say nothing nothing is chosen.
 */
export function subjectInTitle(title: string, words: { plan: Plan | null; lookup: Lookup }): Subject | null {
  if (PRIVATE.test(title)) return null
  const said = allWords(title)
  const { plan, lookup } = words
  const named = (kind: Entry['kind']) =>
    plan?.entries.find((entry) => entry.kind === kind && isNamed(entry, lookup, said))
  // A child may be called as a colleague is: what sounds of care is care.
  const team = named('learning-team-track')
  if (!team && CARE.test(title)) return { what: 'care' }
  const entry = team ?? named('teacher-track') ?? goalInTitle(title, plan)
  if (entry) return { what: 'entry', entryId: entry.id }
  return QUESTION.test(title) ? { what: 'question' } : null
}

/** The goal with most of its own words in a title, at least two. */
function goalInTitle(title: string, plan: Plan | null): Entry | null {
  const entries = plan?.entries ?? []
  const said = new Set(wordsIn(title))
  const hits = (entry: Entry) => wordsIn(textOf(entry, 'title')).filter((word) => said.has(word)).length
  const best = entries.filter(isGoal).toSorted((one, other) => hits(other) - hits(one))[0]
  return best && hits(best) >= 2 ? best : null
}

const SHORTEST_WORD = 4

const allWords = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}+/gu))
const wordsIn = (text: string) => [...allWords(text)].filter((word) => word.length >= SHORTEST_WORD)

function isNamed(entry: Entry, lookup: Lookup, said: ReadonlySet<string>) {
  const names =
    entry.kind === 'learning-team-track'
      ? [trackName(entry, lookup)]
      : ownersOf(entry).map((id) => firstName(lookup.people.get(id)?.name ?? ''))
  return names.some((name) => {
    const parts = allWords(name)
    return parts.size > 0 && [...parts].every((part) => said.has(part))
  })
}

const firstName = (name: string) => name.split(' ')[0] ?? ''

export type Confirmed = Counts & {
  readonly subject: Subject
  readonly day: Day
  readonly startedAt: Moment
  readonly minutes: number
}

/** The name of the field of a proposal: all that is kept of an appointment is in it. */
export const proposalField = ({ startsAt, minutes }: Pick<Proposal, 'startsAt' | 'minutes'>, place: number) =>
  `k:${place}:${Date.parse(startsAt)}:${minutes}`

/** A field of a confirmed list as it was sent: a beginning, a length, a word for what it was for. */
export type SentProposal = { readonly startsAt: Moment; readonly minutes: number; readonly key: string }

export function sentProposals(fields: Iterable<readonly [string, string]>): SentProposal[] {
  return [...fields].slice(0, MOST_PROPOSALS * 2).flatMap(([name, key]) => {
    const found = /^k:\d{1,4}:(\d{12,14}):(\d{1,3})$/.exec(name)
    if (!found) return []
    return [{ startsAt: momentOf(new Date(Number(found[1]))), minutes: Number(found[2]), key }]
  })
}

/** What is taken along: those with something chosen, each in the past and not longer than a working day. */
export function parseConfirmed(
  sent: readonly SentProposal[],
  plan: Plan | null,
  now: Moment,
): Confirmed[] | Refusal<TimeRefusal> {
  const confirmed: Confirmed[] = []
  for (const { startsAt, minutes, key } of sent) {
    if (key === '') continue
    const subject = subjectFrom(key, plan)
    if (isRefusal(subject)) return subject
    const no = outside(startsAt, minutes, now)
    if (no) return no
    const day = dayOf(new Date(startsAt))
    confirmed.push({ subject, day, startedAt: startsAt, minutes, ...countsOf(subject, plan) })
  }
  return confirmed.length === 0 ? refuse('nothing-chosen') : confirmed
}

function outside(startsAt: Moment, minutes: number, now: Moment): Refusal<TimeRefusal> | null {
  const today = dayOf(new Date(now))
  if (minutes < 1 || minutes > LONGEST) return refuse('length-unknown')
  if (startsAt > now) return refuse('day-to-come')
  return dayOf(new Date(startsAt)) < firstDay(previousYear(schoolYearOf(today)))
    ? refuse('day-too-old')
    : null
}
