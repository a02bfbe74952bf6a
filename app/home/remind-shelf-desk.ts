import type { Drawing } from '../plan/plan-sheet-view.ts'
import { readyToWriteOf } from '../shelf/piece-store.ts'
import type { RoomAsk } from './for-you.ts'
import type { ForYouAt } from './for-you-line-desk.ts'
import { remindText } from './remind-text.ts'

/** What this person shared as promised, and what could become a piece on the shelf. It can wait: not by mail. */
export async function ofShelf({ desk, reader }: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  const ready = await readyToWriteOf(desk.db, reader.actor)
  const { title, note, act } = remindText(d.language).shelf
  return ready.map(({ id }) => ({
    key: `shelf:${id}`,
    title,
    note,
    act,
    href: `/shelf/new?promise=${id}`,
    letter: null,
    own: true,
  }))
}
