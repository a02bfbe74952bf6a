import type { Context } from 'hono'
import { titledScene } from '../deciding/item-point-slot-desk.ts'
import { seatAt } from '../meeting/seat-desk.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { parseLetters } from './board.ts'
import { boardOf } from './board-desk.ts'
import { BoardView } from './board-view.tsx'
import { toldNotice } from './lead-told-desk.ts'

const YEAR = 31_536_000

/** /meeting/:meeting/board: the screen at the wall, for everybody with a seat. */
export const boardPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await seatAt(c)
    const here = `/meeting/${at.scene.meeting.id}/board`
    const letters = c.req.query('letters')
    if (letters !== undefined) {
      c.header('set-cookie', `letters=${parseLetters(letters)}; Path=/; Max-Age=${YEAR}; SameSite=Lax`)
      return c.redirect(here, 303)
    }
    const scene = await titledScene(at.desk.db, at.scene, at.language)
    const board = await boardOf(c, { ...at, scene })
    return c.html(<BoardView board={board} shell={shellFrom(at.desk, toldNotice(c, at))} here={here} />)
  },
}
