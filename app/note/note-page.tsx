import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import { type AtPlan, entryAt, planAt } from '../plan/plan-desk.tsx'
import { lookupOf, trackName } from '../plan/plan-sheet.ts'
import { cardId } from '../plan/plan-sheet-view.ts'
import { readRoster } from '../plan/roster-store.ts'
import { readSchool } from '../school/school-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { giveCookie } from '../session/desk-cookie.ts'
import { withdrawProof } from '../session/own-proof-store.ts'
import { newToken } from '../session/secret-store.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import type { NoteNo } from './note.ts'
import { mayKeepNotes, mayOpenNotes } from './note-may.ts'
import { letIn, readNoteReaders, readOpenings, shutOut } from './note-reader-store.ts'
import type { NoteSheet, TriedNote } from './note-sheet.ts'
import { addNote, changeNote, openNotes, removeNote } from './note-store.ts'
import { noteText } from './note-text.ts'
import { NotesView } from './note-view.tsx'

type AtNotes = AtPlan & { readonly entry: Entry; readonly action: string; readonly keyFile: string }

/** The notes that an address names; for who may not open them there is no such page. */
async function notesAt(c: Context<OnDesk>): Promise<AtNotes> {
  // Nothing of this page is kept: not by the browser, not on the way.
  c.header('cache-control', 'no-store')
  const at = await planAt(c)
  const entry = entryAt(c, at.plan)
  const readers = await readNoteReaders(at.desk.db, at.reader.actor, at.plan.id)
  if (!mayOpenNotes(at.reader.actor, entry, readers).may) throw new HTTPException(404)
  const action = `${at.href}/entry/${entry.id}/notes`
  return { ...at, entry, action, keyFile: at.desk.house.notesKeyFile }
}

/** /plan/:plan/entry/:entry/notes: the working notes of a teacher's track. */
export const notesPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await notesAt(c)
    const { done } = noteText(at.reader.language)
    const key = c.req.query('done') ?? ''
    const said = Object.hasOwn(done, key) ? done[key as keyof typeof done] : null
    return show(c, at, null, said ? { kind: 'good', text: said } : null)
  },

  post: async (c: Context<OnDesk>) => {
    const at = await notesAt(c)
    const form = await c.req.formData()
    const field = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' ? value : ''
    }
    if (field('act') === 'close') {
      await withdrawProof(at.desk.db, at.reader.actor)
      // A browser that keeps pages to go back to lets go of them when such a cookie changes.
      giveCookie(c, at.desk.house, 'closed', newToken(), 60)
      return c.redirect(`${at.href}#${cardId(at.entry.id)}`, 303)
    }
    return act(c, at, field)
  },
}

type Field = (name: string) => string

async function act(c: Context<OnDesk>, at: AtNotes, field: Field) {
  const { desk, reader, plan, entry } = at
  const { db, now } = desk
  const person = parseId<'person'>(field('person'))
  const note = parseId<'note'>(field('note'))
  switch (field('act')) {
    case 'add': {
      const made = await addNote(db, reader.actor, at, field('text'), now)
      if (!isRefusal(made)) return c.redirect(`${at.action}?done=added#n-${made}`, 303)
      return refused(c, at, { id: null, text: field('text'), no: made })
    }
    case 'change': {
      if (!note) break
      const given = { id: note, text: field('text'), base: Number(field('base')) }
      const no = await changeNote(db, reader.actor, at, given, now)
      if (no) return refused(c, at, { ...given, no })
      return c.redirect(`${at.action}?done=changed#n-${note}`, 303)
    }
    case 'remove':
      if (!note) break
      return doneOr(c, at, await removeNote(db, reader.actor, at, note, now), 'removed')
    case 'let-in':
      if (!person) break
      return doneOr(c, at, await letIn(db, reader.actor, plan, entry, person, now), 'let-in')
    case 'shut-out':
      if (!person) break
      return doneOr(c, at, await shutOut(db, reader.actor, plan, entry, person, now), 'shut-out')
  }
  throw new HTTPException(404)
}

function doneOr(c: Context<OnDesk>, at: AtNotes, no: NoteNo | null, done: string) {
  if (!no) return c.redirect(`${at.action}?done=${done}`, 303)
  return refused(c, at, { id: null, text: '', no })
}

function refused(c: Context<OnDesk>, at: AtNotes, tried: TriedNote) {
  const text = noteText(at.reader.language).refused[tried.no.refused]
  return show(c, at, tried, tried.text === '' ? { kind: 'refusal', text } : null)
}

async function show(c: Context<OnDesk>, at: AtNotes, tried: TriedNote | null, notice: ShellNotice | null) {
  const opened = await openNotes(at.desk.db, at.reader.actor, at, at.desk.now)
  if (isRefusal(opened) && opened.refused === 'may-not') throw new HTTPException(404)
  const needsProof = isRefusal(opened) && opened.refused === 'not-proved'
  // What was typed must not be lost on the way to the proof.
  if (needsProof && !tried?.text) return c.redirect(`/account/proof?to=${encodeURIComponent(at.action)}`, 303)
  const asked = {
    editing: parseId<'note'>(c.req.query('edit')),
    removing: parseId<'note'>(c.req.query('remove')),
  }
  const sheet: NoteSheet = {
    ...(await sheetOf(at, needsProof)),
    ...asked,
    notes: isRefusal(opened) ? null : opened,
    closed: isRefusal(opened) ? opened : null,
    tried,
  }
  return c.html(
    <Page shell={shellFrom(at.desk, notice)} title={noteText(at.reader.language).title} here="plan">
      <NotesView sheet={sheet} />
    </Page>,
    tried ? (tried.no.refused === 'may-not' ? 403 : 422) : 200,
  )
}

/** What stands around the notes; without an own proof nothing of what only the teacher may see. */
async function sheetOf({ desk, reader, entry, plan, action, href }: AtNotes, needsProof: boolean) {
  const { db, now } = desk
  const { actor, language, terms } = reader
  const roster = await readRoster(db, actor)
  const isTeacher = !needsProof && mayKeepNotes(actor, entry).may
  const openings = isTeacher ? await readOpenings(db, actor, entry) : []
  return {
    actor,
    language,
    terms,
    now,
    action,
    backHref: `${href}#${cardId(entry.id)}`,
    entry,
    teacher: trackName(entry, lookupOf(roster)),
    people: roster.people,
    readers: await readNoteReaders(db, actor, plan.id),
    openings: isRefusal(openings) ? [] : openings,
    retentionYears: (await readSchool(db, actor)).retentionYears,
    isTeacher,
  }
}
