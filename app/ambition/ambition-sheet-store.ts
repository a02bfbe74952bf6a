import type { Db } from '../db/database.ts'
import type { EntryId } from '../kernel/id.ts'
import type { Plan } from '../plan/plan.ts'
import { readTeam } from '../school/team-store.ts'
import type { Actor } from '../session/actor.ts'
import type { Ambition } from './ambition.ts'
import { type TeamNumbers, teamNumbers } from './ambition-numbers-store.ts'
import type { AmbitionSheet } from './ambition-sheet.ts'
import { ambitionsOf } from './ambition-store.ts'
import { ambitionsInPlan } from './ambition-tie-store.ts'
import { beganAt, nowOf } from './measured.ts'
import { stands } from './stand.ts'

/** Every ambition of the actor's school with where it stands today: running first, the newest of them first. */
export async function ambitionSheetsOf(db: Db, actor: Actor): Promise<AmbitionSheet[]> {
  return sheetsFor(db, actor, await ambitionsOf(db, actor))
}

/** The same by goal and track of a plan. */
export async function ambitionSheetsIn(
  db: Db,
  actor: Actor,
  plan: Plan,
): Promise<ReadonlyMap<EntryId, readonly AmbitionSheet[]>> {
  const byEntry = await ambitionsInPlan(db, actor, plan)
  const sheets = await sheetsFor(db, actor, [...byEntry.values()].flat())
  return new Map(
    [...byEntry].map(([entry, ambitions]) => [
      entry,
      sheets.filter(({ ambition }) => ambitions.some(({ id }) => id === ambition.id)),
    ]),
  )
}

/** Without ambitions no figure is read. */
async function sheetsFor(db: Db, actor: Actor, ambitions: readonly Ambition[]): Promise<AmbitionSheet[]> {
  if (ambitions.length === 0) return []
  const numbers = await teamNumbers(db, actor)
  const { learningTeams } = await readTeam(db, actor)
  return ambitions.map((ambition) => ({
    ...sheetOf(ambition, numbers),
    team: learningTeams.find(({ id }) => id === ambition.teamId)?.name ?? null,
  }))
}

function sheetOf(ambition: Ambition, { shown, standings }: TeamNumbers): Omit<AmbitionSheet, 'team'> {
  const { from, about } = ambition
  return {
    ambition,
    stand: stands(ambition, shown, standings),
    from: from && beganAt(from, about, shown, standings),
    now: nowOf(about, shown, standings),
  }
}
