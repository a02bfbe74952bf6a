import type { Context } from 'hono'
import { actOnMinutes } from '../minutes/minutes-act-desk.ts'
import { type OnDesk, readerOf } from '../session/desk.ts'
import { toldNotice } from './lead-told-desk.ts'
import { drawDesk } from './record-desk.tsx'

/** /meeting/:meeting/desk: beside the board, for the chair and the minute-taker. */
export const recordPage = {
  get: (c: Context<OnDesk>) => drawDesk(c, toldNotice(c, readerOf(c))),

  /** A note or an action, written down here: what could not be taken stays here, too. */
  post: async (c: Context<OnDesk>) => {
    const acted = await actOnMinutes(c)
    if ('to' in acted) return c.redirect(acted.to, 303)
    return drawDesk(c, { kind: 'refusal', text: acted.says }, null, acted)
  },
}
