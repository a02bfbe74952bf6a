import { clock } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { FieldError } from '../ui/field.tsx'
import { EditorPieces } from './editor-pieces-view.tsx'
import { baseOf, type Passage } from './passage.ts'
import { writingText } from './writing-text.ts'

export type PassageFieldProps = {
  /** What the passage belongs to, and which of its texts: together they know it on this device, too. */
  readonly ownerId: string
  readonly field: string
  /** Where one text is saved while somebody writes. */
  readonly saveTo: string
  readonly label: string
  readonly hint?: string
  readonly passage: Passage | null
  readonly language: Language
  /** A text that was sent and not stored: it stands in the field instead of the stored one. */
  readonly typed?: string
  /** What somebody else saved meanwhile, with the name of who did. */
  readonly clash?: { readonly passage: Passage; readonly by: string } | null
  readonly error?: string | null
  readonly autofocus?: boolean
  /** Only one person writes here: it saves itself, but no editor for several comes in its place. */
  readonly alone?: boolean
}

/**
 * One passage to write. Without script it is a text in a form (`text.<field>`, `base.<field>`); with script it saves
 * itself, and another way of writing can take the place of the textarea: everything it needs is on the element.
 */
export function PassageField(props: PassageFieldProps) {
  const { field, clash, language } = props
  const text = writingText(language)
  const id = idOf(props)
  return (
    <auto-save
      class="veld"
      data-owner={props.ownerId}
      data-field={field}
      data-document={props.alone ? undefined : documentName(props)}
      data-url={props.saveTo}
      data-unsaved={isUnsaved(props) ? 'yes' : undefined}
    >
      <label for={id} id={`${id}-label`}>
        {props.label}
      </label>
      {props.hint && <small id={`${id}-hint`}>{props.hint}</small>}
      <WritingArea {...props} />
      <input
        type="hidden"
        name={`base.${field}`}
        value={baseOf(props.clash?.passage ?? props.passage)}
        data-base
      />
      <FieldError id={`${id}-error`} text={props.error} />
      {clash && <ClashChoice {...{ field, language }} theirs={clash.passage} by={clash.by} />}
      <button type="button" class="linkknop terug" data-undo hidden>
        {text.undo}
        <span class="vh"> {text.undoAbout(props.label)}</span>
      </button>
    </auto-save>
  )
}

/** The document in which several people write this passage at once, as the socket knows it. */
const documentName = ({ ownerId, field }: PassageFieldProps) => `${ownerId}:${field.split('.').at(-1) ?? ''}`

const isUnsaved = ({ typed, passage }: PassageFieldProps) =>
  typed !== undefined && typed !== (passage?.text ?? '')
const idOf = ({ ownerId, field }: PassageFieldProps) => `w-${ownerId}-${field}`

function WritingArea(props: PassageFieldProps) {
  const id = idOf(props)
  const about = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ')
  const value = props.typed ?? props.passage?.text ?? ''
  return (
    <textarea
      id={id}
      name={`text.${props.field}`}
      rows={2}
      aria-describedby={about || undefined}
      aria-invalid={props.error ? 'true' : undefined}
      autofocus={props.autofocus ? true : undefined}
    >
      {/* a browser drops a line break right after the opening tag */}
      {value.startsWith('\n') ? `\n${value}` : value}
    </textarea>
  )
}

type ClashProps = { field: string; language: Language; theirs: Passage; by: string }
const CHOICES = ['mine', 'theirs', 'both'] as const

/** Two people wrote: both texts stand there, and one chooses; nothing is stored before that. */
function ClashChoice({ field, language, theirs, by }: ClashProps) {
  const text = writingText(language)
  const labels = { mine: text.keepMine, theirs: text.keepTheirs, both: text.join }
  return (
    <fieldset class="botsing">
      <legend>{text.alsoHere(by, clock(theirs.changedAt, language))}</legend>
      <p>{text.bothKept}</p>
      <p class="kop2">{text.theirs(by)}</p>
      <blockquote>{theirs.text}</blockquote>
      {CHOICES.map((choice) => (
        <label class="regel">
          <input
            type="radio"
            name={`keep.${field}`}
            value={choice}
            checked={choice === 'mine' ? true : undefined}
          />
          <span>{labels[choice]}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** What a form with passages says: put these on the form element. */
export function writingSays(language: Language) {
  const text = writingText(language)
  return {
    'data-writing': 'yes',
    'data-not-saved': text.notSaved,
    'data-offline': text.offline,
    'data-signed-out': text.signedOut,
    'data-sign-in': text.signIn,
    'data-sorry': text.sorry,
  }
}

/** The pieces that the script fills in: what is shown when somebody else wrote here too, and around an editor. */
export function WritingPieces({ language }: { language: Language }) {
  return (
    <>
      <ClashPieces language={language} />
      <EditorPieces language={language} />
    </>
  )
}

/** What is shown when one's text was changed elsewhere; a form without an editor needs no more. */
export function ClashPieces({ language }: { language: Language }) {
  const text = writingText(language)
  return (
    <template data-clash>
      <div class="botsing" role="group">
        <p class="kop2" data-who />
        <p>{text.bothKept}</p>
        <blockquote data-theirs />
        <div class="rij">
          <button type="button" class="knop" data-keep="mine">
            {text.keepMine}
          </button>
          <button type="button" class="knop stil" data-keep="theirs">
            {text.keepTheirs}
          </button>
          <button type="button" class="knop stil" data-keep="both">
            {text.join}
          </button>
        </div>
      </div>
    </template>
  )
}

/**
 * Texts that could not be saved stay on this device, by person; this element sends them once there is a connection
 * again, also when the field itself is not on the page.
 */
export function KeptTexts({ personId, language }: { personId: string; language: Language }) {
  const text = writingText(language)
  return (
    <kept-texts
      data-person={personId}
      data-kept={text.kept}
      data-clash={text.keptClash}
      data-open={text.keptOpen}
      data-refused={text.keptRefused}
      data-drop={text.keptDrop}
      data-offline={text.offline}
    />
  )
}
