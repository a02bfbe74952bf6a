import type { Context } from 'hono'
import type { PlanId } from '../kernel/id.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { isOwner } from '../plan/plan-may.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { planOfToday, readPlan } from '../plan/plan-store.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { type MySteps, MyStepsView, type Waiting } from './my-steps-view.tsx'
import type { MyStep } from './step.ts'
import { entryName, frameFor, stepsAt } from './step-desk.ts'
import { mayMakeStep } from './step-may.ts'
import { openStepsOf } from './step-store.ts'
import { stepText } from './step-text.ts'

type At = { readonly desk: Desk; readonly reader: Reader; readonly roster: Roster }

/** /steps: what I am going to do and what I am asked for; `?end=` opens the ending of one. */
export const myStepsPage = {
  get: async (c: Context<OnDesk>) => {
    const [desk, reader] = [deskOf(c), readerOf(c)]
    const text = stepText(reader.language)
    const at = { desk, reader, roster: await readRoster(desk.db, reader.actor) }
    const frame = await frameFor({ ...at, opened: c.req.query('end') ?? null, tried: null })
    const waiting = await waitingFor(at, await openStepsOf(desk.db, reader.actor))
    return c.html(
      <Page shell={shellFrom(desk, saidIn(c, text.says))} title={text.titleMine} here="plan">
        <PageHead title={text.titleMine} under={text.underMine} />
        <p class="rij">
          <ArrowLink href="/plan">{text.toPlan}</ArrowLink>
          <ArrowLink href="/visits">{text.toVisits}</ArrowLink>
          <ArrowLink href="/steps/forms">{text.toForms}</ArrowLink>
        </p>
        <MyStepsView {...{ frame, waiting }} begin={await beginFor(at)} />
      </Page>,
    )
  },
}

function saidIn(c: Context<OnDesk>, says: Readonly<Record<string, string>>): ShellNotice | null {
  const said = Object.hasOwn(says, c.req.query('done') ?? '') ? says[c.req.query('done') ?? ''] : undefined
  return said === undefined ? null : { kind: 'good', text: said }
}

/** Each with its goal or track; of a colleague's track that is still being written only whose it is. */
async function waitingFor({ desk, reader, roster }: At, steps: readonly MyStep[]): Promise<Waiting[]> {
  const plans = new Map<PlanId, Plan>()
  for (const id of new Set(steps.map(({ planId }) => planId))) {
    const plan = await readPlan(desk.db, reader.actor, id)
    if (plan) plans.set(id, sightOf(plan, reader.actor))
  }
  return steps.flatMap((step) => {
    const plan = plans.get(step.planId)
    const entry = plan && entryOf(plan, step.entryId)
    if (!entry) return []
    const of = whoseWords(plan, entry, roster, reader)
    return [{ step, of, at: stepsAt({ reader, plan }, entry, 'mine') }]
  })
}

/** In the plan of today: the own tracks, and the goals that this reader carries out by name. */
async function beginFor({ desk, reader, roster }: At): Promise<MySteps['begin']> {
  const id = await planOfToday(desk.db, reader.actor, desk.today)
  const plan = id && (await readPlan(desk.db, reader.actor, id))
  if (!plan) return []
  const { actor } = reader
  return sightOf(plan, actor)
    .entries.filter((entry) => {
      const may = mayMakeStep(actor, plan, entry)
      return may.may && (isGoal(entry) ? may.because === 'carries-it-out' : isOwner(actor, entry))
    })
    .sort((one, other) => Number(isGoal(one)) - Number(isGoal(other)))
    .map((entry) => ({
      href: `/plan/${plan.id}/entry/${entry.id}/steps`,
      name: whoseWords(plan, entry, roster, reader),
    }))
}

/** 'Jouw traject', 'Traject van Ineke', 'Leerteam Rekenen', 'doel 2 (Elk kind leest elke dag)'. */
function whoseWords(plan: Plan, entry: Entry, roster: Roster, { actor, language }: Reader): string {
  const name = entryName(plan, entry, roster, language)
  if (entry.kind !== 'teacher-track') return name
  const text = stepText(language)
  return isOwner(actor, entry) ? text.ownTrack : text.trackOf(name)
}
