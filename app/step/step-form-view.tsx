import { firstDay, lastDay } from '../kernel/school-year.ts'
import { stillOffered } from '../school/own-list.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, FieldError, SelectField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { LONGEST_SAW, LONGEST_STEP, type Step } from './step.ts'
import type { StepAt, StepFrame, StepTried } from './step-sheet.ts'
import { stepText } from './step-text.ts'

export type StepProps = { step: Step; at: StepAt; frame: StepFrame }

const triedAt = (frame: StepFrame, about: string, act: string): StepTried | null =>
  frame.tried?.about === about && frame.tried.act === act ? frame.tried : null

const hiddenFor = (at: StepAt, act: string, step?: Step) => ({
  act,
  back: at.back,
  ...(step ? { step: step.id } : {}),
})

/** A new step; the day and the form of work may stay empty. */
export function NewStep({ at, frame, isIn }: { at: StepAt; frame: StepFrame; isIn: boolean }) {
  const text = stepText(frame.language)
  const tried = triedAt(frame, '', 'make')
  return (
    <section class="blok" aria-labelledby="k-nieuw" id="nieuw">
      <h2 id="k-nieuw">{text.make}</h2>
      <p class="noot">{text.makeHint}</p>
      <Form action={at.action} id="make" labelledBy="k-nieuw">
        <HiddenFields values={hiddenFor(at, 'make')} />
        <StepFields {...{ at, frame, tried, isIn }} id="new" />
        <Button icon="plus">{text.add}</Button>
      </Form>
    </section>
  )
}

type FieldsProps = {
  at: StepAt
  frame: StepFrame
  tried: StepTried | null
  /** Start of the ids. */
  id: string
  step?: Step
  /** Whether the reader is a natural part of a new step: who makes it does it, unless another is named. */
  isIn: boolean
}

function StepFields({ at, frame, tried, id, step, isIn }: FieldsProps) {
  const text = stepText(frame.language)
  const field = (name: 'what' | 'onDay' | 'form', now: string | null | undefined) => ({
    name,
    id: `${id}-${name}`,
    value: tried?.values[name] ?? now,
    error: tried?.field === name ? tried.says : null,
  })
  const choices = frame.forms.filter((form) => !form.isRetired || form.key === step?.form)
  return (
    <>
      <Field {...field('what', step?.what)} label={text.what} hint={text.whatHint} maxlength={LONGEST_STEP} />
      <div class="stapwanneer">
        <Field
          {...field('onDay', step?.onDay)}
          type="date"
          label={text.onDay}
          hint={step && step.people.length > 1 ? text.dayNote : undefined}
          optional={frame.language}
          min={firstDay(at.year)}
          max={lastDay(at.year)}
        />
        <SelectField
          {...field('form', step?.form)}
          label={text.form}
          none={text.formNone}
          options={(step ? choices : stillOffered(choices)).map(({ key }) => ({
            value: key,
            label: frame.formNames.get(key) ?? '',
          }))}
        />
      </div>
      <People {...{ frame, tried, id, step, isIn }} />
    </>
  )
}

/** Whom to ask; who makes the step does it too, unless others alone are named. */
function People({ frame, tried, id, step, isIn }: Omit<FieldsProps, 'at'>) {
  const text = stepText(frame.language)
  const chosen = tried
    ? tried.people
    : step
      ? step.people.map(({ personId }) => personId)
      : isIn
        ? [frame.me]
        : []
  const people = frame.people.filter((person) => !person.hasLeft || chosen.includes(person.id))
  const names = people.filter(({ id: one }) => chosen.includes(one)).map(({ id: one }) => nameIn(frame, one))
  const error = tried?.field === 'people' ? tried.says : null
  return (
    <Fold summary={names.length > 0 ? `${text.who} ${names.join(', ')}` : text.who} open={error !== null}>
      <p class="noot">{isIn ? text.whoHint : text.whoHintOthers}</p>
      <FieldError id={`${id}-people-error`} text={error} />
      <fieldset class="namen">
        <legend class="vh">{text.who}</legend>
        {people.map((person) => (
          <Check
            name="people"
            id={`${id}-p-${person.id}`}
            value={person.id}
            label={nameIn(frame, person.id)}
            checked={chosen.includes(person.id)}
          />
        ))}
      </fieldset>
    </Fold>
  )
}

