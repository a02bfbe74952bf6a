import { sheetOfItem } from '../deciding/item-sheet-desk.ts'
import { itemSheetText } from '../deciding/item-sheet-text.ts'
import { trackAskedOf } from '../deciding/typing-desk.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import type { AtSeat } from '../meeting/seat-desk.ts'
import type { SeenPoll } from '../round/poll.ts'
import { readPolls } from '../round/poll-store.ts'
import { type SeenDecision, seenLast } from '../round/round-standing.ts'
import { readDecisionFor } from '../round/round-store.ts'
import { type Phone, phoneOf, type Turn, turnOf, wasThere } from './phone.ts'
import type { SealedHere } from './sealed.ts'
import { sealedHere } from './sealed-desk.ts'
import { sheetForSeat } from './sheet-guest.ts'

/** All that one phone shows, read after the scene: what everybody sees, and what is of this person alone. */
export type PhoneSight = {
  readonly phone: Phone
  readonly sheet: ItemSheet | null
  /** The decision on the item with one's own voice; for a guest as nobody in particular sees it. */
  readonly mine: SeenDecision | null
  readonly polls: readonly SeenPoll[]
  /** What is asked of this person at the item; null between items. */
  readonly turn: Turn | null
  /** A text for one's own track that somebody who leads laid before its teacher. */
  readonly trackAsked: { readonly href: string; readonly by: string } | null
  /** Decisions on which this person can come back, once the meeting is over. */
  readonly late: readonly SeenDecision[]
  /** The version that the plan got in this meeting, where that is what is shown. */
  readonly sealed: SealedHere | null
}

export async function phoneSight(at: AtSeat): Promise<PhoneSight> {
  const phone = phoneOf(at.seat, at.scene)
  const sealed = await sealedFor(at, phone)
  const nothing = {
    phone,
    sheet: null,
    mine: null,
    polls: [],
    turn: null,
    trackAsked: null,
    late: [],
    sealed,
  }
  if (phone.is === 'closed') return { ...nothing, late: await lateFor(at) }
  if (phone.is !== 'item') return nothing
  const { desk, seat, scene, language, terms } = at
  const whole = await sheetOfItem(desk, seat.actor, scene, phone.item, { language, terms })
  const sheet = sheetForSeat(whole, phone.item, seat, itemSheetText(language).inRoom)
  const [mine, polls] = [await mineOf(at, sheet), await pollsAt(at, phone.item.id)]
  const gathers = sheet.look !== null && 'grouped' in sheet.look && seat.person !== null
  const turn = turnOf(seat, phone.item, { mine, polls, gathers })
  const trackAsked = await trackAskedOf(desk.db, seat, scene, phone.item)
  return { phone, sheet, mine, polls, turn, trackAsked, late: [], sealed }
}

/** Between items, after the close and at the item of the whole plan: as on the wall. */
async function sealedFor({ desk, seat, scene }: AtSeat, phone: Phone): Promise<SealedHere | null> {
  const isAbout =
    phone.is === 'item' ? phone.item.kind === 'plan' : phone.is === 'between' || phone.is === 'closed'
  return isAbout ? sealedHere(desk.db, seat.actor, scene) : null
}

async function mineOf({ desk, seat }: AtSeat, { decision }: ItemSheet) {
  if (decision === null || seat.person === null || !decision.frame.voters.includes(seat.person))
    return decision
  return readDecisionFor(desk.db, seat.actor, decision.id, seat.person, desk.now)
}

async function pollsAt({ desk, seat, scene }: AtSeat, itemId: string) {
  if (seat.person === null) return []
  const polls = await readPolls(desk.db, seat.actor, scene.meeting.id, seat.person)
  return polls.filter(({ subjectId }) => subjectId === itemId)
}

/** Of the decisions of this meeting those that somebody who was away can still come back on, or came back on. */
async function lateFor({ desk, seat, scene }: AtSeat): Promise<SeenDecision[]> {
  const { person } = seat
  if (person === null || scene.meeting.deciding.absentDays === null) return []
  const ids = scene.items.flatMap(({ decisionId }) => (decisionId ? [decisionId] : []))
  const seen = await Promise.all(ids.map((id) => readDecisionFor(desk.db, seat.actor, id, person, desk.now)))
  return seen.filter((decision): decision is SeenDecision => {
    if (decision === null) return false
    const round = seenLast(decision)
    if (round.late.some((late) => late.person === person)) return true
    return decision.mine.objectUntil !== null && !wasThere(scene, seat, round)
  })
}
