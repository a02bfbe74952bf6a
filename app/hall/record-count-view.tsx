import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { Act, placeOf } from './lead-act-view.tsx'
import { type Desk, typedIn } from './record.ts'
import { recordText } from './record-text.ts'

/** Hands or papers of the room as numbers; by consent an objection is no number, it has a name. */
export function Count({ desk }: { desk: Desk }) {
  const { board, leading, openRound } = desk
  const text = recordText(board.words.language)
  const round = String(openRound?.number ?? '')
  const id = `tafel-tel-${openRound?.id}-${round}`
  return (
    <>
      <form action={`${board.href}/act`} method="post" class="formulier" novalidate id={id}>
        <HiddenFields values={{ act: 'count', ...placeOf(leading), round }} />
        <p class="noot">{text.countNote}</p>
        <Method desk={desk} />
        <Numbers desk={desk} />
        <Button>{text.saveCount}</Button>
      </form>
      <Act at={leading} act="count-away" fields={{ round }} kind="link">
        {text.countAway}
      </Act>
    </>
  )
}

/** Of a vote without names papers alone are counted: a hand has a face. */
function Method({ desk }: { desk: Desk }) {
  const { scene, words } = desk.board
  const text = recordText(words.language)
  const methods = scene.meeting.deciding.unnamed ? (['paper'] as const) : (['hands', 'paper'] as const)
  return (
    <ChoiceGroup
      legend={text.method}
      name="method"
      chosen={[typedIn(desk, 'count').value('method') ?? methods[0]]}
      choices={methods.map((value) => ({ value, title: text[value] }))}
    />
  )
}

function Numbers({ desk }: { desk: Desk }) {
  const { scene, words } = desk.board
  const text = recordText(words.language)
  const { rule, unnamed } = scene.meeting.deciding
  return (
    <>
      <HowMany desk={desk} name="for" label={text.countFor[rule.kind]} />
      {!unnamed && <HowMany desk={desk} name="concerns" label={text.countConcerns[rule.kind]} />}
      {rule.kind === 'majority' ? (
        <>
          <HowMany desk={desk} name="against" label={text.countAgainst} />
          <HowMany desk={desk} name="blank" label={text.countBlank} />
        </>
      ) : (
        <p class="noot">{text.countConsent}</p>
      )}
    </>
  )
}

function HowMany({ desk, name, label }: { desk: Desk; name: string; label: string }) {
  const typed = typedIn(desk, 'count')
  const [value, error] = [typed.value(name) ?? '', typed.error(name)]
  return <Field name={name} label={label} type="number" min="0" narrow value={value} error={error} />
}
