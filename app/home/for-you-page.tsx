import type { Context } from 'hono'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { everythingFor } from './for-you-desk.ts'
import { forYouText } from './for-you-text.ts'
import { ForYouView } from './for-you-view.tsx'

/** /for-you: everything that waits for who is signed in. */
export const forYouPage = {
  get: async (c: Context<OnDesk>) => {
    const desk = deskOf(c)
    const asks = await everythingFor({ desk, reader: readerOf(c) })
    return c.html(
      <Page shell={shellFrom(desk)} title={forYouText(desk.language).title} here="today">
        <ForYouView language={desk.language} asks={asks} />
      </Page>,
    )
  },
}
