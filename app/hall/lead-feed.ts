import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isRefusal } from '../kernel/refusal.ts'
import { mayRun } from '../meeting/meeting-may.ts'
import { seatAt } from '../meeting/seat-desk.ts'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { actAsLeader } from './lead-act-desk.ts'
import { backOf, type LeadForm, parseLead } from './lead-form.ts'
import { leadSentence } from './lead-told-desk.ts'
import { drawDesk } from './record-desk.tsx'

/** POST /meeting/:meeting/act: everything that who leads does, and what is written down at the desk. */
export async function leadFeed(c: Context<OnDesk>) {
  const at = await seatAt(c)
  const may = mayRun(at.seat, at.scene.meeting)
  if (!may.may) throw new HTTPException(403, { message: may.because })
  const form: LeadForm = await formFields(c)
  const act = parseLead(form)
  if (act === null) throw new HTTPException(400)
  const done = await actAsLeader(at, act, form)
  if (done === null) throw new HTTPException(404)
  const back = `/meeting/${at.scene.meeting.id}/${backOf(form)}`
  if (!isRefusal(done)) return c.redirect(back, 303)
  if (!isTyped(act.does)) return c.redirect(`${back}?told=${encodeURIComponent(done.refused)}`, 303)
  const field = 'field' in done && typeof done.field === 'string' ? done.field : null
  return drawDesk(c, null, { form, field, sentence: leadSentence(done.refused, at) })
}

/** Forms in which something is typed: a refusal gives that back. */
const TYPED: readonly string[] = ['voice', 'count', 'poll-open', 'settle']
const isTyped = (does: string) => TYPED.includes(does)

/** Who reloads after a form was refused comes back to the board. */
export async function leadAgain(c: Context<OnDesk>) {
  const { scene } = await seatAt(c)
  return c.redirect(`/meeting/${scene.meeting.id}/board`, 303)
}