/** 'jij' for the reader, a first name for everybody else. */
export const nameIn = (frame: StepFrame, id: Step['people'][number]['personId']) =>
  id === frame.me ? stepText(frame.language).you : frame.nameOf(id)

/** One tap opens it, one ends the step; a line of what was seen in between, for who has one. */
export function Ending({ step, at, frame }: StepProps) {
  const text = stepText(frame.language)
  const tried = triedAt(frame, step.id, 'end')
  return (
    <div class="stapeind">
      <Fold summary={text.doneMore} open={tried !== null || frame.opened === step.id}>
        <Form action={at.action} id={`end-${step.id}`} label={`${text.doneMore} ${step.what}`}>
          <HiddenFields values={hiddenFor(at, 'end', step)} />
          <SawField {...{ step, at, frame, tried }} hint={text.sawHint} />
          <Actions>
            <Button name="as" value="done" icon="check">
              {text.done}
            </Button>
            <Button kind="link" name="as" value="let-go">
              {text.letGo}
            </Button>
          </Actions>
          <small class="noot">{text.letGoNote}</small>
        </Form>
      </Fold>
    </div>
  )
}

function SawField({ step, at, frame, tried, hint }: StepProps & { tried: StepTried | null; hint: string }) {
  const text = stepText(frame.language)
  return (
    <Field
      name="saw"
      id={`saw-${step.id}`}
      label={text.saw}
      hint={`${hint} ${text.sawRead(at.read, frame.coordinator)}`}
      optional={frame.language}
      maxlength={LONGEST_SAW}
      value={tried?.values['saw'] ?? step.ended?.saw}
      error={tried?.field === 'saw' ? tried.says : null}
    />
  )
}

/** Other words, another day, other people; or it was made by mistake. */
export function Changing({ step, at, frame }: StepProps) {
  const text = stepText(frame.language)
  const tried = triedAt(frame, step.id, 'change')
  return (
    <Fold summary={text.change} open={tried !== null}>
      <Form action={at.action} id={`change-${step.id}`} label={`${text.change} ${step.what}`}>
        <HiddenFields values={hiddenFor(at, 'change', step)} />
        <StepFields {...{ at, frame, tried, step }} id={`c-${step.id}`} isIn={false} />
        <Button>{text.save}</Button>
      </Form>
      <Removing {...{ step, at, frame }} />
    </Fold>
  )
}

/** Taking out is asked once more: nothing brings a step back. */
function Removing({ step, at, frame }: StepProps) {
  const text = stepText(frame.language)
  return (
    <Fold summary={text.remove}>
      <p class="noot">{text.removeAsk}</p>
      <PostButton action={at.action} hidden={hiddenFor(at, 'remove', step)} icon="cross" about={step.what}>
        {text.removeYes}
      </PostButton>
    </Fold>
  )
}

/** Of a step that ended: a line of what was seen, or it was not the end. */
export function AfterEnd({ step, at, frame }: StepProps) {
  const text = stepText(frame.language)
  const tried = triedAt(frame, step.id, 'saw')
  const label = step.ended?.saw ? text.changeSaw : text.writeSaw
  return (
    <Fold summary={label} open={tried !== null}>
      <Form action={at.action} id={`saw-form-${step.id}`} label={`${label} ${step.what}`}>
        <HiddenFields values={hiddenFor(at, 'saw', step)} />
        <SawField {...{ step, at, frame, tried }} hint={text.sawHint} />
        <Button>{text.saveSaw}</Button>
      </Form>
      <PostButton
        action={at.action}
        hidden={hiddenFor(at, 'reopen', step)}
        kind="link"
        icon="undo"
        about={step.what}
      >
        {text.reopen}
      </PostButton>
    </Fold>
  )
}

/** Yes or no thanks; who answered can change the answer. */
export function Answering({ step, at, frame, asked }: StepProps & { asked: boolean }) {
  const text = stepText(frame.language)
  const buttons = (
    <div class="rij knoppen">
      <PostButton action={at.action} hidden={hiddenFor(at, 'yes', step)} icon="check" about={step.what}>
        {text.yes}
      </PostButton>
      <PostButton action={at.action} hidden={hiddenFor(at, 'no', step)} kind="link" about={step.what}>
        {text.noThanks}
      </PostButton>
    </div>
  )
  return asked ? buttons : <Fold summary={text.answerAnew}>{buttons}</Fold>
}
