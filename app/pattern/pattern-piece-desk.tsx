import type { Child } from 'hono/jsx'
import type { Reader } from '../session/actor.ts'
import type { Desk } from '../session/desk.ts'
import { ground } from './pattern-desk.ts'
import { PatternPiece } from './pattern-piece-view.tsx'

/** What comes back, for beside the tray: the first pattern with which nothing was done; null when there is none. */
export async function patternPiece(at: {
  readonly desk: Desk
  readonly reader: Reader
}): Promise<Child | null> {
  const sheet = await ground(at)
  const card = sheet.scene.cards.find(({ goal }) => goal === null)
  return card ? <PatternPiece {...{ card, sheet }} /> : null
}
