import type { Context } from 'hono'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { mustMay, typed } from '../school/school-desk.tsx'
import { readSchool } from '../school/school-store.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { showContext } from './context-desk.tsx'
import { mayChangeContext } from './context-may.ts'
import { contextOf, takePublished } from './context-store.ts'
import { contextText } from './context-text.ts'
import type { FoundRow } from './published.ts'
import { findPublished, parseCarried } from './published-in.ts'
import { FoundPublished } from './published-view.tsx'

/** /trends/school/import: the Inspectie's open file, looked through for the school itself; looked at, then taken over. */
export const publishedPage = {
  get: (c: Context<OnDesk>) => c.redirect('/trends/school#published', 303),

  post: async (c: Context<OnDesk>) => {
    const { db, house } = deskOf(c)
    const { actor } = readerOf(c)
    mustMay(mayChangeContext(actor))
    const { brin } = await readSchool(db, actor)
    if (brin === null) return c.redirect('/trends/school#published', 303)
    const form = await c.req.formData()
    if (typed(form, 'act') !== 'take') return read(c, form, brin)
    const published = parseCarried(form.get('row'), brin)
    if (published === null) return c.notFound()
    const taken = await takePublished(db, actor, published, house.now())
    if (taken !== 'done') return c.notFound()
    return c.redirect('/trends/school?done=taken#published', 303)
  },
}

async function read(c: Context<OnDesk>, form: FormData, brin: string) {
  const file = form.get('file')
  const found =
    file instanceof File && file.size > 0
      ? await findPublished(Buffer.from(await file.arrayBuffer()), brin)
      : refuse('no-file', 'file')
  return isRefusal(found) ? showContext(c, { year: null, file: found }) : look(c, found)
}

async function look(c: Context<OnDesk>, found: readonly FoundRow[]) {
  const { db } = deskOf(c)
  const { actor, language } = readerOf(c)
  const text = contextText(language)
  const { years } = await contextOf(db, actor)
  const several = found.length > 1
  const title = several ? text.severalTitle(found.length) : text.foundTitle
  return c.html(
    <Page shell={shellFrom(deskOf(c))} title={title} here="trends">
      <PageHead title={title} under={several ? text.severalUnder : text.foundUnder} />
      <FoundPublished
        found={found}
        typed={years.flatMap(({ schoolYear, weighting }) =>
          weighting ? [{ schoolYear, value: weighting.value }] : [],
        )}
        language={language}
      />
    </Page>,
  )
}
