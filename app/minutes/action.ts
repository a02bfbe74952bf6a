import { type Day, type Moment, parseDay } from '../kernel/day.ts'
import type { ActionId, MeetingId, MeetingItemId, PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'

/** What somebody will do, as the meeting agreed it. */
export type Action = {
  readonly id: ActionId
  readonly meeting: MeetingId
  /** The item at which it was agreed; null: of the meeting as a whole. */
  readonly item: MeetingItemId | null
  readonly owner: PersonId
  readonly what: string
  readonly due: Day | null
  readonly addedAt: Moment
  readonly doneAt: Moment | null
  readonly doneBy: PersonId | null
}

export type ActionRefusal =
  | 'action-unclear'
  | 'owner-unknown'
  | 'owner-ambiguous'
  | 'what-missing'
  | 'action-too-long'
  | 'action-gone'

/** In characters. */
export const LONGEST_ACTION = 300

export type AgreedAction = Pick<Action, 'owner' | 'what' | 'due'>
type Named = { readonly id: PersonId; readonly name: string }

/**
 * 'Anouk: leeslijst maken, 3 dec': who, what and perhaps by when, as one says it aloud. A last part that is no day
 * belongs to what is done.
 * @param today a day without a year is the next one from here
 */
export function parseActionLine(
  raw: string,
  people: readonly Named[],
  today: Day,
): AgreedAction | Refusal<ActionRefusal> {
  const line = oneLine(raw)
  const at = line.indexOf(':')
  if (at < 1) return refuse('action-unclear', 'line')
  const owner = ownerOf(line.slice(0, at), people)
  if (typeof owner !== 'string') return owner
  const { what, due } = whatAndWhen(line.slice(at + 1).trim(), today)
  if (what === '') return refuse('what-missing', 'line')
  return what.length > LONGEST_ACTION ? refuse('action-too-long', 'line') : { owner, what, due }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029\ufffe\uffff]+/g
const oneLine = (raw: string) =>
  raw.toWellFormed().normalize('NFC').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim()

const folded = (text: string) =>
  text
    .trim()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/** By the whole name, else by the first name alone when only one person has it. */
function ownerOf(said: string, people: readonly Named[]): PersonId | Refusal<ActionRefusal> {
  const name = folded(said)
  const whole = people.filter((one) => folded(one.name) === name)
  const found = whole.length > 0 ? whole : people.filter((one) => folded(one.name).split(' ')[0] === name)
  const [only, other] = found
  if (only === undefined) return refuse('owner-unknown', 'line')
  return other === undefined ? only.id : refuse('owner-ambiguous', 'line')
}

function whatAndWhen(said: string, today: Day): Pick<AgreedAction, 'what' | 'due'> {
  const comma = said.lastIndexOf(',')
  const due = comma < 0 ? null : dayIn(said.slice(comma + 1), today)
  return due === null
    ? { what: said.replace(/[,;\s]+$/, ''), due: null }
    : { what: said.slice(0, comma).trim(), due }
}

const MONTHS = [
  ['jan', 'januari', 'january'],
  ['feb', 'februari', 'february'],
  ['mrt', 'maart', 'mar', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['aug', 'augustus', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oktober', 'oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
] as const

/** '3 dec', '3 december 2026', '3-12', '3/12/2026' or '2026-12-03', also with 'voor' or 'by' before it. */
export function dayIn(said: string, today: Day): Day | null {
  const text = folded(said).replace(/^(voor|uiterlijk|op|by|before|on)\s+/, '')
  const written = parseDay(text)
  if (written) return written
  const parts = /^(\d{1,2})(?:\s+([a-z]+)\.?|\s*[-/]\s*(\d{1,2}))(?:\s*[-/]?\s*(\d{4}))?$/.exec(text)
  if (!parts) return null
  const [, day = '', word, number, year] = parts
  const month = word === undefined ? Number(number) : monthOf(word)
  return month === null ? null : nextDay(Number(day), month, year === undefined ? null : Number(year), today)
}

function monthOf(word: string) {
  const at = MONTHS.findIndex((names) => (names as readonly string[]).includes(word))
  return at < 0 ? null : at + 1
}

/** In this year, or in the next one when that day has been; 29 February waits for its year. */
function nextDay(day: number, month: number, year: number | null, today: Day): Day | null {
  const first = year ?? Number(today.slice(0, 4))
  for (const one of year === null ? [first, first + 1] : [first]) {
    const found = parseDay(`${one}-${two(month)}-${two(day)}`)
    if (found && (year !== null || found >= today)) return found
  }
  return null
}

const two = (number: number) => String(number).padStart(2, '0')

/** Those still to do, the first to come first; those without a day last. */
export const openOnes = (actions: readonly Action[]) =>
  actions.filter(({ doneAt }) => doneAt === null).sort((one, other) => compareDue(one.due, other.due))

const compareDue = (one: Day | null, other: Day | null) =>
  one === other ? 0 : one === null ? 1 : other === null || one < other ? -1 : 1
