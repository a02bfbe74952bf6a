import type { Day } from '../kernel/day.ts'
import { daysBetween } from '../kernel/days.ts'
import type { Language } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import type { HeavySheet } from '../question/heavy-sheet-view.ts'
import type { Step } from '../step/step.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Empty } from '../ui/notice.tsx'
import type { Visit } from '../visit/visit.ts'
import { KeptTexts } from '../writing/passage-view.tsx'
import { nameOfDay } from '../year/free-day-text.ts'
import type { FreeDays } from '../year/free-days.ts'
import type { YearMoment } from '../year/year.ts'
import { DemoAnew } from './anew-view.tsx'
import { type Asked, AskList } from './ask-view.tsx'
import { forYouText } from './for-you-text.ts'
import {
  evaluationsToCome,
  type Milestone,
  MOST_ASKS,
  milestones,
  type TodaySheet,
  threadOf,
  wayThrough,
} from './today.ts'
import { BalanceBlock } from './today-balance-view.tsx'
import { ComingBlock } from './today-coming-view.tsx'
import { HeavyFirst, HeavyLast } from './today-heavy-view.tsx'
import { todayText } from './today-text.ts'
import { MyThread } from './today-thread-view.tsx'
import { comingUp, knotsOf, type schoolWeekOf, type WeekOfTime } from './today-year.ts'
import { knotName, YearLine } from './year-line-view.tsx'

/** The greeting: what is left of the day, and which day it is, in words. */
type Hello = { readonly name: string; readonly hour: number; readonly day: string; readonly today: Day }

/** What the year has to say, as this reader may see it. */
export type YearProps = {
  readonly moments: readonly YearMoment[]
  readonly visits: readonly Visit[]
  readonly week: ReturnType<typeof schoolWeekOf>
  readonly free: FreeDays
  readonly step: Step | null
  readonly balance: WeekOfTime | null
  readonly mayPlan: boolean
}

export type TodayProps = {
  readonly d: Drawing
  readonly sheet: TodaySheet
  readonly hello: Hello
  readonly year: YearProps
  /** Everything that waits for this person. */
  readonly asks: readonly Asked[]
  /** 'Het is nu te zwaar': always at hand, above everything when a call of this person is open. */
  readonly heavy: HeavySheet
  /** Whether this is the demo school, which whoever is in it can make anew. */
  readonly demo: boolean
}

/** Vandaag: where we are in the year, what asks for you (at most five), what comes, and what your own work hangs on. */
export function TodayView({ d, sheet, hello, year, asks, heavy, demo }: TodayProps) {
  const { language } = d
  const knots = milestones(sheet)
  const coming = comingUp({ ...year, evaluations: evaluationsToCome(sheet) }, d.actor.personId, sheet.today)
  const nameOf = (id: Visit['host']) => d.lookup.people.get(id)?.name.split(' ')[0] ?? ''
  const comes = (
    <ComingBlock {...{ coming, language, d, nameOf }} me={d.actor.personId} mayPlan={year.mayPlan} />
  )
  const thread = <MyThread d={d} step={year.step} today={sheet.today} />
  const hasOwn = threadOf(d.plan, d.actor) !== null || year.balance !== null
  return (
    <>
      <Greeting hello={hello} language={language} week={weekWords(year, hello.today, language)}>
        {whereWeAre({ d, sheet }, knots)}
      </Greeting>
      <HeavyFirst heavy={heavy} />
      {year.balance && <WriteTime language={language} />}
      <LineOf schoolYear={d.plan.schoolYear} today={sheet.today} {...{ knots, year, language }} />
      <div class="twee">
        <div class="kolom">
          <AskList language={language} asks={asks.slice(0, MOST_ASKS)} />
          {asks.length > MOST_ASKS && <ArrowLink href="/for-you">{forYouText(language).all}</ArrowLink>}
          {hasOwn && comes}
        </div>
        <div class="kolom">
          {hasOwn ? thread : comes}
          {year.balance && <BalanceBlock week={year.balance} {...{ language }} today={sheet.today} />}
          <HeavyLast heavy={heavy} />
        </div>
      </div>
      <KeptTexts personId={d.actor.personId} language={language} />
      {demo && <DemoAnew language={language} />}
    </>
  )
}

type GreetingProps = { hello: Hello; language: Language; week: string; children?: string }

