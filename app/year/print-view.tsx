import { raw } from 'hono/html'
import { Document } from '../ui/document.tsx'
import { PrintButton } from '../ui/script-button.tsx'
import type { Shell } from '../ui/shell.ts'
import { CircleLegend } from './circle-legend-view.tsx'
import { circleFor, WideCircle } from './circle-view.tsx'
import { yearActText } from './year-act-text.ts'
import { YearList } from './year-list-view.tsx'
import type { YearSheet } from './year-sheet.ts'

/** Its one rule says what paper it is; it has the nonce of its own answer, so it is linked to as a whole page. */
const PAPER = '@page { size: A3 landscape; margin: 12mm }'

type YearPaperProps = { sheet: YearSheet; shell: Shell; title: string; school: string }

/** The year on one sheet of A3: the circle to the left, the list beside it. Nothing of what one can do with it. */
export function YearPaper({ sheet, shell, title, school }: YearPaperProps) {
  const text = yearActText(sheet.language)
  const quiet = { ...sheet, acts: new Map(), mayPlan: false }
  return (
    <Document shell={shell} title={title} bodyClass="jaarpapier" alone>
      <style nonce={shell.nonce}>{raw(PAPER)}</style>
      <div class="papierbalk">
        <nav aria-label={text.back}>
          <a href={`/year?year=${sheet.schoolYear}`}>{text.back}</a>
        </nav>
        <PrintButton language={sheet.language} />
      </div>
      <main id="inhoud" tabindex={-1}>
        <h1>
          {title} <small>{school}</small>
        </h1>
        <div class="rond">
          <div class="rondcirkel">
            <WideCircle sheet={quiet} circle={circleFor(quiet)} />
            <CircleLegend sheet={quiet} />
          </div>
          <div>
            <YearList sheet={quiet} />
          </div>
        </div>
      </main>
    </Document>
  )
}
