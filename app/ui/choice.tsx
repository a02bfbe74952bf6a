import type { Child } from 'hono/jsx'
import { FieldError } from './field.tsx'
import type { IconName } from './icon-shapes.ts'
import { Icon } from './icons.tsx'

export type Choice = {
  value: string
  title: string
  note?: string
  icon?: IconName
  /** fields that belong to this choice alone; they open when it is chosen */
  more?: Child
}

export type ChoiceGroupProps = {
  legend: string
  name: string
  choices: readonly Choice[]
  /** chosen values; one at most unless `several` */
  chosen?: readonly string[]
  several?: boolean
  hint?: Child
  error?: string | null
  hiddenLegend?: boolean
  /** start of the ids; default the name */
  id?: string
}

/** Choices as cards, one below the other: radio buttons, or boxes where several may be chosen. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const id = props.id ?? props.name
  const about = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter((part) => part).join(' ')
  return (
    <fieldset class="keuzes" id={id} aria-describedby={about || undefined}>
      <legend class={props.hiddenLegend ? 'vh' : undefined}>{props.legend}</legend>
      {props.hint && <small id={`${id}-hint`}>{props.hint}</small>}
      <FieldError id={`${id}-error`} text={props.error} />
      {props.choices.map((choice, place) => (
        <Card
          choice={choice}
          group={props}
          id={`${id}-${choice.value}`}
          first={Boolean(props.error) && place === 0}
        />
      ))}
    </fieldset>
  )
}

type CardProps = {
  choice: Choice
  group: ChoiceGroupProps
  id: string
  /** the first of a group to which something is to be done: a refused page opens there */
  first: boolean
}

function Card({ choice, group, id, first }: CardProps) {
  return (
    <>
      <label class="keuze" for={id}>
        <input
          type={group.several ? 'checkbox' : 'radio'}
          name={group.name}
          value={choice.value}
          id={id}
          autofocus={first ? true : undefined}
          checked={group.chosen?.includes(choice.value) ? true : undefined}
        />
        <span>
          <b>{choice.title}</b>
          {choice.note && <small>{choice.note}</small>}
        </span>
        {choice.icon && <Icon name={choice.icon} />}
      </label>
      {choice.more && <div class="reden">{choice.more}</div>}
    </>
  )
}

export type CheckProps = {
  name: string
  label: string
  value?: string
  note?: string
  checked?: boolean
  id?: string
}

/** One box to tick, with its words beside it. */
export function Check({ name, label, value = 'yes', note, checked, id = `f-${name}-${value}` }: CheckProps) {
  return (
    <label class="regel" for={id}>
      <input type="checkbox" name={name} value={value} id={id} checked={checked ? true : undefined} />
      <span>
        {label}
        {note && <small> {note}</small>}
      </span>
    </label>
  )
}
