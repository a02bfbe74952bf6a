import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { LONGEST, type MeetingDetails, MOST_MINUTES } from '../meeting/meeting-plan.ts'
import { closingField } from '../round/round-form.ts'
import { Field, SelectField } from '../ui/field.tsx'
import { besideOf, type Trouble, typedIn } from './meeting-trouble-view.ts'
import { meetingsText } from './meetings-text.ts'

export type DetailsFieldsProps = {
  people: readonly { readonly id: PersonId; readonly name: string }[]
  /** First guesses, or as it stands; null: nobody is guessed. */
  details: Omit<MeetingDetails, 'minuteTaker'> & { readonly minuteTaker: PersonId | null }
  trouble: Trouble | null
  language: Language
}

/** When, where, how long, who leads and who takes the minutes. */
export function DetailsFields(props: DetailsFieldsProps) {
  const { details, trouble, language } = props
  const text = meetingsText(language)
  const common = (name: string) => ({ name, error: besideOf(trouble, name, language) })
  return (
    <>
      <Field
        {...common('title')}
        label={text.name}
        value={typedIn(trouble, 'title') ?? details.title}
        maxlength={LONGEST.title}
      />
      <Time {...props} />
      <Field
        {...common('place')}
        label={text.place}
        hint={text.placeHint}
        optional={language}
        value={typedIn(trouble, 'place') ?? details.place}
        maxlength={LONGEST.place}
      />
      <People {...props} />
    </>
  )
}

function Time({ details, trouble, language }: DetailsFieldsProps) {
  const text = meetingsText(language)
  const common = (name: string) => ({ name, error: besideOf(trouble, name, language) })
  return (
    <div class="veldrij agendatijd">
      <Field
        {...common('startsAt')}
        type="datetime-local"
        narrow
        label={text.startsAt}
        value={typedIn(trouble, 'startsAt') ?? closingField(details.startsAt)}
      />
      <Field
        {...common('minutes')}
        type="number"
        inputmode="numeric"
        min={1}
        max={MOST_MINUTES}
        narrow
        label={text.length}
        value={typedIn(trouble, 'minutes') ?? details.minutes}
      />
    </div>
  )
}

function People({ people, details, trouble, language }: DetailsFieldsProps) {
  const text = meetingsText(language)
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div class="veldrij agendatijd">
      <SelectField
        name="chair"
        narrow
        label={text.chair}
        value={typedIn(trouble, 'chair') ?? details.chair}
        options={options}
        error={besideOf(trouble, 'chair', language)}
      />
      <SelectField
        name="minuteTaker"
        narrow
        label={text.minuteTaker}
        value={typedIn(trouble, 'minuteTaker') ?? details.minuteTaker}
        none={text.chooseSomeone}
        options={options}
        error={besideOf(trouble, 'minuteTaker', language)}
      />
    </div>
  )
}
