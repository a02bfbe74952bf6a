import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { Check, ChoiceGroup } from '../ui/choice.tsx'
import { Field, FieldError, SelectField } from '../ui/field.tsx'
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
  return (
    <>
      <RuleFields refused={refused} language={language} />
      <Field
        name="quorum"
        type="number"
        inputmode="numeric"
        min={1}
        max={props.people.length}
        narrow
        label={text.quorum}
        value={typedText(typed, 'quorum') ?? props.quorum}
        error={besideField(refused, 'quorum', language)}
      />
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
      <Voters {...props} />
      <p class="noot">{text.fixed}</p>
    </>
  )
}

function RuleFields({ refused, language }: Pick<FrameFieldsProps, 'refused' | 'language'>) {
  const text = roundText(language)
  const percentage = (
    <Field
      name="percentage"
      type="number"
      inputmode="numeric"
      min={50}
      max={100}
      narrow
      label={text.percentage}
      hint={text.percentageHint}
      value={typedText(refused?.typed, 'percentage') ?? 50}
      error={besideField(refused, 'percentage', language)}
    />
  )
  return (
    <ChoiceGroup
      legend={text.rule}
      name="rule"
      chosen={[typedText(refused?.typed, 'rule') ?? 'consent']}
      choices={[
        { value: 'consent', title: text.ruleConsent, note: text.ruleConsentNote },
        { value: 'majority', title: text.ruleMajority, note: text.ruleMajorityNote, more: percentage },
      ]}
      error={besideField(refused, 'rule', language)}
    />
  )
}

function Voters({ people, refused, language }: FrameFieldsProps) {
  const error = besideField(refused, 'voter', language)
  return (
    <fieldset id="f-voter" aria-describedby={error ? 'voter-error' : undefined}>
      <legend>{roundText(language).voters}</legend>
      <div class="kolommen">
        {people.map(({ id, name }) => (
          <Check name="voter" value={id} label={name} checked={wasTicked(refused?.typed, id)} />
        ))}
      </div>
      <FieldError id="voter-error" text={error} />
    </fieldset>
  )
}

function wasTicked(typed: Typed | undefined, id: PersonId) {
  const ticked = typed?.['voter']
  if (typed === undefined) return true
  return typeof ticked === 'string' ? ticked === id : (ticked?.includes(id) ?? false)
}
