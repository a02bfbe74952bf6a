import type { Db, Sql } from '../db/database.ts'
import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import { newId, type PeerGroupId, type PersonId } from '../kernel/id.ts'
import { isRefusal, type May, refuse } from '../kernel/refusal.ts'
import { type Actor, type Member, personOf } from '../session/actor.ts'
import { loadBusy } from '../visit/busy-load.ts'
import type { Slot } from '../visit/offer.ts'
import { holdCalendars } from '../visit/offer-store.ts'
import { loadHere } from '../visit/visit-load.ts'
import { MOST_GROUPS, memberIn, type PeerGroup, type PeerMomentId, peopleIn, phaseOf } from './peer.ts'
import type { GivenPeers } from './peer-form.ts'
import { idsOf, loadPeer, loadPeers, meetElsewhere } from './peer-load.ts'
import { mayReadPeers, mayStartPeers, type PeerBecause, type PeerNo } from './peer-may.ts'
import { isNothing, newMember, type PeerChange } from './peer-rules.ts'
import { removePeers, savePeers } from './peer-save-store.ts'

/** What happened to a group, for who tells those concerned. */
export type Told = {
  readonly before: PeerGroup | null
  readonly after: PeerGroup
  readonly by: PersonId | null
}
/** Tells those concerned, inside the transaction: what is not stored is not told. */
export type TellPeers = (at: { readonly sql: Sql; readonly tx: Db }, told: Told) => Promise<void>

type When = { readonly now: Moment; readonly tell: TellPeers }

/** Asks one or two colleagues to learn together; who asks is in it. */
export async function startPeers(
  db: Db,
  actor: Member,
  given: GivenPeers,
  { now, tell }: When,
): Promise<PeerGroupId | PeerNo> {
  const may = mayStartPeers(actor)
  if (!may.may) return mayNot(may.because)
  return db.write(actor, async (sql, tx) => {
    await tx.hold(`peers ${actor.personId}`)
    const here = await loadHere(sql, actor, given.people)
    const unknown = given.people.findIndex((person) => !here.has(person))
    if (unknown >= 0) return refuse('who-unknown', unknown === 0 ? 'who' : 'third')
    const own = await runningOf(sql, actor, actor.personId, dayOf(new Date(now)))
    const twice = own.find((group) => isSentTwice(group, actor, given))
    if (twice) return twice.id
    if (own.length >= MOST_GROUPS) return refuse('groups-many')
    const group = newGroup(actor, given, now)
    await savePeers(sql, actor, group)
    await tell({ sql, tx }, { before: null, after: group, by: actor.personId })
    return group.id
  })
}

const mayNot = (because: PeerBecause) => ({ refused: 'may-not', because }) as const

/** A form that came in a second time makes nothing new. */
const isSentTwice = (group: PeerGroup, actor: Member, { aim, people }: GivenPeers) =>
  group.startedBy === actor.personId &&
  group.aim === aim &&
  people.every((person) => ['asked', 'in'].includes(memberIn(group, person)?.state ?? ''))

async function runningOf(sql: Sql, actor: Actor, person: PersonId, today: Day): Promise<PeerGroup[]> {
  const groups = await loadPeers(sql, actor, await idsOf(sql, actor, person))
  return groups.filter(
    (group) => memberIn(group, person)?.state === 'in' && phaseOf(group, today) !== 'closed',
  )
}

function newGroup(actor: Member, { people, aim, topic, to }: GivenPeers, now: Moment): PeerGroup {
  const me = actor.personId
  return {
    id: newId<'peer-group'>(),
    topic,
    aim,
    from: dayOf(new Date(now)),
    to,
    startedBy: me,
    madeAt: now,
    members: [newMember(me, 'in', me, now), ...people.map((person) => newMember(person, 'asked', me, now))],
    agreements: [],
    moments: [],
    kept: '',
    closedAt: null,
    revision: 1,
    changedAt: now,
  }
}

/** Which group, and how those concerned are told. */
export type Changing = When & {
  readonly id: PeerGroupId
  /** The revision that a form began from; null where it does not matter what changed meanwhile. */
  readonly revision: number | null
}

type Acting = {
  readonly may: (actor: Actor, group: PeerGroup) => May<PeerBecause>
  readonly rule: (group: PeerGroup, me: PersonId) => PeerChange
  /** A colleague whom it brings in: has to work here. */
  readonly brings?: PersonId
  /** When it is to be: nobody may have something else then. `moves`: the moment itself does not count. */
  readonly at?: { readonly slot: Slot; readonly moves: PeerMomentId | null }
}

/**
 * Changes a group on what stands there now, one after another, and tells those concerned. Null: no such group, or not
 * one that this person may see. A group in which nobody ever said yes and nobody is left leaves nothing behind.
 */
export async function changePeers(
  db: Db,
  actor: Member,
  { id, revision, now, tell }: Changing,
  { may, rule, brings, at }: Acting,
): Promise<'done' | PeerNo | null> {
  return db.write(actor, async (sql, tx) => {
    if (at) await holdCalendars(tx, actor)
    await tx.hold(id)
    const before = await loadPeer(sql, actor, id)
    if (before === null || !mayReadPeers(actor, before).may) return null
    const allowed = may(actor, before)
    if (!allowed.may) return mayNot(allowed.because)
    if (revision !== null && before.revision !== revision) return refuse('changed')
    if (brings && !(await loadHere(sql, actor, [brings])).has(brings)) return refuse('who-unknown', 'who')
    const changed = rule(before, actor.personId)
    if (isRefusal(changed)) return changed
    if (at && (await isTaken(sql, actor, before, at))) return refuse('member-busy', 'startsAt')
    const after = { ...changed, revision: before.revision + 1, changedAt: now }
    await (isNothing(after) ? removePeers(sql, actor, id) : savePeers(sql, actor, after))
    await tell({ sql, tx }, { before, after, by: personOf(actor) })
    return 'done' as const
  })
}

/** Whether one of them has something else then; what it is, nobody is told. The same moment a second time is no clash. */
async function isTaken(
  sql: Sql,
  actor: Actor,
  group: PeerGroup,
  at: NonNullable<Acting['at']>,
): Promise<boolean> {
  const { slot, moves } = at
  const isThere = group.moments.some(
    (one) => one.startsAt === slot.startsAt && one.cancelledAt === null && one.id !== moves,
  )
  if (isThere) return moves !== null
  const people = peopleIn(group)
  if (await meetElsewhere(sql, actor, people, at)) return true
  return (await loadBusy(sql, actor, people, slot)).size > 0
}
