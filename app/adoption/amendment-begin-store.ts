import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { AmendmentId, PlanId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { MOST_PRINCIPLES, type Plan } from '../plan/plan.ts'
import { mayAmend, mayAmendGoals } from '../plan/plan-may.ts'
import { unless } from '../plan/plan-no.ts'
import { readPlan, touchPlan } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import { tidyText } from '../writing/passage.ts'
import type { AmendmentNo } from './adoption-no.ts'
import {
  type About,
  type Amendment,
  type AmendmentKind,
  agreedTexts,
  entryOfAmendment,
  fieldsOf,
  isPossible,
  openOn,
} from './amendment.ts'
import { readAllAmendments } from './amendment-store.ts'
import { insertAmendment, layTexts } from './amendment-write-store.ts'

export type NewAmendment = {
  readonly kind: AmendmentKind
  readonly about: About
  readonly subjectId: string | null
  readonly why: string
  /** The first words of something new: the title of a goal, the text of a principle. */
  readonly first?: string
  /** Other words to begin with, by field, where they are not those that were agreed. */
  readonly texts?: Readonly<Record<string, string>>
}

const LONGEST_WHY = 2_000

/** Begins an amendment with the agreed text to write in; one at a time of what stands in the plan. */
export function beginAmendment(
  db: Db,
  actor: Actor,
  planId: PlanId,
  asked: NewAmendment,
  now: Moment,
): Promise<AmendmentId | AmendmentNo> {
  return db.write(actor, async (sql, tx) => {
    await tx.hold(planId)
    const plan = await readPlan(tx, actor, planId)
    if (plan === null) return refuse('subject-gone')
    const refused = whyNotBegin(actor, plan, asked, await readAllAmendments(tx, actor, plan))
    if (refused) return refused
    const why = tidyText(asked.why)
    if (isRefusal(why)) return why
    if (why === '' || why.length > LONGEST_WHY) return refuse('why-missing', 'why')
    const base = agreedTexts(plan, asked) ?? {}
    const id = await insertAmendment(sql, actor, plan, { ...asked, why }, base, now)
    if (asked.kind !== 'remove') await layTexts(tx, actor, planId, id, textsToBegin(asked, base), now)
    await touchPlan(sql, actor, plan)
    return id
  })
}

/** What is agreed, with the other words laid over it; of something new its first words before all. */
function textsToBegin(asked: NewAmendment, base: Readonly<Record<string, string>>) {
  const fields: readonly string[] = fieldsOf(asked.about)
  const other = Object.entries(asked.texts ?? {}).filter(([field]) => fields.includes(field))
  const first = asked.kind === 'new' ? { [fields[0] ?? 'text']: asked.first ?? '' } : {}
  return { ...base, ...Object.fromEntries(other), ...first }
}

function whyNotBegin(
  actor: Actor,
  plan: Plan,
  { kind, about, subjectId }: NewAmendment,
  all: readonly Amendment[],
): AmendmentNo | null {
  const entry = entryOfAmendment(plan, { about, subjectId })
  const no = unless(entry ? mayAmend(actor, plan, entry) : mayAmendGoals(actor, plan))
  if (no) return no
  if (!isPossible(kind, about)) return refuse('subject-gone')
  if (kind !== 'new' && agreedTexts(plan, { kind, about, subjectId }) === null) return refuse('subject-gone')
  if (entry && entry.kind !== about) return refuse('subject-gone')
  if (subjectId !== null && openOn(all, subjectId)) return refuse('amendment-open')
  const full = plan.principles.length >= MOST_PRINCIPLES
  return kind === 'new' && about === 'principle' && full ? refuse('five-principles') : null
}
