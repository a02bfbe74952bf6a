import { shortDay } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import { drawnOnce } from '../plan/drawn-view.ts'
import type { Entry } from '../plan/entry.ts'
import { firstLine } from '../plan/plan-sheet.ts'
import { type Drawing, spokenName } from '../plan/plan-sheet-view.ts'
import { ArrowLink } from '../ui/button.tsx'
import { nextStep, type Step } from './step.ts'
import { mayMakeStep, mayReadSteps } from './step-may.ts'
import { stepText } from './step-text.ts'

/** In characters: on a card stands the beginning of a step. */
const ON_CARD = 60

/** On the card of a goal or track: the next step, or the way to the steps and the story; null for who reads neither. */
export function stepCard(entry: Entry, d: Drawing, steps: ReadonlyMap<EntryId, readonly Step[]>) {
  const there = steps.get(entry.id) ?? []
  const next = nextStep(there, entry.id)
  const way = next ? 'next' : wayIn(entry, d, there)
  if (way === null) return null
  const href = `${d.href}/entry/${entry.id}/steps`
  return drawnOnce(entry, d, `steps ${next?.id} ${next?.changedAt} ${way}`, () => (
    <Card {...{ entry, d, href, next, way }} />
  ))
}

type Way = 'next' | 'make' | 'steps' | 'story'

/** Also before adoption: who may make a step begins one, who reads finds what there is, or how it went until now. */
function wayIn(entry: Entry, d: Drawing, there: readonly Step[]): Way | null {
  if (mayMakeStep(d.actor, d.plan, entry).may) return 'make'
  if (there.length > 0) return 'steps'
  return mayReadSteps(d.actor, entry).may ? 'story' : null
}

type CardProps = { entry: Entry; d: Drawing; href: string; next: Step | null; way: Way }

function Card({ entry, d, href, next, way }: CardProps) {
  const text = stepText(d.language)
  const about = text.cardSteps(spokenName(entry, d))
  if (next === null)
    return (
      <p class="kaartstap">
        <ArrowLink href={way === 'story' ? `${href}#verhaal` : href} about={about}>
          {way === 'make' ? text.cardNone : way === 'steps' ? text.card : text.cardStory}
        </ArrowLink>
      </p>
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
