import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { Icon } from './icons.tsx'
import { uiText } from './ui-text.ts'

type Attributes = { [name: `data-${string}`]: string | undefined }

/** What every field has: a label that stays, a hint, and the sentence beside it when something is to be done. */
type Common = {
  name: string
  label: string
  /** default `f-` and the name; give one where a name occurs twice on the page */
  id?: string
  hint?: Child
  error?: string | null
  /** show 'may stay empty' behind the label, in this language */
  optional?: Language
  /** only for a screen reader, where the page already shows the words */
  hiddenLabel?: boolean
  narrow?: boolean
  readonly?: boolean
  describedBy?: string
  /** where a page begins that was asked for to write just this */
  autofocus?: boolean
} & Attributes

const idOf = ({ id, name }: { id?: string; name: string }) => id ?? `f-${name}`

/** The attributes that tie a field to its hint and its error; a refused page opens at the first such field. */
function tied(props: Common) {
  const id = idOf(props)
  const about = [props.describedBy, props.hint && `${id}-hint`, props.error && `${id}-error`].filter(
    (part) => part,
  )
  return {
    id,
    name: props.name,
    'aria-describedby': about.length > 0 ? about.join(' ') : undefined,
    'aria-invalid': props.error ? 'true' : undefined,
    autofocus: props.error || props.autofocus ? true : undefined,
    readonly: props.readonly ? true : undefined,
    ...dataOf(props),
  }
}

const dataOf = (props: Common) =>
  Object.fromEntries(Object.entries(props).filter(([name]) => name.startsWith('data-'))) as Attributes

function Wrap({ field, children }: { field: Common; children: Child }) {
  const id = idOf(field)
  return (
    <div class={field.narrow ? 'veld smal' : 'veld'}>
      <label for={id} class={field.hiddenLabel ? 'vh' : undefined}>
        {field.label}
        {field.optional && <small> {uiText(field.optional).optional}</small>}
      </label>
      {field.hint && <small id={`${id}-hint`}>{field.hint}</small>}
      {children}
      <FieldError id={`${id}-error`} text={field.error} />
    </div>
  )
}

/** What to do now, beside the field: ink and a sign, never red. */
export function FieldError({ id, text }: { id: string; text?: string | null }) {
  if (!text) return null
  return (
    <p class="bij-veld" id={id}>
      <Icon name="speech" />
      <span>{text}</span>
    </p>
  )
}

export type FieldProps = Common & {
  type?: 'text' | 'email' | 'date' | 'time' | 'datetime-local' | 'number' | 'search' | 'file' | 'url'
  value?: string | number | null
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email'
  maxlength?: number
  min?: string | number
  max?: string | number
  step?: string | number
  pattern?: string
  accept?: string
}

/** One line of text, a date, a number or a file. */
export function Field(props: FieldProps) {
  return (
    <Wrap field={props}>
      <input
        type={props.type ?? 'text'}
        value={props.value ?? undefined}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        min={props.min}
        max={props.max}
        step={props.step}
        pattern={props.pattern}
        accept={props.accept}
        {...tied(props)}
      />
    </Wrap>
  )
}

export type TextFieldProps = Common & {
  value?: string | null
  rows?: number
  maxlength?: number
  lang?: string
  /** 'off': the browser keeps and offers nothing of it */
  autocomplete?: 'off'
}

/** Text of more lines; it grows with what is typed where the browser can. */
export function TextField(props: TextFieldProps) {
  return (
    <Wrap field={props}>
      <textarea
        rows={props.rows ?? 2}
        maxlength={props.maxlength}
        lang={props.lang}
        autocomplete={props.autocomplete}
        {...tied(props)}
      >
        {keepFirstBreak(props.value ?? '')}
      </textarea>
    </Wrap>
  )
}

/** A browser drops a line break right after the opening tag; one more keeps the text as it was typed. */
const keepFirstBreak = (value: string) => (/^\r?\n/.test(value) ? `\n${value}` : value)

export type Option = { value: string; label: string; disabled?: boolean }

export type SelectFieldProps = Common & {
  value?: string | null
  options: readonly Option[]
  /** first line when nothing is chosen yet */
  none?: string
}

/** A choice from a list that is too long for choices one below the other. */
export function SelectField(props: SelectFieldProps) {
  return (
    <Wrap field={props}>
      <select {...tied(props)}>
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.options.map(({ value, label, disabled }) => (
          <option
            value={value}
            selected={value === props.value ? true : undefined}
            disabled={disabled ? true : undefined}
          >
            {label}
          </option>
        ))}
      </select>
    </Wrap>
  )
}
