import type { Reader } from '../session/actor.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Passage } from '../writing/passage.ts'
import { PassageField, WritingPieces, writingSays } from '../writing/passage-view.tsx'
import { SignsNote } from '../writing/signs-view.tsx'
import { writingText } from '../writing/writing-text.ts'
import {
  GRADES,
  LONGEST_LINK,
  LONGEST_THEME,
  LONGEST_TITLE,
  PIECE_TEXTS,
  type Piece,
  type PieceText,
  pieceWords,
  SUBJECTS,
} from './piece.ts'
import { type PieceChoices, pieceHref } from './shelf-sheet.ts'
import { shelfText } from './shelf-text.ts'

/** What was sent and could not all be stored. */
export type PieceTried = {
  readonly values: Readonly<Record<string, string>>
  readonly grades: readonly string[]
  readonly clashes: Readonly<Record<string, Passage>>
  readonly wrong: readonly { readonly field: string | null; readonly says: string }[]
}

type Props = { piece: Piece; choices: PieceChoices; reader: Reader; tried: PieceTried | null }

/** The form of a piece: its long texts save themselves where there is script, the rest with the button. */
export function PieceForm(props: Props) {
  const { piece, reader, tried } = props
  const { language } = reader
  const text = shelfText(language)
  const general = tried?.wrong.filter(({ field }) => field === null) ?? []
  return (
    <form
      action={`${pieceHref(piece.id)}/write`}
      method="post"
      class="formulier"
      novalidate
      aria-label={text.writeTitle}
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
      <Title {...props} />
      <p class="noot">{text.noChildren}</p>
      <SignsNote language={language} />
      {PIECE_TEXTS.map((field) => (
        <Words {...props} field={field} />
      ))}
      <Findable {...props} />
      <Saving {...props} />
      <WritingPieces language={language} />
    </form>
  )
}

function Title({ piece, reader, tried }: Props) {
  const text = shelfText(reader.language)
  return (
    <Field
      name="title"
      label={text.titleLabel}
      hint={text.titleHint}
      maxlength={LONGEST_TITLE}
      value={tried?.values['title'] ?? pieceWords(piece, 'title')}
      error={errorOf(tried, 'title')}
    />
  )
}

const errorOf = (tried: PieceTried | null, field: string) =>
  tried?.wrong.find((one) => one.field === field)?.says ?? null

function Words({ piece, reader, tried, field }: Props & { field: PieceText }) {
  const { language } = reader
  const text = shelfText(language)
  const clash = tried?.clashes[field]
  return (
    <PassageField
      ownerId={piece.id}
      field={field}
      saveTo={`${pieceHref(piece.id)}/text/${field}`}
      label={text.label[field]}
      hint={text.hint[field]}
      passage={piece.texts[field] ?? null}
      language={language}
      typed={tried?.values[`text.${field}`]}
      clash={clash ? { passage: clash, by: writingText(language).someone } : null}
      error={errorOf(tried, field)}
    />
  )
}

const given = (tried: PieceTried | null, name: string, now: string | null) => tried?.values[name] ?? now

/** By what a colleague finds it. */
function Findable(props: Props) {
  const { piece, choices, reader, tried } = props
  const text = shelfText(reader.language)
  return (
    <fieldset class="vindbaar">
      <legend>{text.findable}</legend>
      <Field
        name="theme"
        label={text.theme}
        hint={text.themeHint}
        maxlength={LONGEST_THEME}
        value={given(tried, 'theme', pieceWords(piece, 'theme'))}
        error={errorOf(tried, 'theme')}
      />
      <Themes themes={choices.themes} label={text.themesThere} />
      <Kinds {...props} />
      <Grades {...props} />
      <Field
        name="link"
        type="url"
        label={text.link}
        hint={text.linkHint}
        optional={reader.language}
        maxlength={LONGEST_LINK}
        value={given(tried, 'link', piece.link)}
        error={errorOf(tried, 'link')}
      />
    </fieldset>
  )
}

/** Subject and form of work. */
function Kinds({ piece, choices, reader, tried }: Props) {
  const text = shelfText(reader.language)
  return (
    <div class="keuzerij">
      <SelectField
        name="subject"
        label={text.subject}
        none={text.aboutNothing}
        value={given(tried, 'subject', piece.subject)}
        options={SUBJECTS.map((one) => ({ value: one, label: text.subjects[one] }))}
        error={errorOf(tried, 'subject')}
      />
      <SelectField
        name="workForm"
        label={text.workForm}
        none={text.aboutNothing}
        value={given(tried, 'workForm', piece.workForm)}
        options={choices.forms}
        error={errorOf(tried, 'workForm')}
      />
    </div>
  )
}

/** Themes that are there already: the same words bring pieces together. */
const Themes = ({ themes, label }: { themes: readonly string[]; label: string }) =>
  themes.length === 0 ? null : (
    <p class="noot">
      {label}: {themes.join(', ')}.
    </p>
  )

function Grades({ piece, reader, tried }: Props) {
  const text = shelfText(reader.language)
  const chosen = tried?.grades ?? piece.grades.map(String)
  return (
    <fieldset class="groepen">
      <legend>{text.grades}</legend>
      <small>{text.gradesHint}</small>
      <div class="rij">
        {GRADES.map((grade) => (
          <Check
            name="grades"
            value={String(grade)}
            label={String(grade)}
            checked={chosen.includes(String(grade))}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Saving({ piece, reader }: Props) {
  const text = shelfText(reader.language)
  if (piece.sharedAt !== null) return <Button icon="check">{text.save}</Button>
  return (
    <>
      <div class="rij knoppen">
        <Button name="next" value="share" icon="check">
          {text.saveAndShare}
        </Button>
        <Button kind="quiet">{text.save}</Button>
      </div>
      <p class="noot">{text.shareNote}</p>
    </>
  )
}
