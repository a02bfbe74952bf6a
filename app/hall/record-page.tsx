import type { Context } from 'hono'
import { type OnDesk, readerOf } from '../session/desk.ts'
import { toldNotice } from './lead-told-desk.ts'
import { drawDesk } from './record-desk.tsx'

/** /meeting/:meeting/desk: beside the board, for the chair and the minute-taker. */
export const recordPage = {
  get: (c: Context<OnDesk>) => drawDesk(c, toldNotice(c, readerOf(c))),
}
