import { ArrowLink } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { PostButton } from '../ui/form.tsx'
import { Empty } from '../ui/notice.tsx'
import { EffectsView } from './effect-view.tsx'
import { OwnTexts } from './own-text-view.tsx'
import { PatternCardView } from './pattern-card-view.tsx'
import { cardId, fieldsOf, type PatternSheet, TOGETHER } from './pattern-sheet.ts'
import { patternText } from './pattern-text.ts'
import type { PatternCard } from './scene.ts'
import { solvedText } from './solved-text.ts'
import { SolvedView } from './solved-view.tsx'

/** Questions that come back: what the team can do with them, what came of it, and where questions get solved. */
export function PatternsView({ sheet }: { sheet: PatternSheet }) {
  const { scene, language } = sheet
  const text = patternText(language)
  return (
    <div class="kolom patronen">
      <OwnTexts sheet={sheet} />
      <section class="blok" aria-labelledby="k-patronen">
        <h2 id="k-patronen">{scene.cards.length > 0 ? text.patterns : text.thisTerm}</h2>
        {scene.cards.length === 0 ? (
          <Empty sentence={text.nothing}>
            <p class="noot">{text.nothingHow}</p>
          </Empty>
        ) : (
          <Cards cards={scene.cards} sheet={sheet} />
        )}
        {sheet.isCoordinator && scene.resting.length > 0 && <Resting sheet={sheet} />}
      </section>
      {scene.kept.length > 0 && (
        <section class="blok" aria-labelledby="k-bewaard">
          <h2 id="k-bewaard">{text.keptHead}</h2>
          <Cards cards={scene.kept} sheet={sheet} />
        </section>
      )}
      <Others sheet={sheet} />
      <EffectsView sheet={sheet} />
      <SolvedView sheet={sheet} />
      <How sheet={sheet} />
    </div>
  )
}

const Cards = ({ cards, sheet }: { cards: readonly PatternCard[]; sheet: PatternSheet }) => (
  <ul class="patroonlijst">
    {cards.map((card) => (
      <PatternCardView card={card} sheet={sheet} />
    ))}
  </ul>
)

function Resting({ sheet }: { sheet: PatternSheet }) {
  const { scene, language } = sheet
  const text = patternText(language)
  return (
    <Fold summary={text.resting(scene.resting.length)}>
      <ul class="patroonrust">
        {scene.resting.map((card) => (
          <li id={cardId(card)}>
            <span>{text.count(card.count.number, sheet.nameOf(card.count.topic))}</span>
            <PostButton
              action={TOGETHER}
              hidden={fieldsOf(card, 'unrest')}
              kind="link"
              about={sheet.nameOf(card.count.topic)}
            >
              {text.unrest}
            </PostButton>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function Others({ sheet }: { sheet: PatternSheet }) {
  const { others } = sheet.scene
  const text = patternText(sheet.language)
  if (others.length === 0) return null
  return (
    <section class="blok" aria-labelledby="k-ook">
      <h2 id="k-ook">{text.others}</h2>
      <ul class="punten">
        {others.map(({ topic, number }) => (
          <li>{text.count(number, sheet.nameOf(topic))}</li>
        ))}
      </ul>
      <p class="noot">{text.othersNote}</p>
    </section>
  )
}

function How({ sheet }: { sheet: PatternSheet }) {
  const { how } = solvedText(sheet.language)
  return (
    <Fold summary={how.head}>
      <ul class="punten">
        {how.lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <ArrowLink href="/questions/topics">{how.topics}</ArrowLink>
    </Fold>
  )
}
