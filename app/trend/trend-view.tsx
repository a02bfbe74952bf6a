import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { ArrowLink, LinkButton } from '../ui/button.tsx'
import type { LineChart } from '../ui/chart.ts'
import { ChartView } from '../ui/chart-view.tsx'
import { Empty } from '../ui/notice.tsx'
import { NumbersFold } from './spread-view.tsx'
import { standingChart, standingTable } from './standing-chart-view.ts'
import type { StandingSheet } from './standing-sheet.ts'
import { trendText } from './trend-text.ts'

type StandingProps = { sheet: StandingSheet; school: string; language: Language; children?: Child }

/** Where the school stands with a share of the levels: one chart, large, with the numbers behind it. */
export function StandingView({ sheet, school, language, children }: StandingProps) {
  const text = trendText(language)
  const { standings } = sheet
  const chart = standingChart(sheet, language, school)
  return (
    <section class="trendgroot" aria-label={text.shareTitle[sheet.share]}>
      {standings.length === 0 ? (
        <p>{text.tooFewYears}</p>
      ) : (
        <figure>
          <ChartView chart={chart} />
          <figcaption class="noot">
            {[text.note, ...fewNote(chart, language), tableNote(sheet, language)].join(' ')}
          </figcaption>
        </figure>
      )}
      {children}
      <Numbers sheet={sheet} language={language} />
    </section>
  )
}

/** The table behind the chart, and what can be saved. */
function Numbers({ sheet, language }: { sheet: StandingSheet; language: Language }) {
  const text = trendText(language)
  const { share, standings } = sheet
  const hasChart = standings.length > 0
  return (
    <>
      <NumbersFold
        caption={text.caption[share]}
        table={standingTable(sheet, language, 'page')}
        words={1}
        open={!hasChart}
        language={language}
      />
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

/** What an open dot is, where there is one. */
export const fewNote = ({ lines }: LineChart, language: Language): string[] =>
  lines.some(({ few }) => few?.includes(true)) ? [trendText(language).fewNote] : []

/** Which published table the lines come from. */
function tableNote({ lines }: StandingSheet, language: Language): string {
  const tables = lines.flatMap(({ points }) => points.flatMap(({ table }) => table ?? []))
  return tables[0] ? trendText(language).fromTable(tables[0].replace('-', '–')) : ''
}

type PlacesProps = { language: Language; mayImport: boolean }

/** The way to what belongs to trends. */
export function TrendPlaces({ language, mayImport }: PlacesProps) {
  const text = trendText(language).places
  const places: readonly (readonly [string, string])[] = [
    ['/trends/talks', text.talks],
    ['/trends/ambitions', text.ambitions],
    ['/trends/analyses', text.analyses],
    ['/trends/school', text.school],
    ...(mayImport ? [['/trends/import', text.import] as const] : []),
  ]
  return (
    <nav class="draadweg trendweg" aria-label={text.label}>
      <ul>
        {places.map(([href, label]) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Nothing has been brought in: what to do now. */
export function NoTrends({ language, mayImport }: PlacesProps) {
  const text = trendText(language)
  return (
    <Empty sentence={mayImport ? text.empty : text.emptyForTeam}>
      <p class="rij">
        {mayImport && (
          <LinkButton kind="main" href="/trends/import">
            {text.import}
          </LinkButton>
        )}
        <ArrowLink href="/questions">{text.ask}</ArrowLink>
      </p>
    </Empty>
  )
}
