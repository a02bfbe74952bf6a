import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { mayErase } from './adoption-may.ts'
import { adoptionText } from './adoption-text.ts'
import { eraseAsked } from './erase-desk.ts'
import { readErasable } from './erase-store.ts'
import { EraseForms, type EraseTrouble } from './erase-view.tsx'

function eraserOf(c: Context<OnDesk>) {
  const reader = readerOf(c)
  const may = mayErase(reader.actor)
  if (!may.may) throw new HTTPException(403, { message: may.because })
  return reader
}

async function show(c: Context<OnDesk>, trouble: EraseTrouble | null) {
  const [desk, reader] = [deskOf(c), eraserOf(c)]
  const text = adoptionText(reader.language)
  const mayGo = await readErasable(desk.db, reader.actor, desk.now)
  const done = c.req.query('done') === 'erased'
  const notice = trouble
    ? ({ kind: 'refusal', text: trouble.text } as const)
    : done
      ? ({ kind: 'good', text: text.done.erased } as const)
      : null
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.oldTexts} here="team">
      <PageHead title={text.oldTexts} under={text.eraseUnder} />
      {mayGo.length === 0 && <Empty sentence={text.eraseNone} />}
      <div class="stapel">
        <EraseForms {...{ mayGo, reader, trouble }} action="/team/texts" />
      </div>
      <p class="mt">
        <ArrowLink href="/team">{text.toTeam}</ArrowLink>
      </p>
    </Page>,
    trouble ? 422 : 200,
  )
}

/** /team/texts: track texts of colleagues who left, when the school's term has come, in whichever plan they stand. */
export const erasePage = {
  get: (c: Context<OnDesk>) => show(c, null),

  post: async (c: Context<OnDesk>) => {
    const trouble = await eraseAsked(c, deskOf(c), eraserOf(c))
    return trouble ? show(c, trouble) : c.redirect('/team/texts?done=erased', 303)
  },
}
