import type { Db } from '../db/database.ts'
import type { DataTalkId, SchoolId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'

/** What a room above this one says of a data talk that is on the agenda: what the whole team may read, and no more. */
export type ReadTalkOfItem = (
  db: Db,
  schoolId: SchoolId,
  id: DataTalkId,
  language: Language,
) => Promise<SheetPiece[]>

let read: ReadTalkOfItem = async () => []

/** Said once, where the routes are made; the same for every house. */
export function fillTalkOfItem(given: ReadTalkOfItem) {
  read = given
}

/** Nothing where there is nothing to show. */
export const talkOfItem: ReadTalkOfItem = (...given) => read(...given)
