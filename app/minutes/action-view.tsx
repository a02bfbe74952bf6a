import { dayOf, longDay, shortDay } from '../kernel/day.ts'
import type { MeetingId, MeetingItemId, PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import type { Action } from './action.ts'
import { minutesActText } from './minutes-act-text.ts'
import { minutesText } from './minutes-text.ts'

/** Where one comes back after an act on minutes. */
export const BACKS = ['minutes', 'write', 'desk', 'for-you'] as const
export type Back = (typeof BACKS)[number]

export type ActionFormProps = {
  meetingId: MeetingId
  /** Null: an action of the meeting as a whole. */
  itemId: MeetingItemId | null
  /** The item by name, where more than one such form stands on a page. */
  about?: string
  back: Back
  /** Where it is sent, when not to the page of the minutes: there a refusal comes back with the words. */
  sendTo?: string
  language: Language
  typed?: string
  error?: string | null
}

/** Who does what by when, in one line, as it is said in the room. */
export function ActionForm(props: ActionFormProps) {
  const { meetingId, itemId, about, back, sendTo, language, typed, error } = props
  const text = minutesActText(language)
  const id = `action-${itemId ?? meetingId}`
  return (
    <Form
      action={sendTo ?? `/meeting/${meetingId}/minutes`}
      id={id}
      class="formulier actieregel"
      label={about ? `${text.actionLabel}: ${about}` : text.actionLabel}
    >
      <HiddenFields values={{ act: 'action', item: itemId ?? '', back }} />
      <Field
        name="line"
        id={`${id}-line`}
        label={text.actionLabel}
        hint={text.actionHint}
        value={typed}
        maxlength={500}
        autocomplete="off"
        error={error}
      />
      <Button kind="quiet">{text.addAction}</Button>
    </Form>
  )
}

export type ActionListProps = {
  actions: readonly Action[]
  nameOf: (id: PersonId) => string
  meetingId: MeetingId
  back: Back
  /** As for the form of a new one. */
  sendTo?: string
  /** Who looks: may tick what is their own. */
  mine: PersonId | null
  /** Keeps these minutes: may tick everything. */
  keeps: boolean
  /** May take actions out: as long as the minutes lie before nobody. */
  mayRemove: boolean
  language: Language
}

/** What was agreed, with whether it is done; everybody can tick their own. */
export function ActionList(props: ActionListProps) {
  if (props.actions.length === 0) return null
  return (
    <ul class="acties">
      {props.actions.map((action) => (
        <ActionLine {...props} action={action} />
      ))}
    </ul>
  )
}

function ActionLine(props: ActionListProps & { action: Action }) {
  const { action, nameOf, language, mine, keeps } = props
  const text = minutesText(language)
  const name = nameOf(action.owner)
  return (
    <li id={`action-of-${action.id}`} class={action.doneAt ? 'gedaan' : undefined}>
      <p>
        <b>{name}</b> <span>{action.what}</span>{' '}
        <small>
          {action.doneAt
            ? minutesActText(language).doneOn(shortDay(dayOf(new Date(action.doneAt)), language))
            : action.due
              ? text.forDay(longDay(action.due, language))
              : text.noDay}
        </small>
      </p>
      {(keeps || mine === action.owner) && <Ticks {...props} name={name} />}
    </li>
  )
}

function Ticks({
  action,
  meetingId,
  back,
  sendTo,
  mayRemove,
  language,
  name,
}: ActionListProps & { action: Action; name: string }) {
  const text = minutesActText(language)
  const about = text.about(name, action.what)
  const to = sendTo ?? `/meeting/${meetingId}/minutes`
  const hidden = { action: action.id, back }
  return (
    <div class="rij">
      {action.doneAt === null ? (
        <PostButton action={to} hidden={{ ...hidden, act: 'tick' }} kind="quiet" icon="check" about={about}>
          {text.tick}
        </PostButton>
      ) : (
        <PostButton action={to} hidden={{ ...hidden, act: 'untick' }} kind="link" about={about}>
          {text.untick}
        </PostButton>
      )}
      {mayRemove && (
        <PostButton action={to} hidden={{ ...hidden, act: 'remove' }} kind="link" about={about}>
          {text.remove}
        </PostButton>
      )}
    </div>
  )
}
