import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { parseId } from '../kernel/id.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { type Kept, keptFor } from './incoming-desk.ts'
import { receiveText } from './receive-text.ts'

/** A page about files with results, as its parts. */
export type IncomingPage = {
  readonly title: string
  readonly under: string
  /** Beside the head: the steps. */
  readonly beside?: Child
  readonly back?: { readonly href: string; readonly label: string }
  readonly notice?: ShellNotice | null
  readonly status?: 200 | 403 | 404 | 413 | 422 | 429 | 507
  /** The page asks for itself again, also without script. */
  readonly isBusy?: boolean
  readonly children: Child
}

export function incomingAnswer(c: Context<OnDesk>, page: IncomingPage) {
  const { title, under, beside, back, notice = null, status = 200, isBusy, children } = page
  return c.html(
    <Page shell={shellFrom(deskOf(c), notice)} title={title} here="trends" again={isBusy}>
      <PageHead title={title} under={under}>
        {beside}
      </PageHead>
      {back && (
        <p class="rij">
          <BackLink href={back.href}>{back.label}</BackLink>
        </p>
      )}
      {children}
    </Page>,
    status,
  )
}

/** For who does not read in results: who does. */
export function notForYou(c: Context<OnDesk>) {
  const { language, terms } = readerOf(c)
  const text = receiveText(language)
  return incomingAnswer(c, {
    title: text.title,
    under: text.mayNot(terms.coordinator),
    back: { href: '/trends', label: text.back },
    status: 403,
    children: null,
  })
}

/** The file of this address, when it is there and this person's. */
export function keptIn(c: Context<OnDesk>): Kept | null {
  const id = parseId<'incoming'>(c.req.param('incoming'))
  return id === null ? null : keptFor(readerOf(c).actor, id)
}
