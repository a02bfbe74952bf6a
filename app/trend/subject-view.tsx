import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { subjectName } from '../result/subject-name.ts'
import { ArrowLink, BackLink, LinkButton } from '../ui/button.tsx'
import type { LineChart } from '../ui/chart.ts'
import { ChartView } from '../ui/chart-view.tsx'
import { Empty, Notice } from '../ui/notice.tsx'
import type { Statement } from './sentence.ts'
import { SmallPart } from './small-view.tsx'
import { NumbersFold, SpreadPart } from './spread-view.tsx'
import { StatementList } from './statement-view.tsx'
import { type Choice, choiceQuery, type Offered } from './subject-choice.ts'
import { addressOf, SubjectFilter } from './subject-filter-view.tsx'
import { type Panel, type Spread, togetherTable } from './subject-panels-view.ts'
import { subjectText } from './subject-text.ts'
import { trendText } from './trend-text.ts'
import { fewNote } from './trend-view.tsx'

type SubjectProps = {
  subject: string
  panels: readonly Panel[]
  choice: Choice
  offered: Offered
  language: Language
  seesSmall: boolean
  /** Pictures that can be saved, by their id; null: nothing can be saved of this. */
  savable: ReadonlySet<string> | null
  /** How one goes on from here. */
  children?: Child
}

/** One subject: what can be chosen, and what was chosen, small when there are many and large when there is one. */
export function SubjectView(props: SubjectProps) {
  const { subject, panels, choice, offered, language, seesSmall, savable, children } = props
  const text = subjectText(language)
  return (
    <>
      <SubjectFilter {...{ subject, choice, offered, language }} />
      {panels.some(hidesGrowth) && <p class="noot">{text.growthWhy}</p>}
      {children && panels.length > 0 && (
        <p class="verderweg">
          <ArrowLink href="#on">{text.on}</ArrowLink>
        </p>
      )}
      {panels.length === 0 && <Empty sentence={text.empty} />}
      {!areLarge(panels) ? (
        <SmallPanels {...{ subject, panels, choice, language, savable }} />
      ) : (
        panels.map((panel, at) => <LargePanel {...{ subject, panel, at, choice, language, savable }} />)
      )}
      {children}
      {seesSmall && <Notice>{trendText(language).smallForYou}</Notice>}
      <BackLink href="/trends">{text.back}</BackLink>
    </>
  )
}

/** More than this stand beside each other, small; tests that stand beside each other are one to choose. */
const MOST_LARGE = 2

export const areLarge = (panels: readonly Panel[]): boolean =>
  new Set(panels.map(({ choice }) => choiceQuery(choice))).size <= MOST_LARGE

/** Why growth is hidden is said once for the whole page, not at each step. */
const isOfPage = (one: Statement) => one.says === 'hidden' && one.of === 'growth'
const hidesGrowth = ({ statements }: Panel) => statements.some(isOfPage)
const ownOf = ({ statements }: Panel) => statements.filter((one) => !isOfPage(one))

type PanelsProps = Pick<SubjectProps, 'subject' | 'panels' | 'choice' | 'language' | 'savable'>

function SmallPanels({ subject, panels, choice, language, savable }: PanelsProps) {
  const text = subjectText(language)
  const byRow = [...Map.groupBy(panels, ({ row }) => row)]
  return (
    <>
      <div class={byRow.length > 1 ? 'trendrijen' : 'trendrijen een'}>
        {byRow.map(([row, some]) => (
          <section aria-label={row || subjectName(language, subject)}>
            {row === '' ? <h2 class="vh">{text.show[choice.show]}</h2> : <h2>{row}</h2>}
            <div class="kleintjes">
              {some.map((panel) => (
                <SmallPanel subject={subject} panel={panel} language={language} />
              ))}
            </div>
          </section>
        ))}
      </div>
      <p class="noot">{[text.ownScale, choice.show === 'pupils' ? text.behind : text.note].join(' ')}</p>
      <NumbersFold
        caption={text.caption(subjectName(language, subject))}
        table={togetherTable(panels, language)}
        words={3}
        language={language}
      />
      {savable && (
        <p class="rij">
          <LinkButton href={fileOf(subject, choice, 'data.csv')} icon="download" download>
            {trendText(language).data}
          </LinkButton>
        </p>
      )}
    </>
  )
}

/** Where a picture or the numbers of what was chosen are saved. */
const fileOf = (subject: string, choice: Choice, file: 'data.csv' | 'chart.svg') =>
  `/trends/${encodeURIComponent(subject)}/${file}${choiceQuery(choice)}`

function SmallPanel({ subject, panel, language }: { subject: string; panel: Panel; language: Language }) {
  const { title, chart, choice } = panel
  return (
    <article class="kleintje">
      <h3>
        <a href={addressOf(subject, choice)}>{title}</a>
      </h3>
      {chart ? (
        <SmallPart chart={chart} statements={ownOf(panel)} language={language} />
      ) : (
        <p class="noot">{hiddenText(choice, language)}</p>
      )}
    </article>
  )
}

/** Why nothing of it is drawn. */
const hiddenText = ({ show }: Choice, language: Language) =>
  show === 'growth' ? subjectText(language).growthHidden : subjectText(language).allHidden

type LargeProps = Pick<SubjectProps, 'subject' | 'choice' | 'language' | 'savable'> & {
  panel: Panel
  at: number
}

function LargePanel({ subject, panel, at, choice, language, savable }: LargeProps) {
  const text = subjectText(language)
  const { id, full, chart, table, spreads } = panel
  const picture = fileOf(subject, choice, 'chart.svg')
  return (
    <section class="blok trendgroot" aria-labelledby={id}>
      <h2 id={id}>{full}</h2>
      {chart ? <ChartFigure chart={chart} language={language} /> : <p>{hiddenText(choice, language)}</p>}
      {chart && <StatementList statements={ownOf(panel)} language={language} />}
      <NumbersFold caption={text.caption(full)} table={table} open={!chart} language={language} />
      {savable && (
        <p class="rij">
          {chart && savable.has(chart.id) && (
            <LinkButton href={withPick(picture, at)} icon="download" about={full} download>
              {text.picture}
            </LinkButton>
          )}
          <LinkButton href={fileOf(subject, choice, 'data.csv')} icon="download" about={full} download>
            {trendText(language).data}
          </LinkButton>
        </p>
      )}
      {spreads.map((spread) => (
        <SpreadPart
          {...{ spread, id, full, language }}
          picture={savable?.has(spread.bars.id) ? withPick(picture, at, spread.of) : null}
        />
      ))}
    </section>
  )
}

function ChartFigure({ chart, language }: { chart: LineChart; language: Language }) {
  const { note, behind } = subjectText(language)
  const notes = [note, ...fewNote(chart, language), ...(chart.behind.length > 0 ? [behind] : [])]
  return (
    <figure>
      <ChartView chart={chart} />
      <figcaption class="noot">{notes.join(' ')}</figcaption>
    </figure>
  )
}

/** The same address, for one of the panels and of its pictures. */
function withPick(href: string, at: number, of?: Spread['of']): string {
  const more = [...(at > 0 ? [`pick=${at + 1}`] : []), ...(of ? [`of=${of}`] : [])].join('&')
  return more === '' ? href : `${href}${href.includes('?') ? '&' : '?'}${more}`
}
