import { clock, type Day, longDay, shortDay, weekDay } from '../kernel/day.ts'
import { weekNumber } from '../kernel/days.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty, Notice } from '../ui/notice.tsx'
import { ChangeView, ENTRIES_HREF, type TriedChange } from './change-view.tsx'
import { type Counted, countOnce } from './count.ts'
import { entriesText } from './entries-text.ts'
import { type Names, subjectLine } from './subject-view.ts'
import type { Activity } from './time.ts'
import { exactly } from './time-text.ts'
import { nextWeek, previousWeek, sundayOf } from './week.ts'

/** A week of what somebody wrote down, as its owner sees it. */
export type EntriesSheet = {
  readonly week: Day
  readonly today: Day
  readonly activities: readonly Activity[]
  readonly names: Names
  /** What was sent and not taken, by the piece that it is about. */
  readonly tried: TriedChange | null
}

export function EntriesView(sheet: EntriesSheet) {
  const { week, activities, names, today } = sheet
  const { language } = names
  const text = entriesText(language)
  const counted = countOnce(activities)
  const total = counted.reduce((sum, { minutes }) => sum + minutes, 0)
  const span = text.span(shortDay(week, language), longDay(sundayOf(week), language))
  return (
    <>
      <PageHead
        title={text.title(weekNumber(week))}
        under={activities.length === 0 ? span : `${span} ${text.total(exactly(total, language))}`}
      />
      <p class="rij">
        <BackLink href="/time">{text.back}</BackLink>
        <BackLink href={`${ENTRIES_HREF}?week=${previousWeek(week)}`}>{text.before}</BackLink>
        {nextWeek(week) <= today && (
          <ArrowLink href={`${ENTRIES_HREF}?week=${nextWeek(week)}`}>{text.after}</ArrowLink>
        )}
        <ArrowLink href={`/time/week?week=${week}`}>{text.estimate}</ArrowLink>
      </p>
      {activities.length === 0 && <Empty sentence={text.empty} />}
      <Estimated {...sheet} />
      <Days {...sheet} counted={counted} />
      {hidden(activities, counted) && <p class="noot">{text.overlap}</p>}
    </>
  )
}

/** Whether some minutes lie under others on the clock. */
const hidden = (activities: readonly Activity[], counted: readonly Counted[]) =>
  activities.every(({ source }) => source !== 'estimate') &&
  counted.reduce((sum, { minutes }) => sum + minutes, 0) <
    activities.reduce((sum, { minutes }) => sum + minutes, 0)

function Estimated({ activities, names, week }: EntriesSheet) {
  const text = entriesText(names.language)
  if (activities.every(({ source }) => source !== 'estimate')) return null
  return (
    <Notice>
      <p>{text.estimated}</p>
      <PostButton kind="link" action={ENTRIES_HREF} hidden={{ act: 'drop-estimate', week }}>
        {text.dropEstimate}
      </PostButton>
    </Notice>
  )
}

function Days(sheet: EntriesSheet & { counted: readonly Counted[] }) {
  const { activities, names } = sheet
  const { language } = names
  const estimates = activities.filter(({ source }) => source === 'estimate')
  const byDay = [
    ...Map.groupBy(
      activities.filter(({ source }) => source !== 'estimate'),
      ({ day }) => day,
    ),
  ]
  return (
    <>
      {estimates.length > 0 && (
        <DayBlock sheet={sheet} id="week" title={entriesText(language).allWeek} ones={estimates} />
      )}
      {byDay.map(([day, ones]) => (
        <DayBlock sheet={sheet} id={day} title={weekDay(day, language)} ones={ones} />
      ))}
    </>
  )
}

type DayProps = {
  sheet: EntriesSheet & { counted: readonly Counted[] }
  id: string
  title: string
  ones: readonly Activity[]
}

function DayBlock({ sheet, id, title, ones }: DayProps) {
  return (
    <section class="blok tijddag" aria-labelledby={`d-${id}`}>
      <h2 id={`d-${id}`}>{title}</h2>
      <ul>
        {ones.map((one) => (
          <li id={`t-${one.id}`}>
            <Line sheet={sheet} one={one} />
            {one.source !== 'estimate' && <ChangeView one={one} {...sheet} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ sheet, one }: { sheet: DayProps['sheet']; one: Activity }) {
  const { language } = sheet.names
  const text = entriesText(language)
  const counts = sheet.counted.some(({ activity }) => activity.id === one.id)
  const domains = one.domains.map((domain) => text.domain[domain].toLowerCase()).join(', ')
  return (
    <>
      <span>
        <b>{exactly(one.minutes, language)}</b> {subjectLine(one.subject, sheet.names)}
      </span>
      <small>
        {[
          one.startedAt && text.from(clock(one.startedAt, language)),
          text.aims[one.aim ?? 'neither'].toLowerCase(),
          domains,
          text.source[one.source],
          !counts && sheet.activities.some(({ source }) => source === 'estimate') && text.inEstimate,
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </>
  )
}
