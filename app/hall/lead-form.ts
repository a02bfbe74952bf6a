import { type MeetingItemId, type PassId, type PersonId, parseId, type SayId } from '../kernel/id.ts'
import { type Attending, parseAttending } from '../meeting/attendance.ts'
import { STAGES, type Stage } from '../meeting/meeting.ts'
import { LEAVINGS, type Leaving, type Mark, type RunAct } from '../meeting/run.ts'

/** What a form of leading or writing down asks for; what is typed in it is read by the act itself. */
export type LeadForm = Readonly<Record<string, string | undefined>>

/** Acts at the item where the meeting is, and acts of the desk beside the board. */
export type LeadAct =
  | { readonly does: 'run'; readonly run: RunAct }
  | { readonly does: 'round-open'; readonly mark: Mark }
  | { readonly does: 'round-close'; readonly mark: Mark; readonly round: number }
  | {
      readonly does: 'poll-open' | 'poll-close' | 'voice' | 'count' | 'count-away' | 'settle'
      readonly mark: Mark
    }
  | { readonly does: 'say'; readonly say: SayId; readonly done: boolean }
  | { readonly does: 'attend-rest' }
  | { readonly does: 'attend'; readonly person: PersonId; readonly what: Attending }
  | { readonly does: 'pass'; readonly pass: PassId; readonly how: 'confirm' | 'refuse' | 'end' }

/** The act of a form; null when it names none, or names something that can't be. */
export function parseLead(form: LeadForm): LeadAct | null {
  const run = parseRun(form)
  if (run !== null) return { does: 'run', run }
  const mark = markIn(form)
  const act = form['act'] ?? ''
  if (mark !== null) {
    if (act === 'round-open') return { does: act, mark }
    if (act === 'round-close') return roundClose(form, mark)
    if (act === 'poll-open' || act === 'poll-close') return { does: act, mark }
    if (act === 'voice' || act === 'count' || act === 'count-away' || act === 'settle')
      return { does: act, mark }
  }
  return parseBeside(form, act)
}

function parseRun(form: LeadForm): RunAct | null {
  const act = form['act']
  if (act === 'open' || act === 'reopen') return { act }
  const mark = markIn(form)
  const item = parseId<'meeting-item'>(form['item'])
  if (act === 'set') return setAct(item, form['state'])
  if (mark === null) return null
  if (act === 'back' || act === 'rest') return { act, mark }
  if (act === 'go') return item && { act, mark, item }
  if (act === 'stage') return stageAct(mark, form['to'])
  if (act === 'close') return { act, mark, left: leftIn(form) }
  const leave = leaving(form['leave'])
  return act === 'next' && leave ? { act, mark, leave } : null
}

function setAct(item: MeetingItemId | null, said: string | undefined): RunAct | null {
  const state = leaving(said)
  return item === null || state === null || state === 'done' ? null : { act: 'set', item, state }
}

function stageAct(mark: Mark, to: string | undefined): RunAct | null {
  const stage = stageIn(to)
  return stage === undefined ? null : { act: 'stage', mark, stage }
}

const leaving = (value: string | undefined): Leaving | null =>
  LEAVINGS.find((known) => known === value) ?? null

/** '' is no stage yet; undefined is none that there is. */
function stageIn(value: string | undefined): Stage | null | undefined {
  return value === '' ? null : STAGES.find((known) => known === value)
}

/** Where the meeting was when the form was drawn; null when the form does not say so. */
function markIn(form: LeadForm): Mark | null {
  const stage = stageIn(form['stage'])
  const item = form['at'] === '' ? null : parseId<'meeting-item'>(form['at'])
  return stage === undefined || (item === null && form['at'] !== '') ? null : { item, stage }
}

function leftIn(form: LeadForm): ReadonlyMap<MeetingItemId, Leaving> {
  const said = Object.entries(form).flatMap(([name, value]) => {
    const id = name.startsWith('left.') ? parseId<'meeting-item'>(name.slice('left.'.length)) : null
    const leave = leaving(value)
    return id && leave ? [[id, leave] as const] : []
  })
  return new Map(said)
}

function roundClose(form: LeadForm, mark: Mark): LeadAct | null {
  const round = /^\d{1,4}$/.test(form['round'] ?? '') ? Number(form['round']) : null
  return round === null ? null : { does: 'round-close', mark, round }
}

function parseBeside(form: LeadForm, act: string): LeadAct | null {
  if (act === 'say-done' || act === 'say-undone') {
    const say = parseId<'say'>(form['say'])
    return say && { does: 'say', say, done: act === 'say-done' }
  }
  if (act === 'attend-rest') return { does: act }
  if (act === 'attend') {
    const [person, what] = [parseId<'person'>(form['person']), parseAttending(form['how'])]
    return person && what && { does: 'attend', person, what }
  }
  const how = { 'pass-confirm': 'confirm', 'pass-refuse': 'refuse', 'pass-end': 'end' } as const
  if (act !== 'pass-confirm' && act !== 'pass-refuse' && act !== 'pass-end') return null
  const pass = parseId<'pass'>(form['pass'])
  return pass && { does: 'pass', pass, how: how[act] }
}

export type Back = 'board' | 'desk' | 'phone'
export const backOf = (form: LeadForm): Back =>
  form['back'] === 'desk' || form['back'] === 'phone' ? form['back'] : 'board'
