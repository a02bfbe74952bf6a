import { hasRole, type Reader } from '../session/actor.ts'
import type { Budget } from './budget.ts'
import { type BudgetWords, budgetText, hoursIn } from './budget-text.ts'
import type { Roster } from './roster.ts'

/** Who is told the budget, and of whose team. */
export type BudgetReader = Pick<Reader, 'actor' | 'language' | 'terms'> & {
  readonly school: { readonly name: string }
}

/** Whether it fits, in one sentence. */
export function fitSentence(budget: Budget, { language }: BudgetReader): string {
  const text = budgetText(language)
  const asked = hoursIn(budget.asked, language)
  if (budget.asked === 0) return text.nothing
  if (budget.week === null) return text.noWeek(asked)
  const week = hoursIn(budget.week, language)
  return budget.over > 0 ? text.over(asked, week) : text.fits(asked, week)
}

/** A number that hurts has its owner beside it: what does not fit, or falls short of the norm; '' when neither does. */
export function ownerSentence(budget: Budget, roster: Roster, reader: BudgetReader): string {
  const text = budgetText(reader.language)
  const whose = namesOf(roster, 'principal', text) || text.principal
  if (budget.over > 0)
    return `${text.owner(hoursIn(budget.over, reader.language), whose)} ${notAlone(roster, reader, text)}`
  if (budget.toNorm === 0 || budget.week === null || budget.norm === null) return ''
  const [week, norm] = [budget.week, budget.norm].map((hours) => hoursIn(hours, reader.language))
  const have = text.haveAndNorm(week ?? '', norm ?? '')
  return `${have} ${text.underNorm(whose)} ${notAlone(roster, reader, text)}`
}

function notAlone(roster: Roster, reader: BudgetReader, text: BudgetWords) {
  if (hasRole(reader.actor, 'coordinator')) return text.notAlone(text.you)
  return text.notAlone(namesOf(roster, 'coordinator', text) || reader.terms.coordinator)
}

/** 'Paul', 'Paul en Anja': who has this role now. */
function namesOf({ people }: Roster, role: 'principal' | 'coordinator', text: BudgetWords) {
  const names = people
    .filter(({ roles, hasLeft }) => !hasLeft && roles.includes(role))
    .map(({ name }) => name)
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${text.and} ${names.at(-1)}`
}

/** The norm beside the pupils of the school; '' as long as nobody said how many there are. */
export function normSentence({ pupils, norm }: Budget, { language, school }: BudgetReader): string {
  if (pupils === null || norm === null) return ''
  return budgetText(language).norm(school.name, String(pupils), hoursIn(norm, language))
}
