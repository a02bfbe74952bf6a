import { canonicalJson, type Json } from '../kernel/canonical-json.ts'
import type { Team } from '../school/team.ts'
import { REFERENCE_LINES } from '../trend/reference-line.ts'
import { sectionSheets, subjectsIn } from '../trend/subject-sheet.ts'
import { type AtTrends, aimsAt } from '../trend/trend-slot-desk.ts'
import { checkClaim } from './claim.ts'
import {
  type Claim,
  type Fact,
  factKey,
  factKeys,
  factsOf,
  isSubject,
  lastYearOf,
  type Numbers,
  yearsOf,
} from './fact.ts'
import { numbersOf } from './numbers-store.ts'
import type { Talk } from './talk.ts'
import type { ClaimChoices, Offer, Side } from './talk-sheet.ts'

/** Who asks for a talk, and with which numbers. */
export type AtTalk = AtTrends & {
  readonly talk: Talk
  readonly team: Team
  readonly numbers: Numbers
  readonly side: Side
}

/** The numbers of the school as the team sees them, with the line of what it aims at. */
export const numbersAt = async (at: AtTrends): Promise<Numbers> =>
  numbersOf(at.desk.db, at.reader.actor, await aimsAt(at))

/** What is true and is not in the talk yet. */
export function offersOf(numbers: Numbers, talk: Talk): Offer[] {
  const there = new Set(talk.lines.flatMap(({ fact }) => (fact ? [factKey(fact)] : [])))
  return factsOf(numbers, talk.subject)
    .filter((fact) => !factKeys(fact).some((key) => there.has(key)))
    .map((fact) => ({ key: factKey(fact), fact }))
}

/** What can be asked: each year group of the talk's subject, and the school; null without numbers. */
export function claimChoices(numbers: Numbers, subject: string): ClaimChoices | null {
  const years = yearsOf(numbers, subject)
  if (years.length === 0) return null
  const subjects = subjectsIn(numbers.shown).filter((one) => subject === '' || isSubject(one, subject))
  const school = numbers.standings.length === 0 ? [] : (['target', 'at1F'] as const)
  const ofSchool = school.map((share) => ({ of: 'school' as const, share }))
  const ofSubject = subjects.flatMap((one) =>
    sectionSheets(numbers.shown, one).map(({ section: { yearGroup, moment }, measure }) => ({
      of: 'section' as const,
      subject: one,
      yearGroup,
      moment,
      measure,
    })),
  )
  const abouts: Claim['about'][] = subject === '' ? [...ofSchool, ...ofSubject] : [...ofSubject, ...ofSchool]
  const [first] = abouts
  const year = first ? lastYearOf(numbers, first) : null
  const known = Object.values(numbers.lines).flat()
  const lines = REFERENCE_LINES.filter((kind) => known.some((line) => line.kind === kind))
  return { abouts: abouts.map((about) => ({ key: aboutKey(about), about })), years, year, lines }
}

const aboutKey = (about: unknown) => canonicalJson(about as Json)

/** Whether the numbers still say it: asked again for what somebody asked, looked up for what was offered. */
export function isStillSo(numbers: Numbers, fact: Fact, offered: ReadonlySet<string>): boolean {
  if (fact.claim === null) return offered.has(factKey(fact))
  const checked = checkClaim(numbers, fact.claim)
  return checked.is !== 'not-known' && factKeys(checked.fact).includes(factKey(fact))
}
