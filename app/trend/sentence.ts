import type { SchoolYear } from '../kernel/school-year.ts'
import type { Level } from '../result/result.ts'
import type { LevelShare, ReferenceKind, ReferenceLine } from './reference-line.ts'
import { lastRun, wayOf } from './run.ts'
import { isValue, type Measure, type Place, type Stretch, type Value } from './series.ts'
import type { Reached, Standing, Together } from './standing.ts'
import { type Caution, cautionOf } from './suppress.ts'
import { type Measured, maybeChance, wouldTurn } from './wilson.ts'

/** A value at a moment, as it is shown: with one decimal. */
export type Seen = {
  readonly place: Pick<Place, 'schoolYear' | 'moment'>
  readonly value: number
  readonly n: number
}

/** Whether a difference can be chance; null when that can't be said. `overlap`: both count some of the same school years. */
export type Weighed = { readonly chance: boolean | null; readonly overlap?: true }

/** From where to where. */
export type Span = Weighed & {
  readonly measure: Measure | 'growth'
  readonly from: Seen
  readonly to: Seen
}

/** What can be said of a chart. Only what is true of the numbers as they are shown is ever made. */
export type Statement =
  /**
   * `steps`: so many times in a row, each a school year later, up to the last one shown. `over`: the first and last of
   * them; left out in what was kept before it was said.
   */
  | { readonly says: 'run'; readonly way: 'up' | 'down'; readonly steps: number; readonly over?: Span }
  /** From the first to the last, when that is no run. */
  | (Span & { readonly says: 'change'; readonly way: 'up' | 'down' | 'same' })
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
      /** Left out in what was kept before it was said. */
      readonly place?: Place
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

/** A subject's own share, in per cent. `n`: left out in what was kept before it was said. */
export type Share = { readonly subject: string; readonly value: number; readonly n?: number }

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
  const weigh = (from: number, to: number) => chanceOf(alike[from], alike[to], share)
  const said = [
    ...movesIn(seen, share, weigh),
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

/** Of pupils who are counted in both only that it may be chance can be said: the interval is too wide for them. */
function chanceOf(first: Known | undefined, last: Known | undefined, share: LevelShare): Weighed {
  if (!first || !last) return { chance: null }
  const [from, to] = [first, last].map(({ together }) => ({
    value: together[share].value,
    n: together.pupils,
  })) as [Measured, Measured]
  const chance = maybeChance(from, to)
  const overlaps = first.together.years.some((year) => last.together.years.includes(year))
  return overlaps ? { chance: chance || null, overlap: true } : { chance }
}

/** Of the lines of one section, or of one cohort. The last stretch is what is said most of. */
export function stretchStatements(stretches: readonly Stretch[], measure: Measure | 'growth'): Statement[] {
  const drawn = stretches.filter(({ points }) => points.some(({ at }) => isValue(at)))
  const last = drawn.at(-1) ?? stretches.at(-1)
  if (!last) return []
  const values = last.points.flatMap(({ at, ...place }) => (isValue(at) ? [{ place, at }] : []))
  const seen = values.map(({ place, at }) => ({ place, value: shown(at.value), n: at.n }))
  const now = values.at(-1)?.at
  const hides = stretches.some(({ points }) => points.some(({ at }) => at === 'hidden'))
  const weigh = (from: number, to: number) => chanceIn(values[from]?.at, values[to]?.at, measure)
  const said = [
    ...movesIn(seen, measure, weigh),
    ...drawn.slice(1).flatMap(({ points: [first] }) => (first ? [newSeries(first)] : [])),
  ]
  return [...withCaution(said, now?.caution ?? null, now?.n ?? 0), ...(hides ? [hiddenOf(measure)] : [])]
}

const hiddenOf = (measure: Measure | 'growth'): Statement =>
  measure === 'growth' ? { says: 'hidden', of: 'growth' } : { says: 'hidden' }

export const newSeries = ({ schoolYear, moment }: Place): Statement => ({
  says: 'new-series',
  place: { schoolYear, moment },
})

/** Of scores it can't be said, unless they are of few pupils: how far they lie apart isn't kept. */
function chanceIn(first: Value | undefined, last: Value | undefined, measure: Span['measure']): Weighed {
  if (!first || !last) return { chance: null }
  if (measure === 'at1F' || measure === 'target') return { chance: maybeChance(first, last) }
  return { chance: cautionOf(first.n) !== null || cautionOf(last.n) !== null ? true : null }
}

/** What goes up or down until now, year after year, and from the first to the last where that says more. */
function movesIn(
  seen: readonly Seen[],
  measure: Span['measure'],
  weigh: (from: number, to: number) => Weighed,
): Statement[] {
  const last = seen.length - 1
  const spanFrom = (at: number): Span => {
    const [from, to] = [seen[at], seen[last]] as [Seen, Seen]
    return { measure, from, to, ...weigh(at, last) }
  }
  if (last < 1) return []
  const run = lastRun(seen.map(({ place: { schoolYear }, value }) => ({ schoolYear, value })))
  const runs: Statement[] =
    run && run.steps >= LEAST_RUN ? [{ says: 'run', ...run, over: spanFrom(last - run.steps) }] : []
  if (runs.length > 0 && run?.steps === last) return runs
  const span = spanFrom(0)
  return [...runs, { says: 'change', way: wayOf(span.from.value, span.to.value), ...span }]
}

/** From where to where a statement tells; null when it tells something else, or nothing moved. */
export function spanOf(statement: Statement): Span | null {
  if (statement.says === 'run') return statement.over ?? null
  return statement.says === 'change' && statement.way !== 'same' ? statement : null
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
  place?: Place,
): Statement[] {
  const [lowest, next, ...rest] = subjects.toSorted((one, other) => one.at.value - other.at.value)
  if (!lowest || !next || shown(lowest.at.value) === shown(next.at.value)) return []
  const shareOf = ({ subject, at }: (typeof subjects)[number]) => ({
    subject,
    value: shown(at.value),
    n: at.n,
  })
  const chance = maybeChance(lowest.at, next.at)
  const others = [next, ...rest].map(shareOf)
  return [{ says: 'lowest', share, subject: shareOf(lowest), others, chance, ...(place ? { place } : {}) }]
}

/** The same with a warning when pupils are few; that a difference may be chance is said once. */
export function withCaution(said: readonly Statement[], caution: Caution, n: number): Statement[] {
  if (caution === null) return [...said]
  const isTold = said.some(
    (one) => (one.says === 'levels' && one.chance === true) || spanOf(one)?.chance === true,
  )
  return [...said, { says: 'few', caution, n, ...(isTold ? { told: true } : {}) }]
}

/** What must be said beside any chart, also a small one: that pupils are few, that something is left out. */
export const warnings = (statements: readonly Statement[]): Statement[] => statements.filter(isWarning)

const isWarning = ({ says }: Statement) => says === 'few' || says === 'hidden'

/** The one that says most where there is room for one: from where to where; of what is hidden there is none. */
export const mainStatement = (statements: readonly Statement[]): Statement | undefined =>
  statements.find(({ says }) => says === 'grew' || says === 'through' || says === 'change') ??
  statements.find((one) => !isWarning(one))
