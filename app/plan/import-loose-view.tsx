import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Icon } from '../ui/icons.tsx'
import { Knot } from '../ui/thread.tsx'
import { isMargin, LOOSE, type Piece } from './import.ts'
import type { SheetProps } from './import-entries-view.tsx'
import type { ImportSheet } from './import-sheet.ts'
import { importText } from './import-text.ts'
import { placeName, placeOptions } from './import-words-view.ts'

/** What found no place, and what was taken from its place: each can be put with a field, and taken loose again. */
export function LoosePieces({ sheet }: SheetProps) {
  const text = importText(sheet.language)
  const { moved } = sheet.draft
  const loose = moved.filter(({ now }) => now === LOOSE)
  const margins = moved.filter((piece) => isMargin(piece) && piece.now === LOOSE)
  const shown = moved.filter((piece) => !margins.includes(piece))
  const count = loose.length - margins.length
  return (
    <section aria-labelledby="in-loose">
      <h2 id="in-loose">{count === 0 ? text.looseNone : text.looseTitle(count)}</h2>
      <p class="noot">{text.looseNote}</p>
      {shown.length > 0 && <PieceList sheet={sheet} pieces={shown} />}
      {margins.length > 0 && (
        <Fold id="margins" summary={text.margins(margins.length)}>
          <PieceList sheet={sheet} pieces={margins} />
        </Fold>
      )}
    </section>
  )
}

const PieceList = ({ sheet, pieces }: SheetProps & { pieces: readonly Piece[] }) => (
  <ul class="losse-stukken">
    {pieces.map((piece) => (
      <PieceLine sheet={sheet} piece={piece} />
    ))}
  </ul>
)

type PieceProps = SheetProps & { readonly piece: Piece }

function PieceLine({ sheet, piece }: PieceProps) {
  const { key, shown: text, now } = piece
  const isLoose = now === LOOSE
  return (
    <li id={`piece-${key}`}>
      <Knot kind={isLoose ? 'loose' : 'full'} />
      <blockquote id={`text-${key}`}>
        {text.split('\n').map((line) => (
          <p>{line}</p>
        ))}
        <small>{whereOf(piece, sheet)}</small>
      </blockquote>
      {isLoose ? <Placing sheet={sheet} piece={piece} /> : <Placed sheet={sheet} piece={piece} />}
    </li>
  )
}

function Placing({ sheet, piece }: PieceProps) {
  const text = importText(sheet.language)
  const about = `text-${piece.key}`
  return (
    <>
      <SelectField
        name={`to.${piece.key}`}
        label={text.placeLabel}
        describedBy={about}
        none={text.placeNone}
        options={placeOptions(piece, sheet)}
      />
      <div class="rij">
        {piece.was !== null && (
          <Button kind="link" name="act" value={`back ${piece.key}`} describedBy={about}>
            {text.back}
          </Button>
        )}
        <Button kind="quiet" name="act" value="keep" describedBy={about}>
          {text.place}
        </Button>
      </div>
    </>
  )
}

function Placed({ sheet, piece }: PieceProps) {
  const text = importText(sheet.language)
  return (
    <>
      <p class="staat">
        <Icon name="check" />
        <span>
          {text.placedAt} <b>{placeName(piece.now, sheet)}</b>
        </span>
      </p>
      <div class="rij">
        <Button kind="quiet" name="act" value={`loose ${piece.key}`} describedBy={`text-${piece.key}`}>
          {text.loosenAgain}
        </Button>
      </div>
    </>
  )
}

/** Where the piece stood in the file, as far as one can tell. */
function whereOf({ was, under, kind }: Piece, sheet: ImportSheet): string {
  const text = importText(sheet.language)
  if (was !== null) return text.wasAt(placeName(was, sheet))
  const place = under === null ? text.onTop : text.underHead(under)
  return kind === 'box' ? `${text.box}, ${place}` : place
}
