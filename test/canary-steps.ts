import type { Sql } from '../app/db/database.ts'
import { type EntryId, newId, type PersonId, type PlanId } from '../app/kernel/id.ts'
import type { Keeper } from '../app/session/actor.ts'
import { NOW_MOMENT } from './cast.ts'

/** Words in steps, and who of the readers may meet them: as the track that they are of, and what was learned in it. */
export const STEP_CANARIES = [
  // A step of a track that Wilma does not stand behind yet; in the other one Hanneke is asked.
  { word: 'kanarie-eigenstap', for: ['wilma', 'karin', 'sem'], seenBy: 'wilma' },
  { word: 'kanarie-aangevraagd', for: ['wilma', 'karin', 'sem', 'hanneke'], seenBy: 'hanneke' },
  // What was seen with a step of Petra, who does not share what she learns; Bram did it with her.
  { word: 'kanarie-gezien', for: ['petra', 'karin', 'bram'], seenBy: 'bram' },
  { word: 'kanarie-stapweg', for: [] },
] as const

type Tracks = { readonly wilma: EntryId; readonly petra: EntryId; readonly gone: EntryId }
type People = Readonly<Record<'wilma' | 'petra' | 'bram' | 'hanneke', PersonId>>

/** Steps in tracks that not everyone reads. */
export async function plantSteps(
  sql: Sql,
  keeper: Keeper,
  plan: PlanId,
  { wilma, petra, gone }: Tracks,
  people: People,
) {
  const plant = planter(sql, keeper, plan)
  await plant(wilma, 'kanarie-eigenstap', [people.wilma], [])
  await plant(wilma, 'kanarie-aangevraagd', [people.wilma], [people.hanneke])
  await plant(petra, 'Samen kijken', [people.petra, people.bram], [], 'kanarie-gezien')
  await plant(gone, 'kanarie-stapweg', [people.bram], [])
  await sql.updateTable('entry').set({ share_choice: 'not-share' }).where('id', '=', petra).execute()
}

const planter =
  (sql: Sql, { schoolId: school_id }: Keeper, plan_id: PlanId) =>
  async (
    entry_id: EntryId,
    what: string,
    doing: readonly PersonId[],
    asked: readonly PersonId[],
    saw: string | null = null,
  ) => {
    const id = newId<'step'>()
    const [by = null] = doing
    await sql
      .insertInto('step')
      .values({
        id,
        school_id,
        plan_id,
        entry_id,
        what,
        saw,
        form: null,
        on_day: null,
        made_at: NOW_MOMENT,
        made_by: by,
        changed_at: NOW_MOMENT,
        ended_at: saw === null ? null : NOW_MOMENT,
        ended_by: saw === null ? null : by,
        ended_as: saw === null ? null : 'done',
      })
      .execute()
    for (const person_id of [...doing, ...asked])
      await sql
        .insertInto('step_person')
        .values({
          step_id: id,
          school_id,
          person_id,
          asked_at: NOW_MOMENT,
          agreed_at: doing.includes(person_id) ? NOW_MOMENT : null,
          declined_at: null,
        })
        .execute()
  }
