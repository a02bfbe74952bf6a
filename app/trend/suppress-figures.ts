import { previousYear, type SchoolYear } from '../kernel/school-year.ts'
import type { Figure } from '../result/figure.ts'
import type { Reference } from '../result/result.ts'
import { levelCounts, meanOf } from '../result/tally.ts'
import { ruleTests } from './rule-test.ts'
import type { Kept, Levels, References, Scores, ShownFigure } from './series.ts'
import { standingTwice, nameOf as wholeName } from './standing-twice.ts'
import { type Audience, cautionOf, LEAST, type Piece, type Sum, safeSums } from './suppress.ts'

/** What a figure holds three of; each is of pupils of its own, for not everybody has a score and a level. */
type Part = 'scores' | 'levels' | 'references'

/**
 * What may be shown of figures. For the team: the ready figures of all subjects and years of the school, for what is
 * hidden depends on everything that can be seen beside it, on this page or another.
 */
export function shownFigures(figures: readonly Figure[], audience: Audience): ShownFigure[] {
  const safe = audience === 'coordinator' ? null : safeParts(figures)
  const isSafe = (figure: Figure, part: Part) => safe === null || safe[part].has(nameOf(figure))
  const may = (figure: Figure, part: Part) =>
    isSafe(figure, part) &&
    (audience === 'coordinator' || !isSafe(figure, 'references') || !tellsExempt(figure, part))
  return figures.map((figure) => ({
    ...keyOf(figure),
    scores: kept(figure.scored, may(figure, 'scores'), () => scoresOf(figure)),
    levels: kept(pupilsWith(figure, 'levels'), may(figure, 'levels'), () => levelsOf(figure)),
    references: kept(pupilsWith(figure, 'references'), may(figure, 'references'), () =>
      referencesOf(figure, audience),
    ),
  }))
}

const keyOf = (figure: Figure) => ({
  schoolYear: figure.schoolYear,
  yearGroup: figure.yearGroup,
  moment: figure.moment,
  group: figure.group,
  series: figure.series,
  subject: figure.subject,
  test: figure.test,
  supplier: figure.supplier,
  norm: figure.norm,
})

const kept = <Of>(pupils: number, may: boolean, of: () => Of): Kept<Of> =>
  pupils === 0 ? null : may ? of() : 'hidden'

const base = (n: number) => ({ n, caution: cautionOf(n) })

const scoresOf = (figure: Figure): Scores => ({
  ...base(figure.scored),
  mean: meanOf(figure) ?? 0,
  median: figure.median,
})

const levelsOf = (figure: Figure): Levels => ({
  ...base(pupilsWith(figure, 'levels')),
  counts: levelCounts(figure.levels),
})

function referencesOf({ references, exempt, group }: Figure, audience: Audience): References {
  const counts = reachedOf(references)
  const open = audience === 'coordinator' || (group === null && !isFew(exempt))
  return { ...base(counts.all), ...counts, counts: references, exempt: open ? exempt : null }
}

/** Whether the pupils of a part, less those of the reference levels, can be the few with an exemption. */
function tellsExempt(figure: Figure, part: Part): boolean {
  const apart = Math.abs(pupilsWith(figure, part) - pupilsWith(figure, 'references'))
  return isFew(figure.exempt) && pupilsWith(figure, 'references') > 0 && isFew(apart)
}

const isFew = (pupils: number) => pupils > 0 && pupils < LEAST

/** How many have a level that counts, how many of them at least 1F, and how many 1S or 2F. */
export function reachedOf(references: ReadonlyMap<Reference, number>) {
  const atTarget = (references.get('1S') ?? 0) + (references.get('2F') ?? 0)
  const at1F = atTarget + (references.get('1F') ?? 0)
  return { all: at1F + (references.get('<1F') ?? 0), at1F, atTarget }
}

const pupilsWith = (figure: Figure, part: Part) =>
  part === 'scores' ? figure.scored : total([...figure[part].values()])

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

const placeOf = ({ schoolYear, series, yearGroup, moment }: Figure) =>
  JSON.stringify([schoolYear, series, yearGroup, moment])
/** However they come, and whatever is in them: what is left out must not hang on it. Later years first. */
const inOneOrder = (figures: readonly Figure[]) =>
  figures.toSorted((one, other) => (nameOf(one) < nameOf(other) ? 1 : -1))
const nameOf = (figure: Figure) => JSON.stringify([placeOf(figure), figure.group])

/** The names of the figures that may be shown, part by part. */
function safeParts(figures: readonly Figure[]): Record<Part, ReadonlySet<string>> {
  const once = countedOnce(figures)
  const places = [...Map.groupBy(inOneOrder(once), placeOf).values()]
  const alone = (part: Part, some: readonly Figure[][]) =>
    some.flatMap((place) => {
      const { sums, pieces } = placeSums(place, part)
      return [...safeSums(sums, pieces)]
    })
  const elsewhere = places.filter(([figure]) => figure?.moment !== 'D')
  return {
    scores: new Set(alone('scores', places)),
    levels: new Set(alone('levels', places)),
    references: new Set([...alone('references', elsewhere), ...safeReferences(once)]),
  }
}

