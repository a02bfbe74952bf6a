import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { Field, SelectField } from '../ui/field.tsx'
import { QuorumField, RuleChoice, type Tried, VoterChoices } from './frame-pieces.tsx'
import { roundText } from './round-text.ts'
import { besideField, type Refused, type Typed, typedText } from './voice-view.tsx'

export type FrameFieldsProps = {
  people: readonly { readonly id: PersonId; readonly name: string }[]
  /** First guesses; what somebody typed and could not be taken goes before. */
  quorum: number
  chair: PersonId
  closesAt: string
  refused: Refused | null
  language: Language
}

/** What is fixed before the first voice: rule, quorum, closing time, chair, who has a voice. */
export function FrameFields(props: FrameFieldsProps) {
  const { language, refused } = props
  const text = roundText(language)
  const typed = refused?.typed
  const tried: Tried = {
    typed: (field) => typedText(typed, field),
    beside: (field) => besideField(refused, field, language),
  }
  return (
    <>
      <RuleChoice {...{ tried, language }} rule={{ kind: 'consent' }} />
      <QuorumField {...{ tried, language }} quorum={props.quorum} most={props.people.length} />
      <Field
        name="closesAt"
        type="datetime-local"
        narrow
        label={text.closesAt}
        value={typedText(typed, 'closesAt') ?? props.closesAt}
        error={besideField(refused, 'closesAt', language)}
      />
      <SelectField
        name="chair"
        label={text.chair}
        narrow
        value={typedText(typed, 'chair') ?? props.chair}
        options={props.people.map(({ id, name }) => ({ value: id, label: name }))}
        error={besideField(refused, 'chair', language)}
      />
      <VoterChoices {...{ tried, language }} people={props.people} isTicked={(id) => wasTicked(typed, id)} />
      <p class="noot">{text.fixed}</p>
    </>
  )
}

function wasTicked(typed: Typed | undefined, id: PersonId) {
  const ticked = typed?.['voter']
  if (typed === undefined) return true
  return typeof ticked === 'string' ? ticked === id : (ticked?.includes(id) ?? false)
}
