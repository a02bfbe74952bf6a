import { type Day, shortDay, weekDay } from '../kernel/day.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import type { MyStep } from '../step/step.ts'
import { openStepsOf } from '../step/step-store.ts'
import type { RoomAsk } from './for-you.ts'
import type { ForYouAt } from './for-you-line-desk.ts'
import { isFreeAround } from './quiet-day-desk.ts'
import { askedSteps, type DueStep, dueSteps } from './remind.ts'
import { remindText } from './remind-text.ts'

/** One's own steps whose day is near, and steps that somebody asks this person for. */
export async function ofSteps({ desk, reader }: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  const { db, today } = desk
  const steps = await openStepsOf(db, reader.actor)
  if (steps.length === 0) return []
  const isFree = await isFreeAround(db, reader.actor, today)
  return [
    ...askedSteps(steps).map((step) => askedLine(step, d)),
    ...dueSteps(steps, today, isFree).map((due) => dueLine(due, today, d)),
  ]
}

function dueLine({ step, day, told }: DueStep, today: Day, d: Drawing): RoomAsk {
  const text = remindText(d.language).step
  const title =
    day === today
      ? text.today
      : day > today
        ? text.coming(weekDay(day, d.language))
        : text.past(shortDay(day, d.language))
  return {
    key: `step:${step.id}:${day}`,
    title,
    note: step.what,
    act: text.act,
    href: `/steps?end=${step.id}#s-${step.id}`,
    letter: told ? 'steps' : null,
    on: day,
    own: true,
  }
}

function askedLine(step: MyStep, d: Drawing): RoomAsk {
  const text = remindText(d.language).asked
  const name = step.madeBy && d.lookup.people.get(step.madeBy)?.name
  return {
    key: `step-asked:${step.id}:${step.onDay ?? ''}`,
    title: name ? text.title(name) : text.someone,
    note: step.what,
    act: text.act,
    href: `/steps#s-${step.id}`,
    letter: 'steps',
  }
}
