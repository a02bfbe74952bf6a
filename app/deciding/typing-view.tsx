import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import type { Say } from '../meeting/meeting.ts'
import { spacedCode } from '../meeting/pass.ts'
import { type SeenDecision, seenLast } from '../round/round-standing.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, TextField } from '../ui/field.tsx'
import { Actions, Form, PostButton } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { RichText } from '../ui/rich.tsx'
import { WordDiff } from '../ui/word-diff.tsx'
import { fingerprint } from '../writing/passage.ts'
import { SignsFold } from '../writing/signs-view.tsx'
import type { TypingField } from './typing.ts'
import { typingText } from './typing-text.ts'

/** What was sent and could not be stored. */
export type TypingTried = {
  readonly texts: Readonly<Record<string, string>>
  readonly changeNote: string
  /** The fields in which somebody else wrote meanwhile. */
  readonly clashes: readonly string[]
  readonly field: string | null
  readonly sentence: string
}

export type WallJoin = { readonly code: string; readonly words: string }

/** The page as it stands on the wall: letters that are read from the back row, and the way in. */
export function OnWall(props: { join: WallJoin | null; language: Language; children: Child }) {
  const { join, language, children } = props
  const text = typingText(language)
  return (
    <div class="muur">
      {join && (
        <p class="muurcode">
          {text.join} <b>{join.words}</b> {text.joinCode} <b>{spacedCode(join.code)}</b>
        </p>
      )}
      {children}
    </div>
  )
}

export type TypingProps = {
  fields: readonly TypingField[]
  action: string
  hidden?: Readonly<Record<string, string>>
  language: Language
  tried: TypingTried | null
  /** What the change note begins with; null: none is asked. */
  note: { readonly first: string } | null
  button: string
  under: string
}

/** The form in which the text of an item is typed. */
export function TypingForm(props: TypingProps) {
  const { fields, action, hidden, language, note, button, under } = props
  return (
    <Form action={action} label={typingText(language).textLabel}>
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Grouped {...props} />
      {fields.some(({ isShort }) => !isShort) && <SignsFold language={language} />}
      {note && <ChangeNote {...props} first={note.first} />}
      <Actions>
        <Button>{button}</Button>
      </Actions>
      {under !== '' && <p class="noot">{under}</p>}
    </Form>
  )
}

/** Fields of several parts stand folded, part by part; what was refused stands open. */
function Grouped(props: TypingProps) {
  const { fields, tried, language } = props
  const groups = [...new Set(fields.map(({ group }) => group))]
  const [only] = groups
  if (groups.length < 2 && (only === null || only === undefined)) return <Fields {...props} />
  return (
    <>
      <p>{typingText(language).parts}</p>
      {groups.map((group) => {
        const own = fields.filter((field) => field.group === group)
        const isTouched = tried !== null && own.some((field) => isTried(field, tried))
        return (
          <Fold summary={group ?? ''} open={isTouched || groups.length === 1}>
            <Fields {...props} fields={own} />
          </Fold>
        )
      })}
    </>
  )
}

const isTried = ({ key, text }: TypingField, { texts, clashes }: TypingTried) =>
  clashes.includes(key) || (texts[key] !== undefined && texts[key] !== text)

const Fields = ({ fields, tried, language }: Pick<TypingProps, 'fields' | 'tried' | 'language'>) => (
  <>
    {fields.map((field) => (
      <OneField field={field} tried={tried} language={language} />
    ))}
  </>
)

function OneField({
  field,
  tried,
  language,
}: {
  field: TypingField
  tried: TypingTried | null
  language: Language
}) {
  const { key, label, text, isShort } = field
  const shown = {
    name: `t.${key}`,
    id: `f-${key.replaceAll('.', '-')}`,
    label,
    value: tried?.texts[key] ?? text,
    error: tried?.field === key ? tried.sentence : null,
  }
  return (
    <>
      <input type="hidden" name={`b.${key}`} value={fingerprint(text)} />
      {tried?.clashes.includes(key) && <Meanwhile text={text} language={language} />}
      {isShort ? <Field {...shown} /> : <TextField {...shown} rows={4} />}
    </>
  )
}

