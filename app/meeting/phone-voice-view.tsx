import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { type Answer, CHOICES } from '../round/round.ts'
import { roomText } from '../round/round-room-text.ts'
import { nowSentence } from '../round/round-rule-text.ts'
import { type SeenDecision, seenLast } from '../round/round-standing.ts'
import { onDay, roundText } from '../round/round-text.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { RichText } from '../ui/rich.tsx'
import type { MeetingItem } from './meeting.ts'
import { SayForm } from './phone-say-view.tsx'
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

const along = (decision: SeenDecision) => ({
  decision: decision.id,
  round: String(seenLast(decision).number),
})
/** Short, for it stands many times in a page that has to be light; the end of an id is chance. */
const idOf = (kind: string, decision: SeenDecision) =>
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

function OwnReason({ answer }: { answer: Answer }) {
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
  return (
    <form class="stapel mijnstem" action={href} method="post" novalidate id={idOf('voice', decision)}>
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

/** The round closed: beside what came out, in numbers without names, one's own answer. */
export function Outcome({ decision, language }: Pick<VoiceProps, 'decision' | 'language'>) {
  const text = phoneText(language)
  const { answer } = decision.mine
  return answer && <p class="noot">{text.myAnswer(answerWords(answer, decision, language))}</p>
}

/** Without 'Nu:' before it: it stands by itself. */
export function outcomeSentence({ standing }: Pick<SeenDecision, 'standing'>, language: Language) {
  const sentence = nowSentence(standing, language).replace(/^(Nu|Now): /, '')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** One's own objection: thanked, asked along, and free to be taken back. */
export function MyObjection(props: VoiceProps & { says: number }) {
  const { decision, item, href, language } = props
  const text = phoneText(language)
  return (
    <div class="stapel">
      {decision.mine.answer && <OwnReason answer={decision.mine.answer} />}
      <SayForm {...props} item={item} kind="idea" />
      <Fold id={idOf('withdraw', decision)} summary={text.withdrawTitle}>
        <p class="noot">{text.withdrawNote}</p>
        <form action={href} method="post" id={idOf('take-back', decision)}>
          <HiddenFields values={{ act: 'withdraw', ...along(decision) }} />
          <Button kind="quiet">{text.withdraw}</Button>
        </form>
      </Fold>
    </div>
  )
}

/** Who was not there can come back on it, within the days that the school agreed on. */
export function LateObjection({ decision, href, typed, language }: Omit<VoiceProps, 'item'>) {
  const text = phoneText(language)
  const { objectUntil } = decision.mine
  if (objectUntil === null) return null
  const refused = typed?.act === 'late' && typed.decision === decision.id ? typed : null
  return (
    <section class="stapel tel-later" aria-labelledby={`late-${decision.id}-h`}>
      <h2 id={`late-${decision.id}-h`}>{decision.title}</h2>
      <div class="tel-woorden">
        <RichText text={seenLast(decision).text} />
      </div>
      <p>{text.lateNote(onDay(objectUntil, language))}</p>
      <form class="stapel" action={href} method="post" novalidate id={idOf('late', decision)}>
        <HiddenFields values={{ act: 'late', ...along(decision) }} />
        <TextField
          name="reason"
          id={idOf('late-reason', decision)}
          label={text.lateLabel}
          hint={text.lateHint}
          rows={3}
          maxlength={2_000}
          value={refused?.fields['reason'] ?? ''}
          error={refused?.field ? refused.reason : null}
        />
        <Button kind="quiet">{text.lateSend}</Button>
      </form>
    </section>
  )
}
