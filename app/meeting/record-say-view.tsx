import { Button } from '../ui/button.tsx'
import { Check, ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, TextField } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { Lines } from '../ui/rich.tsx'
import { Act, placeOf } from './lead-act-view.tsx'
import { nameIn, type Say } from './meeting.ts'
import { recordText } from './record-text.ts'
import type { Desk } from './record-view.tsx'

/** Questions, reactions and input of the current item, to tick off as they are talked through. */
export function RecordSays({ desk }: { desk: Desk }) {
  const { item, scene, words } = desk.board
  const text = recordText(words.language)
  const says = item ? scene.says.filter((say) => say.item === item.id) : []
  if (says.length === 0) return null
  return (
    <section class="blok" aria-labelledby="tafel-gezegd">
      <h2 id="tafel-gezegd">{text.says}</h2>
      <p class="noot">{text.saysNote}</p>
      <ul class="tafellijst">
        {says.map((say) => (
          <SayLine desk={desk} say={say} />
        ))}
      </ul>
    </section>
  )
}

function SayLine({ desk, say }: { desk: Desk; say: Say }) {
  const { scene, words } = desk.board
  const text = recordText(words.language)
  const isDone = say.doneAt !== null
  return (
    <li id={`tafel-${say.id}`} class={isDone ? 'besproken' : undefined}>
      <span>
        <Lines text={say.text} />
        <small>{` ${text.kind[say.kind]}, ${text.sayBy(nameIn(scene, say.person) ?? '')}`}</small>
      </span>
      <Act
        at={desk.leading}
        act={isDone ? 'say-undone' : 'say-done'}
        fields={{ say: say.id }}
        kind={isDone ? 'link' : 'quiet'}
        about={say.text.slice(0, 60)}
      >
        {isDone ? text.notYet : text.talkedThrough}
      </Act>
    </li>
  )
}

/** A question to the room that decides nothing. */
export function RecordPoll({ desk }: { desk: Desk }) {
  const { board, refused } = desk
  const text = recordText(board.words.language)
  if (board.item === null || desk.openRound !== null || board.polls.some(({ isOpen }) => isOpen)) return null
  return (
    <section class="blok">
      <Fold summary={text.poll} id="tafel-peiling" open={refused?.form['act'] === 'poll-open'}>
        <PollForm desk={desk} />
      </Fold>
    </section>
  )
}

function PollForm({ desk: { board, leading, refused } }: { desk: Desk }) {
  const text = recordText(board.words.language)
  const form = refused?.form['act'] === 'poll-open' ? refused.form : {}
  const error = (name: string) => (refused?.field === name ? refused.sentence : null)
  const dots = (
    <Field
      name="dots"
      label={text.pollDotsCount}
      type="number"
      narrow
      value={form['dots'] ?? '3'}
      error={error('dots')}
    />
  )
  return (
    <form
      action={`${board.href}/act`}
      method="post"
      class="formulier"
      novalidate
      id={`tafel-peil-${board.mark.item}`}
    >
      <HiddenFields values={{ act: 'poll-open', ...placeOf(leading) }} />
      <p class="noot">{text.pollNote}</p>
      <Field
        name="question"
        label={text.pollQuestion}
        value={form['question'] ?? ''}
        error={error('question')}
      />
      <TextField
        name="options"
        label={text.pollOptions}
        hint={text.pollOptionsHint}
        rows={4}
        value={form['options'] ?? ''}
        error={error('options')}
      />
      <ChoiceGroup
        legend={text.pollKind}
        name="kind"
        chosen={[form['kind'] ?? 'check']}
        choices={[
          { value: 'check', title: text.pollCheck },
          { value: 'dots', title: text.pollDots, more: dots },
        ]}
      />
      <Check
        name="unnamed"
        label={text.pollUnnamed}
        note={text.pollUnnamedNote}
        checked={form['unnamed'] === 'yes'}
      />
      <Button>{text.pollOpen}</Button>
    </form>
  )
}
