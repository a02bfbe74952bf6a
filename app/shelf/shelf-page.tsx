import type { Context } from 'hono'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { piecesOf, readyToWriteOf } from './piece-store.ts'
import { type AtShelf, seenPiece, shelfAt, writerOf } from './shelf-desk.ts'
import { isOpenWide, isWanted, offeredBy, wantedFrom } from './shelf-find.ts'
import { findPieces } from './shelf-find-desk.ts'
import type { ShelfSheet } from './shelf-sheet.ts'
import { shelfText } from './shelf-text.ts'
import { ShelfView } from './shelf-view.tsx'

/** /shelf?q=…: what the team tried and saw, to find by theme, subject, group, form of work and words. */
export const shelfPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await shelfAt(c)
    const { language } = at.reader
    const text = shelfText(language)
    const notice = c.req.query('done') === 'removed' ? ({ kind: 'good', text: text.removed } as const) : null
    const sheet = await sheetFor(at, (name) => c.req.query(name))
    return c.html(
      <Page shell={shellFrom(at.desk, notice)} title={text.title} here="shelf">
        <ShelfView {...{ sheet, language }} />
      </Page>,
    )
  },
}

async function sheetFor(at: AtShelf, asked: (name: string) => string | undefined): Promise<ShelfSheet> {
  const { desk, reader } = at
  const all = await piecesOf(desk.db, reader.actor)
  const shelf = all.filter(({ sharedAt }) => sharedAt !== null)
  const wanted = wantedFrom(asked)
  const { themes, subjects, grades, forms } = offeredBy(shelf)
  const chosen = shelf.filter((piece) => isWanted(piece, wanted))
  const labels = (piece: (typeof shelf)[number]) => [...seenPiece(at, piece).labels, writerOf(at, piece)]
  const found = await findPieces(desk.db, reader.actor, chosen, labels, wanted.q)
  const seen = (piece: (typeof shelf)[number]) => seenPiece(at, piece)
  return {
    wanted,
    found: found.map(seen),
    drafts: all.filter(({ sharedAt }) => sharedAt === null).map(seen),
    ready: isOpenWide(wanted) ? await readyOnes(at) : [],
    isEmpty: shelf.length === 0,
    themes: wanted.theme === '' ? themes : [...new Set([...themes, wanted.theme])],
    subjects,
    grades,
    forms: forms.map((key) => ({ value: key, label: at.formNames.get(key) ?? '' })),
  }
}

async function readyOnes({ desk, reader }: AtShelf) {
  const ready = await readyToWriteOf(desk.db, reader.actor)
  return ready.map(({ id, what, ended }) => ({ promise: id, what, note: ended?.cameOf ?? '' }))
}
