import type { Child } from 'hono/jsx'
import { type Day, monthName } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { ArrowLink, Button, LinkButton } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { FieldError } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { Icon } from '../ui/icons.tsx'
import type { GoalTally, WeekTally } from './balance.ts'
import { balanceText, roughWords } from './balance-text.ts'
import type { Counted } from './count.ts'
import { courseOf, roughly } from './course.ts'
import { DomainsView } from './domains-view.tsx'
import { type LogSheet, LogView } from './log-view.tsx'
import { AdHocView, GoalsView } from './split-view.tsx'
import type { Names } from './subject-view.ts'
import { timeText } from './time-text.ts'
import { WeeksView } from './weeks-view.tsx'

/** One's own time of a school year, as its owner sees it. */
export type TimeSheet = {
  readonly names: Names
  readonly year: Parameters<typeof yearTitle>[0]
  /** A year in which something can be looked at besides this one. */
  readonly otherYear: Parameters<typeof yearTitle>[0] | null
  /** Null in a year that is over: then nothing is written down. */
  readonly log: LogSheet | null
  readonly weeks: readonly WeekTally[]
  readonly counted: readonly Counted[]
  readonly isThisWeekOnly: boolean
  readonly goals: readonly GoalTally[]
  /** What the team agreed to prevent, in per cent. */
  readonly aim: number | null
  /** What the budget and sharing put here. */
  readonly budget: Child
  readonly share: Child
  /** What to do before all of the year is wiped; null: nobody asked for it. */
  readonly wipeSays: string | null
}

export function TimeView(sheet: TimeSheet) {
  const { names, counted, weeks, isThisWeekOnly, aim } = sheet
  const { language } = names
  const hasTime = counted.length > 0
  return (
    <>
      <Head {...sheet} />
      {sheet.log && <LogView {...sheet.log} />}
      {hasTime && <WeeksView {...{ weeks, counted, isThisWeekOnly, aim, language }} />}
      <div class="tweeluik">
        {hasTime && <DomainsView counted={counted} language={language} />}
        <div>
          {sheet.budget}
          {hasTime && <AdHocView counted={counted} names={names} />}
        </div>
      </div>
      {hasTime && <GoalsView goals={sheet.goals} names={names} />}
      {sheet.share}
      {hasTime && <OwnView {...sheet} />}
    </>
  )
}

/** What was written down is its owner's: to take along, and to wipe. */
function OwnView({ names: { language }, year, wipeSays }: TimeSheet) {
  const text = timeText(language).own
  const title = yearTitle(year)
  return (
    <section class="tijdblok eigentijd" aria-labelledby="ei-kop">
      <h2 id="ei-kop">{text.title}</h2>
      <p class="noot">{text.note}</p>
      <LinkButton href={`/time/own.csv?year=${year}`} icon="download" download>
        {text.take(title)}
      </LinkButton>
      <Fold summary={text.wipe(title)} open={wipeSays !== null}>
        <Form action={`/time?year=${year}`} id="wis" label={text.wipe(title)}>
          <HiddenFields values={{ act: 'wipe' }} />
          <FieldError id="sure-error" text={wipeSays} />
          <Check name="sure" label={text.sure} />
          <Button>{text.wipe(title)}</Button>
        </Form>
      </Fold>
    </section>
  )
}

function Head({ names: { language }, weeks, year, otherYear }: TimeSheet) {
  const text = balanceText(language)
  const course = courseOf(weeks)
  const under =
    'since' in course
      ? course.is === 'even'
        ? text.under.even(rough(course.last, language), monthOf(course.since, language))
        : text.under.course(
            rough(course.first, language),
            monthOf(course.since, language),
            rough(course.last, language),
          )
      : text.under[course.is]
  return (
    <div class="tijdkop">
      <div class="dagkop">
        <h1>{text.head[course.is]}</h1>
        <p>{under}</p>
        <p class="noot">
          {text.year(yearTitle(year))}
          {otherYear && (
            <>
              {'. '}
              <ArrowLink href={`/time?year=${otherYear}`}>{text.otherYear(yearTitle(otherYear))}</ArrowLink>
            </>
          )}
        </p>
      </div>
      <p class="alleen-jij">
        <Icon name="lock" />
        <span>
          <b>{timeText(language).onlyYou}</b> {timeText(language).untilShared}
        </span>
      </p>
    </div>
  )
}

const rough = (share: number, language: Names['language']) => roughWords(roughly(share), language)

/** 'september', without its year: the month of the middle of a week. */
const monthOf = (week: Day, language: Names['language']) =>
  monthName(plusDays(week, 3).slice(0, 7), language).replace(/\s\d{4}$/, '')
