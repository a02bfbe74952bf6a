import type { Moment } from '../kernel/day.ts'
import { type Id, type PersonId, parseId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { tidyText } from '../writing/passage.ts'
import { type Answer, type Frame, type RoundRefusal, type Rule, WAYS, type Way } from './round.ts'

/** A form as it comes in: names with their texts; a name that is ticked more than once has them all. */
export type RoundForm = Readonly<Record<string, string | readonly string[] | undefined>>

const LONGEST_REASON = 2_000

const oneOf = (form: RoundForm, name: string) => {
  const value = form[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
const allOf = (form: RoundForm, name: string): readonly string[] => {
  const value = form[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** A short text of a person, tidied; refused when it is longer than a talk about it should start with. */
export function parseReason(raw: string, field: string): string | Refusal<RoundRefusal> {
  const text = tidyText(raw)
  return isRefusal(text) || text.length > LONGEST_REASON ? refuse('text-too-long', field) : text
}

export function parseAnswer(form: RoundForm): Answer | Refusal<RoundRefusal> {
  const kind = oneOf(form, 'answer')
  if (kind === 'consent') return { kind }
  if (kind !== 'concern' && kind !== 'objection') return refuse('answer-unknown', 'answer')
  const text = parseReason(oneOf(form, kind), kind)
  if (isRefusal(text)) return text
  if (kind === 'concern') return { kind, text: text === '' ? null : text }
  return text === '' ? refuse('reason-missing', 'objection') : { kind, reason: text }
}

/** To which round a form belongs; null when it does not say. */
export const parseRound = (form: RoundForm) => wholeNumber(oneOf(form, 'round'))

/** What is fixed before the first voice, from the form that opens a decision; `people` are those who can have one. */
export function parseFrame(form: RoundForm, people: readonly PersonId[]): Frame | Refusal<RoundRefusal> {
  const rule = parseRule(form)
  if (isRefusal(rule)) return rule
  const voters = [...new Set(allOf(form, 'voter').map((value) => parseId<'person'>(value)))]
  const known = voters.filter((voter): voter is PersonId => voter !== null && people.includes(voter))
  if (known.length !== voters.length) return refuse('voter-unknown', 'voter')
  if (known.length === 0) return refuse('voters-missing', 'voter')
  const quorum = wholeNumber(oneOf(form, 'quorum'))
  if (quorum === null || quorum < 1 || quorum > known.length) return refuse('quorum-unknown', 'quorum')
  const chair: Id<'person'> | null = parseId<'person'>(oneOf(form, 'chair'))
  if (chair === null || !people.includes(chair)) return refuse('chair-unknown', 'chair')
  return { rule, quorum, voters: known, chair, unnamed: false, absentDays: null }
}

function parseRule(form: RoundForm): Rule | Refusal<RoundRefusal> {
  const kind = oneOf(form, 'rule')
  if (kind === 'consent') return { kind }
  if (kind !== 'majority') return refuse('rule-unknown', 'rule')
  const percentage = wholeNumber(oneOf(form, 'percentage'))
  if (percentage === null || percentage < 50 || percentage > 100)
    return refuse('percentage-unknown', 'percentage')
  return { kind, percentage }
}

const wholeNumber = (value: string) => (/^\d{1,4}$/.test(value.trim()) ? Number(value) : null)

/** A closing time as a browser's `datetime-local` gives it, on the clock of the Netherlands. */
export function parseClosing(form: RoundForm, now: Moment): Moment | Refusal<RoundRefusal> {
  const value = oneOf(form, 'closesAt')
  const at = momentInAmsterdam(value)
  if (at === null) return refuse('closing-time-unknown', 'closesAt')
  return at <= now ? refuse('closing-time-past', 'closesAt') : at
}

export function parseWay(form: RoundForm): Way | Refusal<RoundRefusal> {
  const way = WAYS.find((known) => known === oneOf(form, 'way'))
  return way ?? refuse('way-unknown', 'way')
}

const amsterdam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** '2026-11-24T16:00' on a clock in the Netherlands; an hour that summer time skips does not exist, and is null. */
export function momentInAmsterdam(value: string): Moment | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)) return null
  for (const hours of [1, 2]) {
    const at = new Date(`${value}:00+0${hours}:00`)
    if (!Number.isNaN(at.getTime()) && localClock(at) === value) return at.toISOString() as Moment
  }
  return null
}

const localClock = (at: Date) => amsterdam.format(at).replace(' ', 'T')

/** A moment as a `datetime-local` field shows it. */
export const closingField = (at: Moment) => localClock(new Date(at))
