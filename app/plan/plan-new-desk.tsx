import type { Context } from 'hono'
import type { Day } from '../kernel/day.ts'
import { nextYear, previousYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { Empty } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { mayMove } from './plan-may.ts'
import { planNewText } from './plan-new-text.ts'
import { NewPlan } from './plan-new-view.tsx'
import { readPlans } from './plan-store.ts'

/** The years for which a plan can be begun: this one and its neighbours. */
export const yearsAround = (today: Day): SchoolYear[] => {
  const now = schoolYearOf(today)
  return [now, nextYear(now), previousYear(now)]
}

export type Refused = {
  readonly text: string
  readonly status: 403 | 422
  readonly chosen: SchoolYear | null
}

/** The doors to a plan for who may begin one; for everyone else one calm sentence. */
export async function newPlanAnswer(c: Context<OnDesk>, refused: Refused | null = null): Promise<Response> {
  const desk = deskOf(c)
  const { actor, language, terms } = readerOf(c)
  const plans = await readPlans(desk.db, actor)
  const text = planNewText(language)
  const taken = plans.map(({ schoolYear }) => schoolYear)
  const years = yearsAround(desk.today).filter((year) => !taken.includes(year))
  return c.html(
    <Page shell={shellFrom(desk)} title={text.title} here="plan">
      {mayMove(actor).may ? (
        <NewPlan
          {...{ language, years, plans }}
          chosen={refused?.chosen ?? null}
          refused={refused?.text ?? null}
        />
      ) : (
        <>
          <h1>{text.title}</h1>
          <Empty sentence={text.waits(terms)} />
        </>
      )}
    </Page>,
    refused?.status ?? 200,
  )
}
