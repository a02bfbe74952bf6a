import { shortDay } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import { drawnOnce } from '../plan/drawn-view.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import { isAdopted } from '../plan/plan.ts'
import { isOwner } from '../plan/plan-may.ts'
import { firstLine } from '../plan/plan-sheet.ts'
import { type Drawing, spokenName } from '../plan/plan-sheet-view.ts'
import { ArrowLink } from '../ui/button.tsx'
import { nextStep, type Step } from './step.ts'
import { mayMakeStep } from './step-may.ts'
import { stepText } from './step-text.ts'

/** In characters: on a card stands the beginning of a step. */
const ON_CARD = 60

/** On the card of a goal or track: the next step, or the way to them; null where there is nothing to say. */
export function stepCard(entry: Entry, d: Drawing, steps: ReadonlyMap<EntryId, readonly Step[]>) {
  const there = steps.get(entry.id) ?? []
  const next = nextStep(there, entry.id)
  const makes = next === null && offers(entry, d)
  if (next === null && !makes && there.length === 0) return null
  const href = `${d.href}/entry/${entry.id}/steps`
  return drawnOnce(entry, d, `steps ${next?.id} ${next?.changedAt} ${makes}`, () => (
    <Card {...{ entry, d, href, next, makes }} />
  ))
}

/** On the own track always; elsewhere once the plan is adopted, for then the work begins. */
const offers = (entry: Entry, d: Drawing) =>
  (isAdopted(d.plan.phase) || (isOwner(d.actor, entry) && !isGoal(entry))) &&
  mayMakeStep(d.actor, d.plan, entry).may

type CardProps = { entry: Entry; d: Drawing; href: string; next: Step | null; makes: boolean }

function Card({ entry, d, href, next, makes }: CardProps) {
  const text = stepText(d.language)
  const about = text.cardSteps(spokenName(entry, d))
  if (next === null)
    return (
      <ArrowLink href={href} about={about}>
        {makes ? text.cardNone : text.card}
      </ArrowLink>
    )
  return (
    <p class="kaartstap">
      <small>{text.cardNext}</small>{' '}
      <ArrowLink href={`${href}#s-${next.id}`} about={about}>
        {firstLine(next.what, ON_CARD)}
      </ArrowLink>
      {next.onDay && <small> {shortDay(next.onDay, d.language)}</small>}
    </p>
  )
}

/** The steps of a plan by goal and track: grouped once for all cards of a page. */
export const stepsByEntry = (steps: readonly Step[]): ReadonlyMap<EntryId, readonly Step[]> =>
  Map.groupBy(steps, ({ entryId }) => entryId)
