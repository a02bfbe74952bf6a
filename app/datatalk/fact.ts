import { canonicalJson } from '../kernel/canonical-json.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { TestMoment } from '../result/result.ts'
import type { Aim } from '../trend/aim.ts'
import { crossSection } from '../trend/cross-section.ts'
import type { LevelShare, ReferenceKind, ReferenceLine } from '../trend/reference-line.ts'
import { type Seen, type Share, type Statement, shown, standingStatements } from '../trend/sentence.ts'
import { isValue, type Measure, type ShownFigure } from '../trend/series.ts'
import type { Standing } from '../trend/standing.ts'
import { lowestNow, sectionSheets, subjectsIn } from '../trend/subject-sheet.ts'

/** What a fact is about: the three subjects together in group 8, or one year group at one moment. */
export type FactAbout =
  | { readonly of: 'school'; readonly share: LevelShare }
  | {
      readonly of: 'section'
      readonly subject: string
      readonly yearGroup: number
      readonly moment: TestMoment
      readonly measure: Measure
    }
  /** The subjects of the last doorstroomtoets beside each other. */
  | { readonly of: 'subjects' }

/** What somebody thinks the numbers say: built of choices, so that it can be checked. */
export type Claim = {
  readonly about: Exclude<FactAbout, { of: 'subjects' }>
  readonly year: SchoolYear
  readonly says: Saying
}
/** Up, down or the same beside an earlier year; above or below a line in that year. */
export type Saying =
  | { readonly way: 'up' | 'down' | 'same'; readonly since: SchoolYear | null }
  | { readonly side: 'above' | 'below'; readonly line: ReferenceKind }

/** Something true of the numbers as the team sees them, as they were on the day that it was laid in. */
export type Fact = {
  readonly about: FactAbout
  readonly statement: Extract<Statement, { says: 'run' | 'change' | 'beside' | 'would-turn' | 'lowest' }>
  /** The value itself, where the statement says only on which side of a line it lies. */
  readonly own: Seen | null
  /** What somebody asked the numbers; null: it was offered. */
  readonly claim: Claim | null
}

/** All numbers that a talk is about, with the eyes of the team. */
export type Numbers = {
  readonly shown: readonly ShownFigure[]
  readonly standings: readonly Standing[]
  /** The lines beside a share of the three subjects together. */
  readonly lines: Readonly<Record<LevelShare, readonly ReferenceLine[]>>
  /** What the school aims at. */
  readonly aims: readonly Aim[]
}

const SHARES = ['target', 'at1F'] as const satisfies readonly LevelShare[]
/**
 * True sentences to lay in: of each year group of the talk's own subject first, the nearest to what the talk is about in
 * front, then of the school and of its subjects beside each other. A talk on all subjects begins with the school.
 */
export function factsOf(numbers: Numbers, subject: string, near: Near = () => 0): Fact[] {
  const subjects = subjectsIn(numbers.shown)
  const own = subjects.filter((one) => (subject === '' ? true : isSubject(one, subject)))
  const sections = nearestFirst(
    own.flatMap((one) => sectionFacts(numbers.shown, one, subject === '')),
    near,
  )
  const school = [...SHARES.flatMap((share) => schoolFacts(numbers, share)), ...lowestFact(numbers.shown)]
  return subject === '' ? [...school, ...sections] : [...sections, ...school]
}

/** How near a year group is to what is talked about; less is nearer. */
export type Near = (yearGroup: number) => number

/** Those of the nearest year group in front; of the same, as they were. */
function nearestFirst(facts: readonly Fact[], near: Near): Fact[] {
  const rank = ({ about }: Fact) => (about.of === 'section' ? near(about.yearGroup) : 0)
  return facts.toSorted((one, other) => rank(one) - rank(other))
}

export const isSubject = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

function schoolFacts({ standings, lines }: Numbers, share: LevelShare): Fact[] {
  const own = seenIn(standings, share).at(-1) ?? null
  return standingStatements(standings, share, lines[share])
    .filter(isOffered)
    .map((statement) => ({
      about: { of: 'school', share },
      statement,
      own: statement.says === 'beside' ? own : null,
      claim: null,
    }))
}

const isOffered = (statement: Statement): statement is Fact['statement'] =>
  ['run', 'change', 'beside', 'would-turn', 'lowest'].includes(statement.says)

