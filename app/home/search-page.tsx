import type { Context } from 'hono'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { keepersOf } from '../writing/passage-keeper-desk.ts'
import { search } from './search-desk.ts'
import { searchText } from './search-text.ts'
import { SearchView } from './search-view.tsx'

/** /search?q=…: what the reader finds and may read, in the plans of all years, the vision and the people. */
export async function searchPage(c: Context<OnDesk>): Promise<Response> {
  const desk = deskOf(c)
  const { actor, language } = readerOf(c)
  const sheet = await search(desk.db, actor, keepersOf(desk.house), language, c.req.query('q') ?? '')
  return c.html(
    <Page shell={shellFrom(desk)} title={searchText(language).title} here="search">
      <SearchView {...{ sheet, language }} />
    </Page>,
  )
}
