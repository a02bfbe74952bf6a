import { MOMENTS } from '../result/result.ts'
import { isShown, levelsIn, scalesIn } from './levels.ts'
import { isValue, type ShownFigure } from './series.ts'
import { type SectionSheet, subjectsIn, trackSheets } from './subject-sheet.ts'

/** A subject at its latest moment: every year group with its levels. */
export type GroupsNow = {
  readonly subject: string
  readonly schoolYear: ShownFigure['schoolYear']
  readonly moment: ShownFigure['moment']
  /** By year group. */
  readonly figures: readonly ShownFigure[]
}

/** The doorstroomtoets, subject by subject: only what can be drawn. */
export const testSheets = (shown: readonly ShownFigure[], measure: 'at1F' | 'target'): SectionSheet[] =>
  subjectsIn(shown)
    .flatMap((subject) => trackSheets(shown, subject, { moment: 'D', measure }))
    .filter(({ stretches }) => stretches.some(({ points }) => points.some(({ at }) => isValue(at))))

/** Each subject with levels of a supplier, at the latest moment that more than half of its year groups were measured. */
export function groupsNow(shown: readonly ShownFigure[]): GroupsNow[] {
  const levelled = shown.filter(({ group, levels }) => group === null && levels !== null)
  return subjectsIn(shown).flatMap((subject) => {
    const own = levelled.filter((figure) => figure.subject === subject)
    const most = new Set(own.map(({ yearGroup }) => yearGroup)).size
    const moments = [
      ...Map.groupBy(own, ({ schoolYear, moment }) => `${schoolYear}${MOMENTS.indexOf(moment)}`),
    ]
    const last = moments
      .filter(([, some]) => 2 * some.length > most)
      .sort(([one], [other]) => (one < other ? 1 : -1))[0]?.[1]
    const figures = onOneScale(last ?? [])
    const [first] = figures
    if (!first || levelsIn(figures).length === 0) return []
    return [{ subject, schoolYear: first.schoolYear, moment: first.moment, figures }]
  })
}

/** A subject that only a link leads to. `isShown`: whether anything of it may be shown. */
export type OtherSubject = { readonly subject: string; readonly isShown: boolean }

/** What these subjects of the doorstroomtoets, and those of the year groups, have no chart of; only a link leads to it. */
export function otherSubjects(
  shown: readonly ShownFigure[],
  tests: readonly string[],
  groups: readonly string[],
): OtherSubject[] {
  const left = shown.filter(
    ({ subject, moment, group }) =>
      group === null && !groups.includes(subject) && !(moment === 'D' && tests.includes(subject)),
  )
  return subjectsIn(left).map((subject) => ({
    subject,
    isShown: left.some((figure) => figure.subject === subject && hasShown(figure)),
  }))
}

/** Whether anything of a figure may be shown. */
export const hasShown = ({ scores, levels, references }: ShownFigure): boolean =>
  [scores, levels, references].some((kept) => kept !== null && kept !== 'hidden')

/** By year group, one of each: on the scale of most of them, the test with most pupils. Others stand with the subject. */
function onOneScale(figures: readonly ShownFigure[]): ShownFigure[] {
  const [scale = []] = scalesIn(figures).toSorted((one, other) => other.length - one.length)
  const count = ({ levels }: ShownFigure) => (isShown(levels) ? levels.n : 0)
  return [...Map.groupBy(scale, ({ yearGroup }) => yearGroup).values()]
    .flatMap((some) => some.toSorted((one, other) => count(other) - count(one))[0] ?? [])
    .sort((one, other) => one.yearGroup - other.yearGroup)
}