/** Somebody else wrote here while this was typed: both texts, and nothing is lost. */
function Meanwhile({ text, language }: { text: string; language: Language }) {
  const words = typingText(language)
  return (
    <Notice title={words.meanwhile}>
      <div class="serif">
        <RichText text={text} />
      </div>
      <p>{words.meanwhileNote}</p>
    </Notice>
  )
}

function ChangeNote({ tried, language, first }: TypingProps & { first: string }) {
  const text = typingText(language)
  return (
    <TextField
      name="changeNote"
      id="f-change-note"
      label={text.changeNote}
      hint={first === '' ? text.changeNoteHint : `${text.changeNoteFrom} ${text.changeNoteHint}`}
      rows={2}
      maxlength={2000}
      value={tried?.changeNote ?? first}
      error={tried?.field === 'changeNote' ? tried.sentence : null}
    />
  )
}

type NameOf = (id: string) => string

/** Who objected and why, with the thanks they are due, and what would take it away. */
export function WhatHoldsBack(props: {
  decision: SeenDecision | null
  ideas: readonly Say[]
  /** Null on the wall: there an objection has no name. */
  nameOf: NameOf | null
  language: Language
}) {
  const { decision, ideas, nameOf, language } = props
  const text = typingText(language)
  const voices = decision ? (seenLast(decision).voices ?? []) : []
  const said = voices.filter((voice) => voice.answer.kind !== 'consent' && voice.withdrawnAt === null)
  if (said.length === 0) return null
  return (
    <section class="blok stapel" aria-labelledby="th-kop">
      <h2 id="th-kop">{text.objections}</h2>
      {said.map(({ person, answer }) => (
        <Said
          title={saidTitle(answer.kind === 'objection', nameOf && nameOf(person), text)}
          words={answer.kind === 'objection' ? answer.reason : answer.kind === 'concern' ? answer.text : null}
        />
      ))}
      {ideas.map((idea) => (
        <Said title={nameOf ? text.idea(nameOf(idea.person)) : text.ideaUnnamed} words={idea.text} />
      ))}
    </section>
  )
}

function saidTitle(isObjection: boolean, name: string | null, text: ReturnType<typeof typingText>) {
  if (name === null) return isObjection ? text.objection : text.concern
  return isObjection ? text.objectionOf(name) : text.concernOf(name)
}

const Said = ({ title, words }: { title: string; words: string | null }) => (
  <div>
    <p class="kernzin">{title}</p>
    {words && <p>‘{words}’</p>}
  </div>
)

/** Where the text is not typed here: what to do instead. */
export const Elsewhere = ({ children, href, label }: { children: Child; href?: string; label?: string }) => (
  <section class="blok stapel">
    <p>{children}</p>
    {href && label && <ArrowLink href={href}>{label}</ArrowLink>}
  </section>
)

/** A text that somebody who leads lays before the teacher, in the meeting: over or not. */
export function AskedCard(props: {
  by: string
  changes: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  action: string
  hidden: Readonly<Record<string, string>>
  language: Language
}) {
  const { by, changes, action, hidden, language } = props
  const text = typingText(language)
  return (
    <section class="voorstelkaart stapel" aria-label={text.asked(by)}>
      <h2>{text.asked(by)}</h2>
      {changes.map(({ label, before, after }) => (
        <div>
          <p class="kernzin">{label}</p>
          <div class="serif">
            <WordDiff before={before} after={after} language={language} />
          </div>
        </div>
      ))}
      <div class="rij">
        <PostButton action={action} hidden={{ ...hidden, act: 'accepted' }} icon="check">
          {text.accept}
        </PostButton>
        <PostButton action={action} hidden={{ ...hidden, act: 'declined' }} kind="quiet">
          {text.decline}
        </PostButton>
      </div>
    </section>
  )
}
