import type { Language } from '../kernel/language.ts'
import { LinkButton } from '../ui/button.tsx'
import { ChartView } from '../ui/chart-view.tsx'
import { Fold } from '../ui/details.tsx'
import { Notice } from '../ui/notice.tsx'
import { Table } from '../ui/table.tsx'
import { say } from './sentence-text.ts'
import { standingChart, standingTable } from './standing-chart-view.ts'
import type { StandingSheet } from './standing-sheet.ts'
import { trendText } from './trend-text.ts'

type SchoolProps = {
  sheets: readonly StandingSheet[]
  language: Language
  /** The reader sees small groups too. */
  seesSmall: boolean
}

/** Where the school stands with the reference levels: a chart for each share, what it shows, and the numbers. */
export function StandingsView({ sheets, language, seesSmall }: SchoolProps) {
  const text = trendText(language)
  return (
    <>
      {sheets.map((sheet) => (
        <StandingSection {...{ sheet, language }} />
      ))}
      {seesSmall && <Notice>{text.smallForYou}</Notice>}
    </>
  )
}

type SectionProps = { sheet: StandingSheet } & Pick<SchoolProps, 'language'>

function StandingSection({ sheet, language }: SectionProps) {
  const text = trendText(language)
  const { share, standings, statements } = sheet
  return (
    <section class="blok" aria-labelledby={`of-${share}`}>
      <h2 id={`of-${share}`}>{text.shareTitle[share]}</h2>
      {standings.length === 0 ? (
        <p>{text.tooFewYears}</p>
      ) : (
        <figure>
          <ChartView chart={standingChart(sheet, language)} />
          <figcaption class="noot">{[text.note, tableNote(sheet, language)].join(' ')}</figcaption>
        </figure>
      )}
      {statements.length > 0 && (
        <>
          <h3>{text.whatWeSee}</h3>
          <ul class="zinnen">
            {statements.map((statement) => (
              <li>{say(language, statement)}</li>
            ))}
          </ul>
        </>
      )}
      <Numbers sheet={sheet} language={language} />
    </section>
  )
}

/** The table behind the chart, and what can be saved. */
function Numbers({ sheet, language }: SectionProps) {
  const text = trendText(language)
  const { share, standings } = sheet
  const { head, rows } = standingTable(sheet, language, 'page')
  const hasChart = standings.length > 0
  return (
    <>
      <Fold summary={text.toTable} open={!hasChart}>
        <Table caption={text.caption[share]} head={head} rows={rows} figures={[...head.keys()].slice(1)} />
      </Fold>
      <p class="rij">
        {hasChart && (
          <LinkButton
            href={`/trends/${share}/chart.svg`}
            icon="download"
            about={text.ofShare[share]}
            download
          >
            {text.picture}
          </LinkButton>
        )}
        <LinkButton href={`/trends/${share}/data.csv`} icon="download" about={text.ofShare[share]} download>
          {text.data}
        </LinkButton>
      </p>
    </>
  )
}

/** Which published table the lines come from. */
function tableNote({ lines }: StandingSheet, language: Language): string {
  const tables = lines.flatMap(({ points }) => points.flatMap(({ table }) => table ?? []))
  return tables[0] ? trendText(language).fromTable(tables[0].replace('-', '–')) : ''
}
