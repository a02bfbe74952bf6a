import type { Context } from 'hono'
import { dayOf, longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { previousYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import { figuresOf, levelPupilsOf } from '../result/figure-store.ts'
import { goodNews, mustMay, typed } from '../school/school-desk.tsx'
import { mayManageSchool } from '../school/school-may.ts'
import { readSchool } from '../school/school-store.ts'
import { personIn } from '../school/team.ts'
import { readTeam } from '../school/team-store.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { Problems } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { type ContextRefusal, type SchoolContext, weightingsIn, type YearContext } from './context.ts'
import { mayChangeContext, mayReadContext } from './context-may.ts'
import { contextOf } from './context-store.ts'
import { contextText, decimal } from './context-text.ts'
import { ContextTable, YearForm, type YearValues } from './context-view.tsx'
import type { PublishedNo } from './published.ts'
import { besideOwn } from './published-beside.ts'
import { AskPublished, PublishedTable } from './published-view.tsx'
import { type Standing, standingsOf } from './standing.ts'
import { audienceFor } from './trend-may.ts'

/** What the page of the school and the reading of the Inspectie's file share. */

const YEARS_BACK = 7

/** This school year and those before it, so that every year of a chart can be filled in. */
export function yearsToFill(c: Context<OnDesk>): SchoolYear[] {
  const years = [schoolYearOf(deskOf(c).today)]
  while (years.length < YEARS_BACK) years.push(previousYear(years.at(-1) as SchoolYear))
  return years
}

type Shown = {
  readonly year: SchoolYear | null
  /** As it was sent, when it was refused. */
  readonly form?: FormData
  readonly refusals?: readonly ContextRefusal[]
  readonly file?: PublishedNo
}

/** The page as it stands now; 422 when something on it is to be looked at. */
export async function showContext(c: Context<OnDesk>, shown: Shown): Promise<Response> {
  const { db } = deskOf(c)
  const { actor, language, terms } = readerOf(c)
  mustMay(mayReadContext(actor))
  const text = contextText(language)
  const context = await contextOf(db, actor)
  const { file = null, refusals = [] } = shown
  const mayChange = mayChangeContext(actor).may
  const notice = file || refusals.length > 0 ? null : goodNews(newsOf(c))
  return c.html(
    <Page shell={shellFrom(deskOf(c), notice)} title={text.title} here="trends">
      <PageHead title={text.title} under={text.under} />
      <p class="rij">
        <BackLink href="/trends">{text.toTrends}</BackLink>
      </p>
      <Problems
        title={text.look}
        problems={refusals.map(({ refused, field }) => ({
          field: field && `f-${field}`,
          text: text.refused[refused],
        }))}
      />
      <section class="blok" aria-labelledby="years">
        <h2 id="years">{text.years}</h2>
        <ContextTable years={context.years} language={language} saidBy={await sayer(c)} />
        {!mayChange && <p class="noot">{text.whyNotYours(terms.coordinator)}</p>}
      </section>
      {mayChange && yearForm(c, context, shown)}
      {await publishedPart(c, context, file)}
    </Page>,
    file || refusals.length > 0 ? 422 : 200,
  )
}

function newsOf(c: Context<OnDesk>): string | null {
  const text = contextText(deskOf(c).language)
  const done = c.req.method === 'GET' ? c.req.query('done') : undefined
  return done === 'saved' ? text.saved : done === 'taken' ? text.taken : null
}

/** Who filled a year in, and when. */
async function sayer(c: Context<OnDesk>) {
  const { actor, language } = readerOf(c)
  const text = contextText(language)
  const team = await readTeam(deskOf(c).db, actor)
  return ({ changedBy, changedAt }: YearContext) => {
    const day = longDay(dayOf(new Date(changedAt)), language)
    const name = changedBy && personIn(team, changedBy)?.name
    return name ? text.typedBy(name, day) : text.typedOn(day)
  }
}

function yearForm(c: Context<OnDesk>, { years }: SchoolContext, { year, form, refusals = [] }: Shown) {
  const { language } = deskOf(c)
  const choices = yearsToFill(c)
  const schoolYear = year ?? yearToPropose(choices, years)
  const stored = years.find((one) => one.schoolYear === schoolYear)
  const meanwhile = refusals.some(({ refused }) => refused === 'changed-meanwhile')
  const isTyped = form && !meanwhile
  return (
    <YearForm
      {...{ schoolYear, choices, refusals, language }}
      values={isTyped ? typedValues(form) : storedValues(stored, language)}
      changedAt={isTyped ? typed(form, 'changedAt') : (stored?.changedAt ?? '')}
    />
  )
}

/** The year that ended last as long as its weighting is not known, for a chart asks for it; else this year. */
const yearToPropose = ([now, last]: readonly SchoolYear[], years: readonly YearContext[]) =>
  (years.some((one) => one.schoolYear === last && one.weighting) ? now : last) as SchoolYear

const typedValues = (form: FormData): YearValues => ({
  weighting: typed(form, 'weighting'),
  spread: typed(form, 'spread'),
  pupils: typed(form, 'pupils'),
  note: typed(form, 'note'),
})

function storedValues(year: YearContext | undefined, language: Language): YearValues {
  const number = (value: number | null | undefined) => (value == null ? '' : decimal(language, value))
  return {
    weighting: number(year?.weighting?.value),
    spread: number(year?.spread),
    pupils: year?.pupils == null ? '' : String(year.pupils),
    note: year?.note ?? '',
  }
}

async function publishedPart(c: Context<OnDesk>, context: SchoolContext, refused: PublishedNo | null) {
  const { actor, language } = readerOf(c)
  const { published } = context
  const mayChange = mayChangeContext(actor).may
  if (published.length === 0 && !mayChange) return null
  const audience = audienceFor(actor)
  const standings = await ownStandings(c, context)
  const { brin } = await readSchool(deskOf(c).db, actor)
  return (
    <section class="blok" id="published" aria-labelledby="published-title">
      <h2 id="published-title">{contextText(language).published}</h2>
      {published.map((one) => (
        <PublishedTable beside={besideOwn(one, standings, audience)} language={language} />
      ))}
      {mayChange && <AskPublished {...{ brin, refused, language }} manages={mayManageSchool(actor).may} />}
    </section>
  )
}

/** Our own sums, for these eyes. */
async function ownStandings(c: Context<OnDesk>, context: SchoolContext): Promise<Standing[]> {
  const { db } = deskOf(c)
  const { actor } = readerOf(c)
  const figures = await figuresOf(db, actor, { groups: 'school' })
  const pupils = await levelPupilsOf(db, actor)
  return standingsOf(figures, pupils, weightingsIn(context), audienceFor(actor))
}
