import { isShown, levelsTogether } from './levels.ts'
import { groupsNow, hasShown } from './school-sheet.ts'
import type { Statement } from './sentence.ts'
import type { Measure, Place, ShownFigure } from './series.ts'
import { sectionSheets, subjectsIn } from './subject-sheet.ts'

/** What says most of a subject, and of which year groups it is. */
export type FirstLook = {
  readonly subject: string
  readonly yearGroups: readonly number[]
  /** Null: nothing but that there are figures of these year groups. */
  readonly said: {
    readonly statement: Statement
    readonly moment: Place['moment']
    /** Null: of the levels of all these year groups together. */
    readonly measure: Measure | null
  } | null
}

/**
 * Of each subject one thing: the levels of its year groups together at the last moment, else what went up or down year
 * after year most often. No year group is picked out for how high or low it stands.
 */
export function firstLooks(shown: readonly ShownFigure[]): FirstLook[] {
  const figures = shown.filter((figure) => figure.group === null && hasShown(figure))
  return subjectsIn(figures).map(
    (subject) => levelLook(figures, subject) ?? runLook(figures, subject) ?? plainLook(figures, subject),
  )
}

function levelLook(figures: readonly ShownFigure[], subject: string): FirstLook | null {
  const found = groupsNow(figures).find((one) => one.subject === subject)
  const some = found?.figures.filter(({ levels }) => isShown(levels)) ?? []
  const statement = levelsTogether(some).find(({ says }) => says === 'levels')
  if (!found || !statement) return null
  return { subject, yearGroups: groupsOf(some), said: { statement, moment: found.moment, measure: null } }
}

function runLook(figures: readonly ShownFigure[], subject: string): FirstLook | null {
  const runs = sectionSheets(figures, subject).flatMap(({ section, measure, statements }) =>
    statements.flatMap((statement) =>
      statement.says === 'run' ? [{ section, measure, statement, steps: statement.steps }] : [],
    ),
  )
  const [longest] = runs.toSorted((one, other) => other.steps - one.steps)
  if (!longest) return null
  const { section, measure, statement } = longest
  return { subject, yearGroups: [section.yearGroup], said: { statement, moment: section.moment, measure } }
}

const plainLook = (figures: readonly ShownFigure[], subject: string): FirstLook => ({
  subject,
  yearGroups: groupsOf(figures.filter((one) => one.subject === subject)),
  said: null,
})

const groupsOf = (figures: readonly ShownFigure[]) =>
  [...new Set(figures.map(({ yearGroup }) => yearGroup))].sort((one, other) => one - other)
