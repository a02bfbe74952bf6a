import { nextYear, type SchoolYear } from '../kernel/school-year.ts'
import type { Level } from '../result/result.ts'
import type { LevelShare, ReferenceKind, ReferenceLine } from './reference-line.ts'
import { isValue, type Measure, type Place, type Stretch, type Value } from './series.ts'
import type { Reached, Standing, Together } from './standing.ts'
import type { Caution } from './suppress.ts'
import { maybeChance, wouldTurn } from './wilson.ts'

/** A value at a moment, as it is shown: with one decimal. */
export type Seen = {
  readonly place: Pick<Place, 'schoolYear' | 'moment'>
  readonly value: number
  readonly n: number
}

/** What can be said of a chart. Only what is true of the numbers as they are shown is ever made. */
export type Statement =
  /** `steps`: so many times in a row, each a school year later, up to the last one shown. */
  | { readonly says: 'run'; readonly way: 'up' | 'down'; readonly steps: number }
  /** From the first to the last. `chance`: whether it can be chance; null when that can't be said. */
  | {
      readonly says: 'change'
      readonly measure: Measure | 'growth'
      readonly way: 'up' | 'down' | 'same'
      readonly from: Seen
      readonly to: Seen
      readonly chance: boolean | null
    }
  /** `close`: with one decimal they are the same, but it isn't. */
  | {
      readonly says: 'beside'
      readonly kind: ReferenceKind
      readonly side: 'above' | 'equal' | 'below'
      readonly close: boolean
      readonly value: number
      readonly table: SchoolYear | null
      /** Whether other schools lie within the band of ours. Of the signal value and the own ambition it isn't asked. */
      readonly chance: boolean
    }
  /** So many pupils more (or fewer) with this level in one subject, and it had been on the other side of the line. */
  | {
      readonly says: 'would-turn'
      readonly kind: ReferenceKind
      readonly share: LevelShare
      readonly way: 'more' | 'fewer'
      readonly pupils: number
    }
  | {
      readonly says: 'lowest'
      readonly share: LevelShare
      readonly subject: Share
      readonly others: readonly Share[]
      readonly chance: boolean
    }
  /** `told`: that it may be chance is said before it already. */
  | { readonly says: 'few'; readonly caution: 'few' | 'very-few'; readonly n: number; readonly told?: true }
  /** `of` growth: also when so few came or left that one of them could be worked out. */
  | { readonly says: 'hidden'; readonly of?: 'growth' }
  /** Not every point counts as many school years together: those that don't are not compared. */
  | {
      readonly says: 'windows'
      readonly points: readonly { readonly place: Seen['place']; readonly years: number }[]
    }
  | { readonly says: 'new-series'; readonly place: Pick<Place, 'schoolYear' | 'moment'> }
  /** So many per cent have one of these levels; `norm`: as the maker of the scale meant it. */
  | {
      readonly says: 'levels'
      readonly place: Place
      readonly names: readonly Level[]
      readonly value: number
      readonly n: number
      readonly norm: number | null
      readonly chance: boolean | null
    }
  /** So many points on average, of the same pupils. */
  | {
      readonly says: 'grew'
      readonly since: Place
      readonly place: Place
      readonly value: number
      readonly n: number
    }
  /** Of pupils who go through the school together. */
  | {
      readonly says: 'through'
      readonly measure: Measure
      readonly from: { readonly place: Place; readonly value: number }
      readonly to: { readonly place: Place; readonly value: number }
      /** How many of the last were there the time before too; null: not known, or not shown. */
      readonly same: number | null
    }
  /** At these places most pupils of a year group are others than the time before. */
  | { readonly says: 'other-pupils'; readonly places: readonly Place[] }

/** A subject's own share, in per cent. */
export type Share = { readonly subject: string; readonly value: number }

/**
 * With one decimal, half upwards: as it is shown, and as it is compared. Every number is rounded here, once; never to
 * '-0'. The margin is for halves that are no halves in a computer (96.05): a mean or share lies on one or further away.
 */
