import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { newId, type VisitId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Member } from '../session/actor.ts'
import {
  type GuideNo,
  type Note,
  type NoteId,
  openNoteOf,
  printOf,
  tidyNote,
  type WrittenNote,
} from './guide.ts'
import { mayKeepGuide, mayWriteNotes } from './guide-may.ts'
import { changeGuide, deleteNote, loadNotes, loadPoints } from './guide-store.ts'
import type { Visit } from './visit.ts'

/**
 * Writes down what was seen, at each point at most one note of each of the two that is still open. What came back as it
 * was is left alone; an emptied one goes. All or nothing: a note that changed meanwhile is refused with all others.
 */
export const writeNotes = (
  db: Db,
  actor: Member,
  id: VisitId,
  written: readonly WrittenNote[],
  now: Moment,
) =>
  changeGuide(
    db,
    actor,
    id,
    (visit) => mayWriteNotes(actor, visit),
    async ({ sql, visit }) => {
      if (visit.state !== 'agreed') return refuse('not-agreed')
      const points = (await loadPoints(sql, actor, id)).map((point) => point.id)
      const notes = await loadNotes(sql, actor, id)
      for (const one of written.filter(({ text, print }) => printOf(text) !== print)) {
        // A point that the host took away meanwhile: what was seen is kept beside the points.
        const point = one.point !== null && points.includes(one.point) ? one.point : null
        const no = await writeOne({ sql, visit, actor, now }, notes, { ...one, point })
        if (no) return no
      }
      return null
    },
  )

type Writing = { readonly sql: Sql; readonly visit: Visit; readonly actor: Member; readonly now: Moment }

async function writeOne(at: Writing, notes: readonly Note[], written: WrittenNote): Promise<GuideNo | null> {
  const { actor, visit } = at
  const field = `note-${written.point ?? ''}`
  const text = tidyNote(written.text)
  if (typeof text !== 'string') return { ...text, field }
  const there = openNoteOf(notes, actor.personId, written.point, actor.personId === visit.host)
  if (written.base !== (there?.revision ?? 0)) return refuse('note-changed', field)
  if (there === null) {
    if (text !== '') await addNote(at, written, text)
    return null
  }
  if (text === '') await deleteNote(at.sql, actor, there.id)
  else await changeNote(at, there, text)
  return null
}

async function addNote({ sql, visit, actor, now }: Writing, { point }: WrittenNote, text: string) {
  await sql
    .insertInto('visit_note')
    .values({
      id: newId<'visit-note'>(),
      school_id: actor.schoolId,
      visit_id: visit.id,
      point_id: point,
      author_id: actor.personId,
      text,
      kept_at: actor.personId === visit.host ? now : null,
      revision: 1,
      written_at: now,
      changed_at: now,
    })
    .execute()
}

async function changeNote({ sql, visit, actor, now }: Writing, note: Note, text: string) {
  await sql
    .updateTable('visit_note')
    .set({
      text,
      revision: note.revision + 1,
      changed_at: now,
      kept_at: actor.personId === visit.host ? (note.keptAt ?? now) : note.keptAt,
    })
    .where('id', '=', note.id)
    .where('school_id', '=', actor.schoolId)
    .execute()
}

export type Keeping = { readonly note: NoteId; readonly base: number; readonly text: string | null }

/** The host keeps what was proposed, as it is or in other words; from then on it is theirs. */
export const keepNote = (db: Db, actor: Member, id: VisitId, { note, base, text }: Keeping, now: Moment) =>
  changeGuide(
    db,
    actor,
    id,
    (visit) => mayKeepGuide(actor, visit),
    async ({ sql, visit }) => {
      const there = (await loadNotes(sql, actor, id)).find((one) => one.id === note)
      if (!there) return refuse('note-gone')
      const field = `keep-${note}`
      if (there.revision !== base) return refuse('note-changed', field)
      const tidy = tidyNote(text ?? there.text)
      if (typeof tidy !== 'string') return { ...tidy, field }
      if (tidy === '') await deleteNote(sql, actor, note)
      else await changeNote({ sql, visit, actor, now }, there, tidy)
      return null
    },
  )
