import type { Language } from '../kernel/language.ts'
import { Table } from '../ui/table.tsx'
import { preventiveShare, type WeekTally } from './balance.ts'
import { balanceText } from './balance-text.ts'
import { hoursWords, tableHours } from './time-text.ts'

/** The number of a week, with a sign where it was estimated. */
export const nameOfWeek = ({ number, isEstimated }: WeekTally) => `${isEstimated ? '±' : ''}${number}`

type ListProps = { weeks: readonly WeekTally[]; aim: number | null; language: Language }

/** On a phone every week is a line, the newest first. */
export function NarrowList({ weeks, aim, language }: ListProps) {
  const text = balanceText(language)
  return (
    <ol class="weeklijst smalbeeld">
      {weeks
        .toReversed()
        .filter(({ minutes, holiday }) => minutes > 0 || holiday !== null)
        .map((week) => (
          <li>
            <span>
              {week.isEstimated && '± '}
              {text.weekOf(week.number)}
            </span>
            {week.minutes > 0 && <BalanceBar share={preventiveShare(week)} aim={aim} />}
            <small>
              {week.minutes === 0
                ? text.free(week.holiday ?? '')
                : text.weekLine(hoursWords(week.preventive, language), hoursWords(week.curative, language))}
            </small>
          </li>
        ))}
    </ol>
  )
}

/** Preventing solid, repairing hatched, the agreement as a line. The words beside it say the same. */
export function BalanceBar({ share, aim }: { share: number | null; aim: number | null }) {
  if (share === null) return null
  const percent = Math.round(share * 100)
  return (
    <svg class="weekbalk" width="100%" height="28" aria-hidden="true" focusable="false">
      <rect class="prev" x="0" y="4" width={`${percent}%`} height="20" />
      <rect class="cur" x={`${percent}%`} y="4.75" width={`${100 - percent}%`} height="18.5" />
      {aim !== null && <line class="amb" x1={`${aim}%`} x2={`${aim}%`} y1="0" y2="28" />}
    </svg>
  )
}

/** The figures behind the picture; the number of a week leads to what was written in it. */
export function WeekTable({ weeks, language }: { weeks: readonly WeekTally[]; language: Language }) {
  const { columns, tableOf } = balanceText(language)
  const parts = (['preventive', 'curative', 'neither', 'planned', 'adHoc'] as const).filter(
    (part) => part !== 'neither' || weeks.some(({ neither }) => neither > 0),
  )
  return (
    <Table
      caption={tableOf}
      head={[columns.week, ...parts.map((part) => columns[part])]}
      figures={[1, 2, 3, 4, 5]}
      rows={weeks.map((week) =>
        week.minutes === 0
          ? [`${week.number} ${week.holiday ?? ''}`, ...parts.map(() => '')]
          : [
              <a href={`/time/entries?week=${week.week}`}>{nameOfWeek(week)}</a>,
              ...parts.map((part) => tableHours(week[part], language)),
            ],
      )}
    />
  )
}
