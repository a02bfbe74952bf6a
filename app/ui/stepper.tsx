import type { Language } from '../kernel/language.ts'
import { uiText } from './ui-text.ts'

export type Step = {
  name: string
  /** a day or a few words below the name */
  when?: string
  state: 'done' | 'now' | 'later'
}

export type StepperProps = { label: string; steps: readonly Step[]; language: Language; short?: boolean }

/** Where something stands: the thread is solid as far as it is done, dotted for what is to come. */
export function Stepper({ label, steps, language, short }: StepperProps) {
  const text = uiText(language)
  return (
    <ol class={short ? 'stappen drie' : 'stappen'} aria-label={label}>
      {steps.map(({ name, when, state }) => (
        <li
          class={state === 'done' ? 'gedaan' : undefined}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <b>{name}</b>
          {when && <span> {when}</span>}
          <span class="vh"> {text[state]}</span>
        </li>
      ))}
    </ol>
  )
}
