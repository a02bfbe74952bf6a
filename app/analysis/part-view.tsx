import type { Language } from '../kernel/language.ts'
import { ArrowLink } from '../ui/button.tsx'
import { ChartView } from '../ui/chart-view.tsx'
import { Fold } from '../ui/details.tsx'
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
        charts.map((chart, at) => <ChartWithTable {...{ chart, table: tables[at], language }} />)
      ) : (
        <Tables tables={tables} language={language} />
      )}
      {stories.map((story) => (
        <StoryView story={story} language={language} />
      ))}
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
  return (
    <>
      <figure>
        <h3>{chart.title}</h3>
        <ChartView chart={drawnOf(chart, language)} />
        {table?.note && <figcaption class="noot">{table.note}</figcaption>}
      </figure>
      {table && (
        <Fold summary={analysisText(language).toTable(table.caption)}>
          <NumberTable table={table} language={language} />
        </Fold>
      )}
    </>
  )
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

function StoryView({ story: { title, under, lines, href }, language }: { story: Story; language: Language }) {
  return (
    <article class="verhaal">
      <h3>{title}</h3>
      {under && <p class="noot">{under}</p>}
      {lines.length > 0 && (
        <ul class="zinnen">
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      {href && (
        <p class="alleen-scherm">
          <ArrowLink href={href} about={title}>
            {analysisText(language).readOn}
          </ArrowLink>
        </p>
      )}
    </article>
  )
}
