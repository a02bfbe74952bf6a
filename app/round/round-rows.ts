import type { Selectable } from 'kysely'
import type { Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { DecisionId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import { type BoxName, readBallots, readGiven } from './box-store.ts'
import {
  type Answer,
  type Box,
  type Choice,
  type Closed,
  type Counted,
  type Decision,
  HOWS,
  type LateObjection,
  lastRound,
  type Outcome,
  type Round,
  type Rule,
  type Settled,
  type Voice,
  type Way,
} from './round.ts'
import { withLast } from './round-way.ts'

export type DecisionRow = Selectable<Tables['decision']>
type RoundRow = Selectable<Tables['decision_round']>
type VoiceRow = Selectable<Tables['voice']>
type Parts = {
  readonly voters: readonly Selectable<Tables['decision_voter']>[]
  readonly rounds: readonly RoundRow[]
  readonly voices: readonly VoiceRow[]
  readonly given: readonly Selectable<Tables['ballot_given']>[]
  readonly ballots: readonly Selectable<Tables['ballot']>[]
}

/** Where the ballots of one round lie. */
export const boxOf = (id: DecisionId, round: number): BoxName => `${id}:${round}`

/** Everything that hangs on these decisions; of a box that is still open who gave a ballot, and no ballot. */
export async function readParts(sql: Sql, actor: Actor, ids: readonly DecisionId[]): Promise<Parts> {
  const voters = await sql
    .selectFrom('decision_voter')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('decision_id', 'in', ids)
    .orderBy('person_id')
    .execute()
  const rounds = await sql
    .selectFrom('decision_round')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('decision_id', 'in', ids)
    .orderBy('number')
    .execute()
  const voices = await sql
    .selectFrom('voice')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('decision_id', 'in', ids)
    .orderBy('spoken_at')
    .orderBy('person_id')
    .execute()
  return { voters, rounds, voices, ...(await readBoxes(sql, actor, rounds)) }
}

async function readBoxes(sql: Sql, actor: Actor, rounds: readonly RoundRow[]) {
  const box = (round: RoundRow) => boxOf(round.decision_id, round.number)
  if (rounds.length === 0) return { given: [], ballots: [] }
  const given = await readGiven(sql, actor, rounds.map(box))
  const closed = rounds.filter(({ closed_at }) => closed_at !== null).map(box)
  if (given.length === 0 || closed.length === 0) return { given, ballots: [] }
  return { given, ballots: await readBallots(sql, actor, closed) }
}

function boxFrom(box: string, given: Parts['given'], ballots: Parts['ballots']): Box {
  const inIt = ballots.filter((ballot) => ballot.box === box).map(({ choice }) => choice as Choice)
  return {
    given: given.filter((one) => one.box === box).map(({ person_id }) => person_id),
    ballots: inIt.length === 0 ? null : inIt,
  }
}

/** With the ballots of the last round, also while it is open: for who changes the decision, and never to be shown. */
export async function withBallots(sql: Sql, actor: Actor, decision: Decision): Promise<Decision> {
  const last = lastRound(decision)
  if (last.box === null || last.closed !== null) return decision
  const rows = await readBallots(sql, actor, [boxOf(decision.id, last.number)])
  const ballots = rows.map(({ choice }) => choice as Choice)
  return withLast(decision, { ...last, box: { ...last.box, ballots } })
}

/** A decision from its rows; a decision without a round does not exist. */
export function decisionFrom(row: DecisionRow, parts: Parts): Decision {
  const [first, ...later] = parts.rounds
    .filter((round) => round.decision_id === row.id)
    .map((round) => roundFrom(row, round, parts))
  if (!first) throw new Error(`decision ${row.id} has no round`)
  return {
    id: row.id,
    scopeId: row.scope_id,
    about: row.about,
    subjectId: row.subject_id,
    title: row.title,
    frame: {
      rule: ruleFrom(row),
      quorum: row.quorum,
      chair: row.chair_id,
      voters: parts.voters.filter((voter) => voter.decision_id === row.id).map((voter) => voter.person_id),
      unnamed: row.unnamed === 1,
      absentDays: row.absent_days,
    },
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    rounds: [first, ...later],
  }
}

const ruleFrom = (row: DecisionRow): Rule =>
  row.rule === 'majority' ? { kind: 'majority', percentage: row.percentage ?? 50 } : { kind: 'consent' }

function roundFrom(decision: DecisionRow, row: RoundRow, { voices, given, ballots }: Parts): Round {
  return {
    number: row.number,
    text: row.text,
    content: row.content,
    changeNote: row.change_note,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    held: row.held === 'room' ? 'room' : 'time',
    closesAt: row.closes_at,
    counted: row.counted === null ? null : (JSON.parse(row.counted) as Counted),
    box: decision.unnamed === 1 ? boxFrom(boxOf(decision.id, row.number), given, ballots) : null,
    late: row.reopened === null ? [] : (JSON.parse(row.reopened) as LateObjection[]),
    closed: closedFrom(row),
    settled: settledFrom(row),
    voices: voices
      .filter((voice) => voice.decision_id === row.decision_id && voice.round_number === row.number)
      .map(voiceFrom),
  }
}

const closedFrom = (row: RoundRow): Closed | null =>
  row.closed_at === null ? null : { at: row.closed_at, by: row.closed_by, outcome: row.outcome as Outcome }

const settledFrom = (row: RoundRow): Settled | null =>
  row.settled === null || row.settled_at === null || row.settled_by === null
    ? null
    : { way: row.settled as Way, note: row.settled_note ?? '', at: row.settled_at, by: row.settled_by }

const voiceFrom = (row: VoiceRow): Voice => ({
  person: row.person_id,
  answer: answerFrom(row),
  how: HOWS.find((how) => how === row.how) ?? 'self',
  enteredBy: row.entered_by,
  spokenAt: row.spoken_at,
  withdrawnAt: row.withdrawn_at,
})

function answerFrom({ kind, reason }: VoiceRow): Answer {
  if (kind === 'objection') return { kind, reason: reason ?? '' }
  return kind === 'concern' ? { kind, text: reason } : { kind: 'consent' }
}
