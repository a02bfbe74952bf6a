import { type Aim, type LevelAim, levelAims, sectionAim } from './aim.ts'
import { crossSection, figuresIn, placeOf, type Section, sectionsIn } from './cross-section.ts'
import { inTime } from './place.ts'
import { lowestSubject, type Statement, stretchStatements } from './sentence.ts'
import { isValue, type Measure, type Series, type ShownFigure, type Stretch } from './series.ts'
import { tracksOf } from './series-track.ts'
import type { Choice } from './subject-choice.ts'

/** One year group at one moment over the years, ready to be drawn and told. */
export type SectionSheet = {
  readonly section: Section
  readonly measure: Measure
  readonly stretches: readonly Stretch[]
  readonly statements: readonly Statement[]
  /** Oldest first. */
  readonly figures: readonly ShownFigure[]
  readonly aim: Aim | null
  /** Of the levels of the last series. */
  readonly levelAims: readonly LevelAim[]
  /** The tests that it is of, where another one stands beside it in the same year; null: it stands alone. */
  readonly track: readonly Series[] | null
}

/** Every subject that there are figures of. */
export const subjectsIn = (shown: readonly ShownFigure[]): string[] => [
  ...new Set(sectionsIn(shown).map(({ subject }) => subject)),
]

/** What is left out, is not narrowed: every year group and moment of the whole school. */
type Narrow = Partial<Pick<Choice, 'yearGroup' | 'moment' | 'measure' | 'group'>>

/** Of one subject: every year group and moment; shares where levels were measured, else the mean score. */
export const sectionSheets = (
  shown: readonly ShownFigure[],
  subject: string,
  narrow: Narrow = {},
  aims: readonly Aim[] = [],
): SectionSheet[] =>
  narrowed(shown, subject, narrow).flatMap((section) =>
    sheetsOf(figuresIn(shown, section), section, { ...narrow, aims, track: null }),
  )

/** The same, with a sheet for each of the tests that stand beside each other in the same year. */
export const trackSheets = (
  shown: readonly ShownFigure[],
  subject: string,
  narrow: Narrow = {},
  aims: readonly Aim[] = [],
): SectionSheet[] =>
  narrowed(shown, subject, narrow).flatMap((section) => {
    const tracks = tracksOf(figuresIn(shown, section), measuredIn)
    return tracks.flatMap((figures) => {
      const track = tracks.length > 1 ? figures : null
      return sheetsOf(figures.toSorted(inTime), section, { ...narrow, aims, track })
    })
  })

const measuredIn = ({ schoolYear, scores, levels, references }: ShownFigure) => ({
  when: schoolYear,
  isShown: [scores, levels, references].some((kept) => kept !== null && kept !== 'hidden'),
})

const narrowed = (
  shown: readonly ShownFigure[],
  subject: string,
  { yearGroup = null, moment = null, group = null }: Narrow,
): Section[] =>
  sectionsIn(shown)
    .filter(
      (section) =>
        section.subject === subject &&
        (yearGroup === null || section.yearGroup === yearGroup) &&
        (moment === null || section.moment === moment),
    )
    .map((section) => ({ ...section, group }))

type Asked = Pick<Narrow, 'measure'> & {
  readonly aims: readonly Aim[]
  readonly track: readonly Series[] | null
}

function sheetsOf(
  figures: readonly ShownFigure[],
  section: Section,
  { measure, aims, track }: Asked,
): SectionSheet[] {
  const own = measure ?? (figures.some(({ references }) => references !== null) ? 'target' : 'mean')
  const isThere = figures.some((figure) => isMeasured(figure, own))
  return isThere ? [{ ...sheetOf(figures, section, own, aims), track }] : []
}

const isMeasured = ({ scores, references }: ShownFigure, measure: Measure) =>
  measure === 'at1F' || measure === 'target' ? references !== null : scores !== null

function sheetOf(
  figures: readonly ShownFigure[],
  section: Section,
  measure: Measure,
  aims: readonly Aim[],
): Omit<SectionSheet, 'track'> {
  const stretches = crossSection(figures, section, measure)
  const series = stretches.at(-1)?.series
  const withLevels = figures.findLast(({ levels }) => levels !== null)?.series
  return {
    section,
    measure,
    stretches,
    statements: stretchStatements(stretches, measure),
    figures,
    levelAims: withLevels === undefined || section.group ? [] : levelAims(aims, section, withLevels),
    aim: series === undefined || section.group ? null : sectionAim(aims, section, series, measure),
  }
}

/** Which subject stays behind in the last doorstroomtoets, when all subjects of it can be shown. */
export function lowestNow(shown: readonly ShownFigure[]): Statement[] {
  const tests = shown.filter(
    ({ moment, references, group }) => moment === 'D' && references !== null && group === null,
  )
  const last = tests
    .map(({ schoolYear }) => schoolYear)
    .sort()
    .at(-1)
  const now = tests.filter(({ schoolYear }) => schoolYear === last)
  const subjects = now.flatMap(({ subject, yearGroup, moment }) => {
    const stretches = crossSection(now, { subject, yearGroup, moment }, 'target')
    const at = stretches.at(-1)?.points.at(-1)?.at
    return at !== undefined && isValue(at) ? [{ subject, at }] : []
  })
  const [first] = now
  return first && subjects.length === now.length ? lowestSubject(subjects, 'target', placeOf(first)) : []
}
