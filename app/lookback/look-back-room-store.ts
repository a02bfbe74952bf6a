import type { Db } from '../db/database.ts'
import { chooseTogether, writeLook } from '../evaluation/team-look-store.ts'
import type { Ended } from '../evaluation/yield.ts'
import { endPromise, type NewPromise, promise } from '../evaluation/yield-store.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingItemId, PollId, PrincipleId, PromiseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { isHere, itemOf, type MeetingItem, type Scene, votersHere } from '../meeting/meeting.ts'
import { mayRun } from '../meeting/meeting-may.ts'
import { changeMeeting, type InMeeting } from '../meeting/scene-store.ts'
import type { Seat } from '../meeting/seat.ts'
import type { Plan } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-store.ts'
import type { PollQuestion } from '../round/poll.ts'
import { closePoll, openPoll } from '../round/poll-store.ts'
import { FEWEST_UNNAMED } from '../round/round.ts'
import { personOf } from '../session/actor.ts'
import type { Collision, Saved } from '../writing/passage.ts'
import { lookTimeOf } from './look-back.ts'
import type { RoomNo } from './look-back-no.ts'

/** What who leads writes down for the team while it looks back: words, principles, promises; and what the room is asked. */

type AtPlan = InMeeting & { readonly item: MeetingItem; readonly plan: Plan }

function inRoom<Done>(
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  kinds: readonly MeetingItem['kind'][],
  act: (at: AtPlan) => Promise<Done | RoomNo>,
): Promise<Done | RoomNo | null> {
  return changeMeeting<Done | RoomNo>(db, seat.actor, seat.meetingId, async (at) => {
    const { meeting } = at.scene
    const may = mayRun(seat, meeting)
    if (!may.may) return { refused: 'may-not', because: may.because }
    if (meeting.phase !== 'running') return refuse('not-running')
    const item = itemOf(at.scene, itemId)
    if (item === null || !kinds.includes(item.kind)) return refuse('item-gone')
    const plan = meeting.planId && (await readPlan(at.tx, seat.actor, meeting.planId))
    return plan ? act({ ...at, item, plan }) : refuse('no-plan')
  })
}

const FIELD_OF = { 'coordinator-part': 'coordinatorPart', 'plan-itself': 'planItself' } as const
type Together = keyof typeof FIELD_OF
const isTogether = (kind: MeetingItem['kind']): kind is Together => kind in FIELD_OF

/** The team's words about the coordinator's part or the plan itself; see `writePassage` for `base` and collisions. */
export const writeTogether = (
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  text: string,
  base: number | null,
  now: Moment,
): Promise<Saved | Collision | RoomNo | null> =>
  inRoom<Saved | Collision>(db, seat, itemId, ['coordinator-part', 'plan-itself'], async (at) => {
    const { item, plan, tx, scene } = at
    if (!isTogether(item.kind)) return refuse('item-gone')
    const place = { plan, time: lookTimeOf(scene.meeting, plan), leads: true }
    return writeLook(tx, seat.actor, place, FIELD_OF[item.kind], text, base, now)
  })

/** Which principles the team keeps and lets go; null takes a choice back. */
export const choosePrinciples = (
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  choices: ReadonlyMap<PrincipleId, string | null>,
  now: Moment,
): Promise<'chosen' | RoomNo | null> =>
  inRoom(db, seat, itemId, ['plan-itself'], async ({ plan, tx }) => {
    for (const [id, choice] of choices) {
      if (!plan.principles.some((principle) => principle.id === id)) return refuse('principle-gone')
      const given = { kind: 'principle', subjectId: id, choice } as const
      const no = await chooseTogether(tx, seat.actor, plan, given, true, now)
      if (no) return no
    }
    return 'chosen' as const
  })

/** What a colleague promises in the room, written down by who leads. */
export const promiseInRoom = (
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  given: NewPromise,
  now: Moment,
): Promise<PromiseId | RoomNo | null> =>
  inRoom<PromiseId>(db, seat, itemId, ['yields', 'evaluation'], async ({ plan, tx, scene }) => {
    const there = scene.attendance.find(({ person }) => person === given.person)
    if (given.person !== seat.person && !isHere(there)) return refuse('not-here')
    return promise(tx, seat.actor, plan, given, true, now)
  })

export const endInRoom = (
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  id: PromiseId,
  given: { readonly as: Ended['as']; readonly cameOf: string },
  now: Moment,
): Promise<'ended' | RoomNo | null> =>
  inRoom(db, seat, itemId, ['yields'], async ({ plan, tx }) => {
    const no = await endPromise(tx, seat.actor, plan, id, { ...given, leads: true }, now)
    return no ?? ('ended' as const)
  })

export type Asking = Pick<PollQuestion, 'kind' | 'question' | 'options' | 'dots'>

/** Whether enough people with a voice are in the room now to answer without names. */
export const mayBeUnnamed = (scene: Pick<Scene, 'meeting' | 'attendance'>) =>
  votersHere(scene).length >= FEWEST_UNNAMED

/**
 * Asks the room by dots or a check: without names when five voters are there, else by name. What the team had of its
 * coordinator is asked without names or not at all.
 */
export const askRoom = (
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  asking: Asking,
  now: Moment,
): Promise<PollId | RoomNo | null> =>
  inRoom<PollId>(
    db,
    seat,
    itemId,
    ['themes', 'coordinator-part', 'plan-itself'],
    async ({ scene, tx, item }) => {
      const { voters } = scene.meeting.deciding
      const by = personOf(seat.actor)
      if (by === null) return refuse('not-decided-here')
      // A question at another item would stay open when the meeting closes.
      if (scene.meeting.current?.item !== item.id) return refuse('not-current')
      const unnamed = mayBeUnnamed(scene)
      if (!unnamed && item.kind === 'coordinator-part') return refuse('unnamed-too-few')
      const asked = { ...asking, scopeId: scene.meeting.id, subjectId: item.id, voters, unnamed, by }
      return openPoll(tx, seat.actor, asked, now)
    },
  )

export const closeAsked = (
  db: Db,
  seat: Seat,
  itemId: MeetingItemId,
  poll: PollId,
  sure: boolean,
  now: Moment,
): Promise<'closed' | RoomNo | null> =>
  inRoom(db, seat, itemId, ['themes', 'coordinator-part', 'plan-itself'], async ({ tx }) => {
    const by = personOf(seat.actor)
    const closed = by && (await closePoll(tx, seat.actor, poll, by, now, sure))
    return isRefusal(closed) ? closed : ('closed' as const)
  })
