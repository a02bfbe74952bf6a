import type { Context } from 'hono'
import { parseId } from '../kernel/id.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import type { ShellNotice } from '../ui/shell.ts'
import { takenSentence } from './import-taken-view.ts'
import { entryOf, type Plan } from './plan.ts'
import { type AtPlan, type Done, isDone, planAnswer, planAt } from './plan-desk.tsx'
import { mayWritePlan } from './plan-may.ts'
import { newPlanAnswer } from './plan-new-desk.tsx'
import type { OpenCard, PlanSheet } from './plan-sheet.ts'
import { planOfToday } from './plan-store.ts'
import { planText } from './plan-text.ts'
import { proposalText } from './proposal-text.ts'

/** /plan: the plan of today's school year, or the doors to a first one. */
export const planOfTodayPage = {
  get: async (c: Context<OnDesk>) => {
    const { db, today } = deskOf(c)
    const id = await planOfToday(db, readerOf(c).actor, today)
    return id ? c.redirect(`/plan/${id}`, 303) : newPlanAnswer(c)
  },
}

/** /plan/:plan: to read, and to write in the card that is open (`?edit=`, with `&at=` the field to begin with). */
export const planPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    return planAnswer(c, at, {
      open: openCard(c, at.plan),
      shown: c.req.query('shown') ?? null,
      removed: removedIn(c),
      notice: noticeOf(c, at),
    })
  },
}

function openCard(c: Context<OnDesk>, plan: Plan): OpenCard | null {
  const asked = c.req.query('edit')
  const at = c.req.query('at') ?? null
  if (asked === 'principles') {
    return mayWritePlan(readerOf(c).actor, plan).may ? { id: 'principles', at, tried: null } : null
  }
  const entry = entryOf(plan, parseId<'entry'>(asked))
  return entry && { id: entry.id, at, tried: null }
}

function removedIn(c: Context<OnDesk>): PlanSheet['removed'] {
  const what = c.req.query('removed')
  const id = parseId<'entry'>(c.req.query('id'))
  return id && (what === 'entry' || what === 'principle') ? { what, id } : null
}

/** After these, something of one's own stands there that a moment ago did not: the way back is near. */
const TAKEN_BACK: readonly Done[] = ['saved', 'restored', 'accepted', 'changed']

function noticeOf(c: Context<OnDesk>, { plan, reader, href }: AtPlan): ShellNotice | null {
  const done = c.req.query('done')
  if (!isDone(done) || (done === 'saved' && c.req.header('turbo-frame'))) return null
  const said = { kind: 'good', text: tells(done, plan, reader.language) } as const
  if (!TAKEN_BACK.includes(done) || plan.phase === 'archived') return said
  return { ...said, next: { href: `${href}/undo`, label: planText(reader.language).restore } }
}

function tells(done: Done, plan: Plan, language: 'nl' | 'en'): string {
  const text = planText(language)
  const proposal = proposalText(language)
  const sentences: Record<Done, string> = {
    saved: text.saved,
    agreed: text.agreedNow,
    withdrawn: text.withdrawnNow,
    support: text.supportAnswered,
    restored: text.restored,
    given: text.given,
    accepted: proposal.accepted,
    changed: proposal.changed,
    declined: proposal.declined,
    back: proposal.withdrawn,
    sent: proposal.sent,
    moved: text.moved(text.phases[plan.phase]),
    imported: takenSentence(plan, language),
  }
  return sentences[done]
}
