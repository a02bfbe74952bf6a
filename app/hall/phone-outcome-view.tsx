import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { Seat } from '../meeting/seat.ts'
import { nowSentence } from '../round/round-rule-text.ts'
import { type SeenDecision, seenLast } from '../round/round-standing.ts'
import { onDay } from '../round/round-text.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { RichText } from '../ui/rich.tsx'
import { tookBack } from './phone.ts'
import { SayForm } from './phone-say-view.tsx'
import { phoneText } from './phone-text.ts'
import { along, answerWords, idOf, OwnReason, type VoiceProps } from './phone-voice-view.tsx'

type OutcomeProps = Pick<VoiceProps, 'decision' | 'language'> & { seat: Pick<Seat, 'person'> }

/** The round closed: beside what came out, in numbers without names, one's own answer. */
export function Outcome({ decision, language, seat }: OutcomeProps) {
  const text = phoneText(language)
  const { answer } = decision.mine
  if (answer === null) return null
  const said = answerWords(answer, decision, language)
  return <p class="noot">{text.myAnswer(tookBack(decision, seat) ? text.takenBack(said) : said)}</p>
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

type LateProps = Omit<VoiceProps, 'item'> & { readonly person: PersonId | null }

/** Who was not there can come back on it, within the days that the school agreed on; and sees that it came in. */
export function LateObjection({ decision, person, ...rest }: LateProps) {
  const text = phoneText(rest.language)
  const { objectUntil } = decision.mine
  const given = seenLast(decision).late.findLast((late) => late.person === person)
  if (objectUntil === null && given === undefined) return null
  return (
    <section class="stapel tel-later" aria-labelledby={`late-${decision.id}-h`}>
      <h2 id={`late-${decision.id}-h`}>{decision.title}</h2>
      <div class="tel-woorden">
        <RichText text={seenLast(decision).text} />
      </div>
      {given && <p class="tel-staat">{given.withdrawnAt === null ? text.lateIn : text.lateBack}</p>}
      {given && <blockquote class="regels">{given.reason}</blockquote>}
      {objectUntil !== null && <LateForm decision={decision} until={objectUntil} {...rest} />}
    </section>
  )
}

type LateFormProps = Omit<VoiceProps, 'item'> & { readonly until: Moment }

function LateForm({ decision, href, typed, language, until }: LateFormProps) {
  const text = phoneText(language)
  const refused = typed?.act === 'late' && typed.decision === decision.id ? typed : null
  return (
    <>
      <p>{text.lateNote(onDay(until, language))}</p>
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
    </>
  )
}
