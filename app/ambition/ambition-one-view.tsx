import type { Child } from 'hono/jsx'
import { longDay } from '../kernel/day.ts'
import { capital } from '../kernel/sentence.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { ChartView } from '../ui/chart-view.tsx'
import { Fold } from '../ui/details.tsx'
import { PageHead } from '../ui/head.tsx'
import { Table } from '../ui/table.tsx'
import { Changing } from './ambition-change-view.tsx'
import { ambitionChart } from './ambition-chart-view.ts'
import type { AmbitionSheet, OneProps } from './ambition-sheet.ts'
import { ambitionText } from './ambition-text.ts'
import { AMBITIONS_HREF } from './ambition-view.tsx'
import { aimText, ambitionTitle, byText, fromText, standText, valueText } from './stand-text.ts'

/** One ambition: where it stands first, then what it is, its years, what it said before, and changing it. */
export function AmbitionView(props: OneProps) {
  const { sheet, language, keeps } = props
  const { ambition, team } = sheet
  const text = ambitionText(language)
  const { ended } = ambition
  return (
    <>
      <PageHead
        title={ambitionTitle(language, ambition)}
        under={ended ? text.endedOn(text.endedHow[ended.how], longDay(ended.on, language)) : undefined}
      />
      <p class="rij">
        <BackLink href={AMBITIONS_HREF}>{text.toAll}</BackLink>
        <ArrowLink href={lineHref(sheet)}>{text.seeLine}</ArrowLink>
      </p>
      <p class="ambitiestand">{standText(language, sheet)}</p>
      <Years {...props} />
      <Facts {...props} />
      <Earlier {...props} />
      {keeps ? <Changing {...props} /> : <p class="noot">{team === null ? null : text.members}</p>}
    </>
  )
}

const lineHref = ({ ambition: { about } }: AmbitionSheet) => {
  if (about.of === 'standing') return about.share === 'target' ? '/trends' : '/trends?share=at1F'
  const { subject, yearGroup, moment, measure } = about
  const asked = new URLSearchParams({ show: 'years', group: String(yearGroup), moment })
  if (measure !== 'level') asked.set('measure', measure)
  return `/trends/${encodeURIComponent(subject)}?${asked}`
}

function Facts({ sheet, goal, keeps, readsTalk, language }: OneProps) {
  const { ambition, team } = sheet
  const text = ambitionText(language)
  // The sentence on top says it already.
  const began = sheet.stand.is === 'not-measured' ? '' : fromText(language, sheet)
  return (
    <dl class="akte-dl ambitiefeiten">
      <Fact term={text.whose}>{team ?? text.wholeTeam}</Fact>
      <Fact term={text.began}>
        {[began, `${text.madeOn(longDay(ambition.madeOn, language))}.`].join(' ').trim()}
      </Fact>
      {ambition.why !== '' && (
        <Fact term={text.why}>
          <span class="serif">{ambition.why}</span>
        </Fact>
      )}
      <Fact term={text.goal}>
        {goal ? <a href={goal.href}>{goal.name ?? text.amended}</a> : keeps ? text.noGoal : text.noGoalRead}
      </Fact>
      {ambition.talkId && readsTalk && (
        <Fact term={text.talk}>
          <a href={`/trends/talks/${ambition.talkId}`}>{text.toTalk}</a>
        </Fact>
      )}
    </dl>
  )
}

const Fact = ({ term, children }: { term: string; children: Child }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

/** The line towards it, with the numbers in a table. */
function Years({ sheet, years, language }: OneProps) {
  const { ambition } = sheet
  const { about } = ambition
  const text = ambitionText(language)
  if (years.length === 0) return null
  const seen = years.filter(({ at }) => at !== 'hidden')
  return (
    <section class="trendgroot" aria-label={text.numbers}>
      {seen.length > 0 && (
        <figure>
          <ChartView chart={ambitionChart(sheet, years, language)} />
        </figure>
      )}
      <Fold summary={text.numbers} open={seen.length === 0}>
        <Table
          caption={ambitionTitle(language, ambition)}
          hiddenCaption
          head={[text.column.year, text.column.value, text.column.n]}
          rows={years.map(({ schoolYear, at }) => [
            byText(about, schoolYear),
            at === 'hidden' ? text.hidden : valueText(language, about, at.value),
            at === 'hidden' ? '' : String(at.n),
          ])}
          figures={[1, 2]}
        />
        {about.of === 'section' && <p class="noot">{text.otherTest}</p>}
      </Fold>
    </section>
  )
}

function Earlier({ sheet: { ambition }, language }: OneProps) {
  const text = ambitionText(language)
  const { about, past } = ambition
  if (past.length === 0) return null
  return (
    <section class="blok" aria-labelledby="k-eerder">
      <h2 id="k-eerder">{text.earlier}</h2>
      <ul class="zinnen">
        {past.map((one) => (
          <li>
            {capital(
              text.earlierOne(
                aimText(language, { about, to: one.to }),
                byText(about, one.by),
                longDay(one.until, language),
              ),
            )}
            .{one.why !== '' && <span class="serif"> {one.why}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
