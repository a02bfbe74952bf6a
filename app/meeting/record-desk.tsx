import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import type { ShellNotice } from '../ui/shell.ts'
import { roundOf } from './board.ts'
import { boardOf } from './board-desk.ts'
import { mayRecord } from './meeting-may.ts'
import { type Desk, RecordView, type Refused } from './record-view.tsx'
import { memberAt } from './seat-desk.ts'

/** Draws the desk as it is now; with a form that could not be taken, that form keeps what was typed. */
export async function drawDesk(
  c: Context<OnDesk>,
  notice: ShellNotice | null,
  refused: Refused | null = null,
) {
  const at = await memberAt(c)
  const may = mayRecord(at.seat, at.scene.meeting)
  if (!may.may) throw new HTTPException(403, { message: may.because })
  const board = await boardOf(c, at)
  const round = roundOf(board.sheet)
  const openRound =
    board.sheet?.decision && round?.held === 'room' && round.closed === null
      ? { id: board.sheet.decision.id, number: round.number }
      : null
  const desk: Desk = {
    board,
    leading: { ...board, from: 'desk' },
    openRound,
    silent: null,
    refused,
  }
  return c.html(
    <RecordView desk={desk} shell={shellFrom(at.desk, notice)} beside={null} />,
    refused ? 422 : 200,
  )
}
