import type { Language } from '../kernel/language.ts'
import { BackLink } from '../ui/button.tsx'
import { ChartView } from '../ui/chart-view.tsx'
import { Fold } from '../ui/details.tsx'
import { Notice } from '../ui/notice.tsx'
import { Table } from '../ui/table.tsx'
import { sectionChart, sectionTable, sectionTitle } from './section-chart-view.ts'
import type { Statement } from './sentence.ts'
import { say } from './sentence-text.ts'
import { isValue } from './series.ts'
import type { SectionSheet } from './subject-sheet.ts'
import { subjectText } from './subject-text.ts'
import { trendText } from './trend-text.ts'

type SubjectProps = { sheets: readonly SectionSheet[]; language: Language; seesSmall: boolean }

/** One subject: every year group and moment, each with its chart, sentences and numbers. */
export function SubjectView({ sheets, language, seesSmall }: SubjectProps) {
  return (
    <>
      {sheets.map((sheet, at) => (
        <SectionView sheet={sheet} id={`section-${at + 1}`} language={language} />
      ))}
      {seesSmall && <Notice>{trendText(language).smallForYou}</Notice>}
      <BackLink href="/trends">{subjectText(language).back}</BackLink>
    </>
  )
}

function SectionView({ sheet, id, language }: { sheet: SectionSheet; id: string; language: Language }) {
  const text = subjectText(language)
  const title = sectionTitle(sheet, language)
  const { head, rows } = sectionTable(sheet, language)
  const hasValues = sheet.stretches.some(({ points }) => points.some(({ at }) => isValue(at)))
  return (
    <section class="blok" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hasValues && (
        <figure>
          <ChartView chart={sectionChart(sheet, `${id}-chart`, language)} />
          <figcaption class="noot">{text.note}</figcaption>
        </figure>
      )}
      {sheet.statements.length > 0 && <h3>{trendText(language).whatWeSee}</h3>}
      <Statements statements={sheet.statements} language={language} />
      <Fold summary={trendText(language).toTable} open={!hasValues}>
        <Table caption={text.caption(title)} head={head} rows={rows} figures={[...head.keys()].slice(2)} />
      </Fold>
    </section>
  )
}

/** What a chart shows, in sentences. */
function Statements({ statements, language }: { statements: readonly Statement[]; language: Language }) {
  if (statements.length === 0) return null
  return (
    <ul class="zinnen">
      {statements.map((statement) => (
        <li>{say(language, statement)}</li>
      ))}
    </ul>
  )
}

type SubjectsProps = { subjects: readonly string[]; lowest: readonly Statement[]; language: Language }

/** The way to each subject, and which one stays behind. */
export function SubjectList({ subjects, lowest, language }: SubjectsProps) {
  return (
    <section class="blok" aria-labelledby="by-subject">
      <h2 id="by-subject">{subjectText(language).bySubject}</h2>
      <Statements statements={lowest} language={language} />
      <ul class="zinnen">
        {subjects.map((subject) => (
          <li>
            <a href={`/trends/${encodeURIComponent(subject)}`}>{subject}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
