import { aimWords } from '../form/aim-text.ts'
import { type Day, longDay } from '../kernel/day.ts'
import { aimText } from '../plan/aim-text.ts'
import { type Entry, isWritten, textOf } from '../plan/entry.ts'
import { entriesOf, type Plan } from '../plan/plan.ts'
import { goalNumbers } from '../plan/plan-sheet.ts'
import { plannedHours, type Roster } from '../plan/roster.ts'
import { adoptionText } from './adoption-text.ts'
import { CONTRACT_PARTS, type Contract, type ContractWords, cutAt, oneLine, pointsOf } from './contract.ts'
import { contractText } from './contract-text.ts'
import type { Wording } from './item-view.ts'

/** What stands on the one sheet, before it is made to fit. */
export type ContractSheet = {
  readonly contract: Contract
  readonly principles: readonly string[]
  /** First names of who coordinates. */
  readonly coordinators: readonly string[]
  readonly facts: readonly { readonly label: string; readonly text: string }[]
}

/**
 * The contract of a plan in its own words, and where there are none as the plan itself proposes it.
 * @param from the day on which it is agreed: a day before it is no promise
 */
export function contractSheet(
  plan: Plan,
  roster: Roster,
  words: ContractWords,
  wording: Wording,
  from: Day,
): ContractSheet {
  const proposed = proposedContract(plan, wording)
  const own = CONTRACT_PARTS.map((part) => [part, pointsOf(words[part]?.text ?? '')] as const)
  return {
    contract: Object.fromEntries(
      own.map(([part, points]) => [part, points.length > 0 ? points : proposed[part]]),
    ) as Contract,
    principles: plan.principles.map(({ text }) => oneLine(text.text)),
    coordinators: roster.people
      .filter(({ roles, hasLeft }) => !hasLeft && roles.includes('coordinator'))
      .map(({ name }) => name),
    facts: [...hoursFact(plan, roster, wording), ...aimFact(plan, wording), ...daysFact(plan, wording, from)],
  }
}

/** A first proposal: the coordinator's efforts at the goals and tracks; what everybody does, by what the plan holds. */
export function proposedContract(plan: Plan, { language }: Wording): Contract {
  const text = contractText(language)
  const goals = entriesOf(plan, 'general-goal', 'team-goal')
  const numbers = goalNumbers(plan)
  const efforts = goals.filter(asksEffort).map((goal) => {
    const about = adoptionText(language).goal(numbers.get(goal.id) ?? '')
    return text.effortAt(about, oneLine(textOf(goal, 'coordinatorEffort')))
  })
  const tracks = entriesOf(plan, 'teacher-track', 'learning-team-track').filter(
    (track) => track.agreedAt !== null && asksEffort(track),
  ).length
  return {
    coordinator: [...efforts, ...(tracks > 0 ? [text.withTracks(tracks)] : [])],
    team: [
      text.everybody,
      ...(goals.length > 0 ? [text.goals(goals.length)] : []),
      text.lookBack,
      ...(plan.principles.length > 0 ? [text.wayOfWorking] : []),
    ],
  }
}

const asksEffort = (entry: Entry) =>
  isWritten(entry, 'coordinatorEffort') && !isNone(oneLine(textOf(entry, 'coordinatorEffort')))

/** 'Geen' in the form says that nothing is asked of the coordinator here. */
const isNone = (effort: string) => /^\W*(geen|none|n\.?v\.?t|-)\W*$/i.test(effort)

function hoursFact(plan: Plan, roster: Roster, { language }: Wording) {
  const text = contractText(language)
  const { planned, available } = plannedHours(plan, roster)
  const week = roster.hoursAWeek === null ? [] : [text.hoursAWeek(roster.hoursAWeek)]
  const year = planned === 0 ? [] : [text.hoursOf(planned, available)]
  const said = [...week, ...year].join('; ')
  return said === '' ? [] : [{ label: text.hours, text: said }]
}

function aimFact({ preventiveAim }: Plan, { language }: Wording) {
  if (preventiveAim === null) return []
  const text = aimText(language)
  return [{ label: text.fact, text: text.ofTime(aimWords(preventiveAim, language)) }]
}

const MOST_DAYS = 4

function daysFact(plan: Plan, { language }: Wording, from: Day) {
  const all = plan.entries.flatMap(({ moments }) => moments.map(({ onDay }) => onDay))
  const days = [...new Set(all.filter((day) => day >= from))].sort()
  if (days.length === 0) return []
  const said = days.slice(0, MOST_DAYS).map((day) => longDay(day, language))
  const more = days.length > MOST_DAYS ? ['…'] : []
  return [{ label: contractText(language).evaluation, text: cutAt([...said, ...more].join(', '), 140) }]
}
