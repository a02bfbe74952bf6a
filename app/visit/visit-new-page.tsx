import type { Context } from 'hono'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { tellBy } from './letter-desk.ts'
import type { VisitTried } from './moment-view.tsx'
import { openOffers } from './offer-store.ts'
import { isOnFreeDay } from './school-day-desk.ts'
import { type AtVisits, atVisits, colleaguesOf } from './visit-desk.ts'
import { type EntryChoice, entryChoices } from './visit-entry-desk.ts'
import { parseAsk, type VisitForm } from './visit-form.ts'
import { NewVisitView } from './visit-new-view.tsx'
import { askVisit } from './visit-store.ts'
import { visitText } from './visit-text.ts'

/** /visits/new: asks a colleague to come and look, or invites one. */
export const newVisitPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await atVisits(c)
    return show(c, at, await entryChoices(at), null)
  },

  post: async (c: Context<OnDesk>) => {
    const at = await atVisits(c)
    const form = await formFields(c)
    const entries = await entryChoices(at)
    const answer = await ask(at, form, entries)
    if (!isRefusal(answer)) return c.redirect(`/visits/${answer}?done=asked`, 303)
    return show(c, at, entries, { act: 'ask', values: form, no: answer })
  },
}

async function ask(at: AtVisits, form: VisitForm, entries: readonly EntryChoice[]) {
  const { desk, reader, sending } = at
  const given = parseAsk(form, reader.actor.personId, desk.now)
  if (isRefusal(given)) return given
  const { chosen } = given
  if (await isOnFreeDay(at, chosen)) return refuse('no-school-day', 'startsAt')
  const id = parseId<'entry'>(form['entry'])
  const entry = entries.find(({ value }) => value === id)
  if (form['entry'] && !entry) return refuse('entry-unknown', 'entry')
  const visit = { ...given, entryId: entry?.value ?? null, planId: entry?.planId ?? null }
  return askVisit(desk.db, reader.actor, visit, {
    now: desk.now,
    tell: tellBy(sending),
  })
}

async function show(
  c: Context<OnDesk>,
  at: AtVisits,
  entries: readonly EntryChoice[],
  tried: VisitTried | null,
) {
  const { desk, reader, eyes } = at
  const free = await openOffers(desk.db, reader.actor, desk.now)
  const first = {
    moment: c.req.query('offer'),
    who: c.req.query('with'),
    entry: c.req.query('entry'),
    as: c.req.query('as'),
    startsAt: /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.exec(c.req.query('at') ?? '')?.[0],
  }
  return c.html(
    <Page shell={shellFrom(desk)} title={visitText(eyes.language).ask} here="visits">
      <NewVisitView
        colleagues={colleaguesOf(at)}
        entries={entries}
        free={free.filter(({ cover }) => cover !== eyes.me)}
        {...{ first, tried, eyes }}
      />
    </Page>,
    tried ? 422 : 200,
  )
}
