import type { Context } from 'hono'
import { newId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { OnDesk } from '../session/desk.ts'
import { planningText } from './planning-text.ts'
import { type LineForm, MOST_LINES, parseLine, type TemplateLine } from './template.ts'
import { readTemplate, writeTemplate } from './template-store.ts'
import { builtInTemplate } from './template-text.ts'
import { type TemplateTried, TemplateView } from './template-view.tsx'
import { type AtYear, mustMay, typed, yearAnswer, yearAt } from './year-desk.tsx'
import { mayPlanYear, type YearNo } from './year-may.ts'

/** /year/template: what comes back every year, and about when. */
export const templatePage = {
  get: (c: Context<OnDesk>) => show(c, yearAt(c), null),

  post: async (c: Context<OnDesk>) => {
    const form = await c.req.formData()
    const at = yearAt(c, typed(form, 'year') || undefined)
    mustMay(mayPlanYear(at.reader.actor))
    const rows = typed(form, 'act') === 'built-in' ? [] : rowsIn(form)
    const lines = parseRows(rows)
    const no = 'no' in lines ? lines : await stored(at, lines.lines)
    if (no) return show(c, at, { rows, ...no })
    return c.redirect(`/year/template?year=${at.schoolYear}&done=saved`, 303)
  },
}

async function stored({ desk, reader }: AtYear, lines: readonly TemplateLine[]) {
  const no = await writeTemplate(desk.db, reader.actor, lines)
  return no && { no, at: -1 }
}

const FIELDS = ['kind', 'title', 'note', 'anchor', 'week', 'weekday', 'days'] as const

/** The rows of the form in their order, without those that go and without a new one that was left empty. */
function rowsIn(form: FormData): (LineForm & { readonly key: string })[] {
  const keys = form.getAll('key').filter((key): key is string => typeof key === 'string')
  return keys
    .slice(0, MOST_LINES + 1)
    .filter((key) => form.get(`drop.${key}`) === null)
    .map((key) => {
      const value = (name: string) => typed(form, `${name}.${key}`)
      const row = Object.fromEntries(FIELDS.map((name) => [name, value(name)])) as LineForm
      return { ...row, key }
    })
    .filter(({ key, kind }) => key !== 'new' || kind !== '')
}

type Parsed = { readonly lines: readonly TemplateLine[] } | { readonly no: YearNo; readonly at: number }

function parseRows(rows: readonly (LineForm & { readonly key: string })[]): Parsed {
  const lines: TemplateLine[] = []
  for (const [at, row] of rows.entries()) {
    const key = KEY.test(row.key) && row.key !== 'new' ? row.key : newId<'template-line'>()
    const line = parseLine(key, row)
    if (isRefusal(line)) return { no: line, at }
    lines.push(line)
  }
  return { lines }
}

/** A word of the built-in template, or an id. */
const KEY = /^[a-z0-9-]{1,36}$/

async function show(c: Context<OnDesk>, { desk, reader, schoolYear }: AtYear, tried: TemplateTried | null) {
  mustMay(mayPlanYear(reader.actor))
  const { language, terms } = reader
  const text = planningText(language)
  const own = await readTemplate(desk.db, reader.actor)
  const lines = own.length > 0 ? own : builtInTemplate(language)
  const notice = c.req.query('done') === 'saved' ? { kind: 'good' as const, text: text.saved } : null
  const status = tried === null ? 200 : tried.no.refused === 'may-not' ? 403 : 422
  return yearAnswer(
    c,
    { title: text.templateTitle, notice },
    <TemplateView {...{ lines, tried, schoolYear, language, terms }} isOwn={own.length > 0} />,
    status,
  )
}
