import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { Deciding } from '../meeting/meeting.ts'
import { FIRST_ABSENT_DAYS } from '../meeting/meeting-plan.ts'
import { QuorumField, RuleChoice, type Tried, VoterChoices } from '../round/frame-pieces.tsx'
import { roomText } from '../round/round-room-text.ts'
import { Check, ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, FieldError } from '../ui/field.tsx'
import { besideOf, type Trouble, typedIn } from './meeting-trouble-view.ts'
import { allOf, type MeetingForm, oneOf } from './meetings-form.ts'
import { meetingsText } from './meetings-text.ts'

type Person = { readonly id: PersonId; readonly name: string }

export type DecidingFieldsProps = {
  /** Everybody who can have a voice. */
  people: readonly Person[]
  deciding: Deciding
  trouble: Trouble | null
  language: Language
}

/** How the team decides: what is fixed before the first voice. */
export function DecidingFields(props: DecidingFieldsProps) {
  const { people, deciding, trouble, language } = props
  const tried: Tried = {
    typed: (field) => typedIn(trouble, field),
    beside: (field) => besideOf(trouble, field, language),
  }
  return (
    <>
      <RuleChoice
        {...{ tried, language }}
        rule={deciding.rule}
        more={<Unnamed deciding={deciding} trouble={trouble} language={language} />}
      />
      <QuorumField {...{ tried, language }} quorum={deciding.quorum} most={people.length} />
      <AbsentFields {...props} />
      <VoterChoices
        {...{ tried, language, people }}
        isTicked={(id) => isTicked(trouble?.typed, id, deciding)}
      />
      <p class="noot">{meetingsText(language).decidingFixed}</p>
    </>
  )
}

type OneField = Pick<DecidingFieldsProps, 'deciding' | 'trouble' | 'language'>

function Unnamed({ deciding, trouble, language }: OneField) {
  const text = meetingsText(language)
  const words = roomText(language)
  const ticked = trouble ? oneOf(trouble.typed, 'unnamed') === 'yes' : deciding.unnamed
  return (
    <div
      id="f-unnamed"
      aria-describedby={besideOf(trouble, 'unnamed', language) ? 'unnamed-error' : undefined}
    >
      <Check name="unnamed" label={text.unnamed} note={text.unnamedNote} checked={ticked} />
      <FieldError id="unnamed-error" text={besideOf(trouble, 'unnamed', language)} />
      <Fold summary={words.unnamedTitle}>
        <ul class="punten">
          {[...words.unnamedGives, ...words.unnamedNot].map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}

function AbsentFields({ deciding, trouble, language }: OneField) {
  const text = meetingsText(language)
  const days = (
    <Field
      name="absentDays"
      type="number"
      inputmode="numeric"
      min={1}
      max={30}
      narrow
      label={text.absentDays}
      value={typedIn(trouble, 'absentDays') ?? deciding.absentDays ?? FIRST_ABSENT_DAYS}
      error={besideOf(trouble, 'absentDays', language)}
    />
  )
  return (
    <ChoiceGroup
      legend={text.absent}
      name="absent"
      chosen={[typedIn(trouble, 'absent') ?? (deciding.absentDays === null ? 'before' : 'afterwards')]}
      choices={[
        { value: 'before', title: text.absentBeforeChoice, note: text.absentBeforeNote },
        { value: 'afterwards', title: text.absentAfterChoice, note: text.absentAfterNote, more: days },
      ]}
    />
  )
}

const isTicked = (typed: MeetingForm | undefined, id: PersonId, { voters }: Deciding) =>
  typed ? allOf(typed, 'voter').includes(id) : voters.includes(id)

/** How the team decides, in a few sentences. */
export function decidingSays(deciding: Deciding, language: Language): string[] {
  const text = meetingsText(language)
  const { rule, quorum, voters, unnamed, absentDays } = deciding
  const ruleSays =
    rule.kind === 'consent'
      ? text.consentShort
      : rule.percentage === 50
        ? text.halfShort
        : text.shareShort(rule.percentage)
  return [
    ruleSays,
    text.quorumShort(quorum, voters.length),
    ...(unnamed ? [text.unnamedShort] : []),
    absentDays !== null ? text.absentAfter(absentDays) : unnamed ? text.absentNot : text.absentBefore,
  ]
}
