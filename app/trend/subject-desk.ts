import type { Context } from 'hono'
import type { OnDesk } from '../session/desk.ts'
import { mainStatement } from './sentence.ts'
import { type Choice, choiceFrom, type Offered } from './subject-choice.ts'
import { type Panel, panelsOf } from './subject-panels-view.ts'
import { subjectsIn } from './subject-sheet.ts'
import type { AtSubject } from './subject-ways.ts'
import type { Audience } from './suppress.ts'
import { growthFor, trendsAt } from './trend-desk.ts'
import type { AtTrends } from './trend-slot-desk.ts'

/** What somebody asks to see of a subject. */
export type SubjectSheet = {
  readonly subject: string
  readonly choice: Choice
  readonly offered: Offered
  readonly panels: readonly Panel[]
}

/** What an address asks for, as these eyes may see it; undefined for a subject that there is nothing of. */
export async function subjectAt(
  c: Context<OnDesk>,
  at: AtTrends,
  audience: Audience,
): Promise<SubjectSheet | undefined> {
  const { shown, aims } = await trendsAt(at, audience)
  const subject = subjectsIn(shown).find((one) => one === c.req.param('subject'))
  if (subject === undefined) return undefined
  const own = shown.filter((one) => one.subject === subject)
  const { choice, offered } = choiceFrom((name) => c.req.query(name), own)
  const growth = choice.show === 'years' ? [] : await growthFor(at, audience)
  const panels = panelsOf(subject, { shown, growth, aims }, choice, at.reader.language)
  return { subject, choice, offered, panels }
}

/** The pictures that can be saved of what is to be seen. */
export const savableIn = ({ panels }: SubjectSheet): ReadonlySet<string> =>
  new Set(
    panels.flatMap(({ chart, spreads }) => [
      ...(chart ? [chart.id] : []),
      ...spreads.map(({ bars }) => bars.id),
    ]),
  )

/** So many charts can be told in a sentence each. */
const FEW = 2

/** What of the subject is looked at, with what these charts say. */
export const aboutOf = ({ subject, choice, panels }: SubjectSheet): AtSubject => ({
  subject,
  yearGroup: choice.yearGroup,
  moment: choice.moment,
  seen:
    panels.length > FEW
      ? []
      : panels.flatMap(({ statements }) => {
          const most = mainStatement(statements)
          return most ? [most] : []
        }),
})
