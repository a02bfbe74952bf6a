import { ArrowLink } from '../ui/button.tsx'
import { PostButton } from '../ui/form.tsx'
import { goalLabel } from './pattern-card-view.tsx'
import { cardId, fieldsOf, type PatternSheet, TOGETHER } from './pattern-sheet.ts'
import { patternText } from './pattern-text.ts'
import type { PatternCard } from './scene.ts'

type PieceProps = { card: PatternCard; sheet: Pick<PatternSheet, 'language' | 'places' | 'nameOf'> }

/** One topic that comes back, in a few words: a goal of it in one click, or on to the page. */
export function PatternPiece({ card, sheet }: PieceProps) {
  const text = patternText(sheet.language)
  const [place] = sheet.places
  return (
    <section class="blok patroonstuk" aria-labelledby="k-patroonstuk">
      <h2 id="k-patroonstuk">{text.piece.head}</h2>
      <p>{text.count(card.count.number, sheet.nameOf(card.count.topic))}.</p>
      {place && (
        <PostButton
          action={TOGETHER}
          hidden={{ ...fieldsOf(card, 'goal'), plan: place.planId }}
          kind="quiet"
          icon="plus"
          about={sheet.nameOf(card.count.topic)}
        >
          {goalLabel(place, sheet.language)}
        </PostButton>
      )}
      <ArrowLink href={`${TOGETHER}#${cardId(card)}`}>{text.piece.look}</ArrowLink>
    </section>
  )
}
