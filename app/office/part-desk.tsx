import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Child } from 'hono/jsx'
import { isRefusal } from '../kernel/refusal.ts'
import { mustMay } from '../school/school-desk.tsx'
import type { Actor } from '../session/actor.ts'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { DaysNo } from './days-store.ts'
import type { DaysTried } from './days-view.tsx'
import type { HoursNo } from './hours-store.ts'
import { type AtOffice, atOffice, doneNotice, type OfficeForm } from './office-desk.ts'
import { officeNo } from './office-no-text.ts'
import type { SafeNo } from './safe-store.ts'

/** What a form asks for; answers what was done, by its name in the notices. */
export type PartAct = (at: AtOffice, form: OfficeForm) => Promise<string | DaysNo | HoursNo | SafeNo>

/** A page of the office whose forms are all of one's own, or of who sets it for the school. */
type Part = {
  readonly path: string
  /** The place in the main navigation. */
  readonly here: string
  /** Who may open it; without: everybody. */
  readonly may?: (actor: Actor) => Parameters<typeof mustMay>[0]
  readonly acts: Readonly<Record<string, PartAct>>
  readonly draw: (at: AtOffice, tried: DaysTried | null) => Promise<Drawn>
}
type Drawn = {
  readonly text: { readonly page: string; readonly title: string; readonly under: string }
  readonly view: Child
}

/** Such a page: shown, and again with what was typed when a form is refused. */
export const partPage = (part: Part) => ({
  get: async (c: Context<OnDesk>) => show(c, part, await enter(c, part), {}),

  post: async (c: Context<OnDesk>) => {
    const at = await enter(c, part)
    const form = await formFields(c)
    const name = form['act'] ?? ''
    const act = Object.hasOwn(part.acts, name) ? part.acts[name] : undefined
    if (!act) throw new HTTPException(404)
    const done = await act(at, form)
    if (!isRefusal(done)) return c.redirect(`${part.path}?done=${done}`, 303)
    const says = officeNo(done, at.eyes.language)
    const tried = { act: name, values: form, field: done.field ?? null, says }
    return show(c, part, at, { tried, status: done.refused === 'may-not' ? 403 : 422 })
  },
})

async function enter(c: Context<OnDesk>, { may }: Part): Promise<AtOffice> {
  const at = await atOffice(c)
  if (may) mustMay(may(at.reader.actor))
  return at
}

type Show = { readonly tried?: DaysTried; readonly status?: 200 | 403 | 422 }

async function show(c: Context<OnDesk>, { here, draw }: Part, at: AtOffice, { tried, status = 200 }: Show) {
  const { text, view } = await draw(at, tried ?? null)
  return c.html(
    <Page shell={shellFrom(at.desk, doneNotice(c))} title={text.page} here={here}>
      <PageHead title={text.title} under={text.under} />
      {view}
    </Page>,
    status,
  )
}
