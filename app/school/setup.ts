import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { type PersonRefusal, parseEmail, parsePersonName } from './person.ts'
import {
  parseFirstYear,
  parseSchoolFacts,
  type SchoolFacts,
  type SchoolReason,
  type SchoolRefusal,
} from './school.ts'

/** What the first step asks: the school, its first year here, and who sets it up. */
export type Founding = {
  readonly school: SchoolFacts
  readonly firstYear: SchoolYear
  readonly person: { readonly name: string; readonly email: string }
}

export type SetupReason = SchoolReason | PersonRefusal['refused']

/** The first step from its form (`name`, `brin`, `year`, `coordinatorWord`, `person`, `email`), or all to look at. */
export function parseFounding(form: FormData, today: Day): Founding | readonly Refusal<SetupReason>[] {
  const school = parseSchoolFacts(form)
  const firstYear = parseFirstYear(form.get('year'), today)
  const name = parsePersonName(form.get('person'))
  const email = parseEmail(form.get('email')) ?? { refused: 'email-empty' as const, field: 'email' }
  const refusals = [...(isList(school) ? school : []), firstYear, name, email].filter(isRefused)
  if (isList(school) || isRefused(firstYear) || isRefused(name) || isRefused(email)) return refusals
  return { school, firstYear, person: { name, email } }
}

const isList = (value: SchoolFacts | readonly SchoolRefusal[]): value is readonly SchoolRefusal[] =>
  Array.isArray(value)

const isRefused = <Reason extends string>(value: string | Refusal<Reason>): value is Refusal<Reason> =>
  typeof value === 'object'
