import type { Language } from '../kernel/language.ts'
import { subjectName } from '../result/subject-name.ts'
import type { LineChart } from '../ui/chart.ts'
import { SmallChart } from '../ui/chart-view.tsx'
import type { Aim } from './aim.ts'
import { GroupsBeside } from './groups-now-view.tsx'
import { groupsNow, type OtherSubject, otherSubjects, testSheets } from './school-sheet.ts'
import { sectionChart, sectionTable } from './section-chart-view.ts'
import { mainStatement, type Statement, warnings } from './sentence.ts'
import { numberText, say, yearText } from './sentence-text.ts'
import type { ShownFigure } from './series.ts'
import { NumbersFold } from './spread-view.tsx'
import { standingChart } from './standing-chart-view.ts'
import type { StandingSheet } from './standing-sheet.ts'
import { StatementList } from './statement-view.tsx'
import { addressOf } from './subject-filter-view.tsx'
import { lowestNow, type SectionSheet } from './subject-sheet.ts'
import { subjectText } from './subject-text.ts'
import { fewWords, type TrendTable, worstOf } from './trend-table-view.ts'
import { trendText } from './trend-text.ts'
import { fewNote } from './trend-view.tsx'
import { withTrack } from './years-chart-view.ts'

type SmallProps = {
  shown: readonly ShownFigure[]
  /** The share that the large chart has not. */
  other: StandingSheet | undefined
  /** The share that the large chart has. */
  share: StandingSheet['share']
  aims: readonly Aim[]
  /** Year groups beside each other are often colleagues beside each other: not for the whole team. */
  seesGroups: boolean
  language: Language
}

/** The other share and each subject, small: each leads to where it stands large. */
export function SmallCharts({ shown, other, share, aims, seesGroups, language }: SmallProps) {
  const text = trendText(language).small
  const tests = testSheets(shown, share)
  const groups = seesGroups ? groupsNow(shown) : []
  const others = otherSubjects(
    shown,
    tests.map(({ section }) => section.subject),
    groups.map(({ subject }) => subject),
  )
  const lowest = share === 'target' ? lowestNow(shown) : []
  return (
    <>
      {(tests.length > 0 || other) && (
        <section class="blok">
          <h2 id="by-subject">{text.title}</h2>
          <StatementList statements={lowest} language={language} />
          <div class="kleintjes">
            {tests.map((sheet, at) => (
              <TestPiece sheet={sheet} id={`test-${at + 1}`} language={language} />
            ))}
            {other && other.standings.length > 0 && <OtherShare sheet={other} language={language} />}
          </div>
          <NumbersFold
            table={testsTable(tests, other, language)}
            caption={text.title}
            words={3}
            language={language}
          />
        </section>
      )}
      {groups.length > 0 && <GroupsBeside groups={groups} aims={aims} language={language} />}
      <OtherSubjects
        subjects={others}
        title={groups.length > 0 ? null : text.groups}
        says={text.groupsApart}
        language={language}
      />
    </>
  )
}

const testRows = (sheet: SectionSheet, language: Language) =>
  sectionTable(sheet, language).rows.map((cells) => [subjectName(language, sheet.section.subject), ...cells])

/** The doorstroomtoets subject by subject; the other share of the three together stands below them. */
function testsTable(
  tests: readonly SectionSheet[],
  other: StandingSheet | undefined,
  language: Language,
): TrendTable {
  const { column } = subjectText(language)
  const { shareTitle, none, hidden } = trendText(language)
  const rows = tests.flatMap((sheet) => testRows(sheet, language))
  const together = (other?.standings ?? []).map(({ until, together: kept }) => {
    const known = kept && kept !== 'hidden' ? kept : null
    const share = (of: StandingSheet['share']) =>
      known ? numberText(language, known[of].value, of) : kept === 'hidden' ? hidden : none
    const year = yearText({ schoolYear: until, moment: 'D' })
    return [
      shareTitle.together,
      year,
      none,
      String(known?.pupils ?? none),
      share('at1F'),
      share('target'),
      fewWords(worstOf(kept), language),
    ]
  })
  return {
    head: [
      column.subject,
      column.year,
      column.test,
      column.n,
      column.at1F,
      column.target,
      trendText(language).column.note,
    ],
    rows: [...rows, ...together],
  }
}

function TestPiece({ sheet, id, language }: { sheet: SectionSheet; id: string; language: Language }) {
  const { section, statements, measure, track } = sheet
  const choice = {
    show: 'years',
    yearGroup: section.yearGroup,
    moment: section.moment,
    measure,
    leaves: null,
    group: null,
  } as const
  return (
    <article class="kleintje">
      <h3>
        <a href={addressOf(section.subject, choice)}>
          {withTrack(subjectName(language, section.subject), track)}
        </a>
      </h3>
      <SmallPart chart={sectionChart(sheet, id, language)} statements={statements} language={language} />
    </article>
  )
}

type PartProps = { chart: LineChart; statements: readonly Statement[]; language: Language }

/** A small chart with the sentence that says most, and what must be said of few pupils. */
export function SmallPart({ chart, statements, language }: PartProps) {
  const said = [mainStatement(statements), ...warnings(statements)].filter((one) => one !== undefined)
  const told = [...new Set(said)].map((one) => say(language, one))
  const words = [...told, ...fewNote(chart, language)].join(' ')
  return (
    <>
      <SmallChart chart={chart} />
      {words !== '' && <p class="noot">{words}</p>}
    </>
  )
}

function OtherShare({ sheet, language }: { sheet: StandingSheet; language: Language }) {
  const text = trendText(language)
  return (
    <article class="kleintje">
      <h3>
        <a href={sheet.share === 'target' ? '/trends' : '/trends?share=at1F'}>
          {text.shareTitle[sheet.share]}
        </a>
      </h3>
      <SmallPart chart={standingChart(sheet, language)} statements={sheet.statements} language={language} />
    </article>
  )
}

type OtherProps = {
  subjects: readonly OtherSubject[]
  title: string | null
  says: string
  language: Language
}

function OtherSubjects({ subjects, title, says, language }: OtherProps) {
  if (subjects.length === 0) return null
  return (
    <section class="blok">
      {title && <h2>{title}</h2>}
      <p class="noot">{says}</p>
      <ul class="zinnen">
        {subjects.map(({ subject, isShown }) => (
          <li>
            <a href={`/trends/${encodeURIComponent(subject)}`}>{subjectName(language, subject)}</a>
            {!isShown && <span class="noot"> {subjectText(language).allHidden}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
