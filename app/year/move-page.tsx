import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Day, parseDay } from '../kernel/day.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { schoolYearOf } from '../kernel/school-year.ts'
import { entryOf } from '../plan/plan.ts'
import type { OnDesk } from '../session/desk.ts'
import { moveYearItem } from './item-store.ts'
import { MoveView } from './move-view.tsx'
import { moveEvaluation, proposeDay } from './proposal-store.ts'
import type { YearMoment } from './year.ts'
import { type AtYear, planOfYear, sheetFor, typed, yearAnswer, yearAt, yearHref } from './year-desk.tsx'
import { movedTo } from './year-form.ts'
import type { YearNo } from './year-may.ts'
import { actOf, type YearSheet } from './year-sheet.ts'
import { titleOf } from './year-text.ts'

/** /year/move: another day for one moment of the year, or the proposal of one to whose it is. */
export const movePage = {
  get: async (c: Context<OnDesk>) => {
    const at = yearAt(c, yearOf(c.req.query('from')))
    const sheet = await sheetFor(at)
    const moment = momentIn(sheet, c.req.query('uid'), c.req.query('from'))
    if (moment.source.kind === 'meeting') return c.redirect(moment.href, 303)
    return show(c, sheet, moment, { day: moment.from, no: null, month: c.req.query('month') ?? '' })
  },

  post: async (c: Context<OnDesk>) => {
    const form = await c.req.formData()
    const at = yearAt(c, yearOf(typed(form, 'from')))
    const sheet = await sheetFor(at)
    const moment = momentIn(sheet, typed(form, 'uid'), typed(form, 'from'))
    const given = typed(form, 'day')
    const month = typed(form, 'month')
    const day = parseDay(given)
    const act = actOf(sheet, moment)
    const no = day === null ? refuse('day-unknown', 'day') : await move(at, moment, day, act === 'propose')
    if (no && isRefusal(no)) return show(c, sheet, moment, { day: given, no, month })
    return c.redirect(wayBack(sheet, moment, day ?? moment.from, act === 'propose', month), 303)
  },
}

const yearOf = (from: string | undefined) => {
  const day = parseDay(from)
  return day === null ? undefined : schoolYearOf(day)
}

/** The moment by its uid on the day that the page showed: told apart again when the days of a track changed since. */
function momentIn({ moments }: YearSheet, uid: string | undefined, from: string | undefined): YearMoment {
  const found =
    moments.find((one) => one.uid === uid && one.from === from) ?? moments.find((one) => one.uid === uid)
  if (!found || found.source.kind === 'plan') throw new HTTPException(404)
  return found
}

async function move(at: AtYear, moment: YearMoment, day: Day, proposes: boolean): Promise<YearNo | null> {
  const { db, now } = at.desk
  const { actor } = at.reader
  const { source } = moment
  if (source.kind === 'item') {
    if (day === moment.from) return refuse('same-day', 'day')
    return moveYearItem(db, actor, source.id, (item) => movedTo(item, day), now)
  }
  if (source.kind !== 'evaluation') return refuse('moment-gone')
  const plan = await planOfYear(at.desk, actor, at.schoolYear)
  const entry = plan && entryOf(plan, source.entryId)
  if (!plan || !entry) return refuse('moment-gone')
  const change = { occasion: source.occasion, from: moment.from, to: day }
  if (!proposes) return moveEvaluation(db, actor, plan, entry, change, now)
  const made = await proposeDay(db, actor, plan, entry, change, now)
  return isRefusal(made) ? made : null
}

/** Back to where it was asked, to the sheet of the month or the circle, with what was done. */
function wayBack(sheet: YearSheet, moment: YearMoment, day: Day, proposed: boolean, month: string) {
  const done = `done=${proposed ? 'proposed' : 'moved'}&about=${encodeURIComponent(moment.uid)}`
  if (/^\d{4}-\d{2}$/.test(month)) return `/year?month=${proposed ? month : day.slice(0, 7)}&${done}`
  return yearHref(sheet.schoolYear, sheet.today, done)
}

type Shown = { readonly day: string; readonly no: YearNo | null; readonly month: string }

function show(c: Context<OnDesk>, sheet: YearSheet, moment: YearMoment, shown: Shown) {
  const status = shown.no === null ? 200 : shown.no.refused === 'may-not' ? 403 : 422
  const title = titleOf(moment, sheet.language)
  return yearAnswer(c, { title }, <MoveView sheet={sheet} moment={moment} {...shown} />, status)
}
