import { previousYear, type SchoolYear } from '../kernel/school-year.ts'
import { sectionAim } from '../trend/aim.ts'
import { type Statement, shown, standingStatements, stretchStatements, windowsOf } from '../trend/sentence.ts'
import { isValue, type Measure, type Value } from '../trend/series.ts'
import { type Claim, type Fact, type FactAbout, type Numbers, pointsOf, type Saying, seenIn } from './fact.ts'

/** Why the numbers don't say whether it is so. */
export type NotKnown =
  | 'hidden'
  | 'not-measured'
  /** Of the year that it is compared with. */
  | 'not-measured-since'
  /** It isn't known for that year and share. */
  | 'no-line'
  /** It holds for the three subjects together only. */
  | 'school-line'
  | 'no-ambition'
  | 'new-series'
  | 'other-years'
  | 'not-earlier'

/** `fact`: what the numbers are, also when it is not so. */
export type Checked =
  | { readonly is: 'true' | 'untrue'; readonly fact: Fact }
  | { readonly is: 'not-known'; readonly why: NotKnown }

const notKnown = (why: NotKnown): Checked => ({ is: 'not-known', why })

/** Whether it is so, by the numbers as the team sees them. */
export function checkClaim(numbers: Numbers, claim: Claim): Checked {
  const { about, says } = claim
  if ('side' in says)
    return about.of === 'school'
      ? besideLine(numbers, claim, about, says)
      : besideAmbition(numbers, claim, about, says)
  const since = says.since ?? previousYear(claim.year)
  if (since >= claim.year) return notKnown('not-earlier')
  return about.of === 'school'
    ? schoolChange(numbers, claim, about, since)
    : sectionChange(numbers, claim, about, since)
}

type School = Extract<FactAbout, { of: 'school' }>

/** Where the school stands in one year; a reason when that is not known. */
function standingIn({ standings }: Numbers, year: SchoolYear) {
  const found = standings.find(({ until }) => until === year)
  if (!found || found.together === null) return 'not-measured' as const
  return found.together === 'hidden' ? ('hidden' as const) : found
}

type Beside = Extract<Saying, { line: unknown }>

function besideLine(numbers: Numbers, claim: Claim, about: School, says: Beside): Checked {
  const standing = standingIn(numbers, claim.year)
  if (typeof standing === 'string') return notKnown(standing)
  const { share } = about
  const statement = standingStatements([standing], share, numbers.lines[share]).find(
    (one) => one.says === 'beside' && one.kind === says.line,
  )
  if (statement?.says !== 'beside') return notKnown(says.line === 'ambition' ? 'no-ambition' : 'no-line')
  const own = seenIn([standing], share)[0] ?? null
  // By the rule of the Inspectie, equal counts as above.
  const side = statement.side === 'equal' ? 'above' : statement.side
  return { is: side === says.side ? 'true' : 'untrue', fact: { about, statement, own, claim } }
}

type OfSection = Extract<FactAbout, { of: 'section' }>

/** Of one year group only what the school itself aims at is known, on the scale of the same test. */
function besideAmbition(numbers: Numbers, claim: Claim, about: OfSection, says: Beside): Checked {
  if (says.line !== 'ambition') return notKnown('school-line')
  const points = pointsOf(numbers.shown, about).filter(({ point }) => point.schoolYear === claim.year)
  if (points.length === 0) return notKnown('not-measured')
  const aimed = points.flatMap(({ stretch, point }) => {
    const aim = sectionAim(numbers.aims, about, stretch.series, about.measure)
    return aim ? [{ aim, point }] : []
  })
  const [first] = aimed
  if (!first) return notKnown('no-ambition')
  const { at, ...place } = first.point
  if (!isValue(at)) return notKnown('hidden')
  const { side, close } = sideOf(at, first.aim.value, about.measure)
  const value = { value: first.aim.value, table: null, chance: false }
  const own = {
    place: { schoolYear: place.schoolYear, moment: place.moment },
    value: shown(at.value),
    n: at.n,
  }
  const fact: Fact = {
    about,
    statement: { says: 'beside', kind: 'ambition', side, close, ...value },
    own,
    claim,
  }
  return { is: (side === 'equal' ? 'above' : side) === says.side ? 'true' : 'untrue', fact }
}

/** Not rounded: a share is compared in whole pupils. */
function sideOf({ value, n }: Value, aim: number, measure: Measure) {
  const isShare = measure === 'at1F' || measure === 'target'
  const difference = isShare ? 10 * Math.round(value * n) - Math.round(10 * aim) * n : value - aim
  const side = difference > 0 ? 'above' : difference < 0 ? 'below' : 'equal'
  return { side, close: side !== 'equal' && shown(value) === shown(aim) } as const
}

function schoolChange(numbers: Numbers, claim: Claim, about: School, since: SchoolYear): Checked {
  const [from, to] = [standingIn(numbers, since), standingIn(numbers, claim.year)]
  if (typeof to === 'string') return notKnown(to)
  if (typeof from === 'string') return notKnown(from === 'hidden' ? from : 'not-measured-since')
  if (windowsOf([from, to]).length > 1) return notKnown('other-years')
  return weighed(claim, standingStatements([from, to], about.share, []))
}

function sectionChange(numbers: Numbers, claim: Claim, about: OfSection, since: SchoolYear): Checked {
  const points = pointsOf(numbers.shown, about)
  const [from, to] = [since, claim.year].map((year) => points.find(({ point }) => point.schoolYear === year))
  if (!to) return notKnown('not-measured')
  if (!from) return notKnown('not-measured-since')
  if (from.point.at === 'hidden' || to.point.at === 'hidden') return notKnown('hidden')
  if (from.stretch !== to.stretch) return notKnown('new-series')
  return weighed(claim, stretchStatements([{ ...to.stretch, points: [from.point, to.point] }], about.measure))
}

function weighed(claim: Claim, statements: readonly Statement[]): Checked {
  const statement = statements.find((one) => one.says === 'change')
  if (statement?.says !== 'change' || !('way' in claim.says)) return notKnown('not-measured')
  const is = statement.way === claim.says.way ? 'true' : 'untrue'
  return { is, fact: { about: claim.about, statement, own: null, claim } }
}
