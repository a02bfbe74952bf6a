import { type DecisionId, type PersonId, parseId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Scene } from '../meeting/meeting.ts'
import type { PollKind, PollOption } from '../round/poll.ts'
import type { Answer, RoundRefusal } from '../round/round.ts'
import { parseAnswer } from '../round/round-form.ts'
import { cleanWords } from '../writing/passage.ts'
import type { Board, Leading } from './board.ts'
import type { LeadForm } from './lead-form.ts'

/** The desk beside the board, for the chair and the minute-taker alone. */
export type Desk = {
  readonly board: Board
  readonly leading: Leading
  /** Who has not answered in the open round; null: no round is open. */
  readonly silent: readonly PersonId[] | null
  readonly openRound: { readonly id: DecisionId; readonly number: number } | null
  /** A form that could not be taken, with what was typed in it. */
  readonly refused: Refused | null
}

export type Refused = {
  readonly form: LeadForm
  readonly field: string | null
  readonly sentence: string
}

/** What was typed in this form before it was refused, and the sentence beside a field. */
export function typedIn({ refused }: Pick<Desk, 'refused'>, act: string) {
  const form = refused?.form['act'] === act ? refused.form : null
  return {
    value: (name: string) => form?.[name] ?? null,
    error: (name: string) => (form && refused?.field === name ? refused.sentence : null),
  }
}

export type RecordRefusal = 'no-round-open' | 'person-missing' | 'how-unknown' | 'count-missing'

export type VoiceTyped = {
  readonly person: PersonId
  readonly answer: Answer
  readonly how: 'phone' | 'hand'
}

/** The answer of somebody else, and how it was heard. */
export function parseVoice(form: LeadForm): VoiceTyped | Refusal<RecordRefusal | RoundRefusal> {
  const person = parseId<'person'>(form['person'])
  if (person === null) return refuse('person-missing', 'person')
  const how = form['how']
  if (how !== 'phone' && how !== 'hand') return refuse('how-unknown', 'how')
  const answer = parseAnswer(form)
  return isRefusal(answer) ? answer : { person, answer, how }
}

export type CountTyped = {
  readonly method: 'hands' | 'paper'
  readonly for: number
  readonly concerns: number
  readonly against: number
  readonly blank: number
}

/** Hands or papers: how many are for must be said, the others count as none when they are left empty. */
export function parseCount(form: LeadForm): CountTyped | Refusal<RecordRefusal> {
  const count = (name: string) => {
    const value = (form[name] ?? '').trim()
    return value === '' ? 0 : /^\d{1,4}$/.test(value) ? Number(value) : null
  }
  if ((form['for'] ?? '').trim() === '') return refuse('count-missing', 'for')
  const method = form['method'] === 'paper' ? 'paper' : 'hands'
  const [yes, concerns, against, blank] = ['for', 'concerns', 'against', 'blank'].map(count)
  for (const [field, value] of Object.entries({ for: yes, concerns, against, blank }))
    if (value === null || value === undefined) return refuse('count-missing', field)
  return { method, for: yes ?? 0, concerns: concerns ?? 0, against: against ?? 0, blank: blank ?? 0 }
}

export type PollTyped = {
  readonly kind: PollKind
  readonly question: string
  readonly options: readonly PollOption[]
  readonly dots: number
  readonly unnamed: boolean
}

/** A question to the room; the rules of a poll weigh it further. */
export function parsePoll(form: LeadForm): PollTyped {
  const kind: PollKind = form['kind'] === 'dots' ? 'dots' : 'check'
  const lines = cleanWords(form['options'] ?? '')
    .split('\n')
    .map((line) => line.trim())
  const texts = [...new Set(lines.filter((line) => line !== ''))]
  const dots = /^\d{1,2}$/.test((form['dots'] ?? '').trim()) ? Number(form['dots']) : 0
  return {
    kind,
    question: cleanWords(form['question'] ?? '').trim(),
    options: texts.map((text, place) => ({ id: `keuze-${place + 1}`, text })),
    dots: kind === 'check' ? 1 : dots,
    unnamed: form['unnamed'] === 'yes',
  }
}

/** Who has a voice and of whom nothing is written down yet. */
export const stillUnknown = ({
  meeting,
  attendance,
  people,
}: Pick<Scene, 'meeting' | 'attendance' | 'people'>) =>
  meeting.deciding.voters.filter(
    (voter) => people.get(voter)?.hasLeft === false && !attendance.some(({ person }) => person === voter),
  )
