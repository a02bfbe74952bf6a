import { type MeetingItem, PURPOSES } from '../meeting/meeting.ts'
import { hasOwnText, LONGEST, MOST_MINUTES } from '../meeting/meeting-plan.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Field, SelectField, TextField } from '../ui/field.tsx'
import { Actions, HiddenFields } from '../ui/form.tsx'
import { agendaText } from './agenda-text.ts'
import { type MeetingSheet, prepares } from './meeting-page-scene.ts'
import { meetingText } from './meeting-text.ts'
import { besideOf, type Trouble, typedIn } from './meeting-trouble-view.ts'

type ItemFormProps = {
  sheet: MeetingSheet
  trouble: Trouble | null
  item: MeetingItem
  place: number
}

/** An item in place: its words, minutes, what it is for, its place; or off the agenda. */
export function ItemForm(props: ItemFormProps) {
  const { sheet, item, place } = props
  const { scene, language } = sheet
  const trouble = props.trouble?.form === item.id ? props.trouble : null
  const text = meetingText(language)
  const href = `/meeting/${scene.meeting.id}`
  return (
    <li id={`punt-${item.id}`} class="bewerkt">
      <form action={href} method="post" class="formulier" novalidate aria-label={item.title}>
        <HiddenFields values={{ item: item.id }} />
        <Words {...props} trouble={trouble} />
        <PurposeAndMinutes {...{ item, trouble, language }} of={item.id} />
        {prepares(sheet) && (
          <SelectField
            name="place"
            id={`plaats-${item.id}`}
            narrow
            label={text.place}
            value={String(place + 1)}
            options={scene.items.map((_one, at) => ({ value: String(at + 1), label: String(at + 1) }))}
          />
        )}
        <Actions>
          <Button name="act" value="item">
            {text.save}
          </Button>
          <Button kind="quiet" name="act" value="remove">
            {text.remove}
          </Button>
          <LinkButton href={`${href}#punt-${item.id}`}>{text.stop}</LinkButton>
        </Actions>
      </form>
    </li>
  )
}

/** Title and introduction; what stands in the plan keeps its title. */
function Words({ sheet: { language }, trouble, item }: ItemFormProps) {
  const text = meetingText(language)
  return (
    <>
      {hasOwnText(item.kind) ? (
        <Field
          name="title"
          id={`titel-${item.id}`}
          label={text.itemTitle}
          value={typedIn(trouble, 'title') ?? item.title}
          error={besideOf(trouble, 'title', language)}
          maxlength={LONGEST.itemTitle}
        />
      ) : (
        <h3 tabindex={-1}>{item.title}</h3>
      )}
      <TextField
        name="text"
        id={`tekst-${item.id}`}
        label={item.kind === 'proposal' ? text.proposalText : text.itemText}
        hint={text.itemTextHint}
        optional={item.kind === 'proposal' ? undefined : language}
        value={typedIn(trouble, 'text') ?? item.text}
        error={besideOf(trouble, 'text', language)}
      />
    </>
  )
}

type FieldsProps = {
  item: Pick<MeetingItem, 'purpose' | 'minutes'>
  trouble: Trouble | null
  language: MeetingSheet['language']
  /** tells the ids of several such fields on one page apart */
  of: string
}

export function PurposeAndMinutes({ item, trouble, language, of }: FieldsProps) {
  const text = meetingText(language)
  const words = agendaText(language)
  return (
    <div class="veldrij agendatijd">
      <SelectField
        name="purpose"
        id={`doel-${of}`}
        narrow
        label={text.purpose}
        value={typedIn(trouble, 'purpose') ?? item.purpose}
        options={PURPOSES.map((value) => ({ value, label: words.purpose[value] }))}
        error={besideOf(trouble, 'purpose', language)}
      />
      <Field
        name="minutes"
        id={`minuten-${of}`}
        type="number"
        inputmode="numeric"
        min={1}
        max={MOST_MINUTES}
        narrow
        label={text.minutesField}
        value={typedIn(trouble, 'minutes') ?? item.minutes}
        error={besideOf(trouble, 'minutes', language)}
      />
    </div>
  )
}
