import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Terms } from '../kernel/language.ts'
import { planAt } from '../plan/plan-desk.tsx'
import type { OnDesk } from '../session/desk.ts'
import { isTime, type Time } from './evaluation.ts'
import { showEvaluations } from './evaluation-show-desk.tsx'
import { isLookField } from './team-look.ts'
import type { TeamLookNo } from './team-look-may.ts'
import { writeLook } from './team-look-store.ts'
import { teamLookText } from './team-look-text.ts'

/** /plan/:plan/look-back/:time: one text of what is said together, by whose words it is; read on the evaluation page. */
export const teamLookPage = {
  get: async (c: Context<OnDesk>) => {
    const { href } = await planAt(c)
    return c.redirect(`${href}/evaluation?time=${timeIn(c)}#samen`, 303)
  },

  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const time = timeIn(c)
    const form = await c.req.formData()
    const field = form.get('field')
    if (!isLookField(field)) throw new HTTPException(404)
    const text = String(form.get('text') ?? '')
    const base = Number.parseInt(String(form.get('base') ?? ''), 10)
    const { desk, reader, plan } = at
    const place = { plan, time }
    const from = Number.isNaN(base) ? null : base
    const result = await writeLook(desk.db, reader.actor, place, field, text, from, desk.now)
    if ('saved' in result)
      return c.redirect(`${at.href}/evaluation?time=${time}&done=saved#samen-${field}`, 303)
    const words = teamLookText(reader.language)
    if ('collision' in result) {
      const together = { field, text, says: words.clash, theirs: result.collision }
      return showEvaluations(c, at, { time, together, status: 422 })
    }
    const says = sentenceOf(result, words, reader.terms)
    const notice = { kind: 'refusal', text: says } as const
    const status = result.refused === 'may-not' ? 403 : 422
    return showEvaluations(c, at, { time, together: { field, text, says, theirs: null }, notice, status })
  },
}

function timeIn(c: Context<OnDesk>): Time {
  const time = c.req.param('time')
  if (!isTime(time)) throw new HTTPException(404)
  return time
}

const sentenceOf = (no: TeamLookNo, { because, refusal }: ReturnType<typeof teamLookText>, terms: Terms) =>
  no.refused === 'may-not' ? because[no.because](terms) : refusal[no.refused]
