import type { Db } from '../app/db/database.ts'
import type { EntryId } from '../app/kernel/id.ts'
import { readPlan } from '../app/plan/plan-store.ts'
import { namePerson } from '../app/plan/tie-store.ts'
import { NOW_MOMENT } from './cast.ts'
import { prove } from './own-proof.ts'
import { entryNow, ownTrack, type PlanVisit, visitPlan } from './plan-visit.ts'
import type { Visitor } from './request.ts'

/** Anouk's track, on which she named Karin (who coordinates and administers), Youssef and Paul as support. */
export type NoteVisit = PlanVisit & {
  readonly track: EntryId
  /** The address of the notes. */
  readonly notes: string
  /** Somebody with an own proof in the session. */
  proved(key: Parameters<PlanVisit['as']>[0]): Promise<Visitor>
}

export async function visitNotes(db: Db): Promise<NoteVisit> {
  const visit = await visitPlan(db)
  const track = await ownTrack(visit, 'anouk', 'In elke les zien of elk kind mee kan.')
  for (const key of ['karin', 'youssef', 'paul'] as const) {
    const plan = await readPlan(db, visit.cast.keeper, visit.plan)
    if (!plan) throw new Error('no plan')
    const entry = await entryNow(visit, track)
    const person = visit.cast.people[key]
    await namePerson(db, visit.cast.member('anouk'), plan, entry, person, 'support', NOW_MOMENT)
  }
  const proved = async (key: Parameters<PlanVisit['as']>[0]) => {
    const member = await visit.as(key)
    await prove(db, member)
    return member
  }
  return { ...visit, track, notes: `${visit.href}/entry/${track}/notes`, proved }
}
