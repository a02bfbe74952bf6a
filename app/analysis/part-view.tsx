import type { Language } from '../kernel/language.ts'
import { type ChartSize, NARROW } from '../ui/chart.ts'
import { ChartDrawing } from '../ui/chart-view.tsx'
import { Fold } from '../ui/details.tsx'
import { safeHref } from '../ui/safe-href.ts'
import { Table } from '../ui/table.tsx'
import { analysisText } from './analysis-text.ts'
import type { Cell, ReportChart, ReportPart, ReportTable, Story } from './report.ts'
import { besideOf, drawnOf } from './report-words-view.ts'

type PartProps = { part: ReportPart; language: Language }

/** The numbers of one part, as they stood on their day: what is seen in sentences, the charts, the tables, the stories. */
export function PartNumbers({ part, language }: PartProps) {
  const { sentences, charts, tables, stories } = part
  return (
    <>
      {sentences.length > 0 && (
        <ul class="zinnen">
          {sentences.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
      {charts.length > 0 ? (
        <div class="grafieken">
          {charts.map((chart, at) => (
            <ChartWithTable {...{ chart, table: tables[at], language }} />
          ))}
        </div>
      ) : (
        <Tables tables={tables} language={language} />
      )}
      {stories.length > 0 && (
        <div class="verhalen">
          {stories.map((story) => (
            <StoryView story={story} />
          ))}
        </div>
      )}
    </>
  )
}

/** A chart with the numbers behind it. */
function ChartWithTable({
  chart,
  table,
  language,
}: {
  chart: ReportChart
  table: ReportTable | undefined
  language: Language
}) {
  const drawn = drawnOf(chart, language)
  return (
    <div>
      <figure>
        <h3>{chart.title}</h3>
        <ChartDrawing chart={drawn} size={HALF} />
        <ChartDrawing chart={drawn} size={NARROW} />
        {table?.note && <figcaption class="noot">{table.note}</figcaption>}
      </figure>
      {table && (
        <Fold summary={analysisText(language).toTable(table.caption)}>
          <NumberTable table={table} language={language} />
        </Fold>
      )}
    </div>
  )
}

/** Two of them stand side by side where there is room. */
const HALF: ChartSize = {
  kind: 'wide',
  width: 640,
  height: 340,
  left: 48,
  right: 420,
  top: 30,
  bottom: 278,
}

/** Tables one below the other; a note that the next one says too stands below the last of them. */
const Tables = ({ tables, language }: { tables: readonly ReportTable[]; language: Language }) => (
  <>
    {tables.map((table, at) => (
      <>
        <NumberTable table={table} language={language} />
        {table.note && table.note !== tables[at + 1]?.note && <p class="noot">{table.note}</p>}
      </>
    ))}
  </>
)

function NumberTable({
  table: { caption, head, rows },
  language,
}: {
  table: ReportTable
  language: Language
}) {
  const told = (cell: Cell) => (
    <>
      {cell.text}
      {cell.n !== null && <small> {besideOf(cell, language)}</small>}
      {cell.was && <small class="eronder">{cell.was}</small>}
    </>
  )
  return (
    <div class="cijfertabel">
      <Table
        caption={caption}
        head={head}
        rows={rows.map(({ name, cells }) => [name, ...cells.map(told)])}
        figures={[...head.keys()].slice(1)}
      />
    </div>
  )
}

/** Its title leads to where it stands now. */
function StoryView({ story: { title, under, lines, href } }: { story: Story }) {
  const safe = safeHref(href)
  return (
    <article class="verhaal">
      <h3>{safe === null ? title : <a href={safe}>{title}</a>}</h3>
      {under && <p class="noot">{under}</p>}
      {lines.length > 0 && (
        <ul class="zinnen">
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </article>
  )
}
