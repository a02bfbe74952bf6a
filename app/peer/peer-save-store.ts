import type { Sql } from '../db/database.ts'
import type { PeerGroupId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import type { PeerGroup } from './peer.ts'

/** Sole writer of peer_group, peer_member, peer_agreement and peer_moment; all of it inside the caller's transaction. */

/** Stores a group as it is now, a new one too. */
export async function savePeers(sql: Sql, actor: Actor, group: PeerGroup): Promise<void> {
  const { id, ...row } = rowOf(actor, group)
  await sql
    .insertInto('peer_group')
    .values({ id, ...row })
    .onConflict((known) => known.column('id').doUpdateSet(row))
    .execute()
  await emptyPeers(sql, actor, id)
  const of = { group_id: id, school_id: actor.schoolId }
  await insertMembers(sql, group, of)
  if (group.agreements.length > 0)
    await sql
      .insertInto('peer_agreement')
      .values(group.agreements.map((one) => ({ ...of, id: one.id, text: one.text, added_at: one.addedAt })))
      .execute()
  if (group.moments.length > 0)
    await sql
      .insertInto('peer_moment')
      .values(group.moments.map((one) => ({ ...of, ...momentRow(one) })))
      .execute()
}

type Of = { readonly group_id: PeerGroupId; readonly school_id: Actor['schoolId'] }

const insertMembers = (sql: Sql, { members }: PeerGroup, of: Of) =>
  sql
    .insertInto('peer_member')
    .values(
      members.map((one) => ({
        ...of,
        person_id: one.personId,
        state: one.state,
        asked_by: one.askedBy,
        asked_at: one.askedAt,
        answered_at: one.answeredAt,
        shows: one.shows ? 1 : 0,
        brought: one.brought,
      })),
    )
    .execute()

const momentRow = ({ id, startsAt, endsAt, place, cancelledAt, sequence }: PeerGroup['moments'][number]) => ({
  id,
  starts_at: startsAt,
  ends_at: endsAt,
  place,
  cancelled_at: cancelledAt,
  sequence,
})

const rowOf = (actor: Actor, group: PeerGroup) => ({
  id: group.id,
  school_id: actor.schoolId,
  topic: group.topic,
  aim: group.aim,
  from_day: group.from,
  to_day: group.to,
  started_by: group.startedBy,
  made_at: group.madeAt,
  closed_at: group.closedAt,
  kept: group.kept,
  revision: group.revision,
  changed_at: group.changedAt,
})

async function emptyPeers(sql: Sql, actor: Actor, id: PeerGroupId) {
  for (const table of ['peer_moment', 'peer_agreement', 'peer_member'] as const)
    await sql.deleteFrom(table).where('group_id', '=', id).where('school_id', '=', actor.schoolId).execute()
}

/** Leaves nothing of a group. */
export async function removePeers(sql: Sql, actor: Actor, id: PeerGroupId): Promise<void> {
  await emptyPeers(sql, actor, id)
  await sql.deleteFrom('peer_group').where('id', '=', id).where('school_id', '=', actor.schoolId).execute()
}