/** Without what stands twice. */
function countedOnce(figures: readonly Figure[]): readonly Figure[] {
  const twice = standingTwice(figures)
  return twice.size === 0 ? figures : figures.filter((figure) => !twice.has(wholeName(figure)))
}

/** The groups of one place are its pieces, with who has no group; the whole school is the sum of them. */
function placeSums(place: readonly Figure[], part: Part) {
  const whole = place.find(({ group }) => group === null)
  const groups = place.filter(({ group }) => group !== null)
  const pieces = new Map(groups.map((figure) => [nameOf(figure), pieceOf(figure, part)]))
  if (whole) {
    const inGroups = total([...pieces.values()].map(({ pupils }) => pupils))
    const rest = pupilsWith(whole, part) - inGroups
    pieces.set(nameOf(whole), { who: whoOf(whole), pupils: Math.max(0, rest) })
  }
  const sums: Sum[] = whole ? [{ name: nameOf(whole), of: [...pieces.keys()] }] : []
  sums.push(...groups.map((figure) => ({ name: nameOf(figure), of: [nameOf(figure)] })))
  return { sums, pieces }
}

const pieceOf = (figure: Figure, part: Part): Piece => ({
  who: whoOf(figure),
  pupils: pupilsWith(figure, part),
})

/** The same pupils do all subjects of a year. */
const whoOf = ({ schoolYear, group }: Figure) => JSON.stringify([schoolYear, group])

/** The name of years of the doorstroomtoets together, the last one first said. */
export const yearsName = (until: SchoolYear, count: number) => `${until}*${count}`

/**
 * What may be shown of the doorstroomtoets: three or five years together first, for those are the school's results by
 * rule, then single years, then subjects. All of it is weighed together, for it adds up.
 */
export function safeReferences(figures: readonly Figure[]): ReadonlySet<string> {
  const tests = inOneOrder(countedOnce(figures)).filter(
    ({ moment, references }) => moment === 'D' && references.size > 0,
  )
  const places = [...Map.groupBy(tests, placeOf).values()].map((place) => placeSums(place, 'references'))
  const pieces = new Map(places.flatMap((place) => [...place.pieces]))
  const ruled = new Set(ruleTests(figures).map(nameOf))
  const inYear = Map.groupBy(
    [...pieces.keys()].filter((name) => ruled.has(name)),
    (name) => yearIn(pieces, name),
  )
  return safeSums([...yearSums(inYear, pieces), ...places.flatMap((place) => place.sums)], pieces)
}

/** The years together that can be shown, each as the sum of the pieces in it; the latest first. */
function yearSums(
  inYear: ReadonlyMap<SchoolYear, readonly string[]>,
  pieces: ReadonlyMap<string, Piece>,
): Sum[] {
  const years = [...inYear.keys()].sort().reverse()
  const sumOf = (until: SchoolYear, count: number): Sum[] => {
    const together = yearsUntil(until, count)
    const of = together.flatMap((year) => inYear.get(year) ?? [])
    return together.every((year) => inYear.has(year)) ? [{ name: yearsName(until, count), of }] : []
  }
  const small = (until: SchoolYear) => {
    const of = yearsUntil(until, 3).flatMap((year) => inYear.get(year) ?? [])
    return pupilsIn(of, pieces) < SMALL_SCHOOL
  }
  return [
    ...years.flatMap((year) => [...sumOf(year, 3), ...(small(year) ? sumOf(year, 5) : [])]),
    ...years.flatMap((year) => sumOf(year, 1)),
  ]
}

/** At least so many pupils: those of the fullest subject. */
function pupilsIn(names: readonly string[], pieces: ReadonlyMap<string, Piece>): number {
  const most = new Map<string, number>()
  for (const name of names) {
    const { who, pupils } = pieces.get(name) ?? { who: name, pupils: 0 }
    most.set(who, Math.max(most.get(who) ?? 0, pupils))
  }
  return total([...most.values()])
}

/** Of three years together; a school with fewer is looked at over five. */
const SMALL_SCHOOL = 15

const yearIn = (pieces: ReadonlyMap<string, Piece>, name: string) =>
  (JSON.parse(pieces.get(name)?.who ?? '[""]') as [SchoolYear])[0]

/** So many school years, the last one first. */
export const yearsUntil = (until: SchoolYear, count: number): SchoolYear[] => {
  const years = [until]
  while (years.length < count) years.push(previousYear(years.at(-1) ?? until))
  return years
}
