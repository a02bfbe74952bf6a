import type { Language } from '../kernel/language.ts'
import type { PlanPiece } from './piece.ts'
import { pieceHref } from './shelf-sheet.ts'
import { shelfText } from './shelf-text.ts'

/** Beside a goal or track of a plan: what was taken along from the shelf, and what lies there of last year. */
export function PieceMargin({ pieces, language }: { pieces: readonly PlanPiece[]; language: Language }) {
  const text = shelfText(language)
  const parts = [
    { title: text.margin, lines: pieces.filter(({ isTaken }) => isTaken) },
    { title: text.marginCarried, lines: pieces.filter(({ isTaken }) => !isTaken) },
  ]
  return (
    <div class="vandeplank">
      {parts
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => (
          <p>
            <small>{title}</small>{' '}
            {lines.map((line, place) => (
              <>
                {place > 0 && ', '}
                <a href={pieceHref(line.pieceId)} data-turbo-frame="_top">
                  {line.title}
                </a>
              </>
            ))}
          </p>
        ))}
    </div>
  )
}
