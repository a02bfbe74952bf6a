import type { YieldPromise } from '../evaluation/yield.ts'
import type { Language } from '../kernel/language.ts'
import { ArrowLink } from '../ui/button.tsx'
import { PostButton } from '../ui/form.tsx'
import type { Piece } from './piece.ts'
import { pieceHref } from './shelf-sheet.ts'
import { shelfText } from './shelf-text.ts'

type Props = { one: YieldPromise; piece: Piece | null; isMine: boolean; language: Language }

/** Beside a promise that was kept: one tap makes it a draft, and then it leads there. */
export function BesidePromise({ one, piece, isMine, language }: Props) {
  const text = shelfText(language)
  if (piece)
    return (
      <ArrowLink href={pieceHref(piece.id)} about={one.what}>
        {piece.sharedAt ? text.onShelf : text.toDraft}
      </ArrowLink>
    )
  if (!isMine) return null
  return (
    <PostButton action="/shelf/new" hidden={{ promise: one.id }} kind="quiet" icon="pen" about={one.what}>
      {text.makePiece}
    </PostButton>
  )
}
