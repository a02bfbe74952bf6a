import { monthName, shortDay } from '../kernel/day.ts'
import { lbboHours } from '../school/school.ts'
import { BackLink } from '../ui/button.tsx'
import { Empty } from '../ui/notice.tsx'
import { RichText } from '../ui/rich.tsx'
import { entryOf } from './plan.ts'
import { cardId, type Drawing, longName } from './plan-sheet-view.ts'
import { plannedHours } from './roster.ts'
import { type Activity, yearOverview } from './year-overview.ts'
import { yearOverviewText } from './year-overview-text.ts'

/** The coordinator's main activities, month by month, as they follow from the plan. */
export function YearOverviewList({ d }: { d: Drawing }) {
  const text = yearOverviewText(d.language)
  const overview = yearOverview(d.plan)
  if (overview.months.length === 0 && overview.allYear.length === 0) return <Empty sentence={text.none} />
  return (
    <>
      <Room d={d} />
      <div class="jaar">
        {overview.months.map(({ month, activities }) => (
          <Month title={monthName(month, d.language)} activities={activities} month={month} d={d} />
        ))}
        {overview.allYear.length > 0 && (
          <Month title={text.allYear} activities={overview.allYear} month={null} d={d} />
        )}
      </div>
    </>
  )
}

type MonthProps = { title: string; activities: readonly Activity[]; month: string | null; d: Drawing }

function Month({ title, activities, month, d }: MonthProps) {
  return (
    <section>
      <h2>{title}</h2>
      <ul class="data">
        {byDay(activities, month).map((activity) => (
          <li>
            <time>{daysIn(activity, month, d)}</time>
            <div>
              <RichText text={activity.effort} />
              <p>
                <ForWhat activity={activity} d={d} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** In a month what is looked at first stands first. */
function byDay(activities: readonly Activity[], month: string | null): readonly Activity[] {
  if (month === null) return activities
  const first = ({ days }: Activity) => days.find((day) => day.startsWith(month)) ?? ''
  return activities.toSorted((one, other) =>
    first(one) < first(other) ? -1 : first(one) > first(other) ? 1 : 0,
  )
}

const daysIn = (activity: Activity, month: string | null, d: Drawing) =>
  activity.days
    .filter((day) => month !== null && day.startsWith(month))
    .map((day) => shortDay(day, d.language))
    .join(', ')

function ForWhat({ activity, d }: { activity: Activity; d: Drawing }) {
  const text = yearOverviewText(d.language)
  const entry = entryOf(d.plan, activity.entryId)
  if (!entry) return null
  return (
    <>
      <a href={`${d.href}?shown=${entry.id}#${cardId(entry.id)}`}>{text.forWhat(longName(entry, d))}</a>
      {activity.hours ? ` · ${text.hours(String(activity.hours))}` : ''}
    </>
  )
}

/** Planned against available, with the norm beside it: a question for principal and board, not for the coordinator. */
function Room({ d }: { d: Drawing }) {
  const text = yearOverviewText(d.language)
  const { planned, available } = plannedHours(d.plan, d.sheet.roster)
  const { pupils } = d.sheet.roster
  if (planned === 0 && available === null) return null
  return (
    <p class="noot">
      {available === null
        ? text.planned(String(planned))
        : text.ofAvailable(String(planned), String(available))}{' '}
      {pupils !== null && text.norm(decimal(lbboHours(pupils), d), String(pupils))}
    </p>
  )
}

const decimal = (hours: number, d: Drawing) => {
  const text = String(Math.round(hours * 10) / 10)
  return d.language === 'nl' ? text.replace('.', ',') : text
}

export const BackToPlan = ({ d }: { d: Drawing }) => (
  <p class="mt">
    <BackLink href={d.href}>{yearOverviewText(d.language).toPlan}</BackLink>
  </p>
)
