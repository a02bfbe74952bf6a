import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isRefusal } from '../kernel/refusal.ts'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import type { VisitTried } from './moment-view.tsx'
import { openOffers } from './offer-store.ts'
import { isComing, type Visit } from './visit.ts'
import { changingOf, VISIT_ACTS } from './visit-act-desk.ts'
import { type AtVisits, atVisits, colleaguesOf, visitAt } from './visit-desk.ts'
import { belongsTo } from './visit-entry-desk.ts'
import { mayAnswer, mayCallOff, mayHandOver, mayMove, mayReadQuestion, mayTakeOver } from './visit-may.ts'
import { visitText } from './visit-text.ts'
import { VisitView } from './visit-view.tsx'
import { titleWords } from './visit-words-view.ts'

/** /visits/:visit: one visit, for visitor, host and cover. */
export const visitPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await atVisits(c)
    return show(c, at, await visitAt(c, at), { notice: noticeOf(c, at) })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await atVisits(c)
    const visit = await visitAt(c, at)
    const form = await formFields(c)
    const act = Object.hasOwn(VISIT_ACTS, form['act'] ?? '') ? VISIT_ACTS[form['act'] ?? ''] : undefined
    if (!act) throw new HTTPException(404)
    const answer = await act({ ...at, visit, form, changing: changingOf(at, visit, form) })
    if (!isRefusal(answer)) return c.redirect(goesTo(visit, answer), 303)
    const tried = { act: form['act'] ?? '', values: form, no: answer }
    const status = answer.refused === 'may-not' ? 403 : 422
    return show(c, at, await visitAt(c, at), { tried, status })
  },
}

/** Who is out of it after the act does not see the visit any more. */
const goesTo = ({ id }: Visit, done: string) =>
  done === 'not-took' ? `/visits?done=${done}` : `/visits/${id}?done=${done}`

function noticeOf(c: Context<OnDesk>, { eyes }: AtVisits): ShellNotice | null {
  const { offered, leftOut, ...says } = visitText(eyes.language).done
  const done = c.req.query('done') ?? ''
  const text = Object.entries(says).find(([name]) => name === done)?.[1]
  return text === undefined ? null : { kind: 'good', text }
}

type Show = {
  readonly notice?: ShellNotice | null
  readonly tried?: VisitTried
  readonly status?: 200 | 403 | 422
}

async function show(c: Context<OnDesk>, at: AtVisits, visit: Visit, { notice, tried, status = 200 }: Show) {
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
        clashes={false}
        swap={null}
        guide={null}
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
    handOver: mayHandOver(actor, visit).may,
    takeOver: mayTakeOver(actor, visit).may,
  }
}
