import { yearTitle } from '../kernel/school-year.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField, TextField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { LONGEST_TITLE, TAKE } from './doing.ts'
import { doingText } from './doing-text.ts'
import { NoPlaceNote } from './openings-view.tsx'
import { type Doing, type TalkSheet, talkHref } from './talk-sheet.ts'

type Props = { sheet: TalkSheet }

/** The goal with everything filled in: one tap makes it, and everything can be changed before. */
export function GoalForm({ sheet }: Props) {
  const { language, terms } = sheet
  const { goal: text } = doingText(language)
  const { places, noPlace, meetings } = sheet.doing
  const [first] = places
  if (noPlace) return <NoPlaceNote {...{ noPlace, language, terms }} hasMeeting={meetings.length > 0} />
  if (!first) return <p class="noot">{text.waits(terms.coordinator)}</p>
  const tried = sheet.tried?.act === 'goal' ? sheet.tried : null
  return (
    <Fold summary={text.title} id="doelmaken" open={tried !== null || hasSomething(sheet)}>
      <Form action={talkHref(sheet.talk, sheet.side)} id="doel">
        <HiddenFields values={{ act: 'goal' }} />
        <GoalFields sheet={sheet} />
        <TakeAlong sheet={sheet} act="goal" />
        <p class="noot">
          {first.kind === 'draft' ? text.draftNote : text.amendNote} {text.readsNote}
        </p>
        {places.map(({ planId, year, kind }, at) => (
          <Button kind={at === 0 ? 'main' : 'quiet'} name="plan" value={planId}>
            {(kind === 'draft' ? text.draft : text.amend)(yearTitle(year))}
          </Button>
        ))}
      </Form>
    </Fold>
  )
}

/** Something was wanted or will be done: then it is time. */
const hasSomething = ({ talk, ambitions }: TalkSheet) =>
  ambitions.length > 0 || talk.lines.some(({ part }) => part === 'aim' || part === 'act')

/** What was typed before, else what is proposed; and the sentence at the field that it is about. */
function goalValues({ tried }: TalkSheet) {
  const own = tried?.act === 'goal' ? tried : null
  return {
    was: (name: string, proposed: string) => own?.fields[name] ?? proposed,
    errorAt: (name: string) => (own?.field === name ? own.sentence : null),
  }
}

function GoalFields({ sheet }: Props) {
  const { goal: text } = doingText(sheet.language)
  const { proposal } = sheet.doing
  const { was, errorAt } = goalValues(sheet)
  return (
    <>
      <Field
        name="title"
        id="doel-title"
        label={text.name}
        value={was('title', proposal.title)}
        maxlength={LONGEST_TITLE}
        autocomplete="off"
        error={errorAt('title')}
      />
      <GoalHangs sheet={sheet} />
      <Long name="situation" label={text.situation} value={was('situation', proposal.situation)} />
      <Long name="approach" label={text.approach} value={was('approach', proposal.approach)} />
    </>
  )
}

/** On which sentence of the vision it hangs, and when one looks back: both proposed, with the reason. */
function GoalHangs({ sheet }: Props) {
  const { goal: text } = doingText(sheet.language)
  const { proposal, vision } = sheet.doing
  const { was, errorAt } = goalValues(sheet)
  return (
    <>
      <SelectField
        name="vision"
        id="doel-vision"
        label={text.line}
        value={was('vision', proposal.line?.id ?? '')}
        none={text.noLine}
        options={vision.map((line) => ({ value: line.id, label: line.short }))}
        hint={proposal.line ? text.why[proposal.line.because] : undefined}
        error={errorAt('vision')}
      />
      <Field
        type="date"
        name="day"
        id="doel-day"
        label={text.day}
        value={was('day', proposal.test?.to ?? '')}
        hint={dayHint(sheet)}
        error={errorAt('day')}
      />
    </>
  )
}

/** Why that day, or why none is proposed. */
function dayHint({ doing: { proposal }, language }: TalkSheet): string {
  const { goal: text } = doingText(language)
  if (proposal.test) return text.dayHint(proposal.test.to)
  return proposal.knowsTests ? text.noTest : text.noTests
}

const Long = ({ name, label, value }: { name: string; label: string; value: string }) => (
  <TextField name={name} id={`doel-${name}`} label={label} value={value} rows={3} maxlength={2_000} />
)

/** Ambitions that hang on something already: they stay there, unless they are ticked. */
function TakeAlong({ sheet, act }: Props & { act: 'goal' | 'tie' }) {
  const { along: text, ambition } = doingText(sheet.language)
  const elsewhere = sheet.hangs.filter(({ place, mayCome }) => place !== null && mayCome)
  if (elsewhere.length === 0) return null
  const ticked = sheet.tried?.act === act ? sheet.tried.fields : {}
  return (
    <fieldset class="keuzes meenemen">
      <legend>{act === 'goal' ? text.legendNew : text.legend}</legend>
      <p class="noot">{text.hint}</p>
      {elsewhere.map(({ id, title, place }) => (
        <Check
          name={`${TAKE}${id}`}
          id={`${act}-${TAKE}${id}`}
          label={title}
          note={text.from(place?.name || ambition.unnamed)}
          checked={ticked[`${TAKE}${id}`] === 'yes'}
        />
      ))}
    </fieldset>
  )
}

/** A goal or the learning team's track that is there already. */
export function TieForm({ sheet }: Props) {
  const { tie: text } = doingText(sheet.language)
  const ties: Doing['ties'] = sheet.doing.ties
  const tried = sheet.tried?.act === 'tie' ? sheet.tried : null
  return (
    <Fold summary={text.title} id="hangaan" open={tried !== null}>
      <Form action={talkHref(sheet.talk, sheet.side)} id="vast">
        <HiddenFields values={{ act: 'tie' }} />
        <SelectField
          name="entry"
          label={text.label}
          value={tried?.fields['entry'] ?? null}
          options={[...ties]}
          error={tried?.sentence ?? null}
        />
        <TakeAlong sheet={sheet} act="tie" />
        <Button kind="quiet">{text.button}</Button>
      </Form>
    </Fold>
  )
}
