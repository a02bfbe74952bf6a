import { nextYear } from '../kernel/school-year.ts'
import { MOMENTS, type TestMoment } from '../result/result.ts'
import { inTime } from './place.ts'
import type { Kept, Measure, Place, Point, References, Series, ShownFigure, Stretch } from './series.ts'
import { wilson } from './wilson.ts'

/** Which year group at which moment is looked at, over the years. */
export type Section = {
  readonly subject: string
  readonly yearGroup: number
  readonly moment: TestMoment
  /** Left out or null: the whole school. */
  readonly group?: string | null
}

/** Every year group and moment that there are figures of, in the order of the school. */
export function sectionsIn(figures: readonly ShownFigure[]): Section[] {
  const found = figures
    .filter(({ group }) => group === null)
    .map(({ subject, yearGroup, moment }) => ({ subject, yearGroup, moment }))
  const each = new Map(found.map((section) => [JSON.stringify(section), section]))
  return [...each.values()].sort(
    (one, other) =>
      one.subject.localeCompare(other.subject, 'nl') ||
      one.yearGroup - other.yearGroup ||
      MOMENTS.indexOf(one.moment) - MOMENTS.indexOf(other.moment),
  )
}

/** The figures of a section, oldest first. */
export const figuresIn = (figures: readonly ShownFigure[], section: Section): ShownFigure[] =>
  figures
    .filter(
      ({ subject, yearGroup, moment, group }) =>
        subject === section.subject &&
        yearGroup === section.yearGroup &&
        moment === section.moment &&
        group === (section.group ?? null),
    )
    .sort(inTime)

/** The same year group over the years: other pupils each year. A stretch for every series, not joined. */
export function crossSection(figures: readonly ShownFigure[], section: Section, measure: Measure): Stretch[] {
  const bySeries = Map.groupBy(figuresIn(figures, section), ({ series }) => series)
  return [...bySeries.values()]
    .flatMap((some) => stretchOf(some, measure))
    .sort((one, other) => inTime(firstOf(one), firstOf(other)))
}

const firstOf = ({ points }: Stretch): Place => points[0] as Place

/** The figures of one series as a line; without anything measured there is none. */
export function stretchOf(figures: readonly ShownFigure[], measure: Measure): Stretch[] {
  const points = figures
    .map((figure) => ({ ...placeOf(figure), at: pointOf(figure, measure) }))
    .filter(({ at }) => at !== 'none')
  const [first] = figures
  return first === undefined || points.length === 0 ? [] : [{ ...seriesOf(first), points: withGaps(points) }]
}

/** Between two points more than a year apart the line has a gap. */
function withGaps(points: readonly Point[]): Point[] {
  return points.flatMap((point, at) => {
    const before = points[at - 1]
    if (!before || point.schoolYear <= nextYear(before.schoolYear)) return [point]
    return [{ ...before, schoolYear: nextYear(before.schoolYear), at: 'none' as const }, point]
  })
}

export const placeOf = ({ schoolYear, yearGroup, moment }: Place): Place => ({
  schoolYear,
  yearGroup,
  moment,
})

export const seriesOf = ({ series, subject, test, supplier, norm }: Series): Series => ({
  series,
  subject,
  test,
  supplier,
  norm,
})

/** What stands at a place of the line. */
function pointOf({ scores, references }: ShownFigure, measure: Measure): Point['at'] {
  if (measure === 'at1F' || measure === 'target') return shareOf(references, measure)
  if (scores === null || scores === 'hidden') return scores ?? 'none'
  const value = scores[measure]
  return value === null ? 'none' : { n: scores.n, caution: scores.caution, value, band: null }
}

function shareOf(references: Kept<References>, measure: 'at1F' | 'target'): Point['at'] {
  if (references === null || references === 'hidden') return references ?? 'none'
  const { n, caution, at1F, atTarget } = references
  const share = (measure === 'at1F' ? at1F : atTarget) / n
  return { n, caution, value: 100 * share, band: wilson(share, n) }
}
