import type { Selectable } from 'kysely'
import type { Sql } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { PeerGroupId, PersonId } from '../kernel/id.ts'
import { topicKeyOf } from '../school/topic.ts'
import type { Actor } from '../session/actor.ts'
import type { Slot } from '../visit/offer.ts'
import {
  PEER_STATES,
  type PeerAgreement,
  type PeerGroup,
  type PeerMember,
  type PeerMoment,
  type PeerMomentId,
} from './peer.ts'

type Row = Selectable<Tables['peer_group']>
type MemberRow = Selectable<Tables['peer_member']>
type MomentRow = Selectable<Tables['peer_moment']>

/** Groups by their ids, whole: who asks takes out what the reader may not see. In the order of their ids. */
export async function loadPeers(sql: Sql, actor: Actor, ids: readonly PeerGroupId[]): Promise<PeerGroup[]> {
  if (ids.length === 0) return []
  const rows = await sql
    .selectFrom('peer_group')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  const members = Map.groupBy(await membersOf(sql, actor, ids), ({ group_id }) => group_id)
  const agreements = Map.groupBy(await agreementsOf(sql, actor, ids), ({ group_id }) => group_id)
  const moments = Map.groupBy(await momentsOf(sql, actor, ids), ({ group_id }) => group_id)
  return rows.map((row) => ({
    ...groupOf(row),
    members: starterFirst((members.get(row.id) ?? []).map(memberOf), row.started_by),
    agreements: (agreements.get(row.id) ?? []).map(
      ({ id, text, added_at }): PeerAgreement => ({ id, text, addedAt: added_at }),
    ),
    moments: (moments.get(row.id) ?? []).map(momentOf),
  }))
}

export async function loadPeer(sql: Sql, actor: Actor, id: PeerGroupId): Promise<PeerGroup | null> {
  const [group] = await loadPeers(sql, actor, [id])
  return group ?? null
}

/** The ids of the groups in which somebody has or had a part. */
export async function idsOf(sql: Sql, actor: Actor, person: PersonId): Promise<PeerGroupId[]> {
  const rows = await sql
    .selectFrom('peer_member')
    .select('group_id')
    .where('school_id', '=', actor.schoolId)
    .where('person_id', '=', person)
    .execute()
  return rows.map(({ group_id }) => group_id)
}

/** The ids of the groups that nobody closed. */
export async function openIds(sql: Sql, actor: Actor): Promise<PeerGroupId[]> {
  const rows = await sql
    .selectFrom('peer_group')
    .select('id')
    .where('school_id', '=', actor.schoolId)
    .where('closed_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

const starterFirst = (members: readonly PeerMember[], starter: PersonId | null): PeerMember[] =>
  [...members].sort((one, other) => Number(other.personId === starter) - Number(one.personId === starter))

/** In the order in which they were asked. */
const membersOf = (sql: Sql, actor: Actor, ids: readonly PeerGroupId[]): Promise<MemberRow[]> =>
  sql
    .selectFrom('peer_member')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('group_id', 'in', ids)
    .orderBy('asked_at')
    .orderBy('person_id')
    .execute()

const agreementsOf = (sql: Sql, actor: Actor, ids: readonly PeerGroupId[]) =>
  sql
    .selectFrom('peer_agreement')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('group_id', 'in', ids)
    .orderBy('id')
    .execute()

const momentsOf = (sql: Sql, actor: Actor, ids: readonly PeerGroupId[]): Promise<MomentRow[]> =>
  sql
    .selectFrom('peer_moment')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('group_id', 'in', ids)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()

const groupOf = (row: Row): Omit<PeerGroup, 'members' | 'agreements' | 'moments'> => ({
  id: row.id,
  topic: topicKeyOf(row.topic),
  aim: row.aim,
  from: row.from_day,
  to: row.to_day,
  startedBy: row.started_by,
  madeAt: row.made_at,
  kept: row.kept,
  closedAt: row.closed_at,
  revision: row.revision,
  changedAt: row.changed_at,
})

const memberOf = (row: MemberRow): PeerMember => ({
  personId: row.person_id,
  state: PEER_STATES.find((state) => state === row.state) ?? 'left',
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  answeredAt: row.answered_at,
  shows: row.shows === 1,
  brought: row.brought,
})

const momentOf = (row: MomentRow): PeerMoment => ({
  id: row.id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: row.place,
  cancelledAt: row.cancelled_at,
  sequence: row.sequence,
})

/** Who of these people has another moment of learning together then; the one that is moved does not count. */
export async function meetElsewhere(
  sql: Sql,
  actor: Actor,
  people: readonly PersonId[],
  { slot, moves }: { readonly slot: Slot; readonly moves: PeerMomentId | null },
): Promise<boolean> {
  const rows = await sql
    .selectFrom('peer_moment')
    .innerJoin('peer_member', 'peer_member.group_id', 'peer_moment.group_id')
    .select(['peer_moment.id', 'peer_member.person_id as person'])
    .where('peer_moment.school_id', '=', actor.schoolId)
    .where('peer_moment.cancelled_at', 'is', null)
    .where('peer_moment.starts_at', '<', slot.endsAt)
    .where('peer_moment.ends_at', '>', slot.startsAt)
    .where('peer_member.state', '=', 'in')
    .execute()
  return rows.some(({ id, person }) => id !== moves && people.includes(person))
}
