import { ArrowLink, Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, Problems } from '../ui/form.tsx'
import { LONGEST_NOTE, type Note } from './note.ts'
import type { NoteSheet } from './note-sheet.ts'
import { noteText } from './note-text.ts'

/** Other words in a note of one's own; after a refusal with what was typed. */
export function ChangeNote({ sheet, note }: { sheet: NoteSheet; note: Note }) {
  const text = noteText(sheet.language)
  const tried = sheet.tried?.id === note.id ? sheet.tried : null
  return (
    <Form action={sheet.action} class="formulier notitieform" secret>
      {tried && <Trouble sheet={sheet} field="f-change" />}
      <HiddenFields values={{ act: 'change', note: note.id, base: String(note.revision) }} />
      <TextField
        name="text"
        id="f-change"
        label={text.changeLabel}
        value={tried?.text ?? note.text}
        rows={6}
        maxlength={LONGEST_NOTE}
        autocomplete="off"
        error={tried && text.refused[tried.no.refused]}
      />
      <Actions>
        <Button>{text.save}</Button>
        <ArrowLink href={`${sheet.action}#n-${note.id}`}>{text.cancel}</ArrowLink>
      </Actions>
    </Form>
  )
}

/** Asks once more before a note goes for good. */
export function RemoveNote({ sheet, note, about }: { sheet: NoteSheet; note: Note; about: string }) {
  const text = noteText(sheet.language)
  return (
    <Form action={sheet.action} class="formulier notitieform" secret>
      <HiddenFields values={{ act: 'remove', note: note.id }} />
      <p>{text.removeNote}</p>
      <Actions>
        <Button about={about}>{text.removeSure}</Button>
        <ArrowLink href={`${sheet.action}#n-${note.id}`}>{text.cancel}</ArrowLink>
      </Actions>
    </Form>
  )
}

/** The field for a new note. */
export function NewNote({ sheet }: { sheet: NoteSheet }) {
  const text = noteText(sheet.language)
  const known = sheet.notes?.some(({ id }) => id === sheet.tried?.id) ?? false
  // What was typed for a note that has gone meanwhile stands in the field for a new one.
  const tried = known ? null : sheet.tried
  return (
    <Form action={sheet.action} class="formulier notitieform" secret>
      {tried && <Trouble sheet={sheet} field="f-text" />}
      <HiddenFields values={{ act: 'add' }} />
      <TextField
        name="text"
        label={text.newLabel}
        hint={text.newHint}
        value={tried?.text}
        rows={6}
        maxlength={LONGEST_NOTE}
        autocomplete="off"
        error={tried && text.refused[tried.no.refused]}
      />
      <Actions>
        <Button>{text.save}</Button>
      </Actions>
    </Form>
  )
}

function Trouble({ sheet: { tried, language }, field }: { sheet: NoteSheet; field: string }) {
  if (!tried) return null
  const text = noteText(language)
  return <Problems title={text.problems} problems={[{ field, text: text.refused[tried.no.refused] }]} />
}
