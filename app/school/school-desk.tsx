import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Child } from 'hono/jsx'
import type { May } from '../kernel/refusal.ts'
import { deskOf, type OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'

/** What the pages of a school share. */

type Frame = { readonly title: string; readonly here?: string; readonly notice?: string | null }

/** A page of the school for who is signed in; 422 when something on it is to be looked at. */
export function schoolPage(
  c: Context<OnDesk>,
  { title, here = 'team', notice = null }: Frame,
  children: Child,
  status: 200 | 422 = 200,
) {
  const shell = shellFrom(deskOf(c), goodNews(notice))
  return c.html(
    <Page shell={shell} title={title} here={here}>
      <div class="school">{children}</div>
    </Page>,
    status,
  )
}

export const goodNews = (text: string | null): ShellNotice | null =>
  text === null ? null : { kind: 'good', text }

/** Goes on where the answer says who may; else 403 with the reason for the log. */
export function mustMay(may: May): void {
  if (!may.may) throw new HTTPException(403, { message: may.because })
}

/** What was asked for; 404 when it is not there, or belongs to another school. */
export function found<Thing>(thing: Thing | null | undefined): Thing {
  if (thing === null || thing === undefined) throw new HTTPException(404)
  return thing
}

/** A whole number from the address, for what a notice tells; 0 for anything else. */
export const countFrom = (text: string | undefined) => (/^\d{1,4}$/.test(text ?? '') ? Number(text) : 0)

/** The text of a field as it was sent, to show it again. */
export const typed = (form: FormData | null, name: string): string => {
  const value = form?.get(name)
  return typeof value === 'string' ? value : ''
}
