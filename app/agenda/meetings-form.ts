import { type PersonId, parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { type Deciding, PURPOSES, type Purpose } from '../meeting/meeting.ts'
import {
  LONGEST,
  type MeetingDetails,
  MOST_MINUTES,
  type NewItem,
  type PlanningNo,
} from '../meeting/meeting-plan.ts'
import { whyNotFrame } from '../round/round.ts'
import { momentInAmsterdam, parseFrame, parseReason } from '../round/round-form.ts'
import { tidyText } from '../writing/passage.ts'

/** The forms with which a meeting is prepared, as what they mean. */

/** Names with their texts; a name that is ticked more than once has them all. */
export type MeetingForm = Readonly<Record<string, string | readonly string[] | undefined>>

export const oneOf = (form: MeetingForm, name: string) => {
  const value = form[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
export const allOf = (form: MeetingForm, name: string): readonly string[] => {
  const value = form[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** Nobody plans a meeting for after this; a year of five digits is a slip of the keyboard. */
const LAST_MOMENT = '2199-12-31T23:59:59.999Z'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/g

/** One line of text: no breaks, no control characters, nothing that turns the reading around. */
export const oneLine = (raw: string) =>
  raw.slice(0, 4_000).toWellFormed().normalize('NFC').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim()

/** Title, time, length, place, chair and minute-taker. Whether they are of the school asks the store. */
export function parseDetails(form: MeetingForm): MeetingDetails | PlanningNo {
  const title = oneLine(oneOf(form, 'title'))
  if (title === '') return refuse('title-missing', 'title')
  if (title.length > LONGEST.title) return refuse('title-too-long', 'title')
  const startsAt = momentInAmsterdam(oneOf(form, 'startsAt').slice(0, 16))
  if (startsAt === null || startsAt > LAST_MOMENT) return refuse('time-unknown', 'startsAt')
  const minutes = minutesIn(form, 'minutes')
  if (minutes === null) return refuse('length-unknown', 'minutes')
  const place = oneLine(oneOf(form, 'place'))
  if (place.length > LONGEST.place) return refuse('place-too-long', 'place')
  const chair = parseId<'person'>(oneOf(form, 'chair'))
  if (chair === null) return refuse('chair-unknown', 'chair')
  const minuteTaker = parseId<'person'>(oneOf(form, 'minuteTaker'))
  if (minuteTaker === null) return refuse('taker-unknown', 'minuteTaker')
  return { title, startsAt, minutes, place, chair, minuteTaker }
}

function minutesIn(form: MeetingForm, name: string): number | null {
  const value = oneOf(form, name).trim()
  const minutes = /^\d{1,3}$/.test(value) ? Number(value) : 0
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null
}

/** How the team decides: rule, quorum, voters, with or without names, and what who is absent can do. */
export function parseDeciding(form: MeetingForm, people: readonly PersonId[]): Deciding | PlanningNo {
  // The chair is asked for apart; here stands somebody who is there for certain.
  const frame = parseFrame({ ...form, chair: people[0] ?? '' }, people)
  if (isRefusal(frame)) return frame as PlanningNo
  const deciding = {
    rule: frame.rule,
    quorum: frame.quorum,
    voters: frame.voters,
    unnamed: frame.rule.kind === 'majority' && oneOf(form, 'unnamed') === 'yes',
    absentDays: absentDaysIn(form),
  }
  const no = whyNotFrame(deciding)
  return no ? (no as PlanningNo) : deciding
}

/** NaN where a number of days was asked for and none was given: it is refused as such. */
function absentDaysIn(form: MeetingForm): number | null {
  if (oneOf(form, 'absent') !== 'afterwards') return null
  const value = oneOf(form, 'absentDays').trim()
  return /^\d{1,3}$/.test(value) ? Number(value) : Number.NaN
}

export const parsePurpose = (value: string): Purpose | null =>
  PURPOSES.find((purpose) => purpose === value) ?? null

/** A point in one's own words: to talk about, or with a text for the team to decide on. */
export function parseOwnItem(form: MeetingForm): NewItem | PlanningNo {
  const kind = oneOf(form, 'kind') === 'proposal' ? 'proposal' : 'free'
  const title = oneLine(oneOf(form, 'title'))
  if (title === '') return refuse('item-title-missing', 'title')
  const given = parseItemChange({
    ...form,
    purpose: kind === 'proposal' ? 'decision' : oneOf(form, 'purpose'),
  })
  if (isRefusal(given)) return given
  if (kind === 'proposal' && given.text === '') return refuse('item-text-missing', 'text')
  return { kind, subjectId: null, carriedFrom: null, ...given, title }
}

/** What can change of an item: title (of one's own words), introduction, purpose, minutes. */
export function parseItemChange(
  form: MeetingForm,
): Pick<NewItem, 'title' | 'text' | 'purpose' | 'minutes'> | PlanningNo {
  const title = oneLine(oneOf(form, 'title'))
  if (title.length > LONGEST.itemTitle) return refuse('title-too-long', 'title')
  const text = tidyText(oneOf(form, 'text'))
  if (isRefusal(text) || text.length > LONGEST.itemText) return refuse('text-too-long', 'text')
  const purpose = parsePurpose(oneOf(form, 'purpose'))
  if (purpose === null) return refuse('purpose-unknown', 'purpose')
  const minutes = minutesIn(form, 'minutes')
  return minutes === null ? refuse('item-minutes-unknown', 'minutes') : { title, text, purpose, minutes }
}

/** Why a meeting does not go on. */
export function parseCancelling(form: MeetingForm): string | PlanningNo {
  const why = parseReason(oneOf(form, 'why'), 'why')
  if (isRefusal(why) || why.length > LONGEST.reason) return refuse('text-too-long', 'why')
  return why === '' ? refuse('cancel-why-missing', 'why') : why
}
