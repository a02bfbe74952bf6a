import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { Form, HiddenFields, PostButton } from '../ui/form.tsx'
import { LONGEST_NOTE, type Note, printOf } from './guide.ts'
import { type PlaceProps, pointWords } from './guide-sheet-view.ts'
import { guideText } from './guide-text.ts'

/** Where one writes what one sees; all places belong to one form, so that one button saves them together. */
export function PlaceToWrite(props: PlaceProps & { mine: Note | null }) {
  const { point, mine, as, language } = props
  const text = guideText(language)
  const key = point?.id ?? ''
  const label = as === 'visitor' ? text.write(point ? pointWords(point, language) : '') : text.ownNote
  return (
    <div class="veld schrijfplek">
      <input type="hidden" name={`base-${key}`} value={String(mine?.revision ?? 0)} form="notes" />
      <input type="hidden" name={`print-${key}`} value={printOf(mine?.text ?? '')} form="notes" />
      <label for={`f-note-${key}`} class={as === 'visitor' ? 'vh' : undefined}>
        {label}
      </label>
      <Writing {...props} name={`note-${key}`} />
      {as === 'visitor' && mine && <small>{text.yours}</small>}
      {point === null && (
        <p class="noot" id="notes-hint">
          {text.writeHint}
        </p>
      )}
      {point === null && (
        <button class="knop" type="submit" form="notes">
          {text.saveNotes}
        </button>
      )}
    </div>
  )
}

function Writing({ mine, name, tried }: PlaceProps & { mine: Note | null; name: string }) {
  const sent = tried?.act === 'notes' ? tried.values[name] : undefined
  return (
    <textarea
      id={`f-${name}`}
      name={name}
      rows={2}
      maxlength={LONGEST_NOTE}
      form="notes"
      autocomplete="off"
      aria-describedby="notes-hint"
    >
      {typeof sent === 'string' ? sent : (mine?.text ?? '')}
    </textarea>
  )
}

type NoteProps = PlaceProps & { note: Note }

/** One note; the host keeps it, changes it or throws it away. */
export function NoteSeen(props: NoteProps) {
  const { note, as, me, visitor, visitorId, language } = props
  const isProposed = note.keptAt === null && note.author === visitorId && me !== visitorId
  return (
    <li>
      <p class="gezien">{note.text}</p>
      {isProposed && <small>{guideText(language).proposed(visitor)}</small>}
      {as === 'host' && <NoteActs {...props} />}
    </li>
  )
}

function NoteActs({ note, visit, language }: NoteProps) {
  const text = guideText(language)
  const action = `/visits/${visit}`
  const ids = { note: note.id, base: String(note.revision) }
  return (
    <div class="rij knoppen">
      {note.keptAt === null && (
        <PostButton action={action} hidden={{ act: 'keep', ...ids }} kind="quiet" icon="check">
          {text.keep}
        </PostButton>
      )}
      <PostButton action={action} hidden={{ act: 'drop', ...ids }} kind="link">
        {text.drop}
      </PostButton>
      <Fold summary={text.change}>
        <Form action={action} id={`keep-${note.id}`} label={text.change}>
          <HiddenFields values={{ act: 'keep', ...ids }} />
          <TextField
            name="text"
            id={`t-${note.id}`}
            label={text.change}
            hiddenLabel
            value={note.text}
            maxlength={LONGEST_NOTE}
            autocomplete="off"
          />
          <Button kind="quiet">{text.saveChange}</Button>
        </Form>
      </Fold>
    </div>
  )
}
