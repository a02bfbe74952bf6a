import type { Child } from 'hono/jsx'
import { Button, type ButtonProps } from './button.tsx'
import { Notice } from './notice.tsx'

export type FormProps = {
  action: string
  id?: string
  class?: string
  /** the name of the form for a screen reader, when no heading names it */
  label?: string
  labelledBy?: string
  /** for files; such a form is sent without Turbo's own reading of it */
  upload?: boolean
  /** its answer is a page of its own, not a redirect: the browser sends it, Turbo stays out of it */
  answers?: boolean
  /** what is typed here is kept nowhere on the device: the browser fills in nothing, Turbo stays out of it */
  secret?: boolean
  children: Child
}

/** A form that posts. Our own sentences stand beside a field, so the browser's own bubbles are off. */
export function Form({
  action,
  id,
  class: className = 'formulier',
  label,
  labelledBy,
  upload,
  answers,
  secret,
  children,
}: FormProps) {
  return (
    <form
      action={action}
      method="post"
      id={id}
      class={className}
      novalidate
      enctype={upload ? 'multipart/form-data' : undefined}
      autocomplete={secret ? 'off' : undefined}
      data-turbo={answers || secret ? 'false' : undefined}
      aria-label={label}
      aria-labelledby={labelledBy}
    >
      {children}
    </form>
  )
}

/** The buttons under a form, side by side where there is room. */
export function Actions({ children }: { children: Child }) {
  return <div class="rij knoppen">{children}</div>
}

export type PostButtonProps = ButtonProps & {
  action: string
  /** values that go along */
  hidden?: Record<string, string>
}

/** One act as one button: a form of its own, so that it works without script and is never a link. */
export function PostButton({ action, hidden = {}, ...button }: PostButtonProps) {
  return (
    <form action={action} method="post" class="eenknop">
      <HiddenFields values={hidden} />
      <Button {...button} />
    </form>
  )
}

/** Values that go along with a form. */
export function HiddenFields({ values }: { values: Record<string, string> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

export type Problem = {
  /** the id of the field that it is about; absent when it is about the whole form */
  field?: string
  text: string
}

/** On top of a refused form: what happened, and a link to each field to look at. */
export function Problems({ title, problems }: { title: string; problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <Notice kind="refusal" title={title}>
      <ul>
        {problems.map(({ field, text }) => (
          <li>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </Notice>
  )
}
