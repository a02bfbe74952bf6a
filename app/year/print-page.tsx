import type { Context } from 'hono'
import { yearTitle } from '../kernel/school-year.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { YearPaper } from './print-view.tsx'
import { sheetFor, yearAt } from './year-desk.tsx'
import { yearPageText } from './year-page-text.ts'

/** /year/print: the circle and the list on one sheet of A3. */
export async function printYearPage(c: Context<OnDesk>) {
  const at = yearAt(c)
  const sheet = await sheetFor(at)
  const title = yearPageText(at.reader.language).title(yearTitle(at.schoolYear))
  const { name } = at.reader.school
  return c.html(<YearPaper sheet={sheet} shell={shellFrom(at.desk)} title={title} school={name} />)
}
