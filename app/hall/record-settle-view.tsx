import { WAYS } from '../round/round.ts'
import { roundText } from '../round/round-text.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { canSettle } from './lead.ts'
import { placeOf } from './lead-act-view.tsx'
import { type Desk, typedIn } from './record.ts'

/** After a round without a decision: with whom, or when, the talk goes on. It decides nothing. */
export function RecordSettle({ desk }: { desk: Desk }) {
  const { board, leading, refused } = desk
  const text = roundText(board.words.language)
  if (!canSettle(board.sheet)) return null
  const typed = typedIn(desk, 'settle')
  return (
    <Fold summary={text.settleTitle} id="tafel-verder" open={refused?.form['act'] === 'settle'}>
      <form
        action={`${board.href}/act`}
        method="post"
        class="formulier"
        novalidate
        id={`tafel-verder-${board.sheet?.decision?.id}-${board.sheet?.decision?.rounds.length}`}
      >
        <HiddenFields values={{ act: 'settle', ...placeOf(leading) }} />
        <ChoiceGroup
          legend={text.settleTitle}
          hiddenLegend
          hint={text.settleHint}
          name="way"
          choices={WAYS.map((way) => ({ value: way, title: text.way[way] }))}
          chosen={[typed.value('way') ?? '']}
          error={typed.error('way')}
        />
        <TextField
          name="note"
          label={text.settleNote}
          value={typed.value('note')}
          error={typed.error('note')}
        />
        <Button kind="quiet">{text.settle}</Button>
      </form>
    </Fold>
  )
}
