import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseDay } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { nextYear, previousYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { addYearItems, changeYearItem, readItem, removeYearItems, restoreYearItem } from './item-store.ts'
import { GoneView, type ItemShown, ItemView } from './item-view.tsx'
import type { YearItem } from './year.ts'
import { yearActText } from './year-act-text.ts'
import { mustMay, typed, yearAnswer, yearAt, yearHref } from './year-desk.tsx'
import { clockField, type ItemForm, parseItem } from './year-form.ts'
import { mayPlanYear, type YearNo } from './year-may.ts'

const BLANK: ItemForm = {
  kind: '',
  title: '',
  note: '',
  place: '',
  from: '',
  to: '',
  startsAt: '',
  endsAt: '',
}

/** /year/item/new: something new in the year. */
export const newItemPage = {
  get: (c: Context<OnDesk>) => {
    const { reader, schoolYear } = planningAt(c)
    const day = parseDay(c.req.query('day'))
    return show(c, { form: { ...BLANK, from: day ?? '' }, no: null, item: null, schoolYear }, reader)
  },

  post: async (c: Context<OnDesk>) => {
    const form = await c.req.formData()
    const { desk, reader, schoolYear: open } = planningAt(c, typed(form, 'year') || undefined)
    const given = formFrom(form)
    const item = closeTo(open, parseItem(given))
    // The day says in which school year it lies: of a year that was open before, it goes to where it belongs.
    const schoolYear = isRefusal(item) ? open : schoolYearOf(item.from)
    const made = isRefusal(item)
      ? item
      : await addYearItems(desk.db, reader.actor, [{ ...item, schoolYear, madeFrom: null }], desk.now)
    if (!isRefusal(made)) return c.redirect(yearHref(schoolYear, desk.today, 'done=saved'), 303)
    return show(c, { form: given, no: made, item: null, schoolYear }, reader)
  },
}

/** A day in the year that was open, or in the one before or after it: one further away is a slip of the pen. */
const closeTo = (open: SchoolYear, item: ReturnType<typeof parseItem>): ReturnType<typeof parseItem> =>
  isRefusal(item) || [previousYear(open), open, nextYear(open)].includes(schoolYearOf(item.from))
    ? item
    : refuse('outside-year', 'from')

function planningAt(c: Context<OnDesk>, year = c.req.query('year')) {
  const at = yearAt(c, year)
  mustMay(mayPlanYear(at.reader.actor))
  return at
}

const formFrom = (form: FormData): ItemForm => ({
  kind: typed(form, 'kind'),
  title: typed(form, 'title'),
  note: typed(form, 'note'),
  place: typed(form, 'place'),
  from: typed(form, 'from'),
  to: typed(form, 'to'),
  startsAt: typed(form, 'startsAt'),
  endsAt: typed(form, 'endsAt'),
})

const formOf = (item: YearItem): ItemForm => ({
  kind: item.kind,
  title: item.title,
  note: item.note,
  place: item.place,
  from: item.from,
  to: item.to === item.from ? '' : item.to,
  startsAt: clockField(item.startsAt),
  endsAt: clockField(item.endsAt),
})

/** /year/item/:moment: changes it, takes it out of the year, puts it back. */
export const itemPage = {
  get: async (c: Context<OnDesk>) => {
    const reader = readerOf(c)
    mustMay(mayPlanYear(reader.actor))
    const { id, item } = await itemAt(c)
    if (item === null)
      return yearAnswer(
        c,
        { title: yearActText(reader.language).gone },
        <GoneView id={id} language={reader.language} />,
      )
    return show(c, { form: formOf(item), no: null, item, schoolYear: item.schoolYear }, reader)
  },

  post: async (c: Context<OnDesk>) => {
    const reader = readerOf(c)
    const { db, now, today } = deskOf(c)
    const { id, item } = await itemAt(c)
    const form = await c.req.formData()
    const act = typed(form, 'act')
    const year = item?.schoolYear ?? schoolYearOf(today)
    if (act === 'remove')
      return after(
        c,
        await removeYearItems(db, reader.actor, [id], now),
        yearHref(year, today, `done=removed&item=${id}`),
      )
    if (act === 'restore')
      return after(
        c,
        await restoreYearItem(db, reader.actor, id, now),
        yearHref(year, today, 'done=restored'),
      )
    const given = formFrom(form)
    const content = parseItem(given)
    const revision = Number(/^\d{1,9}$/.exec(typed(form, 'revision'))?.[0] ?? 0)
    const no = isRefusal(content)
      ? content
      : await changeYearItem(db, reader.actor, id, content, revision, now)
    if (no === null) return c.redirect(yearHref(year, today, 'done=changed'), 303)
    return show(c, { form: given, no, item, schoolYear: year }, reader)
  },
}

/** By the id of the address; null: it was taken out of the year. */
async function itemAt(c: Context<OnDesk>) {
  const id = parseId<'year-item'>(c.req.param('moment'))
  if (id === null) throw new HTTPException(404)
  const found = await readItem(deskOf(c).db, readerOf(c).actor, id)
  if (found === undefined) throw new HTTPException(404)
  return { id, item: found }
}

function after(c: Context<OnDesk>, no: YearNo | null, to: string) {
  if (no) throw new HTTPException(no.refused === 'may-not' ? 403 : 404)
  return c.redirect(to, 303)
}

function show(c: Context<OnDesk>, shown: ItemShown, { language, terms }: ReturnType<typeof readerOf>) {
  const text = yearActText(language)
  const status = shown.no === null ? 200 : shown.no.refused === 'may-not' ? 403 : 422
  const title = shown.item ? text.changeTitle : text.newTitle
  return yearAnswer(c, { title }, <ItemView {...shown} language={language} terms={terms} />, status)
}
