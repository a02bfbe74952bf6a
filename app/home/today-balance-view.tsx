import { aimWords } from '../form/aim-text.ts'
import type { Day } from '../kernel/day.ts'
import { mondayOf } from '../kernel/days.ts'
import type { Language } from '../kernel/language.ts'
import { hoursWords } from '../time/time-text.ts'
import { ArrowLink } from '../ui/button.tsx'
import { todayText } from './today-text.ts'
import type { WeekOfTime } from './today-year.ts'

type BalanceProps = { week: WeekOfTime; today: Day; language: Language }

/** The coordinator's own week as a shape: what prevents beside what repairs, against what the team agreed on. */
export function BalanceBlock({ week, today, language }: BalanceProps) {
  const text = todayText(language).balance
  return (
    <section class="blok balans" aria-labelledby="balance">
      <h2 id="balance">{week.week === mondayOf(today) ? text.title : text.lastWeek}</h2>
      {week.share === null ? <p class="noot">{text.nothing}</p> : <Shape week={week} language={language} />}
      <p class="mt">
        <ArrowLink href="/time">{week.share === null ? text.write : text.toTime}</ArrowLink>
      </p>
    </section>
  )
}

/** Without style attributes, which the policy of the page refuses: the widths are those of rectangles. */
function Shape({ week, language }: Omit<BalanceProps, 'today'>) {
  const text = todayText(language).balance
  const share = Math.round((week.share ?? 0) * 100)
  return (
    <>
      <svg class="vb-bar" aria-hidden="true" focusable="false">
        <rect class="vb-prevents" x="0" y="14" width={`${share}%`} height="24" />
        <rect class="vb-repairs" x={`${share}%`} y="14" width={`${100 - share}%`} height="24" />
        {week.aim !== null && <line class="vb-aim" x1={`${week.aim}%`} x2={`${week.aim}%`} y1="8" y2="46" />}
        {week.aim !== null && <circle class="vb-aim" cx={`${week.aim}%`} cy="8" r="5" />}
      </svg>
      <dl>
        <div>
          <dt>{text.prevents}</dt>
          <dd>{hoursWords(week.preventive, language)}</dd>
        </div>
        <div>
          <dt>{text.repairs}</dt>
          <dd>{hoursWords(week.curative, language)}</dd>
        </div>
      </dl>
      <p class="noot">
        {week.aim !== null && `${text.aim(aimWords(week.aim, language))} `}
        {week.isEstimated && `${text.estimated} `}
        {text.own}
      </p>
    </>
  )
}
