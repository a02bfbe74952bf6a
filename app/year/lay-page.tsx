import type { Context } from 'hono'
import { parseDay } from '../kernel/day.ts'
import { daysBetween, plusDays } from '../kernel/days.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { parseSchoolYear, previousYear, type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import type { OnDesk } from '../session/desk.ts'
import { freeDaysOf } from './holiday-store.ts'
import { addYearItems, readItems } from './item-store.ts'
import { LayView } from './lay-view.tsx'
import { planningText } from './planning-text.ts'
import { layTemplate, layYear, type Proposed } from './template.ts'
import { readTemplate } from './template-store.ts'
import { builtInTemplate } from './template-text.ts'
import type { NewYearItem, YearItem } from './year.ts'
import { type AtYear, mustMay, typed, yearAnswer, yearAt, yearHref } from './year-desk.tsx'
import { mayPlanYear, type YearNo } from './year-may.ts'

/** /year/new: lays down a school year from the template or from the year before, line by line as one wants it. */
export const layPage = {
  get: async (c: Context<OnDesk>) => {
    const at = layingAt(c)
    return show(c, at, await offerFor(at, c.req.query('from')), null)
  },

  post: async (c: Context<OnDesk>) => {
    const form = await c.req.formData()
    const at = layingAt(c, typed(form, 'year') || undefined)
    const offer = await offerFor(at, typed(form, 'from'))
    const chosen = chosenIn(form, offer, at.schoolYear)
    const made = isRefusal(chosen)
      ? chosen
      : await addYearItems(at.desk.db, at.reader.actor, chosen, at.desk.now)
    if (isRefusal(made)) return show(c, at, offer, made)
    return c.redirect(yearHref(at.schoolYear, at.desk.today, `done=laid&count=${made.length}`), 303)
  },
}

function layingAt(c: Context<OnDesk>, year = c.req.query('year')): AtYear {
  const at = yearAt(c, year)
  mustMay(mayPlanYear(at.reader.actor))
  return at
}

/** What is proposed: made from it already, or something alike stands in those weeks. */
type OfferLine = Proposed & { readonly isThere: boolean; readonly isAlike: boolean }

/** What is proposed, and which of it stands in the year already. */
export type Offer = {
  /** The year that it is taken from; null: the template. */
  readonly from: SchoolYear | null
  readonly lines: readonly OfferLine[]
  /** The year before has something to take. */
  readonly before: SchoolYear | null
}

async function offerFor({ desk, reader, schoolYear }: AtYear, asked: string | undefined): Promise<Offer> {
  const { db } = desk
  const { actor, language } = reader
  const before = previousYear(schoolYear)
  const ofBefore = await readItems(db, actor, before)
  const from = parseSchoolYear(asked) === before && ofBefore.length > 0 ? before : null
  const free = await freeDaysOf(db, actor, schoolYear)
  const own = await readTemplate(db, actor)
  const lines = from
    ? layYear(ofBefore, free)
    : layTemplate(own.length > 0 ? own : builtInTemplate(language), free)
  const there = await readItems(db, actor, schoolYear)
  return {
    from,
    lines: lines.map((line) => ({ ...line, ...standsIn(there, line) })),
    before: ofBefore.length > 0 ? before : null,
  }
}

const A_FEW_WEEKS = 21

function standsIn(items: readonly YearItem[], { key, kind, from }: Proposed) {
  const near = (one: YearItem) => Math.abs(daysBetween(one.from, from)) <= A_FEW_WEEKS
  return {
    isThere: items.some(({ madeFrom }) => madeFrom === key),
    isAlike: items.some((one) => one.kind === kind && near(one)),
  }
}

/** What was ticked, each on the day that stands beside it, as long as it was proposed to last. */
function chosenIn(form: FormData, { lines }: Offer, schoolYear: SchoolYear): NewYearItem[] | YearNo {
  const ticked = new Set(form.getAll('line'))
  const items: NewYearItem[] = []
  for (const { key, isThere, isAlike: _, from, to, ...line } of lines) {
    if (isThere || !ticked.has(key)) continue
    const day = parseDay(typed(form, `day.${key}`).trim())
    if (day === null) return refuse('day-unknown', `day.${key}`)
    const last = plusDays(day, daysBetween(from, to))
    items.push({ ...line, schoolYear, madeFrom: key, from: day, to: last, startsAt: null, endsAt: null })
  }
  return items.length === 0 ? refuse('nothing-chosen') : items
}

function show(c: Context<OnDesk>, { reader, schoolYear }: AtYear, offer: Offer, no: YearNo | null) {
  const { language, terms } = reader
  const title = planningText(language).layTitle(yearTitle(schoolYear))
  const status = no === null ? 200 : no.refused === 'may-not' ? 403 : 422
  return yearAnswer(c, { title }, <LayView {...{ offer, no, title, schoolYear, language, terms }} />, status)
}
