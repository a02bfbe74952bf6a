import type { Child } from 'hono/jsx'
import { dayOf, longDay } from '../kernel/day.ts'
import type { TalkLineId } from '../kernel/id.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { sayFact, sayUnsaid } from './fact-text.ts'
import { LONGEST_WORDS, type TalkLine, type TalkPart } from './talk.ts'
import { type TalkSheet, talkHref } from './talk-sheet.ts'
import { talkText } from './talk-text.ts'

type SheetProps = { sheet: TalkSheet }

/** What was said in one part, with room to add a line. */
export function TalkLines({
  lines,
  sheet,
  after,
}: SheetProps & { lines: readonly TalkLine[]; after?: (line: TalkLine) => Child }) {
  if (lines.length === 0) return null
  return (
    <ul class="gezegd">
      {lines.map((line) => (
        <li id={`l-${line.id}`}>
          <p>{wordsOf(line, sheet)}</p>
          <LineFoot line={line} sheet={sheet} />
          {after?.(line)}
        </li>
      ))}
    </ul>
  )
}

/** The words as a reader sees them: a fact is said in the reader's language. */
export const wordsOf = (
  { id, fact, words }: TalkLine,
  { language, unsaid }: Pick<TalkSheet, 'language' | 'unsaid'>,
): string => (fact === null ? words : unsaid.has(id) ? sayUnsaid(language, fact) : sayFact(language, fact))

/** Who said it, what is to be known of it, and what its writer can do with it: on one row. */
function LineFoot({ line, sheet }: SheetProps & { line: TalkLine }) {
  const text = talkText(sheet.language)
  const name = sheet.nameOf(line)
  const day = longDay(dayOf(new Date(line.writtenAt)), sheet.language)
  const notes = [
    line.part === 'data' && line.fact === null ? text.notChecked : '',
    sheet.old.has(line.id) && !sheet.unsaid.has(line.id) ? `${text.asOf(day)} ${text.isOld}` : '',
    line.fact === null ? (name ?? '') : '',
  ].filter((note) => note !== '')
  const tends = sheet.tends(line)
  if (notes.length === 0 && !tends) return null
  return (
    <div class="regelvoet">
      {notes.length > 0 && <p class="noot">{notes.join(' · ')}</p>}
      {tends && <TendLine line={line} sheet={sheet} />}
    </div>
  )
}

/** Changing and taking back a line of one's own. What was checked is taken back, never reworded. */
function TendLine({ line, sheet }: SheetProps & { line: TalkLine }) {
  const text = talkText(sheet.language)
  const takeBack = (
    <PostButton
      action={talkHref(sheet.talk, sheet.side)}
      hidden={{ act: 'back', ...whichOf(line) }}
      kind="link"
      about={text.of(wordsOf(line, sheet))}
    >
      {text.takeBack}
    </PostButton>
  )
  if (line.fact !== null) return takeBack
  const summary = (
    <>
      {text.change} <span class="vh">{text.of(line.words)}</span>
    </>
  )
  return (
    <Fold summary={summary} id={`v-${line.id}`} open={triedOn(sheet, line) !== null}>
      <ChangeForm line={line} sheet={sheet} />
      {takeBack}
    </Fold>
  )
}

/** A line as it was read, so that nothing is written over that was saved meanwhile. */
const whichOf = ({ id, revision }: TalkLine) => ({ line: id as string, revision: String(revision) })

const triedOn = ({ tried }: TalkSheet, { id }: TalkLine) =>
  tried?.act === 'change' && tried.fields['line'] === id ? tried : null

function ChangeForm({ line, sheet }: SheetProps & { line: TalkLine }) {
  const text = talkText(sheet.language)
  const tried = triedOn(sheet, line)
  return (
    <Form action={talkHref(sheet.talk, sheet.side)} id={`form-${line.id}`}>
      <HiddenFields values={{ act: 'change', ...whichOf(line) }} />
      <Field
        name="words"
        id={`w-${line.id}`}
        label={text.change}
        hiddenLabel
        value={tried?.fields['words'] ?? line.words}
        maxlength={LONGEST_WORDS}
        autocomplete="off"
        error={tried?.sentence ?? null}
      />
      <Button kind="quiet">{text.save}</Button>
    </Form>
  )
}

type AddProps = SheetProps & { part: TalkPart; under?: TalkLineId; small?: boolean }

/** One line to add, straight away; nothing when this reader doesn't write here now. */
export function AddLine({ part, under, sheet }: AddProps) {
  if (!sheet.writes) return null
  const text = talkText(sheet.language)
  const { label, hint, button } = text.line[part]
  const { tried } = sheet
  const isTried =
    tried?.act === 'line' && tried.fields['part'] === part && (tried.fields['under'] ?? '') === (under ?? '')
  const id = `${part}${under ? `-${under}` : ''}`
  return (
    <Form action={talkHref(sheet.talk, sheet.side)} id={`erbij-${id}`} class="formulier erbij">
      <HiddenFields values={{ act: 'line', part, ...(under ? { under } : {}) }} />
      <Field
        name="words"
        id={`n-${id}`}
        label={label}
        hint={hint || undefined}
        value={isTried ? (tried.fields['words'] ?? '') : ''}
        maxlength={LONGEST_WORDS}
        autocomplete="off"
        error={isTried ? tried.sentence : null}
      />
      <Button kind="quiet" about={label}>
        {button}
      </Button>
    </Form>
  )
}
