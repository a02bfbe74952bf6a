import type { EntryId } from '../kernel/id.ts'
import { entryOf } from '../plan/plan.ts'
import { adHocTally, type GoalTally } from './balance.ts'
import { balanceText } from './balance-text.ts'
import type { Counted } from './count.ts'
import { goalTitle, type Names, subjectWords } from './subject-view.ts'
import { halfHours, hoursWords, timeText } from './time-text.ts'

/** What came between, by kind. */
export function AdHocView({ counted, names }: { counted: readonly Counted[]; names: Names }) {
  const { language } = names
  const text = balanceText(language).adHoc
  const kinds = adHocTally(counted)
  return (
    <section class="tijdblok" aria-labelledby="ts-kop">
      <h2 id="ts-kop">{text.title}</h2>
      {kinds.length === 0 && <p class="noot">{text.empty}</p>}
      <ol class="tussendoor">
        {kinds.map(({ kind, minutes }) => (
          <li>
            <span>{timeText(language).adHoc[kind]}</span>
            <b>{hoursWords(minutes, language)}</b>
          </li>
        ))}
      </ol>
    </section>
  )
}

type GoalsProps = { goals: readonly GoalTally[]; names: Names }

/** Time by goal: a bar each, beside what the plan gives it. */
export function GoalsView({ goals, names }: GoalsProps) {
  const most = Math.max(1, ...goals.map(({ minutes }) => minutes))
  return (
    <section class="tijdblok" aria-labelledby="dl-kop">
      <h2 id="dl-kop">{balanceText(names.language).goals.title}</h2>
      <ol class="doelbalken">
        {goals.map(({ goalId, minutes }) => (
          <li>
            <span>
              <b>{nameOf(goalId, names)}</b>
              <small>{noteOf(goalId, minutes, names)}</small>
            </span>
            <b>{hoursWords(minutes, names.language)}</b>
            <svg width="100%" height="8" aria-hidden="true" focusable="false">
              <rect
                class={goalId === null ? 'adhoc' : 'prev'}
                width={`${Math.max(1, Math.round((100 * minutes) / most))}%`}
                height="8"
              />
            </svg>
          </li>
        ))}
      </ol>
    </section>
  )
}

const LONGEST_TITLE = 120

const nameOf = (id: EntryId | null, names: Names) =>
  id === null
    ? balanceText(names.language).goals.none
    : goalTitle(id, names, LONGEST_TITLE) || subjectWords({ what: 'entry', entryId: id }, names).name

/** The hours that the plan gives a goal for the year: its own, and those of the tracks that hang on it. */
function noteOf(id: EntryId | null, minutes: number, { plan, language }: Names) {
  const text = balanceText(language).goals
  if (id === null) return text.outside
  const goal = plan && entryOf(plan, id)
  const tracks = (plan?.entries ?? []).filter(({ parentId }) => parentId === id)
  const below = tracks.reduce((sum, { coordinatorHours }) => sum + (coordinatorHours ?? 0), 0)
  const hours = (goal?.coordinatorHours ?? 0) + below
  if (!goal || hours === 0) return text.notPlanned
  return text[below > 0 ? 'plannedBelow' : 'planned'](halfHours(minutes), halfHours(hours * 60))
}
