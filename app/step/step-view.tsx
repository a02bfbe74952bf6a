import type { Child } from 'hono/jsx'
import { longDay, weekDay } from '../kernel/day.ts'
import { Fold } from '../ui/details.tsx'
import { Empty } from '../ui/notice.tsx'
import { Knot } from '../ui/thread.tsx'
import { partOf, type Step } from './step.ts'
import { AfterEnd, Answering, Changing, Ending, NewStep, nameIn, type StepProps } from './step-form-view.tsx'
import type { StepAt, StepFrame } from './step-sheet.ts'
import { stepText } from './step-text.ts'
import { dayOnLine } from './story.ts'

/** The steps of one goal or track, as one reader sees them. */
export type EntrySteps = {
  readonly at: StepAt
  readonly frame: StepFrame
  readonly open: readonly Step[]
  readonly ended: readonly Step[]
  /** Why this reader makes no steps here; null for who does. */
  readonly whyNot: string | null
  /** Where one tells an idea for it; null: its time is over. */
  readonly talk: string | null
  /** Who makes a step here does it: the owner of a track does, the coordinator not by itself. */
  readonly isIn: boolean
}

export function EntryStepsView({ at, frame, open, ended, whyNot, talk, isIn }: EntrySteps) {
  const text = stepText(frame.language)
  return (
    <>
      <section class="blok" aria-labelledby="k-open">
        <h2 id="k-open">{text.next}</h2>
        {open.length === 0 && <Empty sentence={at.mayMake ? text.empty : text.emptyReads} />}
        <StepList {...{ at, frame }} steps={open} />
      </section>
      {at.mayMake && <NewStep {...{ at, frame, isIn }} />}
      {whyNot && (
        <p class="noot">
          {whyNot} {talk && <a href={talk}>{text.toTalk}</a>}
        </p>
      )}
      <Earlier {...{ at, frame, ended }} />
    </>
  )
}

function Earlier({ at, frame, ended }: Pick<EntrySteps, 'at' | 'frame' | 'ended'>) {
  const text = stepText(frame.language)
  if (ended.length === 0) return null
  const isAbout = ended.some(({ id }) => id === frame.tried?.about)
  return (
    <section class="blok" aria-labelledby="k-eerder">
      <h2 id="k-eerder" class="vh">
        {text.earlier}
      </h2>
      <Fold summary={text.earlierCount(ended.length)} open={isAbout || ended.length <= 3}>
        <StepList {...{ at, frame }} steps={ended} />
      </Fold>
    </section>
  )
}

/** Steps one below the other; `about` says of which goal or track, where that differs. */
export function StepList({ at, frame, steps }: { at: StepAt; frame: StepFrame; steps: readonly Step[] }) {
  if (steps.length === 0) return null
  return (
    <ul class="stapjes">
      {steps.map((step) => (
        <StepItem {...{ step, at, frame }} />
      ))}
    </ul>
  )
}

/** One step: what, when, by what form, who; below it what this reader can do with it. */
export function StepItem({ step, at, frame, about }: StepProps & { about?: Child }) {
  const part = partOf(step, frame.me)
  const isOpen = step.ended === null
  return (
    <li id={`s-${step.id}`} class={isOpen ? 'stap' : 'stap af'}>
      <Knot kind={isOpen ? 'open' : step.ended?.as === 'let-go' ? 'loose' : 'full'} />
      <div class="staptekst">
        <p class="stapwat">{step.what}</p>
        {about}
        <Facts step={step} frame={frame} />
        {step.ended?.saw && <p class="kwam">{step.ended.saw}</p>}
        {isOpen && part === 'asked' && <AskedBy {...{ step, at, frame }} />}
        <div class="stapdaden">
          {isOpen && at.ends(step) && part !== 'asked' && <Ending {...{ step, at, frame }} />}
          {isOpen && at.changes(step) && <Changing {...{ step, at, frame }} />}
          {isOpen && isAnswered(step, frame) && <Answering {...{ step, at, frame }} asked={false} />}
          {!isOpen && at.ends(step) && <AfterEnd {...{ step, at, frame }} />}
        </div>
      </div>
    </li>
  )
}

/** Whether somebody else asked the reader, who has answered. */
const isAnswered = (step: Step, { me }: StepFrame) =>
  step.madeBy !== me && (partOf(step, me) === 'doing' || partOf(step, me) === 'declined')

function AskedBy({ step, at, frame }: StepProps) {
  const asker = step.madeBy ? frame.nameOf(step.madeBy) : ''
  return (
    <>
      {asker && <p>{stepText(frame.language).askedBy(asker)}</p>}
      <Answering {...{ step, at, frame }} asked />
    </>
  )
}

function Facts({ step, frame }: { step: Step; frame: StepFrame }) {
  const form = step.form ? frame.formNames.get(step.form) : undefined
  const who = whoWords(step, frame)
  return (
    <p class="feiten">
      <span>{whenWords(step, frame)}</span>
      {form && <span class="werkvorm">{form}</span>}
      {who && <span>{who}</span>}
    </p>
  )
}

/** 'donderdag 26 november', 'vandaag', 'gedaan op 12 november 2026'; a day that has been is told, never counted. */
export function whenWords(step: Step, { language, today }: StepFrame): string {
  const text = stepText(language)
  const { onDay, ended } = step
  if (ended) {
    const day = longDay(dayOnLine(step) ?? today, language)
    return ended.as === 'done' ? text.doneOn(day) : text.letGoOn(day)
  }
  if (onDay === null) return text.noDay
  if (onDay === today) return text.today
  return onDay < today ? text.stoodOn(longDay(onDay, language)) : weekDay(onDay, language)
}

function whoWords(step: Step, frame: StepFrame): string {
  const text = stepText(frame.language)
  const isOpen = step.ended === null
  const doing = step.people.filter(({ agreedAt }) => agreedAt !== null)
  const asked = step.people.filter(({ agreedAt, declinedAt }) => agreedAt === null && declinedAt === null)
  const declined = step.people.filter(({ declinedAt }) => declinedAt !== null)
  return [
    doing.map(({ personId }) => nameIn(frame, personId)).join(', '),
    ...(isOpen
      ? asked.map(({ personId }) =>
          personId === frame.me ? text.youAsked : text.isAsked(frame.nameOf(personId)),
        )
      : []),
    ...(isOpen
      ? declined.map(({ personId }) =>
          personId === frame.me ? text.youDeclined : text.declined(frame.nameOf(personId)),
        )
      : []),
  ]
    .filter(Boolean)
    .join('; ')
}
