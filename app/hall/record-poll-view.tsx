import { Button } from '../ui/button.tsx'
import { Check, ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, TextField } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { placeOf } from './lead-act-view.tsx'
import { type Desk, typedIn } from './record.ts'
import { recordText } from './record-text.ts'

/** A question to the room that decides nothing. */
export function RecordPoll({ desk }: { desk: Desk }) {
  const { board, refused } = desk
  const text = recordText(board.words.language)
  if (board.item === null || desk.openRound !== null || board.polls.some(({ isOpen }) => isOpen)) return null
  return (
    <section class="blok">
      <Fold summary={text.poll} id="tafel-peiling" open={refused?.form['act'] === 'poll-open'}>
        <form
          action={`${board.href}/act`}
          method="post"
          class="formulier"
          novalidate
          id={`tafel-peil-${board.mark.item}-${board.polls.length}`}
        >
          <HiddenFields values={{ act: 'poll-open', ...placeOf(desk.leading) }} />
          <p class="noot">{text.pollNote}</p>
          <Asked desk={desk} />
          <HowToChoose desk={desk} />
          <Button>{text.pollOpen}</Button>
        </form>
      </Fold>
    </section>
  )
}

function Asked({ desk }: { desk: Desk }) {
  const text = recordText(desk.board.words.language)
  const typed = typedIn(desk, 'poll-open')
  return (
    <>
      <Field
        name="question"
        label={text.pollQuestion}
        value={typed.value('question') ?? ''}
        error={typed.error('question')}
      />
      <TextField
        name="options"
        label={text.pollOptions}
        hint={text.pollOptionsHint}
        rows={4}
        value={typed.value('options') ?? ''}
        error={typed.error('options')}
      />
    </>
  )
}

function HowToChoose({ desk }: { desk: Desk }) {
  const text = recordText(desk.board.words.language)
  const typed = typedIn(desk, 'poll-open')
  const dots = (
    <Field
      name="dots"
      label={text.pollDotsCount}
      type="number"
      narrow
      value={typed.value('dots') ?? '3'}
      error={typed.error('dots')}
    />
  )
  return (
    <>
      <ChoiceGroup
        legend={text.pollKind}
        name="kind"
        chosen={[typed.value('kind') ?? 'check']}
        choices={[
          { value: 'check', title: text.pollCheck },
          { value: 'dots', title: text.pollDots, more: dots },
        ]}
      />
      <Check
        name="unnamed"
        label={text.pollUnnamed}
        note={text.pollUnnamedNote}
        checked={typed.value('unnamed') === 'yes'}
      />
    </>
  )
}