/** What the school reached, year by year, where it may be shown. */
export const seenIn = (standings: readonly Standing[], share: LevelShare): Seen[] =>
  standings.flatMap(({ until, together }) =>
    together === null || together === 'hidden'
      ? []
      : [
          {
            place: { schoolYear: until, moment: 'D' as const },
            value: shown(together[share].value),
            n: together.pupils,
          },
        ],
  )

const lowestFact = (figures: readonly ShownFigure[]): Fact[] =>
  lowestNow(figures)
    .filter(isOffered)
    .map((statement) => ({ about: { of: 'subjects' }, statement, own: null, claim: null }))

function sectionFacts(figures: readonly ShownFigure[], subject: string, onlyLast: boolean): Fact[] {
  return sectionSheets(figures, subject)
    .filter(({ section }) => !onlyLast || section.moment === 'D')
    .flatMap(({ section: { yearGroup, moment }, measure, statements }) =>
      statements.filter(isOffered).map((statement) => ({
        about: { of: 'section' as const, subject, yearGroup, moment, measure },
        statement,
        own: null,
        claim: null,
      })),
    )
}

/** The same of two facts means that they say the same. */
export const factKey = ({ about, statement, own }: Pick<Fact, 'about' | 'statement' | 'own'>): string =>
  canonicalJson({ about, statement, own })

/** Its key, and those it had when less was said with it: what was laid in then still stands for it. */
export function factKeys(fact: Fact): string[] {
  const { statement } = fact
  return [...new Set([statement, ...earlierOf(statement)])].map((one) => factKey({ ...fact, statement: one }))
}

function earlierOf(statement: Fact['statement']): Fact['statement'][] {
  if (statement.says === 'lowest') return [bareLowest(statement)]
  if (statement.says === 'change') return [bareChange(statement)]
  if (statement.says !== 'run' || !statement.over) return []
  const { way, steps, over } = statement
  const change = { says: 'change', way, ...over } as const
  return [{ says: 'run', way, steps }, change, bareChange(change)]
}

/** Of years that overlap, and of few scores, nothing was said of chance. */
function bareChange({ overlap, ...change }: Extract<Statement, { says: 'change' }>): Fact['statement'] {
  const isShare = change.measure === 'at1F' || change.measure === 'target'
  return overlap || !isShare ? { ...change, chance: null } : change
}

/** Without its place and how many the pupils are. */
function bareLowest({ share, subject, others, chance }: Lowest): Lowest {
  const bare = (one: Share): Share => ({ subject: one.subject, value: one.value })
  return { says: 'lowest', share, subject: bare(subject), others: others.map(bare), chance }
}

type Lowest = Extract<Statement, { says: 'lowest' }>

/** The values that a fact says. */
export function saidIn({ statement, own }: Pick<Fact, 'statement' | 'own'>): Seen[] {
  const span = statement.says === 'change' ? statement : statement.says === 'run' ? statement.over : undefined
  return [...(span ? [span.from, span.to] : []), ...(own ? [own] : [])]
}

/** The years in which there is something of the school as a whole or of a talk's subject ('': of any), the last first. */
export function yearsOf({ shown: figures, standings }: Numbers, subject: string): SchoolYear[] {
  const own = figures.filter((one) => subject === '' || isSubject(one.subject, subject))
  const years = new Set([...standings.map(({ until }) => until), ...own.map(({ schoolYear }) => schoolYear)])
  return [...years].sort().reverse()
}

/** The last year of which there is something to ask; null: none. */
export const lastYearOf = (numbers: Numbers, about: Claim['about']): SchoolYear | null =>
  (about.of === 'school'
    ? seenIn(numbers.standings, about.share).map(({ place }) => place.schoolYear)
    : pointsOf(numbers.shown, about).map(({ point }) => point.schoolYear)
  )
    .sort()
    .at(-1) ?? null

/** One year's value of a section, by the stretch in which it lies. */
export function pointsOf(figures: readonly ShownFigure[], about: Extract<FactAbout, { of: 'section' }>) {
  const { measure, ...section } = about
  return crossSection(figures, section, measure).flatMap((stretch) =>
    stretch.points.filter(({ at }) => at === 'hidden' || isValue(at)).map((point) => ({ stretch, point })),
  )
}
