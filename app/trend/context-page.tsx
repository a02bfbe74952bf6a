import type { Context } from 'hono'
import { parseSchoolYear } from '../kernel/school-year.ts'
import { mustMay, typed } from '../school/school-desk.tsx'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { parseYear } from './context.ts'
import { showContext, yearsToFill } from './context-desk.tsx'
import { mayChangeContext } from './context-may.ts'
import { saveYear } from './context-store.ts'

/** /trends/school: weighting, spread and numbers of the school, and what the Inspectie published of it. */
export const contextPage = {
  get: (c: Context<OnDesk>) => {
    const asked = parseSchoolYear(c.req.query('year'))
    return showContext(c, { year: yearsToFill(c).find((year) => year === asked) ?? null })
  },

  post: async (c: Context<OnDesk>) => {
    const { db, house } = deskOf(c)
    const { actor } = readerOf(c)
    mustMay(mayChangeContext(actor))
    const form = await c.req.formData()
    const asked = parseSchoolYear(form.get('year'))
    const year = yearsToFill(c).find((one) => one === asked)
    if (typed(form, 'act') !== 'save' || !year) return c.notFound()
    const given = parseYear(form)
    if (!('note' in given)) return showContext(c, { year, form, refusals: given })
    const changedAt = typed(form, 'changedAt') || null
    const saved = await saveYear(db, actor, year, { ...given, changedAt }, house.now())
    if (saved === 'done') return c.redirect(`/trends/school?year=${year}&done=saved`, 303)
    if (saved.refused === 'may-not') return mustMay({ may: false, because: saved.because })
    return showContext(c, { year, form, refusals: [saved] })
  },
}
