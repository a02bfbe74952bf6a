import type { Context } from 'hono'
import { mayAdopt } from '../deciding/adopt-may.ts'
import { sheetOfItem } from '../deciding/item-sheet-desk.ts'
import { itemSheetText } from '../deciding/item-sheet-text.ts'
import type { Moment } from '../kernel/day.ts'
import { joinCodeFor } from '../meeting/join-store.ts'
import { currentItem, type MeetingItem } from '../meeting/meeting.ts'
import { mayRun } from '../meeting/meeting-may.ts'
import { markOf, spentSoFar } from '../meeting/run.ts'
import type { AtSeat } from '../meeting/seat-desk.ts'
import { readPolls } from '../round/poll-store.ts'
import { readDecisionFor } from '../round/round-store.ts'
import { cookieValue } from '../session/cookie.ts'
import type { OnDesk } from '../session/desk.ts'
import { originForMember } from '../session/origin.ts'
import { type Board, parseLetters } from './board.ts'
import { canSeal, sealedHere } from './sealed-desk.ts'
import { sheetForSeat } from './sheet-guest.ts'

/** Everything that the screen at the wall shows, read for this request; the desk beside it shows the same item. */
export async function boardOf(c: Context<OnDesk>, at: AtSeat): Promise<Board> {
  const { desk, scene, seat, language, terms } = at
  const { meeting, items } = scene
  const item = meeting.phase === 'running' ? currentItem(scene) : null
  const words = { language, terms }
  const leads = mayRun(seat, meeting).may
  return {
    scene,
    href: `/meeting/${meeting.id}`,
    item,
    sheet: item && (await sheetAt(at, item)),
    polls: item ? await pollsOf(at, item) : [],
    join: await joinOf(c, at),
    leads,
    isChair: seat.via === 'session' && seat.person === meeting.chair,
    mayAdopt: mayAdopt(seat, meeting).may,
    mark: markOf({ items, current: meeting.current }),
    ...(await outcomeOf(at, leads)),
    letters: parseLetters(cookieValue(c.req.header('cookie'), 'letters')),
    spent: item ? spentSoFar(meeting, item, desk.now) : 0,
    now: desk.now,
    words,
  }
}

async function sheetAt({ desk, scene, seat, language, terms }: AtSeat, item: MeetingItem) {
  const sheet = await sheetOfItem(desk, seat.actor, scene, item, { language, terms })
  return sheetForSeat(sheet, item, seat, itemSheetText(language).inRoom)
}

async function pollsOf({ desk, scene, seat }: AtSeat, item: MeetingItem) {
  const polls = await readPolls(desk.db, seat.actor, scene.meeting.id, null)
  return polls.filter(({ subjectId }) => subjectId === item.id)
}

/** The way in: an address for the camera, the same in words, and six digits. */
async function joinOf(c: Context<OnDesk>, { desk, scene, seat }: AtSeat): Promise<Board['join']> {
  const code = await joinCodeFor(desk.db, seat.actor, scene.meeting.id, desk.now)
  if (code === null) return null
  const origin = originForMember(desk.house.baseUrl, c.req.header('host'))
  return { url: `${origin}/join/${code}`, words: `${origin.replace(/^https?:\/\//, '')}/join`, code }
}

type Ending = Pick<Board, 'sealed' | 'canSeal' | 'stands' | 'waitsUntil'>

/** The seal once the plan has it, whether that is what is left to do, and after the close what stands. */
async function outcomeOf(at: AtSeat, leads: boolean): Promise<Ending> {
  const { desk, scene, seat } = at
  const sealed = await sealedHere(desk.db, seat.actor, scene)
  const seal = { sealed, canSeal: leads && sealed === null && (await canSeal(at)) }
  if (scene.meeting.phase !== 'closed') return { ...seal, stands: [], waitsUntil: null }
  return { ...seal, ...(await standing(at)) }
}

/** Titles of items of which the decision stands, and until when somebody can come back on one of them. */
async function standing({ desk, scene, seat }: AtSeat): Promise<Pick<Board, 'stands' | 'waitsUntil'>> {
  const stands: string[] = []
  const terms: Moment[] = []
  for (const { decisionId, title } of scene.items) {
    const decision = decisionId && (await readDecisionFor(desk.db, seat.actor, decisionId, null, desk.now))
    if (!decision || decision.standing.now.is !== 'stands') continue
    stands.push(title)
    if (decision.standing.now.until !== null) terms.push(decision.standing.now.until)
  }
  return { stands, waitsUntil: terms.sort().at(-1) ?? null }
}
