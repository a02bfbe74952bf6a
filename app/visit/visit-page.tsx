import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { GUIDE_ACTS, type GuideForm, guidePiece } from './guide-desk.tsx'
import type { GuideTried } from './guide-sheet-view.ts'
import { readSharedVisit } from './guide-store.ts'
import { guideText } from './guide-text.ts'
import type { VisitTried } from './moment-view.tsx'
import { openOffers } from './offer-store.ts'
import { swapPiece } from './swap-desk.tsx'
import { isComing, partOf, type Visit } from './visit.ts'
import { changingOf, VISIT_ACTS } from './visit-act-desk.ts'
import { type AtVisits, atVisits, colleaguesOf, doneWords, visitAt } from './visit-desk.ts'
import { belongsTo } from './visit-entry-desk.ts'
import type { VisitForm } from './visit-form.ts'
import {
  mayAnswer,
  mayCallOff,
  mayFallOut,
  mayGoWithout,
  mayHandOver,
  mayMove,
  mayReadQuestion,
  mayTakeOver,
} from './visit-may.ts'
import { isCalledAway } from './visit-store.ts'
import { visitText } from './visit-text.ts'
import { VisitView } from './visit-view.tsx'
import { dayWords, titleWords } from './visit-words-view.ts'

/** /visits/:visit: one visit, for visitor, host and cover; of a guide that is shared only the guide. */
export const visitPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await atVisits(c)
    const shared = await sharedAt(c, at)
    return shared ? showShared(c, at, shared) : show(c, at, await visitAt(c, at), { notice: noticeOf(c, at) })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await atVisits(c)
    const visit = await visitAt(c, at)
    const form: GuideForm = await sentIn(c)
    const act = typeof form['act'] === 'string' ? form['act'] : ''
    if (Object.hasOwn(GUIDE_ACTS, act)) return changeGuide(c, at, visit, form, act)
    return changeVisit(c, at, visit, textsIn(form), act)
  },
}

/** The texts of a form, also of what is ticked more than once; files fall away. */
async function sentIn(c: Context<OnDesk>): Promise<GuideForm> {
  const body = await c.req.parseBody({ all: true })
  const texts = Object.entries(body).map(([name, value]) => {
    const all = [value].flat().filter((one) => typeof one === 'string')
    return [name, all.length === 1 ? all[0] : all] as const
  })
  return Object.fromEntries(texts)
}

const textsIn = (form: GuideForm): VisitForm =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      (typeof value === 'string' ? value : value?.at(-1))?.slice(0, 4_000),
    ]),
  )

async function changeVisit(c: Context<OnDesk>, at: AtVisits, visit: Visit, form: VisitForm, name: string) {
  const act = Object.hasOwn(VISIT_ACTS, name) ? VISIT_ACTS[name] : undefined
  if (!act) throw new HTTPException(404)
  const answer = await act({ ...at, visit, form, changing: changingOf(at, visit, form) })
  if (!isRefusal(answer)) return c.redirect(goesTo(visit, answer), 303)
  const status = answer.refused === 'may-not' ? 403 : 422
  return show(c, at, await visitAt(c, at), { tried: { act: name, values: form, no: answer }, status })
}

async function changeGuide(c: Context<OnDesk>, at: AtVisits, visit: Visit, form: GuideForm, name: string) {
  const answer = await GUIDE_ACTS[name]?.({ ...at, visit, form })
  if (answer === undefined) throw new HTTPException(404)
  if (!isRefusal(answer)) return c.redirect(`/visits/${visit.id}?done=${answer}#kijkwijzer`, 303)
  const guideTried = { act: name, values: form, no: answer }
  return show(c, at, await visitAt(c, at), { guideTried, status: answer.refused === 'may-not' ? 403 : 422 })
}

/** A visit of colleagues of which the guide is shared with this reader, who is not in it. */
async function sharedAt(c: Context<OnDesk>, { desk, reader }: AtVisits): Promise<Visit | null> {
  const id = parseId<'visit'>(c.req.param('visit'))
  const visit = id && (await readSharedVisit(desk.db, reader.actor, id))
  return visit && partOf(visit, reader.actor.personId) === null ? visit : null
}

async function showShared(c: Context<OnDesk>, at: AtVisits, visit: Visit) {
  const { desk, eyes } = at
  const title = guideText(eyes.language).titleOf(eyes.nameOf(visit.host))
  return c.html(
    <Page shell={shellFrom(desk)} title={title} here="visits">
      <PageHead title={title} under={dayWords(visit, eyes.language)} />
      <p>
        <BackLink href="/visits">{visitText(eyes.language).toVisits}</BackLink>
      </p>
      {await guidePiece(at, visit, null)}
    </Page>,
  )
}

/** Who is out of it after the act does not see the visit any more. */
const goesTo = ({ id }: Visit, done: string) =>
  done === 'not-took' || done === 'fell-out' ? `/visits?done=${done}` : `/visits/${id}?done=${done}`

function noticeOf(c: Context<OnDesk>, at: AtVisits): ShellNotice | null {
  const text = doneWords(at, c.req.query('done') ?? '')
  return text === null ? null : { kind: 'good', text }
}

type Show = {
  readonly notice?: ShellNotice | null
  readonly tried?: VisitTried
  readonly guideTried?: GuideTried
  readonly status?: 200 | 403 | 422
}

async function show(
  c: Context<OnDesk>,
  at: AtVisits,
  visit: Visit,
  { notice, tried, guideTried, status = 200 }: Show,
) {
  const { desk, reader, eyes } = at
  const isOpen = isComing(visit, desk.now)
  return c.html(
    <Page shell={shellFrom(desk, notice ?? null)} title={titleWords(visit, eyes)} here="visits">
      <VisitView
        visit={visit}
        may={mayOf(at, visit)}
        belongs={await belongsTo(at, visit.planId, visit.entryId)}
        free={isOpen ? await openOffers(desk.db, reader.actor, desk.now) : []}
        colleagues={colleaguesOf(at)}
        clashes={await isCalledAway(desk.db, reader.actor, visit)}
        swap={await swapPiece(at, visit, tried ?? null)}
        guide={await guidePiece(at, visit, guideTried ?? null)}
        tried={tried ?? null}
        eyes={eyes}
      />
    </Page>,
    status,
  )
}

function mayOf({ reader }: AtVisits, visit: Visit) {
  const { actor } = reader
  return {
    readQuestion: mayReadQuestion(actor, visit).may,
    answer: mayAnswer(actor, visit).may,
    move: mayMove(actor, visit).may,
    callOff: mayCallOff(actor, visit).may,
    fallOut: mayFallOut(actor, visit).may,
    goWithout: mayGoWithout(actor, visit).may,
    handOver: mayHandOver(actor, visit).may,
    takeOver: mayTakeOver(actor, visit).may,
  }
}
