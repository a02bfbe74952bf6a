import { clock, type Day, dayOf, type Moment, weekDay } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { Language } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { isGoal } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { aboutOf, goalNumbers } from '../plan/plan-sheet.ts'
import type { StepPlace, TeamAgreement } from './agreement.ts'
import { trayText } from './tray-text.ts'

/** 'vandaag, 11.05 uur', 'gisteren, 15.40 uur', 'dinsdag 17 november, 9.10 uur'. */
export function whenWords(moment: Moment, today: Day, language: Language): string {
  const text = trayText(language)
  return text.at(dayWords(dayOf(new Date(moment)), today, language), clock(moment, language))
}

/** 'vandaag', 'gisteren', 'dinsdag 17 november'. */
export function dayWords(day: Day, today: Day, language: Language): string {
  const text = trayText(language)
  if (day === today) return text.today
  return day === plusDays(today, -1) ? text.yesterday : weekDay(day, language)
}

/** 'Karin', 'Karin en Kees', 'Petra, Kees en jij'. */
export function listed(names: readonly string[], between: string): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${between} ${last}`
}

/** Where a step would stand: the own track, the learning team's, or a goal with its number. */
export function placeWords({ entry, isOwn }: StepPlace, plan: Plan | null, language: Language): string {
  const text = trayText(language)
  const about = aboutOf(entry)
  if (isGoal(entry)) return text.goal((plan && goalNumbers(plan).get(entry.id)) ?? '', about)
  return isOwn && entry.kind === 'teacher-track' ? text.ownTrack(about) : text.teamTrack(about)
}

/** 'Principe 2', 'Doel 3'. */
export function agreementWords({ kind, number }: TeamAgreement, language: Language): string {
  const text = trayText(language)
  return kind === 'principle' ? text.principle(number) : text.goalShort(number)
}

/** 'Principe 2 uit het plan.', 'Doel 3 uit het plan 2025–2026.' */
export const agreementFrom = (agreement: TeamAgreement, language: Language) =>
  trayText(language).fromPlan(
    agreementWords(agreement, language),
    agreement.year === null ? '' : yearTitle(agreement.year),
  )
