import type { Context } from 'hono'
import { clock } from '../kernel/day.ts'
import { type EntryId, type PlanId, parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { nextYear, yearTitle } from '../kernel/school-year.ts'
import { isOpen } from '../plan/plan.ts'
import { type AtPlan, planAt } from '../plan/plan-desk.tsx'
import { lookupOf } from '../plan/plan-sheet.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { readPlans } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { readTalk } from '../writing/conversation-store.ts'
import { KeptTexts } from '../writing/passage-view.tsx'
import { writingText } from '../writing/writing-text.ts'
import { isTime, TIMES, type Time, timeOf } from './evaluation.ts'
import { evaluationAt, evaluationSentence, statusOf, type Taken, takeEvaluation } from './evaluation-desk.ts'
import { mayRollOver } from './evaluation-may.ts'
import { readEvaluations, scopeOf } from './evaluation-store.ts'
import { evaluationText } from './evaluation-text.ts'
import { EvaluationList } from './evaluation-view.tsx'
import { beginNextYear, rollOverSentence } from './roll-over-desk.ts'

type Show = {
  readonly time: Time
  readonly open?: EntryId | null
  readonly taken?: Taken
  readonly notice?: ShellNotice | null
  readonly status?: 200 | 403 | 422
}

/** /plan/:plan/evaluation: looking back on the plan, half-way or at the end. */
export const evaluationsPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const asked = c.req.query('time')
    const text = evaluationText(at.reader.language)
    const notice = c.req.query('done') === 'saved' ? ({ kind: 'good', text: text.saved } as const) : null
    const open = parseId<'entry'>(c.req.query('entry'))
    return show(c, at, { time: isTime(asked) ? asked : timeOf(at.plan.phase), open, notice })
  },

  /** Begins next year's plan from this one. */
  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const made = await beginNextYear(at)
    if (made === null || !isRefusal(made)) return c.redirect(`/plan/${made as PlanId}`, 303)
    const no = made
    const notice = { kind: 'refusal', text: rollOverSentence(no, at.reader) } as const
    return show(c, at, { time: timeOf(at.plan.phase), notice, status: no.refused === 'may-not' ? 403 : 422 })
  },
}

/** /plan/:plan/evaluation/:entry/:time: one evaluation, as a whole or (for the script) its choices alone. */
export const evaluationPage = {
  post: async (c: Context<OnDesk>) => {
    const at = await evaluationAt(c)
    const taken = await takeEvaluation(at, await c.req.formData())
    if ((c.req.header('accept') ?? '').startsWith('application/json')) return choicesAnswer(c, at, taken)
    const { entry, time, href } = at
    if (!taken.tried) return c.redirect(`${href}/evaluation?time=${time}&done=saved#e-${entry.id}`, 303)
    return show(c, at, { time, open: entry.id, taken, status: taken.first ? statusOf(taken.first) : 422 })
  },
}

/** For the script that saves choices as they are made. */
function choicesAnswer(
  c: Context<OnDesk>,
  { desk, reader: { language, terms } }: AtPlan,
  { tried, first }: Taken,
) {
  const text = writingText(language)
  if (!tried) return c.json({ says: text.savedAt(clock(desk.now, language)) })
  return c.json(
    { says: first ? evaluationSentence(first, language, terms) : text.sorry },
    first ? statusOf(first) : 422,
  )
}

async function show(
  c: Context<OnDesk>,
  at: AtPlan,
  { time, open = null, taken, notice = null, status = 200 }: Show,
) {
  const { desk, reader, href } = at
  const text = evaluationText(reader.language)
  const plan = sightOf(at.plan, reader.actor)
  const title = text.title(time, yearTitle(plan.schoolYear))
  const notYet = isOpen(plan.phase) || plan.phase === 'decision'
  const looking = {
    plan,
    time,
    reader,
    open,
    href: `${href}/evaluation`,
    tried: taken?.tried ?? null,
    evaluations: await readEvaluations(desk.db, reader.actor, at.plan),
    lookup: lookupOf(await readRoster(desk.db, reader.actor)),
    talk: await readTalk(desk.db, reader.actor, at.plan, [scopeOf(at.plan)]),
  }
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={title} here="plan">
      <PageHead title={title} under={text.under} />
      <p class="rij">
        {TIMES.filter((one) => one !== time).map((one) => (
          <ArrowLink href={`${href}/evaluation?time=${one}`}>{text.time[one]}</ArrowLink>
        ))}
        <BackLink href={href}>{text.toPlan}</BackLink>
      </p>
      {notYet ? <Empty sentence={text.notYet} /> : <EvaluationList {...looking} />}
      {await nextYearBlock(at)}
      <KeptTexts personId={reader.actor.personId} language={reader.language} />
    </Page>,
    status,
  )
}

/** The way to next year's plan, for who may begin it. */
async function nextYearBlock({ desk, reader, plan, href }: AtPlan) {
  if (!mayRollOver(reader.actor, plan).may) return null
  const { nextYear: text } = evaluationText(reader.language)
  const year = nextYear(plan.schoolYear)
  const there = (await readPlans(desk.db, reader.actor)).find((one) => one.schoolYear === year)
  return (
    <section class="blok stapel" aria-labelledby="vj-kop">
      <h2 id="vj-kop">{text.title}</h2>
      {there ? (
        <p>
          {text.there(yearTitle(year))} <ArrowLink href={`/plan/${there.id}`}>{text.toPlan}</ArrowLink>
        </p>
      ) : (
        <>
          <p>{text.say}</p>
          <PostButton action={`${href}/evaluation`} kind="quiet">
            {text.begin(yearTitle(year))}
          </PostButton>
        </>
      )}
    </section>
  )
}
