import { ArrowLink } from '../ui/button.tsx'
import { Empty } from '../ui/notice.tsx'
import type { MyStep } from './step.ts'
import type { StepAt, StepFrame } from './step-sheet.ts'
import { stepText } from './step-text.ts'
import { StepItem } from './step-view.tsx'

/** A step that waits for the reader, with the goal or track that it is of. */
export type Waiting = { readonly step: MyStep; readonly at: StepAt; readonly of: string }

export type MySteps = {
  readonly frame: StepFrame
  readonly waiting: readonly Waiting[]
  /** Goals and tracks at which the reader can make a step, own ones first. */
  readonly begin: readonly { readonly href: string; readonly name: string }[]
}

/** Everything that a person is going to do or is asked for, over all goals and tracks. */
export function MyStepsView({ frame, waiting, begin }: MySteps) {
  const text = stepText(frame.language)
  const asked = waiting.filter(({ step }) => step.part === 'asked')
  const doing = waiting.filter(({ step }) => step.part === 'doing')
  return (
    <>
      {waiting.length === 0 && <Empty sentence={text.emptyMine} />}
      <Steps id="gevraagd" title={text.asked} frame={frame} steps={asked} />
      <Steps id="doen" title={text.doing} frame={frame} steps={doing} />
      {begin.length > 0 && (
        <section class="blok" aria-labelledby="k-begin">
          <h2 id="k-begin">{text.beginAt}</h2>
          <ul class="stapbegin">
            {begin.map(({ href, name }) => (
              <li>
                <ArrowLink href={`${href}#nieuw`}>{name}</ArrowLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

type StepsProps = { id: string; title: string; frame: StepFrame; steps: readonly Waiting[] }

function Steps({ id, title, frame, steps }: StepsProps) {
  if (steps.length === 0) return null
  return (
    <section class="blok" aria-labelledby={`k-${id}`}>
      <h2 id={`k-${id}`}>{title}</h2>
      <ul class="stapjes">
        {steps.map(({ step, at, of }) => (
          <StepItem
            {...{ step, at, frame }}
            about={
              <p class="waarvan">
                <a href={`${at.action}#s-${step.id}`}>{of}</a>
              </p>
            }
          />
        ))}
      </ul>
    </section>
  )
}
