import type { Child } from 'hono/jsx'
import { type Language } from '../kernel/language.ts'
import type { Plan } from '../plan/plan.ts'
import type { QuestionEyes } from '../question/question-sheet.ts'
import { LONGEST_STEP } from '../step/step.ts'
import { Button } from '../ui/button.tsx'
import { type Choice, ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField, TextField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import type { IconName } from '../ui/icon-shapes.ts'
import { LENGTHS } from '../visit/offer.ts'
import { type AnswerKind, LONGEST_ANSWER } from './answer.ts'
import { answerText } from './answer-text.ts'
import { type AnswerSheet, TRAY, type TrayTried } from './tray-sheet.ts'
import { trayText } from './tray-text.ts'
import { agreementFrom, agreementWords, placeWords, whenWords } from './tray-words-view.ts'

export type AnswerFormProps = {
  sheet: AnswerSheet
  kinds: readonly AnswerKind[]
  plan: Plan | null
  eyes: QuestionEyes
  tried: TrayTried | null
}

const ICONS: Record<AnswerKind, IconName> = { yours: 'sprout', ask: 'people', track: 'thread', come: 'door' }

/** Four answers, one tap each, with a friendly sentence that stands ready to edit. */
export function AnswerForm(props: AnswerFormProps) {
  const { sheet, kinds, eyes, tried } = props
  const { question, answers } = sheet.lying
  const text = trayText(eyes.language)
  const shared = answerText(eyes.language)
  const chosen = tried?.values['kind'] ?? (kinds.includes(sheet.likely) ? sheet.likely : kinds[0])
  return (
    <Form
      action={TRAY}
      id={`antwoord-${question.id}`}
      class="formulier antwoorden"
      labelledBy={`v-${question.id}`}
    >
      <HiddenFields values={{ act: 'answer', question: question.id, seen: answers.at(-1)?.id ?? '' }} />
      <ChoiceGroup
        legend={text.what}
        name="kind"
        chosen={chosen ? [chosen] : []}
        error={errorOf(tried, 'kind')}
        choices={kinds.map(
          (kind): Choice => ({
            value: kind,
            title: shared.kinds[kind].name,
            note: shared.kinds[kind].note,
            icon: ICONS[kind],
            more: <More kind={kind} {...props} />,
          }),
        )}
      />
      <Agreeing {...props} />
      <div class="rij knoppen">
        <Button>{sheet.other === null ? text.send(sheet.name) : text.sendBoth}</Button>
      </div>
    </Form>
  )
}

const errorOf = (tried: TrayTried | null, field: string) => (tried?.field === field ? tried.says : null)
const valueOf = (tried: TrayTried | null, field: string, ready: string) => tried?.values[field] ?? ready

type MoreProps = AnswerFormProps & { kind: AnswerKind }

/** What belongs to one of the four, and its sentence. */
function More(props: MoreProps): Child {
  const { kind, sheet, eyes, tried } = props
  const text = trayText(eyes.language)
  const ready = sheet.ready(kind, sheet.colleagues[0]?.name ?? '', sheet.places[0]?.isOwn ?? true)
  const name = `words-${kind}`
  return (
    <>
      {kind === 'ask' && <Whom {...props} />}
      {kind === 'track' && <Where {...props} />}
      {kind === 'come' && <When {...props} />}
      {(kind !== 'track' || sheet.places.length > 0) && (
        <TextField
          name={name}
          label={text.sentence}
          rows={3}
          maxlength={LONGEST_ANSWER}
          value={valueOf(tried, name, ready.words)}
          error={errorOf(tried, name)}
        />
      )}
    </>
  )
}

function Whom({ sheet, eyes, tried }: MoreProps) {
  const text = trayText(eyes.language)
  const offered = sheet.colleagues.filter(({ because }) => because !== null)
  const others = sheet.colleagues.filter(({ because }) => because === null)
  const first = sheet.colleagues[0]
  const chosen = valueOf(tried, 'colleague', first?.because == null ? '' : first.id)
  return (
    <>
      {offered.length === 0 && <p class="noot">{text.noMatch}</p>}
      {offered.length > 0 && (
        <ul class="omdat">
          {offered.map(({ because }) => (
            <li>{because}</li>
          ))}
        </ul>
      )}
      <SelectField
        name="colleague"
        label={text.toWhom}
        hint={text.toWhomHint(sheet.name === '' ? eyes.nameOf(sheet.lying.question.asker) : sheet.name)}
        value={chosen}
        none={first?.because == null ? '…' : undefined}
        options={[...offered, ...others].map(({ id, name }) => ({ value: id, label: name }))}
        error={errorOf(tried, 'colleague')}
      />
    </>
  )
}

function Where({ sheet, plan, eyes, tried }: MoreProps) {
  const text = trayText(eyes.language)
  const [first] = sheet.places
  if (!first) return <p>{text.noPlace(sheet.name)}</p>
  return (
    <>
      <SelectField
        name="place"
        label={text.place}
        value={valueOf(tried, 'place', first.entry.id)}
        options={sheet.places.map((place) => ({
          value: place.entry.id,
          label: placeWords(place, plan, eyes.language),
        }))}
        error={errorOf(tried, 'place')}
      />
      <Field
        name="step"
        label={text.step}
        hint={text.stepHint(sheet.name)}
        maxlength={LONGEST_STEP}
        value={valueOf(tried, 'step', sheet.step)}
        error={errorOf(tried, 'step')}
      />
    </>
  )
}

const MOST_TURNS = 8

function When(props: MoreProps) {
  const { sheet, eyes, tried } = props
  const text = trayText(eyes.language)
  const turns = sheet.turns.slice(0, MOST_TURNS)
  const chosen = valueOf(tried, 'moment', turns[0]?.startsAt ?? 'own')
  return (
    <>
      {turns.length === 0 && <p class="noot">{text.noTurns}</p>}
      <SelectField
        name="moment"
        label={text.when}
        value={chosen}
        options={[
          ...turns.map(({ startsAt }) => ({
            value: startsAt,
            label: text.inHours(whenWords(startsAt, eyes.today, eyes.language)),
          })),
          { value: 'own', label: text.ownMoment },
        ]}
        error={errorOf(tried, 'moment')}
      />
      <Fold
        summary={text.ownFold}
        open={turns.length === 0 || tried?.field === 'startsAt' || tried?.field === 'minutes'}
      >
        <OwnMoment tried={tried} language={eyes.language} />
      </Fold>
    </>
  )
}

function OwnMoment({ tried, language }: { tried: TrayTried | null; language: Language }) {
  const text = trayText(language)
  return (
    <div class="rij">
      <Field
        name="startsAt"
        type="datetime-local"
        label={text.day}
        value={valueOf(tried, 'startsAt', '')}
        error={errorOf(tried, 'startsAt')}
        narrow
      />
      <SelectField
        name="minutes"
        label={text.length}
        value={valueOf(tried, 'minutes', '20')}
        options={LENGTHS.map((minutes) => ({ value: String(minutes), label: text.minutes(minutes) }))}
        error={errorOf(tried, 'minutes')}
        narrow
      />
    </div>
  )
}

/** What the team agreed, under the answer: the one that fits stands ready, another is one choice away. */
function Agreeing({ sheet, eyes, tried }: AnswerFormProps) {
  const text = trayText(eyes.language)
  if (sheet.agreements.length === 0) return null
  const key = valueOf(tried, 'agreement', sheet.fits ?? sheet.agreements[0]?.key ?? '')
  const shown = sheet.agreements.find((one) => one.key === key) ?? sheet.agreements[0]
  const isOn = tried ? tried.values['agree'] === 'yes' : sheet.fits !== null
  return (
    <div class="afspraak">
      <label class="regel" for={`agree-${sheet.lying.question.id}`}>
        <input
          type="checkbox"
          name="agree"
          value="yes"
          id={`agree-${sheet.lying.question.id}`}
          checked={isOn ? true : undefined}
        />
        <span>
          {text.agree}: <i class="serif">“{shown?.words}”</i>{' '}
          <small>{shown && agreementFrom(shown, eyes.language)}</small>
        </span>
      </label>
      <Fold summary={text.otherAgreement}>
        <SelectField
          name="agreement"
          label={text.agreeWhich}
          value={key}
          options={sheet.agreements.map((one) => ({
            value: one.key,
            label: `${agreementWords(one, eyes.language)}: ${one.words}`,
          }))}
        />
      </Fold>
    </div>
  )
}
