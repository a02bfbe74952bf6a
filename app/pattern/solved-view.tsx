import { Fold } from '../ui/details.tsx'
import { Table } from '../ui/table.tsx'
import type { PatternSheet } from './pattern-sheet.ts'
import type { SolvedShares } from './solved.ts'
import { solvedText } from './solved-text.ts'

const RUNGS = [0, 1, 2] as const
const OUT_OF = 10
/** Of one block of the bar, in the units of its drawing. */
const BLOCK = { step: 20, width: 16, height: 16 } as const

/** On which rung questions get solved: a sentence, ten blocks a rung, and the same as a table. */
export function SolvedView({ sheet }: { sheet: PatternSheet }) {
  const text = solvedText(sheet.language).solved
  const { now, before } = sheet.scene.solved
  const say = ({ tenths, few }: SolvedShares) => text.share(tenths, few, sheet.terms.coordinator)
  return (
    <section class="blok" aria-labelledby="k-opgelost">
      <h2 id="k-opgelost">{text.head}</h2>
      {now === null ? (
        <p>{text.few}</p>
      ) : (
        <>
          <p>{say(now)}</p>
          <Bars shares={now} sheet={sheet} />
          <p class="noot">{text.of(now.number)}</p>
        </>
      )}
      {before && <p class="noot">{text.before(say(before))}</p>}
      {now && (
        <Fold summary={text.table}>
          <SharesTable shares={now} sheet={sheet} />
        </Fold>
      )}
    </section>
  )
}

type SharesProps = { shares: SolvedShares; sheet: PatternSheet }

/** The sentence above says the same: for who listens the drawing is left out. */
function Bars({ shares, sheet }: SharesProps) {
  const text = solvedText(sheet.language).solved
  return (
    <dl class="tredebalken">
      {RUNGS.map((at) => (
        <div>
          <dt>{text.rung(at, sheet.terms.coordinator)}</dt>
          <dd>
            <svg viewBox={`0 0 ${OUT_OF * BLOCK.step} ${BLOCK.height}`} aria-hidden="true" focusable="false">
              {Array.from({ length: OUT_OF }, (_, place) => (
                <rect
                  class={place < (shares.tenths[at] ?? 0) ? 'vol' : undefined}
                  x={place * BLOCK.step + 1}
                  y="1"
                  width={BLOCK.width}
                  height={BLOCK.height - 2}
                />
              ))}
            </svg>
            <span>{shareWords(shares, at, sheet)}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function SharesTable({ shares, sheet }: SharesProps) {
  const text = solvedText(sheet.language).solved
  return (
    <Table
      caption={text.picture}
      head={[text.columns.rung, text.columns.share]}
      rows={RUNGS.map((at) => [text.rung(at, sheet.terms.coordinator), shareWords(shares, at, sheet)])}
      figures={[1]}
    />
  )
}

function shareWords({ tenths, few }: SolvedShares, at: number, { language }: PatternSheet): string {
  const text = solvedText(language).solved
  const number = tenths[at] ?? 0
  if (number > 0) return text.tenths(number)
  return few[at] ? text.some : text.none
}
