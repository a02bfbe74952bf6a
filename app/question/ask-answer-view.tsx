import { firstName } from '../school/person.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { LONGEST_WORDS } from './ask.ts'
import type { AnswerSheet } from './ask-sheet.ts'
import { askText } from './ask-text.ts'
import { momentWords } from './ask-view.tsx'

/** The answer of who is asked: yes, not now, or somebody else's name. No reason is asked for any of them. */
export function AnswerPart(sheet: AnswerSheet) {
  const { ask, asker, eyes } = sheet
  const text = askText(eyes.language)
  const name = eyes.nameOf(asker)
  const hasSaidYes = ask.state === 'yes'
  return (
    <section class="blok antwoord" id="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">{hasSaidYes ? text.youSaidYes(firstName({ name })) : text.answerTitle(name)}</h2>
      {hasSaidYes ? <SaidYes {...sheet} /> : <p class="zacht">{text.answerNote}</p>}
      {hasSaidYes ? (
        <Fold summary={text.changeYes} id="answer-change" open={sheet.tried?.act === 'yes'}>
          <YesForm {...sheet} />
        </Fold>
      ) : (
        <YesForm {...sheet} />
      )}
      <div class="rij knoppen">
        <NoForm {...sheet} />
      </div>
      <PassForm {...sheet} />
    </section>
  )
}

function SaidYes({ ask, eyes }: AnswerSheet) {
  if (ask.words === '' && ask.startsAt === null) return null
  return (
    <p>
      {ask.words} {ask.startsAt && <b>{momentWords(ask.startsAt, eyes.language)}</b>}
    </p>
  )
}

const actionOf = ({ question }: AnswerSheet) => `/questions/${question}/answer`

function YesForm(sheet: AnswerSheet) {
  const text = askText(sheet.eyes.language)
  const hasSaidYes = sheet.ask.state === 'yes'
  return (
    <Form action={actionOf(sheet)} id="answer-yes" label={text.sayYes}>
      <HiddenFields values={{ act: 'yes' }} />
      {hasSaidYes ? (
        <YesFields {...sheet} />
      ) : (
        <Fold summary={text.withIt} id="answer-with" open={sheet.tried?.act === 'yes'}>
          <YesFields {...sheet} />
        </Fold>
      )}
      <Button icon="check">{hasSaidYes ? text.keepYes : text.sayYes}</Button>
    </Form>
  )
}

/** A sentence and a moment, both of which may stay empty. */
function YesFields({ ask, tried, eyes }: AnswerSheet) {
  const text = askText(eyes.language)
  const mine = tried?.act === 'yes' ? tried : null
  const errorOf = (field: string) => (mine?.field === field ? mine.says : null)
  return (
    <>
      <Field
        name="words"
        label={text.yesWords}
        hint={text.yesWordsHint}
        maxlength={LONGEST_WORDS}
        optional={eyes.language}
        value={mine ? mine.values['words'] : ask.words}
        error={errorOf('words')}
      />
      <Field
        name="startsAt"
        type="datetime-local"
        label={text.yesMoment}
        hint={text.yesMomentHint}
        optional={eyes.language}
        narrow
        value={mine ? mine.values['startsAt'] : localIn(ask.startsAt)}
        error={errorOf('startsAt')}
      />
    </>
  )
}

const AMSTERDAM = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
})
/** A moment as a field for day and clock has it. */
const localIn = (moment: string | null) =>
  moment === null ? null : AMSTERDAM.format(new Date(moment)).replace(' ', 'T')

function NoForm(sheet: AnswerSheet) {
  const text = askText(sheet.eyes.language)
  const hasSaidYes = sheet.ask.state === 'yes'
  return (
    <Form action={actionOf(sheet)} id="answer-no" label={text.sayNo}>
      <HiddenFields values={{ act: 'no' }} />
      <Button kind="quiet" describedBy="answer-no-note">
        {hasSaidYes ? text.notAfterAll : text.sayNo}
      </Button>
      <small id="answer-no-note">{hasSaidYes ? text.notAfterAllNote : text.noNote}</small>
    </Form>
  )
}

function PassForm(sheet: AnswerSheet) {
  const { others, tried, eyes } = sheet
  const text = askText(eyes.language)
  const mine = tried?.act === 'pass' ? tried : null
  if (others.length === 0) return null
  return (
    <Fold summary={text.sayPass} id="answer-pass-fold" open={mine !== null}>
      <Form action={actionOf(sheet)} id="answer-pass" label={text.sayPass}>
        <HiddenFields values={{ act: 'pass' }} />
        <SelectField
          name="who"
          label={text.passWho}
          hint={text.passHint}
          none={text.noElse}
          options={others}
          value={mine?.values['who'] ?? null}
          error={mine?.field === 'who' ? mine.says : null}
        />
        <Button kind="quiet">{text.passSend}</Button>
      </Form>
    </Fold>
  )
}