export const shown = (value: number): number => Math.round(10 * value + 1e-9) / 10 + 0

/** With more pupils than this nobody would say that it hangs on a few. */
const A_FEW_PUPILS = 5
/** Two in a row can be said of any three numbers that happen to go up. */
const LEAST_RUN = 2

/** Of where the school stands with the reference levels of the three subjects together. */
export function standingStatements(
  standings: readonly Standing[],
  share: LevelShare,
  lines: readonly ReferenceLine[],
): Statement[] {
  const known = standings.flatMap(({ until, together }) =>
    typeof together === 'object' && together ? [{ until, together }] : [],
  )
  const last = known.at(-1)
  const alike = known.filter(({ together }) => together.years.length === last?.together.years.length)
  const seen = alike.map(({ until, together }) => seenOf(until, together, share))
  const hides = standings.some(({ together }) => together === 'hidden')
  const said = [
    ...(seen.length < 2 ? [] : [...runIn(seen), ...changeIn(seen, share, chanceOf(alike, share))]),
    ...(last ? lines.flatMap((line) => besideOf(last.until, last.together[share], line, share)) : []),
  ]
  return [
    ...withCaution(said, last?.together.caution ?? null, last?.together.pupils ?? 0),
    ...(hides ? [{ says: 'hidden' as const }] : []),
    ...(alike.length === known.length ? [] : [windowsIn(known)]),
  ]
}

type Known = { readonly until: SchoolYear; readonly together: Together }

const windowsIn = (known: readonly Known[]): Statement => ({
  says: 'windows',
  points: known.map(({ until, together }) => ({
    place: { schoolYear: until, moment: 'D' },
    years: together.years.length,
  })),
})

/** Over how many school years the points that are shown count; more than one number in a small school. */
export const windowsOf = (standings: readonly Standing[]): number[] => [
  ...new Set(
    standings.flatMap(({ together }) =>
      typeof together === 'object' && together ? [together.years.length] : [],
    ),
  ),
]

const seenOf = (until: SchoolYear, together: Together, share: LevelShare): Seen => ({
  place: { schoolYear: until, moment: 'D' },
  value: shown(together[share].value),
  n: together.pupils,
})

/** Only years that are not in both can be compared so. */
function chanceOf(known: readonly { readonly together: Together }[], share: LevelShare): boolean | null {
  const [first, last] = [known[0]?.together, known.at(-1)?.together]
  if (!first || !last || first.years.some((year) => last.years.includes(year))) return null
  return maybeChance(
    { value: first[share].value, n: first.pupils },
    { value: last[share].value, n: last.pupils },
  )
}

/** Of the lines of one section, or of one cohort. The last stretch is what is said most of. */
export function stretchStatements(stretches: readonly Stretch[], measure: Measure | 'growth'): Statement[] {
  const last = stretches.at(-1)
  if (!last) return []
  const values = last.points.flatMap(({ at, ...place }) => (isValue(at) ? [{ place, at }] : []))
  const seen = values.map(({ place, at }) => ({ place, value: shown(at.value), n: at.n }))
  const now = values.at(-1)?.at
  const hides = stretches.some(({ points }) => points.some(({ at }) => at === 'hidden'))
  const said = [
    ...(seen.length < 2 ? [] : [...runIn(seen), ...changeIn(seen, measure, chanceIn(values, measure))]),
    ...stretches.slice(1).flatMap(({ points: [first] }) => (first ? [newSeries(first)] : [])),
  ]
  return [...withCaution(said, now?.caution ?? null, now?.n ?? 0), ...(hides ? [hiddenOf(measure)] : [])]
}

const hiddenOf = (measure: Measure | 'growth'): Statement =>
  measure === 'growth' ? { says: 'hidden', of: 'growth' } : { says: 'hidden' }

export const newSeries = ({ schoolYear, moment }: Place): Statement => ({
  says: 'new-series',
  place: { schoolYear, moment },
})

