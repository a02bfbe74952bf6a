import { NEXT_STEPS } from '../evaluation/evaluation.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { RichText } from '../ui/rich.tsx'
import { LONGEST_WORDS, type LookOf } from './look-back.ts'
import { LookForm } from './look-back-form-view.tsx'
import type { LookItem, LookSheet } from './look-back-sheet.ts'
import { lookBackText } from './look-back-text.ts'

type DecideProps = { sheet: LookSheet; at: LookItem; look: LookOf<'evaluation'> }

/** How one goal or track goes on: what was gathered, the proposal, and the team's yes or a round on the board. */
export function DecideDesk({ sheet, at, look }: DecideProps) {
  const text = lookBackText(sheet.words.language)
  const named = at.pieces.filter(({ label }) => label !== '')
  const plain = at.pieces.filter(({ label }) => label === '')
  return (
    <>
      {plain.map(({ text: said }) => (
        <p class="noot">{said}</p>
      ))}
      {named.length > 0 && (
        <dl class="akte-dl">
          {named.map((piece) => (
            <div>
              <dt>{piece.label}</dt>
              <dd>
                <RichText text={piece.text} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {look.outcome?.how && <p class="noot">{look.outcome.how === 'round' ? text.byRound : text.inRoom}</p>}
      {at.decides ? <Deciding {...{ sheet, at, look }} /> : <p class="noot">{text.asks[look.asked]}</p>}
    </>
  )
}

function Deciding({ sheet, at, look }: DecideProps) {
  const text = lookBackText(sheet.words.language)
  const { outcome } = look
  if (outcome?.how === 'round') return null
  return (
    <>
      {outcome && outcome.how === null && (
        <LookForm sheet={sheet} at={at} act="agree" class="regelformulier">
          <Button icon="check">{text.agree}</Button>
          <small class="noot">{text.agreeNote}</small>
        </LookForm>
      )}
      <Proposing {...{ sheet, at, look }} />
    </>
  )
}

function Proposing({ sheet, at, look }: DecideProps) {
  const text = lookBackText(sheet.words.language)
  const { outcome } = look
  const begins = outcome ?? look.written
  return (
    <LookForm sheet={sheet} at={at} act="propose">
      <ChoiceGroup
        legend={text.choose}
        name="next"
        id={`next-${at.item.id}`}
        chosen={[sheet.typedOf(at, 'propose', 'next') ?? begins?.next ?? '']}
        error={sheet.errorOf(at, 'propose', 'next')}
        choices={NEXT_STEPS.map((value) => ({ value, title: text.next[value] }))}
      />
      <TextField
        name="words"
        id={`words-${at.item.id}`}
        label={text.how}
        hint={text.howHint}
        maxlength={LONGEST_WORDS}
        value={sheet.typedOf(at, 'propose', 'words') ?? begins?.words ?? ''}
        error={sheet.errorOf(at, 'propose', 'words')}
      />
      <Button kind={outcome ? 'quiet' : 'main'}>
        {look.asked === 'team' ? text.propose : text.chooseOwn}
      </Button>
    </LookForm>
  )
}
