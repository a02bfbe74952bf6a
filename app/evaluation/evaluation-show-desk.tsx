import type { Context } from 'hono'
import type { EntryId } from '../kernel/id.ts'
import { nextYear, yearTitle } from '../kernel/school-year.ts'
import { isOpen } from '../plan/plan.ts'
import type { AtPlan } from '../plan/plan-desk.tsx'
import { lookupOf } from '../plan/plan-sheet.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { readPlans } from '../plan/plan-store.ts'
import { plannedHours } from '../plan/roster.ts'
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
import { besideGoals } from './beside-goal-desk.ts'
import { TIMES, type Time } from './evaluation.ts'
import type { Taken } from './evaluation-desk.ts'
import { mayRollOver } from './evaluation-may.ts'
import { readEvaluations, scopeOf } from './evaluation-store.ts'
import { evaluationText } from './evaluation-text.ts'
import { EvaluationList } from './evaluation-view.tsx'
import { sharedTimeOf } from './shared-time-desk.ts'
import { lookAt } from './team-look.ts'
import { readTeamChoices, readTeamLooks } from './team-look-store.ts'
import { type LookTried, TeamLookBlock } from './team-look-view.tsx'
import { yieldText } from './yield-text.ts'

export type ShowEvaluations = {
  readonly time: Time
  readonly open?: EntryId | null
  readonly taken?: Taken
  readonly together?: LookTried | null
  readonly notice?: ShellNotice | null
  readonly status?: 200 | 403 | 422
}

/** The page of looking back on a plan, as one reader sees it. */
export async function showEvaluations(c: Context<OnDesk>, at: AtPlan, show: ShowEvaluations) {
  const { desk, reader, href } = at
  const { time, notice = null, status = 200 } = show
  const text = evaluationText(reader.language)
  const title = text.title(time, yearTitle(at.plan.schoolYear))
  const notYet = isOpen(at.plan.phase) || at.plan.phase === 'decision'
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={title} here="plan">
      <PageHead title={title} under={text.under} />
      <p class="rij">
        {TIMES.filter((one) => one !== time).map((one) => (
          <ArrowLink href={`${href}/evaluation?time=${one}`}>{text.time[one]}</ArrowLink>
        ))}
        <ArrowLink href={`${href}/yields`}>{yieldText(reader.language).title}</ArrowLink>
        <BackLink href={href}>{text.toPlan}</BackLink>
      </p>
      {notYet ? <Empty sentence={text.notYet} /> : await lists(at, show)}
      {await nextYearBlock(at)}
      <KeptTexts personId={reader.actor.personId} language={reader.language} />
    </Page>,
    status,
  )
}

/** Entry by entry, and then what team, coordinator and principal say together. */
async function lists({ desk, reader, plan, href }: AtPlan, show: ShowEvaluations) {
  const { db } = desk
  const { actor } = reader
  const { time, open = null, taken, together = null } = show
  const roster = await readRoster(db, actor)
  const looking = {
    plan: sightOf(plan, actor),
    time,
    reader,
    open,
    href: `${href}/evaluation`,
    tried: taken?.tried ?? null,
    evaluations: await readEvaluations(db, actor, plan),
    lookup: lookupOf(roster),
    talk: await readTalk(db, actor, plan, [scopeOf(plan)]),
    beside: await besideGoals(db, actor, plan, reader.language),
  }
  const look = lookAt(await readTeamLooks(db, actor, plan), time)
  const choices = await readTeamChoices(db, actor, plan)
  const hours = plannedHours(plan, roster)
  const shared = await sharedTimeOf(db, actor, plan, reader.language, false)
  return (
    <>
      <EvaluationList {...looking} />
      <TeamLookBlock {...{ plan, time, look, choices, hours, shared, reader, href }} tried={together} />
    </>
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
