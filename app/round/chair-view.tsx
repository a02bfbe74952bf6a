import type { Child } from 'hono/jsx'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, TextField } from '../ui/field.tsx'
import { Form, PostButton } from '../ui/form.tsx'
import { WAYS } from './round.ts'
import { roomText } from './round-room-text.ts'
import { type SeenDecision, seenLast } from './round-standing.ts'
import { atTime, roundText } from './round-text.ts'
import { hasObjectionOf } from './round-way.ts'
import { besideField, type Refused, typedText } from './voice-view.tsx'

export type ChairProps = {
  decision: SeenDecision
  action: string
  language: Language
  refused: Refused | null
  /** The text that the next round would put forward, as fields of the room that asks. */
  newText: Child
  /** A first guess for when the next round closes, as a `datetime-local` field has it. */
  closesAt: string
}

/** What the chair can do now: close an open round, or bring an item without a decision further. */
export function ChairActs(props: ChairProps) {
  const { decision, language } = props
  const text = roundText(language)
  const { now } = decision.standing
  if (now.is === 'stands' || now.is === 'dropped') return null
  return (
    <section class="blok stapel" aria-labelledby="vz-kop">
      <h2 id="vz-kop">{text.chairTitle}</h2>
      {now.is === 'open' ? <CloseRound {...props} /> : <GoOn {...props} />}
    </section>
  )
}

function CloseRound({ decision, action, language }: ChairProps) {
  const text = roundText(language)
  const { now } = decision.standing
  const everyone = now.is === 'open' && now.everyone
  if (seenLast(decision).held === 'room') return <p>{roomText(language).closesInRoom}</p>
  return (
    <>
      <p>{text.closeWhen(atTime(seenLast(decision).closesAt, language))}</p>
      {everyone && (
        <PostButton action={action} hidden={{ act: 'close' }} kind="quiet">
          {text.closeNow}
        </PostButton>
      )}
    </>
  )
}

function GoOn(props: ChairProps) {
  const text = roundText(props.language)
  const failed = typedText(props.refused?.typed, 'act')
  return (
    <>
      <Fold summary={text.renewTitle} open={failed === 'renew'} id="opnieuw">
        <Renew {...props} />
      </Fold>
      <Fold summary={text.settleTitle} open={failed === 'settle'} id="hoe-verder">
        <Settle {...props} />
      </Fold>
    </>
  )
}

function Renew({ action, language, refused, newText, closesAt }: ChairProps) {
  const text = roundText(language)
  const typed = refused?.typed
  return (
    <Form action={action} label={text.renewTitle}>
      <input type="hidden" name="act" value="renew" />
      {newText}
      <TextField
        name="changeNote"
        label={text.renewNote}
        hint={text.renewNoteHint}
        value={typedText(typed, 'changeNote')}
        error={besideField(refused, 'changeNote', language)}
      />
      <Field
        name="closesAt"
        type="datetime-local"
        label={text.closesAt}
        narrow
        value={typedText(typed, 'closesAt') ?? closesAt}
        error={besideField(refused, 'closesAt', language)}
      />
      <Button>{text.renew}</Button>
    </Form>
  )
}

function Settle({ action, language, refused }: ChairProps) {
  const text = roundText(language)
  const typed = refused?.typed
  const chosen = typedText(typed, 'way')
  return (
    <Form action={action} label={text.settleTitle}>
      <input type="hidden" name="act" value="settle" />
      <ChoiceGroup
        legend={text.settleTitle}
        hiddenLegend
        hint={text.settleHint}
        name="way"
        choices={WAYS.map((way) => ({ value: way, title: text.way[way] }))}
        chosen={chosen ? [chosen] : []}
        error={besideField(refused, 'way', language)}
      />
      <TextField
        name="note"
        label={text.settleNote}
        value={typedText(typed, 'note')}
        error={besideField(refused, 'note', language)}
      />
      <Button kind="quiet">{text.settle}</Button>
    </Form>
  )
}

/** For the objector alone, after the round. */
export function TakeBack({
  decision,
  action,
  language,
  person,
}: Pick<ChairProps, 'decision' | 'action' | 'language'> & { person: PersonId }) {
  const text = roundText(language)
  if (decision.standing.now.is !== 'objection' || !hasObjectionOf(decision, person)) return null
  return (
    <section class="blok stapel" aria-labelledby="in-kop">
      <h2 id="in-kop">{text.withdrawTitle}</h2>
      <p>{text.withdrawNote}</p>
      <PostButton action={action} hidden={{ act: 'withdraw' }} kind="quiet">
        {text.withdraw}
      </PostButton>
    </section>
  )
}
