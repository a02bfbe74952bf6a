import { clock, dayOf, longDay, type Moment } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { isOld, type Note } from './note.ts'
import { ChangeNote, NewNote, RemoveNote } from './note-form-view.tsx'
import { mayChangeNote, mayRemoveNote } from './note-may.ts'
import { type NoteSheet, nameIn, othersIn } from './note-sheet.ts'
import { KeepersPart } from './note-side-view.tsx'
import { noteText } from './note-text.ts'

/** '26 november 2026 om 10.42 uur' */
export const whenIn = (moment: Moment, language: Language) =>
  noteText(language).when(longDay(dayOf(new Date(moment)), language), clock(moment, language))

/** The working notes of a track, for who may open them. */
export function NotesView({ sheet }: { sheet: NoteSheet }) {
  const text = noteText(sheet.language)
  return (
    <>
      <PageHead title={text.title} under={text.under(sheet.teacher)}>
        <p class="rij">
          <BackLink href={sheet.backHref}>{text.back}</BackLink>
        </p>
      </PageHead>
      <div class="twee">
        <div class="kolom">
          <Closed sheet={sheet} />
          {sheet.notes && <NoteList sheet={sheet} notes={sheet.notes} />}
          {(!sheet.closed || sheet.tried?.text) && <NewNote sheet={sheet} />}
        </div>
        <div class="kolom">
          <WhoReads sheet={sheet} />
          {sheet.isTeacher && <KeepersPart sheet={sheet} />}
          <div class="blok">
            <PostButton kind="quiet" action={sheet.action} hidden={{ act: 'close' }}>
              {text.close}
            </PostButton>
            <p class="noot">{text.closeNote}</p>
          </div>
        </div>
      </div>
    </>
  )
}

/** Why the notes themselves are not here now; what was just typed still is. */
function Closed({ sheet: { closed, language, action } }: { sheet: NoteSheet }) {
  if (!closed) return null
  const text = noteText(language)
  return (
    <Notice kind="refusal" title={text.refused[closed.refused]} id="dicht">
      {closed.refused === 'not-proved' && (
        <a href={`/account/proof?to=${encodeURIComponent(action)}`} target="_blank" rel="noopener">
          {text.prove}
        </a>
      )}
    </Notice>
  )
}

function WhoReads({ sheet }: { sheet: NoteSheet }) {
  const { language, entry, readers, people, actor, teacher, isTeacher } = sheet
  const text = noteText(language)
  const names = othersIn(entry, readers, people, actor.personId)
  const teachers = names.length === 0 ? text.whoAlone : text.whoWith(names)
  return (
    <section class="blok stapel">
      <h2>{text.whoTitle}</h2>
      {actor.demo && (
        <Notice>
          <p>{text.demo}</p>
        </Notice>
      )}
      <p>
        <b>{isTeacher ? teachers : text.whoTeacher(teacher, names)}</b> {text.whoNot(sheet.terms)}
      </p>
      <p class="noot">{text.honest}</p>
      <p class="noot">{text.device}</p>
      <p class="noot">{text.fades(sheet.retentionYears, sheet.terms)}</p>
    </section>
  )
}

function NoteList({ sheet, notes }: { sheet: NoteSheet; notes: readonly Note[] }) {
  const text = noteText(sheet.language)
  if (notes.length === 0) return <p class="noot">{text.nothing}</p>
  const [old, fresh] = [
    notes.filter((note) => isOld(note, sheet.now)),
    notes.filter((note) => !isOld(note, sheet.now)),
  ]
  const openOld = old.some(
    ({ id }) => id === sheet.editing || id === sheet.removing || id === sheet.tried?.id,
  )
  return (
    <>
      {old.length > 0 && (
        <Fold summary={text.older(old.length)} open={openOld}>
          <ul class="notities">{old.map((note) => noteItem(sheet, note))}</ul>
        </Fold>
      )}
      {fresh.length > 0 && <ul class="notities">{fresh.map((note) => noteItem(sheet, note))}</ul>}
    </>
  )
}

function noteItem(sheet: NoteSheet, note: Note) {
  const { language, people, actor } = sheet
  const text = noteText(language)
  const author =
    note.authorId === actor.personId ? text.you : (nameIn(people, note.authorId) ?? text.somebody)
  const changed = note.revision > 1 ? ` · ${text.changed(whenIn(note.changedAt, language))}` : ''
  return (
    <li id={`n-${note.id}`}>
      <p class="wie">
        <b>{author}</b> <small>{`${whenIn(note.createdAt, language)}${changed}`}</small>
      </p>
      {note.text === null ? <p class="noot">{text.unreadable}</p> : <p class="notitie">{note.text}</p>}
      <NoteActs sheet={sheet} note={note} />
    </li>
  )
}

function NoteActs({ sheet, note }: { sheet: NoteSheet; note: Note }) {
  const { actor, entry, action, language } = sheet
  const text = noteText(language)
  const about = text.aboutNote(whenIn(note.createdAt, language))
  const mayChange = note.text !== null && mayChangeNote(actor, note).may
  const mayRemove = mayRemoveNote(actor, entry, note).may
  if (mayChange && (sheet.editing === note.id || sheet.tried?.id === note.id))
    return <ChangeNote sheet={sheet} note={note} />
  if (mayRemove && sheet.removing === note.id) return <RemoveNote sheet={sheet} note={note} about={about} />
  return (
    <p class="rij">
      {mayChange && (
        <ArrowLink href={`${action}?edit=${note.id}#n-${note.id}`} about={about}>
          {text.change}
        </ArrowLink>
      )}
      {mayRemove && (
        <ArrowLink href={`${action}?remove=${note.id}#n-${note.id}`} about={about}>
          {text.remove}
        </ArrowLink>
      )}
    </p>
  )
}
