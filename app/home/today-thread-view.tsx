import { type Day, longDay, weekDay } from '../kernel/day.ts'
import { plainOf } from '../kernel/rich.ts'
import { textOf } from '../plan/entry.ts'
import { isAdopted } from '../plan/plan.ts'
import { firstLine } from '../plan/plan-sheet.ts'
import { cardId, type Drawing } from '../plan/plan-sheet-view.ts'
import type { Step } from '../step/step.ts'
import { ArrowLink } from '../ui/button.tsx'
import { OwnThread, type OwnThreadStep } from '../ui/thread.tsx'
import { type Thread, threadOf } from './today.ts'
import { todayText } from './today-text.ts'

type ThreadProps = {
  d: Drawing
  /** The next step of one's own track; null: none yet. */
  step: Step | null
  today: Day
}

/** From vision to evaluation, in the words of the plan, with the next small step on the way. */
export function MyThread({ d, step, today }: ThreadProps) {
  const text = todayText(d.language)
  const thread = threadOf(d.plan, d.actor)
  if (!thread) return null
  const { track } = thread
  return (
    <section class="blok" aria-labelledby="my-thread">
      <h2 id="my-thread">{text.thread}</h2>
      <OwnThread steps={knotsOf({ d, step, today }, thread)} />
      <p class="mt rij">
        {showsStep({ d, step }) && (
          <ArrowLink href={step ? `/steps?end=${step.id}#s-${step.id}` : `${d.href}/entry/${track.id}/steps`}>
            {step ? text.endStep : text.firstStep}
          </ArrowLink>
        )}
        <ArrowLink href={`${d.href}?shown=${track.id}#${cardId(track.id)}`}>{text.openTrack}</ArrowLink>
      </p>
      <p class="noot">{track.agreedAt ? text.penAgreed : text.pen(d.terms)}</p>
    </section>
  )
}

/** Once the plan is adopted a step is what comes next; before, only where there is one. */
const showsStep = ({ d, step }: Pick<ThreadProps, 'd' | 'step'>) => step !== null || isAdopted(d.plan.phase)

function knotsOf({ d, step, today }: ThreadProps, { lineIds, goalId, track }: Thread): OwnThreadStep[] {
  const text = todayText(d.language)
  const labels = text.threadLabels
  const line = d.sheet.roster.visionLines.find(({ id }) => lineIds.includes(id))
  const goal = d.plan.entries.find(({ id }) => id === goalId)
  const days = track.moments.map(({ onDay }) => onDay).toSorted()
  const day = days.find((one) => one >= today) ?? days.at(-1)
  return [
    ...(line ? [{ label: labels.vision, text: line.text, large: true }] : []),
    ...(goal
      ? [{ label: labels.goal(d.numbers.get(goal.id) ?? ''), text: plainOf(textOf(goal, 'title')) }]
      : []),
    { label: labels.track, text: firstLine(textOf(track, 'goal'), 120) || d.text.nothingHere },
    ...(showsStep({ d, step }) ? [{ label: labels.step, text: stepWords(step, d) }] : []),
    { label: labels.evaluation, text: day ? longDay(day, d.language) : text.noDay },
  ]
}

function stepWords(step: Step | null, d: Drawing) {
  const text = todayText(d.language)
  if (!step) return text.noStep
  return step.onDay ? text.stepOn(step.what, weekDay(step.onDay, d.language)) : step.what
}
