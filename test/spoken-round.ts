import fc from 'fast-check'
import type { Moment } from '../app/kernel/day.ts'
import type { DecisionId, PersonId } from '../app/kernel/id.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import {
  type Answer,
  type Decision,
  type Frame,
  newRound,
  type Round,
  type Rule,
} from '../app/round/round.ts'
import { speak } from '../app/round/round-voice.ts'

/** A round of seven colleagues about one principle, for the rules. */
export const TEAM = ['karin', 'paul', 'anouk', 'petra', 'sem', 'noor', 'kees'] as PersonId[]
export const [KARIN, PAUL, ANOUK, PETRA] = TEAM as [PersonId, PersonId, PersonId, PersonId]
export const OPENED = '2026-11-10T08:00:00.000Z' as Moment
export const BEFORE = '2026-11-12T08:00:00.000Z' as Moment
export const CLOSES = '2026-11-13T15:00:00.000Z' as Moment
export const AFTER = '2026-11-14T08:00:00.000Z' as Moment
export const LATER = '2026-11-24T15:00:00.000Z' as Moment

export const frame = (rule: Rule = { kind: 'consent' }, quorum = 4): Frame => ({
  rule,
  quorum,
  voters: TEAM,
  chair: KARIN,
  unnamed: false,
  absentDays: null,
})
export const fresh: Round = {
  number: 1,
  text: 'We delen alles.',
  content: '',
  changeNote: null,
  openedAt: OPENED,
  openedBy: KARIN,
  held: 'time',
  closesAt: CLOSES,
  voices: [],
  counted: null,
  box: null,
  late: [],
  closed: null,
  settled: null,
}
/** The same text, put to the team in the room. */
export const inRoom = (given: Frame): Round => {
  const { number, text, content, changeNote, openedAt, openedBy } = fresh
  return newRound(given, { number, text, content, changeNote, openedAt, openedBy }, null)
}
/** A majority vote without names: five have to take part. */
export const unnamed: Frame = { ...frame({ kind: 'majority', percentage: 50 }, 5), unnamed: true }
export const consent: Answer = { kind: 'consent' }
export const concern: Answer = { kind: 'concern', text: 'Mag het klein beginnen?' }
export const objection: Answer = { kind: 'objection', reason: 'Niet alles is voor iedereen.' }

export function spoken(given: Frame, said: readonly (readonly [PersonId, Answer])[], round = fresh): Round {
  return said.reduce((so, [person, answer]) => {
    const next = speak(given, so, person, answer, BEFORE)
    if (isRefusal(next)) throw new Error(next.refused)
    return next
  }, round)
}
export const all = (answer: Answer, people = TEAM) => people.map((person) => [person, answer] as const)
export const decisionWith = (given: Frame, round: Round): Decision => ({
  id: 'd' as DecisionId,
  scopeId: 'plan',
  about: 'principle',
  subjectId: 'p',
  title: 'Open zijn',
  frame: given,
  openedAt: OPENED,
  openedBy: KARIN,
  rounds: [round],
})
export const anyAnswer = fc.oneof(
  fc.constant(consent),
  fc.option(fc.string()).map((text): Answer => ({ kind: 'concern', text })),
  fc.string({ minLength: 1 }).map((reason): Answer => ({ kind: 'objection', reason: `${reason}.` })),
)
export const anyPerson = fc.constantFrom(...TEAM)
export const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.constant({ kind: 'consent' } as const),
  fc.integer({ min: 50, max: 100 }).map((percentage) => ({ kind: 'majority', percentage }) as const),
)
export const anyFrame = fc
  .tuple(anyRule, fc.integer({ min: 1, max: TEAM.length }))
  .map(([rule, quorum]) => frame(rule, quorum))
export const anySaid = fc.array(fc.tuple(anyPerson, anyAnswer), { maxLength: 20 })
export const onePerPerson = fc.uniqueArray(fc.tuple(anyPerson, anyAnswer), { selector: ([person]) => person })
