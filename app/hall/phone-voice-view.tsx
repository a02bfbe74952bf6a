import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { MeetingItem } from '../meeting/meeting.ts'
import { type Answer, CHOICES } from '../round/round.ts'
import { roomText } from '../round/round-room-text.ts'
import { type SeenDecision, seenLast } from '../round/round-standing.ts'
import { roundText } from '../round/round-text.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { phoneText } from './phone-text.ts'
import type { Typed } from './phone-typed.ts'

export type VoiceProps = {
  decision: SeenDecision
  item: MeetingItem
  href: string
  typed: Typed | null
  language: Language
  nameOf: (person: PersonId | null) => string
}

/** Which round a form answers: of another round it is not taken. */
export const along = (decision: SeenDecision) => ({
  decision: decision.id,
  round: String(seenLast(decision).number),
})
/** Short, for it stands many times in a page that has to be light; the end of an id is chance. */
export const idOf = (kind: string, decision: SeenDecision) =>
  `${kind}-${decision.id.slice(-12)}-${seenLast(decision).number}`

/** The answer by name: three choices, and once it is given the same form behind a fold. */
export function MyVoice(props: VoiceProps) {
  const { decision, typed, language } = props
  const text = phoneText(language)
  const { mine } = decision
  if (mine.answer === null) return <VoiceForm {...props} />
  return (
    <div class="stapel">
      <p class="tel-mijn">{text.myAnswer(answerWords(mine.answer, decision, language))}</p>
      <OwnReason answer={mine.answer} />
      {mine.enteredBy !== null && <p class="noot">{text.enteredBy(props.nameOf(mine.enteredBy))}</p>}
      {mine.how === 'before' && <p class="noot">{text.before}</p>}
      <p class="noot">{text.voiceUntil}</p>
      <Fold
        id={idOf('change', decision)}
        summary={text.change}
        open={typed?.act === 'speak' && typed.decision === decision.id}
      >
        <VoiceForm {...props} />
      </Fold>
    </div>
  )
}

export const answerWords = (answer: Answer, { frame }: Pick<SeenDecision, 'frame'>, language: Language) => {
  const said = frame.rule.kind === 'consent' ? roundText(language).said : roundText(language).voted
  return said[answer.kind]
}

export function OwnReason({ answer }: { answer: Answer }) {
  const words = answer.kind === 'objection' ? answer.reason : answer.kind === 'concern' ? answer.text : null
  return words ? <blockquote class="regels">{words}</blockquote> : null
}

function VoiceForm(props: VoiceProps) {
  const { decision, href, typed, language } = props
  const words = roundText(language)
  const text = phoneText(language)
  const rule = decision.frame.rule.kind
  const refused = typed?.act === 'speak' && typed.decision === decision.id ? typed : null
  const chosen = refused?.fields['answer'] ?? decision.mine.answer?.kind
  const choice = (kind: Answer['kind']) => ({
    value: kind,
    title: words.choice[kind][rule],
    note: words.choiceNote[kind],
    icon: kind,
    more: kind === 'consent' ? undefined : <Reason {...props} kind={kind} refused={refused} />,
  })
  // Another form once it is given: who sent the first is not left in what has folded away.
  const id = decision.mine.answer === null ? idOf('voice', decision) : `${idOf('voice', decision)}-again`
  return (
    <form class="stapel mijnstem" action={href} method="post" novalidate id={id}>
      <HiddenFields values={{ act: 'speak', ...along(decision) }} />
      <ChoiceGroup
        legend={text.voiceLegend}
        name="answer"
        id={idOf('answer', decision)}
        choices={[choice('consent'), choice('concern'), choice('objection')]}
        chosen={chosen ? [chosen] : []}
        error={refused?.field === 'answer' ? refused.reason : null}
      />
      <Button>{decision.mine.answer === null ? words.give : text.change}</Button>
      <p class="noot">{text.named}</p>
    </form>
  )
}

type ReasonProps = VoiceProps & { kind: 'concern' | 'objection'; refused: Typed | null }

function Reason({ decision, kind, refused, language }: ReasonProps) {
  const words = roundText(language)
  const isObjection = kind === 'objection'
  return (
    <TextField
      name={kind}
      id={idOf(kind, decision)}
      label={isObjection ? words.objectionLabel : words.concernLabel}
      hint={isObjection ? words.objectionHint : undefined}
      rows={isObjection ? 3 : 2}
      maxlength={2_000}
      value={refused?.fields[kind] ?? reasonOf(decision.mine.answer, kind)}
      error={refused?.field === kind ? refused.reason : null}
    />
  )
}

function reasonOf(answer: Answer | null, kind: 'concern' | 'objection') {
  if (answer === null || answer.kind !== kind) return ''
  return answer.kind === 'objection' ? answer.reason : (answer.text ?? '')
}

/** A vote without names: once, and what that gives and does not give said before it. */
export function Ballot({ decision, href, typed, language }: VoiceProps) {
  const text = phoneText(language)
  const room = roomText(language)
  const refused = typed?.act === 'ballot' ? typed : null
  return (
    <form class="stapel mijnstem" action={href} method="post" novalidate id={idOf('ballot', decision)}>
      <HiddenFields values={{ act: 'ballot', ...along(decision) }} />
      <ChoiceGroup
        legend={text.ballotLegend}
        name="choice"
        id={idOf('choice', decision)}
        choices={CHOICES.map((value) => ({
          value,
          title: room.choice[value],
          note: value === 'blank' ? room.choiceNote.blank : undefined,
        }))}
        chosen={refused?.fields['choice'] ? [refused.fields['choice']] : []}
        error={refused?.field === 'choice' ? refused.reason : null}
      />
      <p>
        <strong>{room.unnamedShort}</strong>
      </p>
      <Button>{text.ballotSend}</Button>
      <Fold id={idOf('honest', decision)} summary={room.unnamedTitle}>
        <ul class="punten">
          {[...room.unnamedGives, ...room.unnamedNot].map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Fold>
    </form>
  )
}
