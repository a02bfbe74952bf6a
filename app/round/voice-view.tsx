import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import type { Answer, RoundRefusal } from './round.ts'
import { roundRefusalText } from './round-refusal-text.ts'
import { roomText } from './round-room-text.ts'
import { type SeenDecision, seenLast } from './round-standing.ts'
import { atTime, roundText } from './round-text.ts'

/** What somebody typed in a form that could not be taken, and why. */
export type Refused = { readonly reason: RoundRefusal; readonly field: string | null; readonly typed: Typed }
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>

export const typedText = (typed: Typed | undefined, name: string) => {
  const value = typed?.[name]
  return typeof value === 'string' ? value : null
}

/** The sentence beside a field, when the refusal is about that field. */
export const besideField = (refused: Refused | null, field: string, language: Language) =>
  refused?.field === field ? roundRefusalText(language)[refused.reason] : null

type VoiceFormProps = {
  decision: SeenDecision
  name: string
  action: string
  refused: Refused | null
  language: Language
}

/** My own answer: three choices, each with its own field; the same form changes it until the round closes. */
export function VoiceForm(props: VoiceFormProps) {
  const { decision, language } = props
  const text = roundText(language)
  if (seenLast(decision).closed !== null) return null
  if (!decision.mine.hasVoice) return <p class="noot">{text.noVoice}</p>
  if (decision.frame.unnamed) return <p class="noot">{roomText(language).unnamedHere}</p>
  const { spokenAt } = decision.mine
  return (
    <form class="mijnstem stapel" action={props.action} method="post" novalidate id="stem">
      <input type="hidden" name="act" value="speak" />
      <input type="hidden" name="round" value={String(seenLast(decision).number)} />
      <Choices {...props} />
      <Button>{spokenAt === null ? text.give : text.change}</Button>
      {spokenAt !== null && <p class="noot">{text.givenAt(atTime(spokenAt, language))}</p>}
      <p class="noot">{text.named}</p>
    </form>
  )
}

function Choices({ decision, name, refused, language }: VoiceFormProps) {
  const text = roundText(language)
  const rule = decision.frame.rule.kind
  const chosen = typedText(refused?.typed, 'answer') ?? decision.mine.answer?.kind
  const choice = (kind: Answer['kind'], icon: 'consent' | 'concern' | 'objection') => ({
    value: kind,
    title: text.choice[kind][rule],
    note: text.choiceNote[kind],
    icon,
    more:
      kind === 'consent' ? undefined : (
        <Reason kind={kind} decision={decision} refused={refused} language={language} />
      ),
  })
  return (
    <ChoiceGroup
      legend={text.myAnswer(name)}
      name="answer"
      choices={[choice('consent', 'consent'), choice('concern', 'concern'), choice('objection', 'objection')]}
      chosen={chosen ? [chosen] : []}
      error={besideField(refused, 'answer', language)}
    />
  )
}

type ReasonProps = Pick<VoiceFormProps, 'decision' | 'refused' | 'language'> & {
  kind: 'concern' | 'objection'
}

function Reason({ kind, decision, refused, language }: ReasonProps) {
  const text = roundText(language)
  const isObjection = kind === 'objection'
  return (
    <TextField
      name={kind}
      id={`f-${kind}`}
      label={isObjection ? text.objectionLabel : text.concernLabel}
      hint={isObjection ? text.objectionHint : undefined}
      rows={isObjection ? 3 : 2}
      value={typedText(refused?.typed, kind) ?? reasonOf(decision.mine.answer, kind)}
      error={besideField(refused, kind, language)}
    />
  )
}

function reasonOf(answer: Answer | null, kind: 'concern' | 'objection') {
  if (answer === null || answer.kind !== kind) return ''
  return answer.kind === 'objection' ? answer.reason : (answer.text ?? '')
}
