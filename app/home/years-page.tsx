import type { Context } from 'hono'
import { readEvaluations } from '../evaluation/evaluation-store.ts'
import { ThreadLinks } from '../orchestra/thread-links-view.tsx'
import { isOpen } from '../plan/plan.ts'
import { lookupOf } from '../plan/plan-sheet.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { planOfToday, readPlan, readPlans } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { type PlanYear, yearsStory } from './years.ts'
import { yearsText } from './years-text.ts'
import { YearsView } from './years-view.tsx'

/** /thread/years: what became of each vision line over the years. */
export const yearsPage = {
  get: async (c: Context<OnDesk>) => {
    const desk = deskOf(c)
    const { actor, language } = readerOf(c)
    const roster = await readRoster(desk.db, actor)
    const story = yearsStory(await planYears(c), roster.visionLines)
    const today = await planOfToday(desk.db, actor, desk.today)
    const text = yearsText(language)
    return c.html(
      <Page shell={shellFrom(desk)} title={text.title} here="thread">
        <PageHead title={text.title} under={text.under}>
          <ThreadLinks href={today && `/plan/${today}`} here="years" language={language} />
        </PageHead>
        <YearsView story={story} lookup={lookupOf(roster)} language={language} />
      </Page>,
    )
  },
}

/** Every plan of the school as the reader may see it; one that is being written has no evaluations yet. */
async function planYears(c: Context<OnDesk>): Promise<PlanYear[]> {
  const { db } = deskOf(c)
  const { actor } = readerOf(c)
  const years: PlanYear[] = []
  for (const { id, phase } of await readPlans(db, actor)) {
    const plan = await readPlan(db, actor, id)
    if (!plan) continue
    const evaluations = isOpen(phase) ? [] : await readEvaluations(db, actor, plan)
    years.push({ plan: sightOf(plan, actor), evaluations })
  }
  return years
}
