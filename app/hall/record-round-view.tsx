import { byName } from '../kernel/language.ts'
import { nameIn } from '../meeting/meeting.ts'
import { roundText } from '../round/round-text.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { placeOf } from './lead-act-view.tsx'
import { type Desk, typedIn } from './record.ts'
import { Count } from './record-count-view.tsx'
import { recordText } from './record-text.ts'

/** While a round is open: who is still to be heard, and what comes in without a phone. */
export function RecordRound({ desk }: { desk: Desk }) {
  if (desk.openRound === null) return null
  const text = recordText(desk.board.words.language)
  const failed = desk.refused?.form['act']
  return (
    <section class="blok stapel" aria-labelledby="tafel-ronde">
      <h2 id="tafel-ronde">{text.silent}</h2>
      <Silent desk={desk} />
      {!desk.board.scene.meeting.deciding.unnamed && (
        <Fold summary={text.voice} id="tafel-stem" open={failed === 'voice'}>
          <VoiceOfOther desk={desk} />
        </Fold>
      )}
      <Fold summary={text.count} id="tafel-tel" open={failed === 'count'}>
        <Count desk={desk} />
      </Fold>
    </section>
  )
}

function Silent({ desk: { board, silent } }: { desk: Desk }) {
  const text = recordText(board.words.language)
  if (silent === null) return null
  if (silent.length === 0) return <p>{text.nobodySilent}</p>
  const names = silent.map((person) => nameIn(board.scene, person) ?? '').sort(byName)
  return (
    <>
      <p>{names.join(', ')}</p>
      <p class="noot">{text.silentNote}</p>
    </>
  )
}

function VoiceOfOther({ desk }: { desk: Desk }) {
  const { leading, openRound, board } = desk
  const text = recordText(board.words.language)
  const typed = typedIn(desk, 'voice')
  const chosen = typed.value('how') ?? 'phone'
  return (
    <form
      action={`${board.href}/act`}
      method="post"
      class="formulier"
      novalidate
      id={`tafel-stem-${openRound?.id}-${openRound?.number}`}
    >
      <HiddenFields values={{ act: 'voice', ...placeOf(leading), round: String(openRound?.number ?? '') }} />
      <p class="noot">{text.voiceNote}</p>
      <SelectField
        name="person"
        label={text.who}
        options={votersOf(desk)}
        none={text.choose}
        value={typed.value('person')}
        error={typed.error('person')}
      />
      <ChoiceGroup
        legend={text.how}
        name="how"
        chosen={[chosen]}
        choices={(['phone', 'hand'] as const).map((value) => ({ value, title: text[value] }))}
        error={typed.error('how')}
      />
      <Answer desk={desk} />
      <Button>{text.enter}</Button>
    </form>
  )
}

/** Who is still to be heard first; whose answer is in can still be put right. */
function votersOf({ board, silent }: Desk) {
  const text = recordText(board.words.language)
  const named = board.scene.meeting.deciding.voters
    .map((value) => ({ value, label: nameIn(board.scene, value) ?? '', isIn: !silent?.includes(value) }))
    .sort((one, other) => Number(one.isIn) - Number(other.isIn) || byName(one.label, other.label))
  return named.map(({ value, label, isIn }) => ({ value, label: isIn ? text.isIn(label) : label }))
}

function Answer({ desk }: { desk: Desk }) {
  const { language } = desk.board.words
  const text = recordText(language)
  const round = roundText(language)
  const rule = desk.board.scene.meeting.deciding.rule.kind
  const typed = typedIn(desk, 'voice')
  const reason = (name: 'concern' | 'objection') => (
    <TextField
      name={name}
      label={name === 'objection' ? round.objectionLabel : round.concernLabel}
      value={typed.value(name)}
      error={typed.error(name)}
    />
  )
  return (
    <ChoiceGroup
      legend={text.answer}
      name="answer"
      chosen={[typed.value('answer') ?? '']}
      choices={(['consent', 'concern', 'objection'] as const).map((kind) => ({
        value: kind,
        title: round.choice[kind][rule],
        icon: kind,
        more: kind === 'consent' ? undefined : reason(kind),
      }))}
      error={typed.error('answer')}
    />
  )
}
