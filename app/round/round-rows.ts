import type { Selectable } from 'kysely'
import type { Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { DecisionId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import type { Answer, Closed, Decision, Outcome, Round, Rule, Settled, Voice, Way } from './round.ts'

export type DecisionRow = Selectable<Tables['decision']>
type RoundRow = Selectable<Tables['decision_round']>
type VoiceRow = Selectable<Tables['voice']>
type Parts = {
  readonly voters: readonly Selectable<Tables['decision_voter']>[]
  readonly rounds: readonly RoundRow[]
  readonly voices: readonly VoiceRow[]
}

/** Everything that hangs on these decisions. */
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
  return { voters, rounds, voices }
}

/** A decision from its rows; a decision without a round does not exist. */
export function decisionFrom(row: DecisionRow, parts: Parts): Decision {
  const [first, ...later] = parts.rounds
    .filter((round) => round.decision_id === row.id)
    .map((round) => roundFrom(round, parts.voices))
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
    },
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    rounds: [first, ...later],
  }
}

const ruleFrom = (row: DecisionRow): Rule =>
  row.rule === 'majority' ? { kind: 'majority', percentage: row.percentage ?? 50 } : { kind: 'consent' }

function roundFrom(row: RoundRow, voices: readonly VoiceRow[]): Round {
  return {
    number: row.number,
    text: row.text,
    content: row.content,
    changeNote: row.change_note,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    closesAt: row.closes_at,
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
  spokenAt: row.spoken_at,
  withdrawnAt: row.withdrawn_at,
})

function answerFrom({ kind, reason }: VoiceRow): Answer {
  if (kind === 'objection') return { kind, reason: reason ?? '' }
  return kind === 'concern' ? { kind, text: reason } : { kind: 'consent' }
}
