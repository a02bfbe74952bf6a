import { canonicalJson, type Json } from '../kernel/canonical-json.ts'
import type { Team } from '../school/team.ts'
import { REFERENCE_LINES } from '../trend/reference-line.ts'
import { sectionSheets, subjectsIn } from '../trend/subject-sheet.ts'
import type { AtTrends } from '../trend/trend-slot-desk.ts'
import { checkClaim } from './claim.ts'
import {
  type Claim,
  type Fact,
  factKey,
  factKeys,
  factsOf,
  isSubject,
  lastYearOf,
  type Near,
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
  /** On which year groups the talk is. */
  readonly near: Near
}

/** The numbers of the school as the team sees them. */
export const numbersAt = (at: AtTrends): Promise<Numbers> => numbersOf(at.desk.db, at.reader.actor)

/** More would not be read. */
export const MOST_OFFERED = 40

/** What is true and is not in the talk yet, the nearest to what it is about in front. */
export function offersOf({ numbers, talk, near }: Pick<AtTalk, 'numbers' | 'talk' | 'near'>): Offer[] {
  const there = new Set(talk.lines.flatMap(({ fact }) => (fact ? [factKey(fact)] : [])))
  return factsOf(numbers, talk.subject, near)
    .filter((fact) => !factKeys(fact).some((key) => there.has(key)))
    .map((fact) => ({ key: factKey(fact), fact }))
}

/**
 * What can be asked: each year group of the talk's subject, and the school; also by what an ambition is measured by, where
 * that is something else. Null without numbers.
 */
export function claimChoices(numbers: Numbers, subject: string, near: Near = () => 0): ClaimChoices | null {
  const years = yearsOf(numbers, subject)
  if (years.length === 0) return null
  const subjects = subjectsIn(numbers.shown).filter((one) => subject === '' || isSubject(one, subject))
  const school = numbers.standings.length === 0 ? [] : (['target', 'at1F'] as const)
  const ofSchool = school.map((share) => ({ of: 'school' as const, share }))
  const ofSubject = subjects.flatMap((one) =>
    sectionSheets(numbers.shown, one).flatMap(({ section: { yearGroup, moment }, measure }) => {
      const place = { of: 'section' as const, subject: one, yearGroup, moment }
      const aimed = aimsIn(numbers, place).map((aim) => aim.measure)
      return [...new Set([measure, ...aimed])].map((by) => ({ ...place, measure: by }))
    }),
  )
  const inOrder = ofSubject.toSorted((one, other) => near(one.yearGroup) - near(other.yearGroup))
  const abouts: Claim['about'][] = subject === '' ? [...ofSchool, ...inOrder] : [...inOrder, ...ofSchool]
  const [first] = abouts
  const year = first ? lastYearOf(numbers, first) : null
  const known = Object.values(numbers.lines).flat()
  const isAimed = ofSubject.some((about) => aimsIn(numbers, about).length > 0)
  const lines = REFERENCE_LINES.filter(
    (kind) => known.some((line) => line.kind === kind) || (kind === 'ambition' && isAimed),
  )
  return { abouts: abouts.map((about) => ({ key: aboutKey(about), about })), years, year, lines }
}

type Place = Pick<Extract<Claim['about'], { of: 'section' }>, 'subject' | 'yearGroup' | 'moment'>

const aimsIn = ({ aims }: Numbers, { subject, yearGroup, moment }: Place) =>
  aims
    .filter((aim) => aim.about === 'section')
    .filter((aim) => aim.subject === subject && aim.yearGroup === yearGroup && aim.moment === moment)

const aboutKey = (about: unknown) => canonicalJson(about as Json)

/** Whether the numbers still say it: asked again for what somebody asked, looked up for what was offered. */
export function isStillSo(numbers: Numbers, fact: Fact, offered: ReadonlySet<string>): boolean {
  if (fact.claim === null) return offered.has(factKey(fact))
  const checked = checkClaim(numbers, fact.claim)
  return checked.is !== 'not-known' && factKeys(checked.fact).includes(factKey(fact))
}
