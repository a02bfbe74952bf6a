import type { Db, Sql } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { PeerGroupId, PersonId } from '../kernel/id.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { comingMoments, type PeerGroup, type PeerMoment, type PeersSeen, peopleIn, phaseOf } from './peer.ts'
import { idsOf, loadPeer, loadPeers, openIds } from './peer-load.ts'
import { maySeePeers } from './peer-may.ts'
import { sightOf } from './peer-sight.ts'

/** The reading half; `peer-write-store` writes. */

/** One group as this actor may see it; null: there is none, or it is not theirs. */
export async function readPeers(db: Db, actor: Actor, id: PeerGroupId): Promise<PeerGroup | null> {
  const group = await db.read(actor, (sql) => loadPeer(sql, actor, id))
  return group && sightOf(group, personOf(actor))
}

/** The groups that I am in, was in, or am asked for, the newest first. */
export async function peersOf(db: Db, actor: Actor): Promise<PeerGroup[]> {
  const me = personOf(actor)
  if (me === null) return []
  const groups = await db.read(actor, (sql) => ownGroups(sql, actor, me))
  return groups.flatMap((group) => sightOf(group, me) ?? []).reverse()
}

const ownGroups = async (sql: Sql, actor: Actor, me: PersonId) =>
  loadPeers(sql, actor, await idsOf(sql, actor, me))

export type PeerMomentOf = { readonly group: PeerGroup; readonly moment: PeerMoment }

/** My moments in groups that I take part in, by time; those that were called off are not among them. `from`: not over by then. */
export async function peerMomentsOf(db: Db, actor: Actor, from?: Moment): Promise<PeerMomentOf[]> {
  const groups = await peersOf(db, actor)
  return groups
    .flatMap((group) =>
      comingMoments(group, from ?? ('' as Moment)).map((moment): PeerMomentOf => ({ group, moment })),
    )
    .sort((one, other) => (one.moment.startsAt < other.moment.startsAt ? -1 : 1))
}

/** The groups that run now, as far as this actor may know that they are there. */
export async function peersSeen(db: Db, actor: Actor, today: Day): Promise<PeersSeen[]> {
  if (actor.kind !== 'member') return []
  const groups = await db.read(actor, async (sql) => loadPeers(sql, actor, await openIds(sql, actor)))
  return groups
    .filter((group) => phaseOf(group, today) === 'running' && maySeePeers(actor, group).may)
    .map((group) => ({ id: group.id, people: peopleIn(group), from: group.from, to: group.to }))
}

/** In how many groups that run each person takes part: only so that who is in none is proposed first. */
export async function groupsEach(db: Db, actor: Actor, today: Day): Promise<ReadonlyMap<PersonId, number>> {
  const rows = await db.read(actor, (sql) =>
    sql
      .selectFrom('peer_member')
      .innerJoin('peer_group', 'peer_group.id', 'peer_member.group_id')
      .select(['peer_member.person_id as person', (of) => of.fn.countAll<number>().as('groups')])
      .where('peer_member.school_id', '=', actor.schoolId)
      .where('peer_member.state', '=', 'in')
      .where('peer_group.closed_at', 'is', null)
      .where('peer_group.to_day', '>=', today)
      .groupBy('peer_member.person_id')
      .execute(),
  )
  return new Map(rows.map(({ person, groups }) => [person, groups]))
}
