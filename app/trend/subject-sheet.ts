import { crossSection, figuresIn, type Section, sectionsIn } from './cross-section.ts'
import { lowestSubject, type Statement, stretchStatements } from './sentence.ts'
import { isValue, type Measure, type ShownFigure, type Stretch } from './series.ts'

/** One year group at one moment over the years, ready to be drawn and told. */
export type SectionSheet = {
  readonly section: Section
  readonly measure: Measure
  readonly stretches: readonly Stretch[]
  readonly statements: readonly Statement[]
  /** Oldest first. */
  readonly figures: readonly ShownFigure[]
}

/** Every subject that there are figures of. */
export const subjectsIn = (shown: readonly ShownFigure[]): string[] => [
  ...new Set(sectionsIn(shown).map(({ subject }) => subject)),
]

/** Of one subject: every year group and moment; shares where levels were measured, else the mean score. */
export const sectionSheets = (shown: readonly ShownFigure[], subject: string): SectionSheet[] =>
  sectionsIn(shown)
    .filter((section) => section.subject === subject)
    .map((section) => {
      const figures = figuresIn(shown, section)
      const measure = figures.some(({ references }) => references !== null) ? 'target' : 'mean'
      const stretches = crossSection(shown, section, measure)
      return { section, measure, stretches, statements: stretchStatements(stretches, measure), figures }
    })

/** Which subject stays behind in the last doorstroomtoets, when all subjects of it can be shown. */
export function lowestNow(shown: readonly ShownFigure[]): Statement[] {
  const tests = shown.filter(({ moment, references }) => moment === 'D' && references !== null)
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
  return subjects.length === now.length ? lowestSubject(subjects, 'target') : []
}