function Greeting({ hello, language, week, children }: GreetingProps) {
  const text = todayText(language)
  const part = hello.hour < 12 ? 'morning' : hello.hour < 18 ? 'afternoon' : 'evening'
  const under = [`${hello.day}.`, week, children ?? ''].filter((one) => one !== '')
  return (
    <div class="dagkop">
      <h1>{text.greeting[part](hello.name.split(' ')[0] ?? '')}</h1>
      <p>{under.join(' ')}</p>
    </div>
  )
}

/** For who coordinates, at hand on a phone: the two taps of one's own time. */
const WriteTime = ({ language }: { language: Language }) => (
  <p>
    <ArrowLink href="/time#log">{todayText(language).balance.writeNow}</ArrowLink>
  </p>
)

/** 'Schoolweek 11 van 40.', or what we are free for. */
function weekWords({ week, free }: YearProps, today: Day, language: Language) {
  const text = todayText(language)
  const name = free.isHoliday(today) ? nameOfDay(free, today, language) : null
  if (name) return text.isFree(name)
  return week ? text.schoolWeek(String(week.number), String(week.of)) : ''
}

/** 'Over een week is de tussenevaluatie.', or where the plan stands. */
function whereWeAre({ d, sheet }: Pick<TodayProps, 'd' | 'sheet'>, knots: readonly Milestone[]): string {
  const text = todayText(d.language)
  const next = knots.find(({ is, kind }) => is !== 'past' && kind !== 'adopted')
  if (!next || next.kind === 'adopted') return d.text.says[d.plan.phase](d.terms)
  const days = daysBetween(sheet.today, next.day)
  const what = text.occasion[next.kind]
  if (days === 0) return text.inDays.today(what)
  if (days === 1) return text.inDays.tomorrow(what)
  if (days === 7) return text.inDays.week(what)
  return days < 21
    ? text.inDays.days(String(days), what)
    : text.inDays.weeks(String(Math.round(days / 7)), what)
}

type LineProps = {
  schoolYear: SchoolYear
  knots: readonly Milestone[]
  year: YearProps
  today: Day
  language: Language
}

/** Shorter than this a free day is no stretch that one sees. */
const A_STRETCH = 4

function LineOf({ schoolYear, knots, year, today, language }: LineProps) {
  const wayTo = (day: Day) => wayThrough({ schoolYear }, day)
  const moments = year.moments.filter(({ from }) => wayTo(from) > 0 && wayTo(from) < 100)
  const free = year.free.schoolYear === schoolYear ? year.free.spans : []
  return (
    <YearLine
      language={language}
      knots={knotsOf(knots, moments, { today, wayTo, nameOf: (of) => knotName(of, language) })}
      now={wayTo(today)}
      free={free
        .filter(({ from, to }) => daysBetween(from, to) >= A_STRETCH)
        .map(({ from, to }) => ({ from: wayTo(from), to: wayTo(to) }))}
    />
  )
}

export type NoPlanProps = {
  readonly hello: Hello
  readonly year: YearProps
  readonly schoolYear: SchoolYear
  readonly language: Language
  /** Whether this reader may begin a plan; else `waits` says for whom the plan waits. */
  readonly begins: boolean
  readonly waits: string
  readonly me: Visit['host']
  readonly asks: readonly Asked[]
  readonly heavy: HeavySheet
}

/** Before there is a plan: one sentence and, for who may, one step; the year goes its way. */
export function NoPlanView(props: NoPlanProps) {
  const { hello, year, schoolYear, language, begins, waits, me, asks, heavy } = props
  const text = todayText(language)
  const coming = comingUp({ ...year, evaluations: [] }, me, hello.today)
  return (
    <>
      <Greeting hello={hello} language={language} week={weekWords(year, hello.today, language)} />
      <HeavyFirst heavy={heavy} />
      <LineOf knots={[]} today={hello.today} {...{ schoolYear, year, language }} />
      {asks.length > 0 && <AskList language={language} asks={asks.slice(0, MOST_ASKS)} />}
      <Empty sentence={begins ? text.noPlan : waits}>
        {begins && <ArrowLink href="/plan/new">{text.beginPlan}</ArrowLink>}
      </Empty>
      <ComingBlock {...{ coming, language, me }} d={null} nameOf={() => ''} mayPlan={year.mayPlan} />
      <HeavyLast heavy={heavy} />
    </>
  )
}
