import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { DecisionId, PersonId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { attendIn } from '../meeting/attend-store.ts'
import { currentItem, isHere, type MeetingItem, type Scene } from '../meeting/meeting.ts'
import { mayRecord } from '../meeting/meeting-may.ts'
import { type LeadRefusal, type Mark, markOf } from '../meeting/run.ts'
import { readOpenPolls } from '../meeting/run-store.ts'
import { changeMeeting, type InMeeting } from '../meeting/scene-store.ts'
import type { Seat } from '../meeting/seat.ts'
import type { PollQuestion, PollRefusal } from '../round/poll.ts'
import { closePoll, openPoll } from '../round/poll-store.ts'
import { type Answer, type Counted, FEWEST_UNNAMED, type How, type RoundRefusal } from '../round/round.ts'
import { countByHand, speakAs } from '../round/round-room-store.ts'
import { seenLast } from '../round/round-standing.ts'
import { readDecisionFor } from '../round/round-store.ts'
import { type RecordRefusal, stillUnknown } from './record.ts'

/** Writing down at the desk what the room does without a phone: voices, hands, questions to everybody. */

export type RecordNo = Refusal<
  RecordRefusal | LeadRefusal | RoundRefusal | PollRefusal | 'only-minute-taker' | 'no-round'
>
export type Recorded = Promise<'written' | RecordNo | null>

/** Where and by whom something is written down. `round`: the number of the round that the form was drawn for. */
export type Writing = {
  readonly db: Db
  readonly seat: Seat
  readonly mark: Mark
  readonly round: number | null
  readonly now: Moment
}
type AtItem = InMeeting & { readonly item: MeetingItem; readonly by: PersonId }

/** At the item that the form was drawn for, by who takes the minutes. */
function atItem({ db, seat, mark }: Writing, act: (at: AtItem) => Promise<unknown>): Recorded {
  return changeMeeting(db, seat.actor, seat.meetingId, async (inside) => {
    const { meeting } = inside.scene
    const by = seat.person
    if (by === null || !mayRecord(seat, meeting).may) return refuse('only-minute-taker')
    if (meeting.phase !== 'running') return refuse('not-running')
    const item = currentItem(inside.scene)
    const here = markOf({ items: inside.scene.items, current: meeting.current })
    if (item === null || here.item !== mark.item || here.stage !== mark.stage) return refuse('moved-on')
    const done = await act({ ...inside, item, by })
    if (done === null) return refuse('no-round')
    return isRefusal(done) ? (done as RecordNo) : ('written' as const)
  })
}

/** What was said or counted for one text is none for the text that came after it. */
async function withRound(
  { seat, round, now }: Writing,
  { tx, item }: AtItem,
  act: (id: DecisionId) => Promise<unknown>,
) {
  const decision = item.decisionId && (await readDecisionFor(tx, seat.actor, item.decisionId, null, now))
  if (!decision) return refuse('no-round-open')
  return seenLast(decision).number === round ? act(decision.id) : refuse('other-round')
}

export type VoiceOfOther = { readonly person: PersonId; readonly answer: Answer; readonly how: How }

/** A voice by telephone, or of a hand that was raised: the record says who entered it. */
export const enterVoice = (writing: Writing, { person, answer, how }: VoiceOfOther): Recorded =>
  atItem(writing, (at) =>
    withRound(writing, at, (id) =>
      speakAs(at.tx, writing.seat.actor, id, person, answer, { how, enteredBy: at.by }, writing.now),
    ),
  )

/** Hands or papers of the whole room; null takes the count away. */
export const writeCount = (writing: Writing, counted: Omit<Counted, 'at' | 'by'> | null): Recorded =>
  atItem(writing, (at) =>
    withRound(writing, at, (id) =>
      countByHand(at.tx, writing.seat.actor, id, counted && { ...counted, by: at.by }, writing.now),
    ),
  )

export type Asking = Pick<PollQuestion, 'kind' | 'question' | 'options' | 'dots' | 'unnamed'>

/**
 * Asks the room something at this item: who has a voice chooses, or who is there where nobody was named. Without names
 * it takes five who are there now.
 */
export const askRoom = (writing: Writing, asking: Asking): Recorded =>
  atItem(writing, async ({ tx, scene, item, by }) => {
    const voters = choosers(scene)
    const here = voters.filter((voter) => isHere(scene.attendance.find(({ person }) => person === voter)))
    if (asking.unnamed && here.length < FEWEST_UNNAMED) return refuse('unnamed-too-few', 'unnamed')
    const asked = { ...asking, scopeId: scene.meeting.id, subjectId: item.id, voters, by }
    return openPoll(tx, writing.seat.actor, asked, writing.now)
  })

function choosers({ meeting, attendance }: Scene) {
  const { voters } = meeting.deciding
  return voters.length > 0 ? voters : attendance.filter(isHere).map(({ person }) => person)
}

/** Closes whatever was asked at this item; `sure`: also when too few answered for it to count. */
export const closePolls = (writing: Writing, sure: boolean): Recorded =>
  atItem(writing, async ({ tx, scene, item, by }) => {
    const { actor } = writing.seat
    const open = await readOpenPolls(tx, actor, scene, item)
    if (open.length === 0) return refuse('poll-closed')
    for (const { id } of open) {
      const closed = await closePoll(tx, actor, id, by, writing.now, sure)
      if (isRefusal(closed)) return closed
    }
    return 'closed'
  })

/** As with one stroke through a list on paper: with a voice and nothing known of them yet, so they are there. */
export const attendRest = (db: Db, seat: Seat, now: Moment) =>
  changeMeeting(db, seat.actor, seat.meetingId, async ({ sql, scene }) => {
    for (const person of stillUnknown(scene)) {
      const noted = await attendIn(sql, scene, { seat, person, what: 'present', now })
      if (isRefusal(noted)) return noted
    }
    return 'noted' as const
  })
