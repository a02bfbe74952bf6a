import { LONGEST_ITEM } from '../school/own-list.ts'
import type { TopicKey } from '../school/topic.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, FieldError, SelectField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, PostButton } from '../ui/form.tsx'
import {
  isBlank,
  LONGEST_LINE,
  LONGEST_SPECIALTY,
  MOST_HELPS,
  MOST_LEARNS,
  MOST_SPECIALTIES,
  OFTENS,
  WAYS,
} from './profile.ts'
import type { ProfileSheet } from './profile-sheet.ts'
import { profileText } from './profile-text.ts'

type Props = { sheet: ProfileSheet }

/** The form of one's own profile, and how to empty it. */
export function ProfileForm({ sheet }: Props) {
  const text = profileText(sheet.language)
  return (
    <>
      <Form action="/profile" id="profiel" label={text.title}>
        <HiddenFields values={{ act: 'save' }} />
        <Topics {...{ sheet }} field="helps" />
        <Trained {...{ sheet }} />
        <Topics {...{ sheet }} field="learns" />
        <Manner {...{ sheet }} />
        <OnMap {...{ sheet }} />
        <Actions>
          <Button icon="check">{text.save}</Button>
        </Actions>
      </Form>
      <p class="noot">{text.kept}</p>
      {sheet.stands.changedAt !== null && <Clearing {...{ sheet }} />}
    </>
  )
}

const errorAt = ({ wrong }: ProfileSheet, field: string) => (wrong?.field === field ? wrong.says : null)

/** The topics of the school to tick, and a line for what is not among them. */
function Topics({ sheet, field }: Props & { field: 'helps' | 'learns' }) {
  const { names, topics, raw, language } = sheet
  const text = profileText(language)
  const isHelps = field === 'helps'
  const extra = isHelps ? 'newHelps' : 'newLearns'
  const error = errorAt(sheet, field)
  return (
    <fieldset class="onderwerpkeus" id={field} aria-describedby={`${field}-hint`}>
      <legend>{isHelps ? text.helps : text.learns}</legend>
      <small id={`${field}-hint`}>
        {isHelps ? text.helpsHint(MOST_HELPS) : text.learnsHint(MOST_LEARNS)}
      </small>
      <FieldError id={`${field}-error`} text={error} />
      <div class="vinkjes">
        {topics.map((topic) => (
          <Check
            name={field}
            value={topic}
            label={names.get(topic) ?? topic}
            checked={raw[field].includes(topic)}
          />
        ))}
      </div>
      <Field
        name={extra}
        label={text.newTopic}
        hint={text.newTopicHint}
        optional={language}
        value={raw[extra]}
        maxlength={LONGEST_ITEM}
        error={errorAt(sheet, extra)}
      />
    </fieldset>
  )
}

/** What somebody was trained in: one line at first, one more for each that is there. */
function Trained({ sheet }: Props) {
  const { raw, language } = sheet
  const text = profileText(language)
  const written = raw.specialties.filter(({ topic, words }) => topic !== '' || words !== '').length
  const lines = Math.min(written + 1, MOST_SPECIALTIES)
  const isWrong = sheet.wrong?.field.startsWith('trained') ?? false
  return (
    <Fold summary={text.trained} id="specialiteit" open={written > 0 || isWrong}>
      <p class="noot">{text.trainedHint}</p>
      {Array.from({ length: Math.max(lines, raw.specialties.length) }, (_, place) => (
        <TrainedLine {...{ sheet, place }} />
      ))}
    </Fold>
  )
}

function TrainedLine({ sheet, place }: Props & { place: number }) {
  const { names, topics, raw, language } = sheet
  const text = profileText(language)
  const line = raw.specialties[place]
  const options = topics.map((topic: TopicKey) => ({ value: topic, label: names.get(topic) ?? topic }))
  return (
    <fieldset class="specialiteit" id={`trained-${place}`}>
      <legend class="vh">{text.trainedNth(place + 1)}</legend>
      <SelectField
        name="trainedTopic"
        id={`f-trained-topic-${place}`}
        label={text.trainedTopic}
        none={text.trainedNone}
        value={line?.topic}
        options={options}
        error={errorAt(sheet, `trained-${place}`)}
      />
      <Field
        name="trainedWords"
        id={`f-trained-words-${place}`}
        label={text.trainedWords}
        hint={text.trainedWordsHint}
        optional={language}
        value={line?.words}
        maxlength={LONGEST_SPECIALTY}
      />
    </fieldset>
  )
}

/** How, how often, and one line. */
function Manner({ sheet }: Props) {
  const { raw, language } = sheet
  const text = profileText(language)
  return (
    <section aria-labelledby="k-manier" class="manier">
      <h2 id="k-manier">{text.manner}</h2>
      <fieldset class="onderwerpkeus" id="ways" aria-describedby="ways-hint">
        <legend>{text.ways}</legend>
        <small id="ways-hint">{text.waysHint}</small>
        <FieldError id="ways-error" text={errorAt(sheet, 'ways')} />
        <div class="vinkjes breed">
          {WAYS.map((way) => (
            <Check name="ways" value={way} label={text.wayNames[way]} checked={raw.ways.includes(way)} />
          ))}
        </div>
      </fieldset>
      <SelectField
        name="often"
        label={text.often}
        hint={`${text.oftenHint} ${text.oftenNotNow}`}
        none={text.oftenNone}
        value={raw.often}
        options={OFTENS.map((value) => ({ value, label: text.oftenNames[value] }))}
        error={errorAt(sheet, 'often')}
      />
      <Field
        name="line"
        label={text.line}
        hint={text.lineHint}
        optional={language}
        value={raw.line}
        maxlength={LONGEST_LINE}
        error={errorAt(sheet, 'line')}
      />
    </section>
  )
}

/** What the map of the team may show: nothing, unless it is ticked. */
function OnMap({ sheet: { raw, language } }: Props) {
  const text = profileText(language)
  return (
    <fieldset class="onderwerpkeus" id="kaart" aria-describedby="kaart-hint">
      <legend>{text.map}</legend>
      <small id="kaart-hint">{text.mapNote}</small>
      <Check
        name="showsVisits"
        label={text.showsVisits}
        note={text.showsVisitsNote}
        checked={raw.showsVisits}
      />
      <Check
        name="showsQuestions"
        label={text.showsQuestions}
        note={text.showsQuestionsNote}
        checked={raw.showsQuestions}
      />
    </fieldset>
  )
}

/** Emptying asks once more, in the place itself. */
function Clearing({ sheet: { language, stands } }: Props) {
  const text = profileText(language)
  if (isBlank(stands)) return null
  return (
    <Fold summary={text.clear} id="leeg">
      <p class="noot">{text.clearNote}</p>
      <PostButton action="/profile" hidden={{ act: 'clear' }} kind="quiet">
        {text.clearSure}
      </PostButton>
    </Fold>
  )
}
