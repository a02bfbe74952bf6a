import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf, momentOf } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { PersonId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { schoolsOnServer } from '../school/school-store.ts'
import type { Keeper } from '../session/actor.ts'
import { memberIn, type PeerGroup, peopleIn } from './peer.ts'
import { loadPeers } from './peer-load.ts'
import { isNothing, leave, type PeerChange, takeBack } from './peer-rules.ts'
import { removePeers, savePeers } from './peer-save-store.ts'
import type { TellPeers } from './peer-write-store.ts'

/** In days after a group ended: long enough to look back on at the end of a year, and not a file. */
export const KEPT_AFTER_END = 365
/** In days after its term: who never said yes by then is not waited for. */
const WAITED_AFTER_END = 30

/**
 * Of groups that ended a year ago nothing stays, and nothing of an invitation that nobody answered. Who left the school
 * goes out of what still runs, the others are told; what they wrote for themselves alone goes at once.
 */
export async function forgetPeers(
  db: Db,
  at: Date,
  tellFor: (keeper: Keeper) => TellPeers = () => async () => {},
): Promise<void> {
  const today = dayOf(at)
  for (const { id } of await schoolsOnServer(db)) {
    const keeper: Keeper = { kind: 'keeper', schoolId: id }
    if (!(await db.read(keeper, (sql) => hasPeers(sql, keeper)))) continue
    await db.write(keeper, async (sql, tx) => {
      const ids = await sql.selectFrom('peer_group').select('id').where('school_id', '=', id).execute()
      const groups = await loadPeers(
        sql,
        keeper,
        ids.map((row) => row.id),
      )
      const gone = await leavers(sql, keeper)
      for (const group of groups) {
        if (isOver(group, today)) await removePeers(sql, keeper, group.id)
        else await withoutLeavers({ sql, tx }, keeper, group, { gone, at, tell: tellFor(keeper) })
      }
    })
  }
}

const hasPeers = async (sql: Sql, keeper: Keeper) =>
  (await sql
    .selectFrom('peer_group')
    .select('id')
    .where('school_id', '=', keeper.schoolId)
    .limit(1)
    .executeTakeFirst()) !== undefined

/** The day it ended is that of its closing, or the end of its term. */
function isOver(group: PeerGroup, today: Day): boolean {
  const ended = group.closedAt === null ? group.to : dayOf(new Date(group.closedAt))
  const isAlone = peopleIn(group).length < 2 && group.closedAt === null
  return plusDays(ended, isAlone ? WAITED_AFTER_END : KEPT_AFTER_END) < today
}

async function leavers(sql: Sql, keeper: Keeper): Promise<PersonId[]> {
  const rows = await sql
    .selectFrom('person')
    .select('id')
    .where('school_id', '=', keeper.schoolId)
    .where('left_on', 'is not', null)
    .execute()
  return rows.map(({ id }) => id)
}

type Leaving = { readonly gone: readonly PersonId[]; readonly at: Date; readonly tell: TellPeers }

async function withoutLeavers(
  { sql, tx }: { readonly sql: Sql; readonly tx: Db },
  keeper: Keeper,
  group: PeerGroup,
  { gone, at, tell }: Leaving,
) {
  const now = momentOf(at)
  const left = group.members.filter(({ personId }) => gone.includes(personId))
  const after = left.reduce((one, { personId }) => outOf(one, personId, now), group)
  if (after === group) return
  const changed = { ...after, revision: group.revision + 1, changedAt: now }
  await (isNothing(changed) ? removePeers(sql, keeper, group.id) : savePeers(sql, keeper, changed))
  await tell({ sql, tx }, { before: group, after: changed, by: null })
}

/** Out of what runs, asked no more, and without what was written for nobody else. */
function outOf(group: PeerGroup, person: PersonId, now: ReturnType<typeof momentOf>): PeerGroup {
  const state = memberIn(group, person)?.state
  const out: PeerChange =
    group.closedAt === null && state === 'in'
      ? leave(group, person, now)
      : state === 'asked' || state === 'named'
        ? takeBack(group, person)
        : group
  if (isRefusal(out)) return group
  return memberIn(out, person)?.brought ? withoutWords(out, person) : out
}

const withoutWords = (group: PeerGroup, person: PersonId): PeerGroup => ({
  ...group,
  members: group.members.map((one) => (one.personId === person ? { ...one, brought: '' } : one)),
})
