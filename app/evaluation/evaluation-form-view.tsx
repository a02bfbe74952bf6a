import { dayOf, longDay } from '../kernel/day.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import { isOwner } from '../plan/plan-may.ts'
import type { Lookup } from '../plan/plan-sheet.ts'
import type { Reader } from '../session/actor.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Passage } from '../writing/passage.ts'
import { PassageField, WritingPieces, writingSays } from '../writing/passage-view.tsx'
import { SignsNote } from '../writing/signs-view.tsx'
import { writingText } from '../writing/writing-text.ts'
import {
  EVALUATION_TEXTS,
  type Evaluation,
  type EvaluationText,
  evaluationPassageOwner,
  NEXT_STEPS,
  REACHES,
  type Time,
} from './evaluation.ts'
import { evaluationText } from './evaluation-text.ts'

/** What was sent and could not all be stored: the texts as typed, who wrote meanwhile, and why not. */
export type Tried = {
  readonly texts: Readonly<Record<string, string>>
  readonly clashes: Readonly<Record<string, Passage>>
  readonly wrong: readonly { readonly field: string | null; readonly says: string }[]
}

type FormProps = {
  entry: Entry
  evaluation: Evaluation | null
  time: Time
  reader: Reader
  href: string
  tried: Tried | null
  lookup: Lookup
}

/** The form of one evaluation. Without script it saves as a whole, with script while one writes. */
export function EvaluationForm(props: FormProps) {
  const { entry, evaluation, time, reader, href, tried } = props
  const { language } = reader
  const text = evaluationText(language)
  const general = tried?.wrong.filter(({ field }) => field === null) ?? []
  return (
    <form
      action={`${href}/${entry.id}/${time}`}
      method="post"
      class="formulier"
      novalidate
      aria-labelledby={`t-${entry.id}`}
      data-person={reader.actor.personId}
      {...writingSays(language)}
    >
      <span class="status" data-status />
      {tried && (
        <Notice kind="refusal" title={text.notSaved}>
          {general.map(({ says }) => (
            <p>{says}</p>
          ))}
        </Notice>
      )}
      <Readers entry={entry} reader={reader} />
      <SignsNote language={language} />
      {EVALUATION_TEXTS.map((field) => (
        <Passages {...props} field={field} />
      ))}
      {isGoal(entry) && <Reached entry={entry} evaluation={evaluation} reader={reader} />}
      <Next entry={entry} evaluation={evaluation} reader={reader} />
      <Button icon="check">{text.save}</Button>
      <WritingPieces language={language} />
    </form>
  )
}

/** Who reads what one is about to write. */
function Readers({ entry, reader }: Pick<FormProps, 'entry' | 'reader'>) {
  const text = evaluationText(reader.language)
  if (entry.kind !== 'teacher-track') return <p class="noot">{text.because['team-reads']()}</p>
  const { shared, kept } = text.readers['own-track']
  const isShared = entry.agreedAt !== null && entry.shareChoice === 'share'
  return <p class="noot">{isShared ? shared : kept(reader.terms)}</p>
}

function Passages({
  entry,
  evaluation,
  time,
  reader,
  href,
  tried,
  lookup,
  field,
}: FormProps & { field: EvaluationText }) {
  const { language } = reader
  const text = evaluationText(language)
  const own = entry.kind === 'teacher-track' && isOwner(reader.actor, entry)
  const clash = tried?.clashes[field]
  const by = clash?.changedBy ? lookup.people.get(clash.changedBy)?.name : undefined
  return (
    <PassageField
      ownerId={evaluationPassageOwner(entry.id, time, evaluation)}
      field={field}
      saveTo={`${href}/${entry.id}/${time}/text/${field}`}
      label={(own ? text.ownFields : text.fields)[field]}
      hint={hintOf(field, text)}
      passage={evaluation?.texts[field] ?? null}
      language={language}
      typed={tried?.texts[field]}
      clash={clash ? { passage: clash, by: by ?? writingText(language).someone } : null}
      error={tried?.wrong.find((one) => one.field === field)?.says ?? null}
    />
  )
}

function hintOf(field: EvaluationText, text: ReturnType<typeof evaluationText>) {
  if (field === 'sharedWith') return text.sharedHint
  return field === 'adjust' ? text.adjustHint : undefined
}

type ChoiceProps = Pick<FormProps, 'entry' | 'evaluation' | 'reader'>

function Reached({ entry, evaluation, reader }: ChoiceProps) {
  const text = evaluationText(reader.language)
  return (
    <ChoiceGroup
      legend={text.reachedLabel}
      name="reached"
      id={`reached-${entry.id}`}
      chosen={[evaluation?.reached ?? '']}
      choices={[
        ...REACHES.map((one) => ({ value: one, title: text.reached[one] })),
        { value: '', title: text.open },
      ]}
    />
  )
}

function Next({ entry, evaluation, reader }: ChoiceProps) {
  const text = evaluationText(reader.language)
  const own = entry.kind === 'teacher-track' && isOwner(reader.actor, entry)
  const words = own ? text.ownNextStep : text.nextStep
  if (evaluation?.next && evaluation.decided) return <Decided {...{ evaluation, reader }} />
  return (
    <ChoiceGroup
      legend={text.next}
      name="next"
      id={`next-${entry.id}`}
      chosen={[evaluation?.next ?? '']}
      choices={[
        ...NEXT_STEPS.map((one) => ({ value: one, title: words[one], note: text.nextNote[one] })),
        { value: '', title: text.open },
      ]}
    />
  )
}

/** What the team decided in its meeting is read here, and changed there. */
function Decided({ evaluation, reader }: { evaluation: Evaluation; reader: Reader }) {
  const text = evaluationText(reader.language)
  if (evaluation.next === null || evaluation.decided === null) return null
  const day = longDay(dayOf(new Date(evaluation.decided)), reader.language)
  return (
    <p>
      <b>
        {text.next} {text.nextStep[evaluation.next]}.
      </b>{' '}
      <small class="noot">{text.decided(day)}</small>
    </p>
  )
}
