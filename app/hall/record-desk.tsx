import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type MeetingItem, nameIn } from '../meeting/meeting.ts'
import { mayRecord } from '../meeting/meeting-may.ts'
import { type AtSeat, memberAt } from '../meeting/seat-desk.ts'
import { readActions } from '../minutes/action-store.ts'
import { ActionForm, ActionList } from '../minutes/action-view.tsx'
import type { Acted } from '../minutes/minutes-act-desk.ts'
import { flushNotes } from '../minutes/minutes-desk.ts'
import { readNotes } from '../minutes/minutes-note-store.ts'
import { MinutesNote } from '../minutes/minutes-note-view.tsx'
import { readSilent } from '../round/round-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import type { ShellNotice } from '../ui/shell.ts'
import type { Board } from './board.ts'
import { boardOf } from './board-desk.ts'
import { heldRound } from './lead.ts'
import type { Desk, Refused } from './record.ts'
import { recordText } from './record-text.ts'
import { RecordView } from './record-view.tsx'

/** A note or an action that could not be taken, with the words in it. */
type Tried = Exclude<Acted, { to: string }>

/** Draws the desk as it is now; with a form that could not be taken, that form keeps what was typed. */
export async function drawDesk(
  c: Context<OnDesk>,
  notice: ShellNotice | null,
  refused: Refused | null = null,
  tried: Tried | null = null,
) {
  const at = await memberAt(c)
  const may = mayRecord(at.seat, at.scene.meeting)
  if (!may.may) throw new HTTPException(403, { message: may.because })
  const board = await boardOf(c, at)
  const desk: Desk = { board, leading: { ...board, from: 'desk' }, refused, ...(await roundAt(at, board)) }
  const beside = await besideOf(at, board, tried)
  return c.html(
    <RecordView desk={desk} shell={shellFrom(at.desk, notice)} beside={beside} isHeld={tried !== null} />,
    tried?.status ?? (refused ? 422 : 200),
  )
}

/** The round in the room that is open, and who is still to be heard in it. */
async function roundAt(
  { desk, seat }: AtSeat,
  { sheet }: Board,
): Promise<Pick<Desk, 'openRound' | 'silent'>> {
  const round = heldRound(sheet)
  const id = sheet?.decision?.id
  if (!id || round === null) return { openRound: null, silent: null }
  const silent = await readSilent(desk.db, seat.actor, id, desk.now)
  return { openRound: { id, number: round.number }, silent }
}

/** The note and the actions of one item, as they stand now. */
async function writtenAt(
  { desk, seat, scene }: Pick<AtSeat, 'desk' | 'seat' | 'scene'>,
  { id }: MeetingItem,
) {
  const { meeting } = scene
  await flushNotes(desk.db, meeting.id)
  const notes = await readNotes(desk.db, seat.actor, meeting.id)
  const actions = await readActions(desk.db, seat.actor, meeting.id)
  return { note: notes.get(id) ?? null, actions: actions.filter((action) => action.item === id) }
}

/** The note for the minutes and what was agreed, at the item under way; or at the one where words could not be taken. */
async function besideOf(
  { desk, seat, scene }: AtSeat,
  { item: current, words, href }: Board,
  tried: Tried | null,
) {
  const { meeting } = scene
  const typedAt = tried?.line?.item ?? tried?.note?.owner
  const item = scene.items.find(({ id }) => id === typedAt) ?? current
  if (item === null || seat.person === null) return null
  const { note, actions } = await writtenAt({ desk, seat, scene }, item)
  const { language } = words
  const common = { meetingId: meeting.id, back: 'desk', sendTo: `${href}/desk`, language } as const
  return (
    <section class="blok stapel" aria-labelledby="tafel-acties">
      <MinutesNote
        {...common}
        owner={{ id: item.id, title: item.title }}
        note={note}
        person={seat.person}
        tried={tried?.note ?? null}
      />
      <h2 id="tafel-acties">{recordText(language).actions}</h2>
      <ActionList
        {...common}
        actions={actions}
        nameOf={(id) => nameIn(scene, id) ?? ''}
        mine={seat.person}
        keeps
        mayRemove
      />
      <ActionForm
        {...common}
        itemId={item.id}
        about={item === current ? undefined : item.title}
        typed={tried?.line?.typed}
        error={tried?.line ? tried.says : null}
      />
    </section>
  )
}
