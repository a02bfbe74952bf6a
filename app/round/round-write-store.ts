import type { Sql } from '../db/database.ts'
import type { DecisionId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import { writeBox } from './box-store.ts'
import type { Decision, Round } from './round.ts'
import { boxOf } from './round-rows.ts'

/** The writing half of `round-store`. */

/** A new decision with what was fixed before its first voice. */
export async function insertDecision(sql: Sql, actor: Actor, { frame, ...decision }: Decision) {
  const { schoolId: school_id } = actor
  const { rule } = frame
  await sql
    .insertInto('decision')
    .values({
      id: decision.id,
      school_id,
      scope_id: decision.scopeId,
      about: decision.about,
      subject_id: decision.subjectId,
      title: decision.title,
      rule: rule.kind,
      percentage: rule.kind === 'majority' ? rule.percentage : null,
      quorum: frame.quorum,
      opened_at: decision.openedAt,
      opened_by: decision.openedBy,
      chair_id: frame.chair,
      unnamed: frame.unnamed ? 1 : 0,
      absent_days: frame.absentDays,
    })
    .execute()
  const voters = frame.voters.map((person_id) => ({ school_id, decision_id: decision.id, person_id }))
  await sql.insertInto('decision_voter').values(voters).execute()
}

/** Writes what differs between a decision as it was stored and as it is now. */
export async function writeRounds(sql: Sql, actor: Actor, before: Decision, after: Decision) {
  for (const [index, round] of after.rounds.entries()) {
    const known = before.rounds[index]
    if (known !== round) await putRound(sql, actor, after.id, round)
    if (round.box && known?.box !== round.box)
      await writeBox(sql, actor, boxOf(after.id, round.number), round.box.given, round.box.ballots ?? [])
    for (const voice of round.voices) {
      if (!known?.voices.includes(voice)) await putVoice(sql, actor, after.id, round.number, voice)
    }
  }
}

/** A round: its text stands from the first, its closing and what the chair did with it come later. */
export async function putRound(sql: Sql, actor: Actor, id: DecisionId, round: Round) {
  const later = {
    closed_at: round.closed?.at ?? null,
    closed_by: round.closed?.by ?? null,
    outcome: round.closed?.outcome ?? null,
    settled: round.settled?.way ?? null,
    settled_at: round.settled?.at ?? null,
    settled_by: round.settled?.by ?? null,
    settled_note: round.settled?.note ?? null,
    counted: round.counted === null ? null : JSON.stringify(round.counted),
    reopened: round.late.length === 0 ? null : JSON.stringify(round.late),
  }
  await sql
    .insertInto('decision_round')
    .values({
      school_id: actor.schoolId,
      decision_id: id,
      number: round.number,
      text: round.text,
      content: round.content,
      change_note: round.changeNote,
      opened_at: round.openedAt,
      opened_by: round.openedBy,
      closes_at: round.closesAt,
      held: round.held,
      ...later,
    })
    .onConflict((clash) => clash.columns(['decision_id', 'number']).doUpdateSet(later))
    .execute()
}

async function putVoice(
  sql: Sql,
  actor: Actor,
  id: DecisionId,
  number: number,
  voice: Round['voices'][number],
) {
  const { answer } = voice
  const said = {
    kind: answer.kind,
    spoken_at: voice.spokenAt,
    withdrawn_at: voice.withdrawnAt,
    how: voice.how,
    entered_by: voice.enteredBy,
    reason: answer.kind === 'concern' ? answer.text : answer.kind === 'objection' ? answer.reason : null,
  }
  await sql
    .insertInto('voice')
    .values({
      school_id: actor.schoolId,
      decision_id: id,
      round_number: number,
      person_id: voice.person,
      ...said,
    })
    .onConflict((clash) => clash.columns(['decision_id', 'round_number', 'person_id']).doUpdateSet(said))
    .execute()
}
