import { HTTPException } from 'hono/http-exception'
import { type PersonId, parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { addItems, changeItem, moveItem, removeItem } from '../meeting/agenda-store.ts'
import { attend } from '../meeting/attend-store.ts'
import { cancelMeeting, changeDeciding, changeDetails } from '../meeting/meeting-change-store.ts'
import { invitationPrint, type PlanningNo } from '../meeting/meeting-plan.ts'
import type { AtSeat } from '../meeting/seat-desk.ts'
import type { Reader } from '../session/actor.ts'
import type { Offered, OfferedPoint } from './agenda-open-desk.ts'
import { type Sending, sendInvitations, tellCancelled, tellChange } from './invite-desk.ts'
import {
  allOf,
  type MeetingForm,
  oneOf,
  parseCancelling,
  parseDeciding,
  parseDetails,
  parseItemChange,
  parseOwnItem,
} from './meetings-form.ts'

/** One meeting, who prepares or looks, and what is open to put on its agenda. */
export type AtMeeting = AtSeat & {
  readonly reader: Reader
  readonly offer: Offered
  /** Who prepares hears that nothing can be decided about a plan that is a draft. */
  readonly isDraft: boolean
  readonly people: readonly { readonly id: PersonId; readonly name: string }[]
  readonly sending: Sending
}

/** What was done, and the place on the page where one goes on. */
export type Did = { readonly done: string; readonly at: string }
type Result = Promise<Did | PlanningNo>
type Act = (at: AtMeeting, typed: MeetingForm) => Result

const did = (done: string, at = ''): Did => ({ done, at })

async function after(result: Promise<unknown>, good: Did): Result {
  const answer = await result
  if (answer === null) throw new HTTPException(404)
  return isRefusal(answer) ? (answer as PlanningNo) : good
}

const itemIn = (typed: MeetingForm) => {
  const id = parseId<'meeting-item'>(oneOf(typed, 'item'))
  if (id === null) throw new HTTPException(404)
  return id
}

const details: Act = async ({ desk, reader, scene, sending }, typed) => {
  const given = parseDetails(typed)
  if (isRefusal(given)) return given
  const tell = changeDetails(desk.db, reader.actor, scene.meeting.id, given, desk.now, (at, meeting) =>
    tellChange(at, meeting, sending),
  )
  const { sentAt, print } = scene.meeting.invitation
  const isTold = sentAt !== null && print !== invitationPrint(given)
  return after(tell, did(isTold ? 'told' : 'saved', 'wie'))
}

const deciding: Act = async ({ desk, reader, scene, people }, typed) => {
  const given = parseDeciding(
    typed,
    people.map(({ id }) => id),
  )
  if (isRefusal(given)) return given
  return after(changeDeciding(desk.db, reader.actor, scene.meeting.id, given), did('saved', 'besluiten'))
}

const cancel: Act = async ({ desk, reader, scene, sending }, typed) => {
  const why = parseCancelling(typed)
  if (typeof why !== 'string') return why
  const tell = cancelMeeting(desk.db, reader.actor, scene.meeting.id, why, desk.now, (at, meeting) =>
    tellCancelled(at, meeting, sending),
  )
  return after(tell, did('cancelled'))
}

const invite: Act = ({ desk, scene, sending }) =>
  after(sendInvitations(desk.db, scene.meeting.id, sending), did('sent', 'uitnodiging'))

const open: Act = async ({ desk, reader, scene, offer }, typed) => {
  const ticked = allOf(typed, 'point')
  const known = [...offer.suggested, ...offer.rest].filter(({ key }: OfferedPoint) => ticked.includes(key))
  // What was put on the agenda meanwhile is not offered any more.
  if (known.length === 0) return refuse('item-known', 'point')
  const items = known.map(({ item }) => item)
  return after(addItems(desk.db, reader.actor, scene.meeting.id, items), did('added', 'agenda-kop'))
}

const own: Act = async ({ desk, reader, scene }, typed) => {
  const item = parseOwnItem(typed)
  if (isRefusal(item)) return item
  return after(addItems(desk.db, reader.actor, scene.meeting.id, [item]), did('added', 'agenda-kop'))
}

const item: Act = async ({ desk, reader, scene }, typed) => {
  const change = parseItemChange(typed)
  if (isRefusal(change)) return change
  const id = itemIn(typed)
  const saved = await after(
    changeItem(desk.db, reader.actor, scene.meeting.id, id, change),
    did('saved', `punt-${id}`),
  )
  const place = Number(oneOf(typed, 'place'))
  const stood = scene.items.findIndex((one) => one.id === id) + 1
  if (isRefusal(saved) || !Number.isInteger(place) || place < 1 || place === stood) return saved
  return after(moveItem(desk.db, reader.actor, scene.meeting.id, id, place), did('saved', `punt-${id}`))
}

const remove: Act = ({ desk, reader, scene }, typed) =>
  after(
    removeItem(desk.db, reader.actor, scene.meeting.id, itemIn(typed), desk.now),
    did('removed', 'agenda-kop'),
  )

const move =
  (way: 'up' | 'down'): Act =>
  ({ desk, reader, scene }, typed) => {
    const id = itemIn(typed)
    return after(moveItem(desk.db, reader.actor, scene.meeting.id, id, way), did('moved', `verplaats-${id}`))
  }

const coming =
  (what: 'absent-notice' | 'open', done: string): Act =>
  ({ desk, seat, reader }) =>
    after(attend(desk.db, { seat, person: reader.actor.personId, what, now: desk.now }), did(done, 'erbij'))

const ACTS: Readonly<Record<string, Act>> = {
  details,
  deciding,
  cancel,
  invite,
  open,
  own,
  item,
  remove,
  up: move('up'),
  down: move('down'),
  absent: coming('absent-notice', 'absent'),
  come: coming('open', 'come'),
}

/** Does what a form on the page of a meeting asks. 404 for what is no act. */
export function actOnMeeting(at: AtMeeting, typed: MeetingForm): Result {
  const act = Object.hasOwn(ACTS, oneOf(typed, 'act')) ? ACTS[oneOf(typed, 'act')] : undefined
  if (!act) throw new HTTPException(404)
  return act(at, typed)
}
