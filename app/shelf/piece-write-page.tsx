import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { clock } from '../kernel/day.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { writingText } from '../writing/writing-text.ts'
import { takeFacts, takePieceForm } from './piece-form-desk.ts'
import { PieceForm, type PieceTried } from './piece-form-view.tsx'
import { mayWritePiece } from './piece-may.ts'
import { piecesOf } from './piece-store.ts'
import { type AtPiece, formsFor, pieceAtAddress, pieceSentence, statusOf, toPiece } from './shelf-desk.ts'
import { offeredBy } from './shelf-find.ts'
import { pieceHref } from './shelf-sheet.ts'
import { shelfText } from './shelf-text.ts'

/** /shelf/:piece/write: the form of a piece, for who wrote it. */
export const pieceWritePage = {
  get: async (c: Context<OnDesk>) => show(c, await ownPiece(c), null, 200),

  post: async (c: Context<OnDesk>) => {
    const at = await ownPiece(c)
    const form = await c.req.formData()
    if ((c.req.header('accept') ?? '').startsWith('application/json')) return factsAnswer(c, at, form)
    const taken = await takePieceForm(at, form)
    if (taken.tried === null) return c.redirect(toPiece(at.piece.id, taken.done), 303)
    return show(c, at, taken.tried, taken.no ? statusOf(taken.no) : 422)
  },
}

/** For the script that saves the short fields as they change: nothing goes on the shelf by itself. */
async function factsAnswer(c: Context<OnDesk>, at: AtPiece, form: FormData) {
  const { language } = at.reader
  const no = await takeFacts(at, form)
  if (no) return c.json({ says: pieceSentence(no, language) }, statusOf(no))
  return c.json({ says: writingText(language).savedAt(clock(at.desk.now, language)) })
}

/** Somebody else's piece can be read, not written. */
async function ownPiece(c: Context<OnDesk>): Promise<AtPiece> {
  const at = await pieceAtAddress(c)
  if (!mayWritePiece(at.reader.actor, at.piece).may) throw new HTTPException(403)
  return at
}

async function show(c: Context<OnDesk>, at: AtPiece, tried: PieceTried | null, status: 200 | 403 | 422) {
  const { desk, reader } = at
  const text = shelfText(reader.language)
  const shelf = (await piecesOf(desk.db, reader.actor)).filter(({ sharedAt }) => sharedAt !== null)
  const choices = { themes: offeredBy(shelf).themes, forms: formsFor(at, at.piece.workForm) }
  return c.html(
    <Page shell={shellFrom(desk)} title={text.writeTitle} here="shelf">
      <p class="rij">
        <BackLink href={pieceHref(at.piece.id)}>{text.toPiece}</BackLink>
      </p>
      <PageHead
        title={text.writeTitle}
        under={at.piece.sharedAt === null ? text.newUnder : text.writeSharedUnder}
      />
      <PieceForm {...{ choices, reader, tried }} piece={at.piece} />
    </Page>,
    status,
  )
}