/** Of scores it can't be said: how far they lie apart isn't kept. */
function chanceIn(values: readonly { readonly at: Value }[], measure: Measure | 'growth'): boolean | null {
  const [first, last] = [values[0]?.at, values.at(-1)?.at]
  if (!first || !last || (measure !== 'at1F' && measure !== 'target')) return null
  return maybeChance(first, last)
}

/** How often in a row it went up, or down, until now; a year without a number ends it. */
function runIn(seen: readonly Seen[]): Statement[] {
  const ways = seen.slice(1).map((now, at) => wayFrom(seen[at] as Seen, now))
  const way = ways.at(-1)
  if (way !== 'up' && way !== 'down') return []
  const steps = ways.length - 1 - ways.findLastIndex((one) => one !== way)
  return steps < LEAST_RUN ? [] : [{ says: 'run', way, steps }]
}

const wayFrom = (before: Seen, now: Seen) =>
  now.place.schoolYear === nextYear(before.place.schoolYear) ? wayOf(before.value, now.value) : 'gap'

const wayOf = (from: number, to: number) => (to > from ? 'up' : to < from ? 'down' : 'same')

function changeIn(seen: readonly Seen[], measure: Measure | 'growth', chance: boolean | null): Statement[] {
  const [from, to] = [seen[0], seen.at(-1)]
  if (!from || !to) return []
  return [{ says: 'change', measure, way: wayOf(from.value, to.value), from, to, chance }]
}

function besideOf(
  until: SchoolYear,
  { reached, all, band }: Reached,
  { kind, points }: ReferenceLine,
  share: LevelShare,
): Statement[] {
  const point = points.find(({ schoolYear }) => schoolYear === until)
  if (!point || all === 0) return []
  const { value, table } = point
  const difference = 1000 * reached - Math.round(10 * value) * all
  const side = difference > 0 ? 'above' : difference < 0 ? 'below' : 'equal'
  const close = side !== 'equal' && shown((100 * reached) / all) === shown(value)
  const ofOthers = kind === 'comparable' || kind === 'national'
  const chance = ofOthers && side !== 'equal' && band !== null && band.low <= value && value <= band.high
  const beside: Statement = { says: 'beside', kind, side, close, value, table, chance }
  const turn = wouldTurn(reached, all, value)
  if (ofOthers || Math.abs(turn) > A_FEW_PUPILS) return [beside]
  const pupils = Math.abs(turn)
  return [beside, { says: 'would-turn', kind, share, way: turn > 0 ? 'more' : 'fewer', pupils }]
}

/** Which subject has the smallest share, when one has; a subject that isn't shown is left out. */
export function lowestSubject(
  subjects: readonly { readonly subject: string; readonly at: Value }[],
  share: LevelShare,
): Statement[] {
  const [lowest, next, ...rest] = subjects.toSorted((one, other) => one.at.value - other.at.value)
  if (!lowest || !next || shown(lowest.at.value) === shown(next.at.value)) return []
  const shareOf = ({ subject, at }: (typeof subjects)[number]) => ({ subject, value: shown(at.value) })
  const chance = maybeChance(lowest.at, next.at)
  const others = [next, ...rest].map(shareOf)
  return [{ says: 'lowest', share, subject: shareOf(lowest), others, chance }]
}

/** The same with a warning when pupils are few; that a difference may be chance is said once. */
export function withCaution(said: readonly Statement[], caution: Caution, n: number): Statement[] {
  if (caution === null) return [...said]
  const isTold = said.some(
    (one) => (one.says === 'levels' || (one.says === 'change' && one.way !== 'same')) && one.chance === true,
  )
  return [...said, { says: 'few', caution, n, ...(isTold ? { told: true } : {}) }]
}

/** What must be said beside any chart, also a small one: that pupils are few, that something is left out. */
export const warnings = (statements: readonly Statement[]): Statement[] =>
  statements.filter(({ says }) => says === 'few' || says === 'hidden')

/** The one that says most where there is room for one: from where to where. */
export const mainStatement = (statements: readonly Statement[]): Statement | undefined =>
  statements.find(({ says }) => says === 'grew' || says === 'through' || says === 'change') ?? statements[0]
