import { closeRound, type DecideAt, openRound, settleItem } from '../deciding/decide-desk.ts'
import { sheetOfItem } from '../deciding/item-sheet-desk.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { attend } from '../meeting/attend-store.ts'
import { currentItem, type MeetingItem } from '../meeting/meeting.ts'
import { confirmPass, endPass, refusePass } from '../meeting/pass-store.ts'
import { type Mark, markOf } from '../meeting/run.ts'
import { leadMeeting } from '../meeting/run-store.ts'
import { markSay } from '../meeting/say-store.ts'
import type { AtSeat } from '../meeting/seat-desk.ts'
import { reopenMeeting } from '../minutes/minutes-reopen-store.ts'
import { parseReason, parseRound, parseWay } from '../round/round-form.ts'
import { seenLast } from '../round/round-standing.ts'
import type { LeadAct, LeadForm } from './lead-form.ts'
import { parseCount, parsePoll, parseVoice } from './record.ts'
import { askRoom, attendRest, closePolls, enterVoice, type Writing, writeCount } from './record-store.ts'

/** What an act answered: anything that is no refusal is done; null: no such meeting, item or thing here. */
export type Answered = object | string | null

/** One act of who leads. The stores ask once more whether that may be. */
export async function actAsLeader(at: AtSeat, act: LeadAct, form: LeadForm): Promise<Answered> {
  const { desk, seat } = at
  const { db, now } = desk
  switch (act.does) {
    case 'run':
      return act.run.act === 'reopen' ? reopenMeeting(db, seat, now) : leadMeeting(db, seat, act.run, now)
    case 'round-open':
      return atMark(at, act.mark, (item) => openRound(decideAt(at, item)))
    case 'round-close':
      return atMark(at, act.mark, (item) => closeThis(at, item, act.round))
    case 'say':
      return markSay(db, seat, act.say, act.done, now)
    case 'attend':
      return attend(db, { seat, person: act.person, what: act.what, now })
    case 'attend-rest':
      return attendRest(db, seat, now)
    case 'pass':
      return { confirm: confirmPass, refuse: refusePass, end: endPass }[act.how](db, {
        seat,
        pass: act.pass,
        now,
      })
    case 'settle':
      return atMark(at, act.mark, (item) => settleThis(at, item, form))
    case 'poll-open':
    case 'poll-close':
    case 'voice':
    case 'count':
    case 'count-away':
      return writeDown({ db, seat, mark: act.mark, round: parseRound(form), now }, act.does, form)
  }
}

type Wrote = 'poll-open' | 'poll-close' | 'voice' | 'count' | 'count-away'

async function writeDown(writing: Writing, does: Wrote, form: LeadForm): Promise<Answered> {
  if (does === 'poll-open') return askRoom(writing, parsePoll(form))
  if (does === 'poll-close') return closePolls(writing, form['sure'] === 'yes')
  if (does === 'count-away') return writeCount(writing, null)
  const typed = does === 'voice' ? parseVoice(form) : parseCount(form)
  if (isRefusal(typed)) return typed
  return 'person' in typed ? enterVoice(writing, typed) : writeCount(writing, typed)
}

const decideAt = ({ desk, seat, scene, language, terms }: AtSeat, item: MeetingItem): DecideAt => ({
  db: desk.db,
  seat,
  meetingId: scene.meeting.id,
  itemId: item.id,
  now: desk.now,
  wording: { language, terms },
})

/** For who tapped at what stands there now; the act itself looks once more under its lock. */
function atMark(
  { scene }: AtSeat,
  mark: Mark,
  act: (item: MeetingItem) => Promise<Answered> | Answered,
): Promise<Answered> | Answered {
  const item = currentItem(scene)
  const here = markOf({ items: scene.items, current: scene.meeting.current })
  const isHere = item !== null && here.item === mark.item && here.stage === mark.stage
  return isHere ? act(item) : refuse('moved-on')
}

/** The round that was on the screen: a late tap does not close the one after it. */
async function closeThis(at: AtSeat, item: MeetingItem, round: number): Promise<Answered> {
  const { desk, seat, scene, language, terms } = at
  const { decision } = await sheetOfItem(desk, seat.actor, scene, item, { language, terms })
  if (decision === null || seenLast(decision).number !== round) return refuse('moved-on')
  return closeRound(decideAt(at, item))
}

/** How it goes on with a text that found no decision: who with, or when. It decides nothing. */
function settleThis(at: AtSeat, item: MeetingItem, form: LeadForm): Promise<Answered> | Answered {
  const way = parseWay(form)
  if (isRefusal(way)) return way
  const note = parseReason(form['note'] ?? '', 'note')
  return isRefusal(note) ? note : settleItem(decideAt(at, item), { way, note })
}
