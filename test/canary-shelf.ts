import type { Db } from '../app/db/database.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import type { SchoolYear } from '../app/kernel/school-year.ts'
import type { Member } from '../app/session/actor.ts'
import { beginPiece } from '../app/shelf/piece-begin-store.ts'
import { removePiece, sharePiece, withdrawPiece } from '../app/shelf/piece-write-store.ts'
import { NOW_MOMENT } from './cast.ts'

/** Words in pieces of Petra: a draft, and one that was taken from the shelf, are hers alone; what was thrown away is gone. */
export const SHELF_CANARIES = [
  { word: 'kanarie-concept', for: ['petra'], seenBy: 'petra' },
  { word: 'kanarie-thema', for: ['petra'], seenBy: 'petra' },
  { word: 'kanarie-vandeplank', for: ['petra'], seenBy: 'petra' },
  { word: 'kanarie-weggegooid', for: [] },
] as const

/** A draft, a piece that was withdrawn, and one that was thrown away. */
export async function plantPieces(db: Db, petra: Member) {
  const begin = async (title: string, theme: string) =>
    must(
      await beginPiece(
        db,
        petra,
        {
          planId: null,
          entryId: null,
          promiseId: null,
          grades: [],
          schoolYear: '2026-2027' as SchoolYear,
          texts: { title, theme, saw: title },
        },
        NOW_MOMENT,
      ),
    )
  await begin('kanarie-concept', 'kanarie-thema')
  const withdrawn = await begin('kanarie-vandeplank', '')
  must(await sharePiece(db, petra, withdrawn, NOW_MOMENT))
  must(await withdrawPiece(db, petra, withdrawn, NOW_MOMENT))
  const removed = await begin('kanarie-weggegooid', '')
  must(await sharePiece(db, petra, removed, NOW_MOMENT))
  must(await removePiece(db, petra, removed))
}

function must<Value>(value: Value) {
  if (isRefusal(value)) throw new Error(`a canary was refused: ${value.refused}`)
  return value as Exclude<Value, { readonly refused: string }>
}
