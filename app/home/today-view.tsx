import { type Day, longDay, shortDay } from '../kernel/day.ts'
import { plainOf } from '../kernel/rich.ts'
import { domainsOf } from '../plan/domain.ts'
import { textOf } from '../plan/entry.ts'
import { firstLine } from '../plan/plan-sheet.ts'
import { cardId, type Drawing, longName } from '../plan/plan-sheet-view.ts'
import { capital } from '../plan/plan-text.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Empty } from '../ui/notice.tsx'
import { DomainMark, OwnThread, type OwnThreadStep } from '../ui/thread.tsx'
import { KeptTexts } from '../writing/passage-view.tsx'
import { DemoAnew } from './anew-view.tsx'
import { type Asked, AskList } from './ask-view.tsx'
import { forYouText } from './for-you-text.ts'
import { MeetingBlock } from './meeting-block-view.tsx'
import {
  type Evaluation,
  evaluationsToCome,
  MOST_ASKS,
  milestones,
  type TodaySheet,
  threadOf,
  wayThrough,
} from './today.ts'
import { todayText } from './today-text.ts'
import { YearLine } from './year-line-view.tsx'

type OfPlan = { readonly d: Drawing; readonly sheet: TodaySheet }

export type TodayProps = OfPlan & {
  /** Everything that waits for this person. */
  asks: readonly Asked[]
  hour: number
  day: string
  /** The meeting that runs, else the next one. */
  meeting: Parameters<typeof MeetingBlock>[0]['next']
  /** Whether this is the demo school, which whoever is in it can make anew. */
  demo: boolean
}

/** Vandaag: what asks for you, at most five; where we are in the year; and what your own work hangs on. */
export function TodayView({ d, sheet, asks, hour, day, meeting, demo }: TodayProps) {
  const text = todayText(d.language)
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  const knots = milestones(sheet)
  return (
    <>
      <div class="dagkop">
        <h1>{text.greeting[part](d.actor.name.split(' ')[0] ?? '')}</h1>
        <p>{text.under(day, whereWeAre({ d, sheet }))}</p>
      </div>
      <YearLine language={d.language} milestones={knots} now={wayThrough(d.plan, sheet.today)} />
      <div class="twee">
        <div class="kolom">
          <AskList d={d} asks={asks.slice(0, MOST_ASKS)} />
          {asks.length > MOST_ASKS && <ArrowLink href="/for-you">{forYouText(d.language).all}</ArrowLink>}
        </div>
        <div class="kolom">
          <MyThread d={d} />
          <MeetingBlock next={meeting} language={d.language} />
          <ToCome d={d} evaluations={evaluationsToCome(sheet)} />
        </div>
      </div>
      <KeptTexts personId={d.actor.personId} language={d.language} />
      {demo && <DemoAnew language={d.language} />}
    </>
  )
}

const A_DAY = 86_400_000

/** 'Over een week is de tussenevaluatie.', or where the plan stands. */
function whereWeAre({ d, sheet }: Pick<TodayProps, 'd' | 'sheet'>): string {
  const text = todayText(d.language)
  const next = milestones(sheet).find(({ is, kind }) => is !== 'past' && kind !== 'adopted')
  if (!next || next.kind === 'adopted') return d.text.says[d.plan.phase](d.terms)
  const days = Math.round((Date.parse(next.day) - Date.parse(sheet.today)) / A_DAY)
  const what = text.occasion[next.kind]
  if (days === 0) return text.inDays.today(what)
  if (days === 1) return text.inDays.tomorrow(what)
  if (days === 7) return text.inDays.week(what)
  return days < 21
    ? text.inDays.days(String(days), what)
    : text.inDays.weeks(String(Math.round(days / 7)), what)
}

function ToCome({ d, evaluations }: { d: Drawing; evaluations: readonly Evaluation[] }) {
  const text = todayText(d.language)
  return (
    <section class="blok" aria-labelledby="to-come">
      <h2 id="to-come">{text.evaluations}</h2>
      {evaluations.length === 0 && <p class="noot">{text.noEvaluations}</p>}
      <ul class="data">
        {evaluations.map((one) => (
          <li>
            <time datetime={one.day}>{shortDay(one.day, d.language)}</time>
            <DayOf d={d} {...one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const MOST_NAMED = 2

function DayOf({ d, entries }: { d: Drawing; day: Day; entries: Evaluation['entries'] }) {
  const text = todayText(d.language)
  const [first] = entries
  if (!first) return null
  if (entries.length > MOST_NAMED) {
    return (
      <div>
        {text.withTeam}
        <p>{text.together(String(entries.length))}</p>
      </div>
    )
  }
  return (
    <div>
      {entries.map((entry) => (
        <a class="dagregel" href={`${d.href}?shown=${entry.id}#${cardId(entry.id)}`}>
          {capital(longName(entry, d))}
        </a>
      ))}
      <p>{firstLine(textOf(first, 'goal'), 60)}</p>
      {domainsOf(first).map((domain) => (
        <DomainMark domain={domain} label={d.words.domain[domain]} />
      ))}
    </div>
  )
}

/** From vision to evaluation, in the words of the plan. */
function MyThread({ d }: { d: Drawing }) {
  const text = todayText(d.language)
  const thread = threadOf(d.plan, d.actor)
  if (!thread) return null
  const { track } = thread
  return (
    <section class="blok" aria-labelledby="my-thread">
      <h2 id="my-thread">{text.thread}</h2>
      <OwnThread steps={stepsOf(d)} />
      <p class="mt">
        <ArrowLink href={`${d.href}?shown=${track.id}#${cardId(track.id)}`}>{text.openTrack}</ArrowLink>
      </p>
      <p class="noot">{track.agreedAt ? text.penAgreed : text.pen(d.terms)}</p>
    </section>
  )
}

function stepsOf(d: Drawing): OwnThreadStep[] {
  const text = todayText(d.language)
  const thread = threadOf(d.plan, d.actor)
  if (!thread) return []
  const { lineIds, goalId, track } = thread
  const line = d.sheet.roster.visionLines.find(({ id }) => lineIds.includes(id))
  const goal = d.plan.entries.find(({ id }) => id === goalId)
  const day = track.moments[0]?.onDay
  const labels = text.threadLabels
  return [
    ...(line ? [{ label: labels.vision, text: line.text, large: true }] : []),
    ...(goal
      ? [{ label: labels.goal(d.numbers.get(goal.id) ?? ''), text: plainOf(textOf(goal, 'title')) }]
      : []),
    { label: labels.track, text: firstLine(textOf(track, 'goal'), 120) || d.text.nothingHere },
    { label: labels.evaluation, text: day ? longDay(day, d.language) : text.noDay },
  ]
}

/** Before there is a plan: one sentence and, for who may, one step. */
export function NoPlanView({ name, hour, day, language, begins, waits }: NoPlanProps) {
  const text = todayText(language)
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  return (
    <>
      <div class="dagkop">
        <h1>{text.greeting[part](name.split(' ')[0] ?? '')}</h1>
        <p>{day}</p>
      </div>
      <Empty sentence={begins ? text.noPlan : waits}>
        {begins && <ArrowLink href="/plan/new">{text.beginPlan}</ArrowLink>}
      </Empty>
    </>
  )
}

type NoPlanProps = {
  name: string
  hour: number
  day: string
  language: Drawing['language']
  begins: boolean
  waits: string
}
