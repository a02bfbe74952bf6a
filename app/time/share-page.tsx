import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { parseAudience, parseParts } from './share.ts'
import { shareBlockOf, sharedLines, sharePlan } from './share-desk.ts'
import { mayShare, type ShareNo } from './share-may.ts'
import { shareTime, withdrawShare } from './share-store.ts'
import { shareText } from './share-text.ts'
import { ShareBlock, SharedList, type ShareTried } from './share-view.tsx'

const DONE = ['shared', 'sharedLater', 'withdrawn'] as const
type Done = (typeof DONE)[number]

/** /time/share: the sentence as the team would read it, sharing it and taking it back. */
export const sharePage = {
  get: async (c: Context<OnDesk>) => {
    const { desk, reader } = hereFor(c)
    if (!mayShare(reader.actor).may) throw new HTTPException(404)
    const done = DONE.find((one) => one === c.req.query('done'))
    const notice = done && ({ kind: 'good', text: shareText(reader.language)[done] } as const)
    return show(c, { desk, reader }, { notice: notice ?? null })
  },

  post: async (c: Context<OnDesk>) => {
    const here = hereFor(c)
    const form = await c.req.formData()
    const done = await act(here, form)
    const to = mayShare(here.reader.actor).may ? '/time/share' : '/time/shared'
    if (!isRefusal(done)) return c.redirect(`${to}?done=${done}`, 303)
    if (!mayShare(here.reader.actor).may) throw new HTTPException(404)
    return show(c, here, refused(here, form, done))
  },
}

type Here = { readonly desk: Desk; readonly reader: Reader }

/** Of the own time nothing is kept on the way. */
function hereFor(c: Context<OnDesk>): Here {
  c.header('cache-control', 'no-store')
  return { desk: deskOf(c), reader: readerOf(c) }
}

async function act({ desk, reader }: Here, form: FormData): Promise<Done | ShareNo> {
  if (form.get('act') === 'withdraw') {
    const id = parseId<'time-share'>(form.get('share'))
    return (id ? await withdrawShare(desk.db, reader.actor, id) : refuse('gone')) ?? 'withdrawn'
  }
  const plan = await sharePlan(desk, reader.actor)
  const audience = parseAudience(form.get('audience'))
  if (isRefusal(audience)) return audience
  if (plan === null) return refuse('nothing-whole')
  const given = { parts: parseParts(form.getAll('part')), audience, read: String(form.get('read') ?? '') }
  const id = await shareTime(desk.db, reader.actor, plan, given, desk.today, desk.now)
  if (isRefusal(id)) return id
  return audience === 'team' ? 'shared' : 'sharedLater'
}

type Show = {
  readonly notice: ShellNotice | null
  readonly tried?: ShareTried | null
  readonly status?: 200 | 403 | 422
}

function refused({ reader }: Here, form: FormData, no: ShareNo): Show {
  const text = shareText(reader.language)
  const says = no.refused === 'may-not' ? text.because[no.because] : text.refusal[no.refused]
  const field = 'field' in no ? (no.field ?? null) : null
  const tried = {
    parts: parseParts(form.getAll('part')),
    audience: String(form.get('audience') ?? ''),
    field,
    says,
  }
  return {
    notice: { kind: 'refusal', text: says },
    tried: form.get('act') === 'withdraw' ? null : tried,
    status: no.refused === 'may-not' ? 403 : 422,
  }
}

async function show(c: Context<OnDesk>, here: Here, { notice, tried = null, status = 200 }: Show) {
  const { desk, reader } = here
  const text = shareText(reader.language)
  const plan = await sharePlan(desk, reader.actor)
  const sheet = await shareBlockOf(desk, reader, plan, tried)
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={text.pageTitle} here="today">
      <p class="rij">
        <BackLink href="/time">{text.toTime}</BackLink>
        <ArrowLink href="/time/shared">{text.toShared}</ArrowLink>
      </p>
      <PageHead title={text.pageTitle} under={text.under} />
      <ShareBlock {...sheet} />
    </Page>,
    status,
  )
}

/** /time/shared: what the team may read of it; for who shares, the way to take it back. */
export const sharedPage = {
  get: async (c: Context<OnDesk>) => {
    const { desk, reader } = hereFor(c)
    const text = shareText(reader.language)
    const plan = await sharePlan(desk, reader.actor)
    const lines = plan ? await sharedLines(desk.db, reader.actor, plan, reader.language) : []
    const notice =
      c.req.query('done') === 'withdrawn' ? ({ kind: 'good', text: text.withdrawn } as const) : null
    return c.html(
      <Page shell={shellFrom(desk, notice)} title={text.sharedTitle} here="today">
        <PageHead title={text.sharedTitle} under={text.sharedUnder(reader.terms.coordinator)} />
        <div class="kolom">
          <SharedList lines={lines} none={text.sharedNone} />
          {mayShare(reader.actor).may && <ArrowLink href="/time/share">{text.toShare}</ArrowLink>}
        </div>
      </Page>,
    )
  },
}
