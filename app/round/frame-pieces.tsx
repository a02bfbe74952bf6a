import type { Child } from 'hono/jsx'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { Check, ChoiceGroup } from '../ui/choice.tsx'
import { Field, FieldError } from '../ui/field.tsx'
import type { Rule } from './round.ts'
import { roundText } from './round-text.ts'

/** What came back of a form that could not be taken: what was typed in a field, and the sentence beside it. */
export type Tried = {
  typed(field: string): string | null
  beside(field: string): string | null
}

type PieceProps = { readonly tried: Tried; readonly language: Language }
type VoterChoice = { readonly id: PersonId; readonly name: string }

/** Consent, or a majority with its percentage; `more` stands under the majority. */
export function RuleChoice(props: PieceProps & { rule: Rule; more?: Child }) {
  const { tried, language, rule, more } = props
  const text = roundText(language)
  const majority = (
    <>
      <Field
        name="percentage"
        type="number"
        inputmode="numeric"
        min={50}
        max={100}
        narrow
        label={text.percentage}
        hint={text.percentageHint}
        value={tried.typed('percentage') ?? (rule.kind === 'majority' ? rule.percentage : 50)}
        error={tried.beside('percentage')}
      />
      {more}
    </>
  )
  return (
    <ChoiceGroup
      legend={text.rule}
      name="rule"
      chosen={[tried.typed('rule') ?? rule.kind]}
      choices={[
        { value: 'consent', title: text.ruleConsent, note: text.ruleConsentNote },
        { value: 'majority', title: text.ruleMajority, note: text.ruleMajorityNote, more: majority },
      ]}
      error={tried.beside('rule')}
    />
  )
}

/** How many have to answer. */
export const QuorumField = ({
  tried,
  language,
  quorum,
  most,
}: PieceProps & { quorum: number; most: number }) => (
  <Field
    name="quorum"
    type="number"
    inputmode="numeric"
    min={1}
    max={most}
    narrow
    label={roundText(language).quorum}
    value={tried.typed('quorum') ?? quorum}
    error={tried.beside('quorum')}
  />
)

type VotersProps = PieceProps & {
  readonly people: readonly VoterChoice[]
  readonly isTicked: (id: PersonId) => boolean
}

/** Who has a voice. */
export function VoterChoices({ tried, language, people, isTicked }: VotersProps) {
  const error = tried.beside('voter')
  return (
    <fieldset id="f-voter" aria-describedby={error ? 'voter-error' : undefined}>
      <legend>{roundText(language).voters}</legend>
      <div class="kolommen">
        {people.map(({ id, name }) => (
          <Check name="voter" value={id} label={name} checked={isTicked(id)} />
        ))}
      </div>
      <FieldError id="voter-error" text={error} />
    </fieldset>
  )
}
