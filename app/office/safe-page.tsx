import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { daysText } from './days-text.ts'
import type { DaysTried } from './days-view.tsx'
import { type AtOffice, atOffice, doneNotice, type OfficeForm } from './office-desk.ts'
import { maySetSafe } from './office-may.ts'
import { officeNo } from './office-no-text.ts'
import { parseSafe } from './safe.ts'
import { addSafe, dropSafe, type SafeNo, safePeople } from './safe-store.ts'
import { SafeView } from './safe-view.tsx'

/** /settings/safe: to whom one goes when a child or a colleague is not safe. */
export const safePage = {
  get: async (c: Context<OnDesk>) => show(c, await atSafe(c), {}),

  post: async (c: Context<OnDesk>) => {
    const at = await atSafe(c)
    const form = await formFields(c)
    const name = form['act'] ?? ''
    const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
    if (!act) throw new HTTPException(404)
    const done = await act(at, form)
    if (!isRefusal(done)) return c.redirect(`/settings/safe?done=${done}`, 303)
    const says = officeNo(done, at.eyes.language)
    const tried = { act: name, values: form, field: done.field ?? null, says }
    return show(c, at, { tried, status: done.refused === 'may-not' ? 403 : 422 })
  },
}

async function atSafe(c: Context<OnDesk>): Promise<AtOffice> {
  const at = await atOffice(c)
  if (!maySetSafe(at.reader.actor).may) throw new HTTPException(403)
  return at
}

type Act = (at: AtOffice, form: OfficeForm) => Promise<string | SafeNo>

const presentIn = ({ roster }: AtOffice) => roster.people.filter(({ hasLeft }) => !hasLeft)

const add: Act = async (at, form) => {
  const people = new Map(presentIn(at).map(({ id }) => [id as string, id]))
  const given = parseSafe(form, people)
  if (isRefusal(given)) return given
  const made = await addSafe(at.desk.db, at.reader.actor, given)
  return isRefusal(made) ? made : 'safe'
}

const drop: Act = async ({ desk, reader }, form) => {
  const id = parseId<'safe-person'>(form['safe'])
  return (id ? await dropSafe(desk.db, reader.actor, id) : refuse('safe-gone')) ?? 'safe-gone'
}

const ACTS: Readonly<Record<string, Act>> = { add, drop }

type Show = { readonly tried?: DaysTried; readonly status?: 200 | 403 | 422 }

async function show(c: Context<OnDesk>, at: AtOffice, { tried, status = 200 }: Show) {
  const { desk, reader, eyes } = at
  const text = daysText(eyes.language).safe
  const people = await safePeople(desk.db, reader.actor)
  const choices = presentIn(at).map(({ id, name }) => ({ value: id as string, label: name }))
  return c.html(
    <Page shell={shellFrom(desk, doneNotice(c))} title={text.page} here="settings">
      <PageHead title={text.title} under={text.under} />
      <SafeView sheet={{ people, choices, tried: tried ?? null, language: eyes.language }} />
    </Page>,
    status,
  )
}
