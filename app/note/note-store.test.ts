import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { Db } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import { type EntryId, newId, type PlanId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { addEntry } from '../plan/entry-store.ts'
import { entryOf } from '../plan/plan.ts'
import { createPlan, readPlan } from '../plan/plan-store.ts'
import { namePerson, unnamePerson } from '../plan/tie-store.ts'
import type { Member } from '../session/actor.ts'
import { openSession } from '../session/session-store.ts'
import type { NoteNo } from './note.ts'
import { noteKeyCommand } from './note-key-command.ts'
import { addKey, makeKeyFile, readKeyFile } from './note-key-secret.ts'
import { countByKey, forgetKeysBut, resealAll } from './note-key-store.ts'
import { letIn, readNoteReaders, readOpenings, shutOut } from './note-reader-store.ts'
import { addNote, changeNote, type NotesAt, openNotes, removeNote } from './note-store.ts'
import { forgetOldNotes } from './note-tidy-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-notes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SECRET = 'Ik durf nog niet voor de groep te oefenen.'
const later = (milliseconds: number) => momentOf(new Date(NOW.getTime() + milliseconds))
const HOUR = 3_600_000
const DAY = 24 * HOUR

function ok<Answer extends object | string>(answer: Answer | NoteNo): Answer {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}

eachDatabase((open) => {
  let db: Db
  let cast: Cast
  let plan: PlanId
  let entryId: EntryId
  let keyFile: string
  let anouk: Member
  let karin: Member
  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
    keyFile = join(folder, newId(), 'notes.key')
    const made = await createPlan(
      db,
      cast.keeper,
      { schoolYear: '2026-2027' as SchoolYear, title: 'Plan' },
      NOW_MOMENT,
    )
    if (isRefusal(made)) throw new Error(made.refused)
    plan = made
    entryId = await trackOf('anouk')
    await name('karin')
    anouk = await proved('anouk')
    karin = await proved('karin')
  })

  const planNow = async () => {
    const read = await readPlan(db, cast.keeper, plan)
    if (!read) throw new Error('no plan')
    return read
  }
  const trackOf = async (key: keyof Cast['people']) => {
    const track = { kind: 'teacher-track', personId: cast.people[key], weight: 'light' } as const
    const id = await addEntry(db, cast.member(key), await planNow(), track, NOW_MOMENT)
    if (isRefusal(id)) throw new Error(id.refused)
    return id
  }
  const here = async (id = entryId): Promise<NotesAt> => {
    const entry = entryOf(await planNow(), id)
    if (!entry) throw new Error('no entry')
    return { plan: { id: plan }, entry, keyFile }
  }
  const name = async (key: keyof Cast['people'], part: 'support' | 'duo' = 'support', when = NOW_MOMENT) => {
    const { entry } = await here()
    await namePerson(db, cast.member('anouk'), await planNow(), entry, cast.people[key], part, when)
  }
  /** Somebody with a session that has an own proof. */
  async function proved(key: keyof Cast['people'], provedAt: Moment | null = NOW_MOMENT): Promise<Member> {
    const who = { schoolId: cast.schoolId, personId: cast.people[key] }
    const { id } = await db.write(cast, (sql) =>
      openSession(sql, { ...who, device: 'Firefox/Linux', way: 'code', shared: false }, NOW),
    )
    await db.write(cast, (sql) =>
      sql.updateTable('session').set({ proved_at: provedAt }).where('id', '=', id).execute(),
    )
    return { ...cast.member(key), sessionId: id }
  }
  const write = async (actor: Member, text: string, now = NOW_MOMENT) =>
    ok(await addNote(db, actor, await here(), text, now))
  const read = async (actor: Member, now = NOW_MOMENT) => openNotes(db, actor, await here(), now)
  const texts = async (actor: Member) => ok(await read(actor)).map(({ text }) => text)
  const rows = () => db.read('server', (sql) => sql.selectFrom('note').selectAll().execute())
  const letKarinIn = async (now = NOW_MOMENT) =>
    letIn(db, anouk, { id: plan }, (await here()).entry, cast.people.karin, now)

  describe('working notes', () => {
    it('are written and read by the teacher; in the database stands nothing of it', async () => {
      await write(anouk, SECRET)
      expect(await texts(anouk)).toEqual([SECRET])
      const kept = JSON.stringify(await rows())
      for (const word of ['durf', 'oefenen', 'groep']) expect(kept).not.toContain(word)
      const [row] = await rows()
      expect(Buffer.from(row!.sealed, 'base64url').toString('latin1')).not.toContain('durf')
    })

    it('are for who is let in, as long as the teacher wants it and names them', async () => {
      await write(anouk, SECRET)
      expect(await read(karin)).toEqual({ refused: 'may-not' })
      expect(await letKarinIn()).toBe(null)
      expect(await texts(karin)).toEqual([SECRET])
      await write(karin, 'Zullen we samen kijken?')
      expect(await texts(anouk)).toHaveLength(2)
      await shutOut(db, anouk, { id: plan }, (await here()).entry, cast.people.karin, NOW_MOMENT)
      expect(await read(karin)).toEqual({ refused: 'may-not' })
      expect(await texts(anouk)).toHaveLength(2)
    })

    it('close when the name goes off the track, and stay closed when somebody else names it again', async () => {
      await letKarinIn()
      const at = await here()
      await unnamePerson(db, cast.member('karin'), await planNow(), at.entry, cast.people.karin, 'support')
      expect(await read(karin)).toEqual({ refused: 'may-not' })
      await name('karin', 'support', later(HOUR))
      expect(await read(karin)).toEqual({ refused: 'may-not' })
      expect(await letKarinIn(later(2 * HOUR))).toBe(null)
      expect(Array.isArray(await read(karin))).toBe(true)
    })

    it('can be opened to nobody by anyone but the teacher, to no principal, and to no one unnamed', async () => {
      await name('paul')
      const { entry } = await here()
      const ask = (actor: Member, key: keyof Cast['people']) =>
        letIn(db, actor, { id: plan }, entry, cast.people[key], NOW_MOMENT)
      expect(await ask(karin, 'karin')).toEqual({ refused: 'may-not' })
      expect(await ask(anouk, 'bram')).toEqual({ refused: 'not-named' })
      const at = await here()
      expect(await letIn(db, anouk, { id: plan }, at.entry, cast.people.paul, NOW_MOMENT)).toEqual({
        refused: 'principal',
      })
      expect(await readNoteReaders(db, anouk, plan)).toEqual([])
    })

    it('ask for an own proof in this very session, in every act', async () => {
      const without = await proved('anouk', null)
      const id = await write(anouk, SECRET)
      const at = await here()
      const no = { refused: 'not-proved' }
      expect(await read(without)).toEqual(no)
      expect(await addNote(db, without, at, 'x', NOW_MOMENT)).toEqual(no)
      expect(await changeNote(db, without, at, { id, text: 'x', base: 1 }, NOW_MOMENT)).toEqual(no)
      expect(await removeNote(db, without, at, id, NOW_MOMENT)).toEqual(no)
      expect(await letIn(db, without, { id: plan }, at.entry, cast.people.karin, NOW_MOMENT)).toEqual(no)
      const stolen = { ...without, sessionId: karin.sessionId }
      expect(await read(stolen)).toEqual(no)
      expect(existsSync(keyFile)).toBe(true)
      expect(await texts(anouk)).toEqual([SECRET])
    })

    it('close at once when the session is ended, or the teacher has left', async () => {
      await letKarinIn()
      await db.write(cast, (sql) =>
        sql
          .updateTable('person')
          .set({ left_on: '2026-11-18' as never })
          .where('id', '=', cast.people.anouk)
          .execute(),
      )
      expect(await read(karin)).toEqual({ refused: 'may-not' })
      expect(await read(anouk)).toEqual({ refused: 'may-not' })
      await db.write(cast, (sql) =>
        sql.updateTable('person').set({ left_on: null }).where('id', '=', cast.people.anouk).execute(),
      )
      await db.write(cast, (sql) =>
        sql
          .updateTable('session')
          .set({ revoked_at: NOW_MOMENT })
          .where('id', '=', karin.sessionId)
          .execute(),
      )
      expect(await read(karin)).toEqual({ refused: 'not-proved' })
    })

    it('are changed by who wrote them, from the words that were seen; no older words stay', async () => {
      await letKarinIn()
      const id = await write(anouk, SECRET)
      const at = await here()
      const change = (actor: Member, text: string, base: number) =>
        changeNote(db, actor, at, { id, text, base }, later(HOUR))
      expect(await change(karin, 'anders', 1)).toEqual({ refused: 'may-not' })
      expect(await change(anouk, 'Ik heb het gedaan.', 1)).toBe(null)
      expect(await change(anouk, 'uit een ander venster', 1)).toEqual({
        refused: 'note-changed',
        field: 'text',
      })
      expect(await change(anouk, '  ', 2)).toEqual({ refused: 'note-empty', field: 'text' })
      expect(await texts(karin)).toEqual(['Ik heb het gedaan.'])
      expect(await rows()).toHaveLength(1)
    })

    it('changed twice at once keep one of the two, and say so to the other', async () => {
      const id = await write(anouk, SECRET)
      const at = await here()
      const answers = await Promise.all(
        ['een', 'twee'].map((text) => changeNote(db, anouk, at, { id, text, base: 1 }, NOW_MOMENT)),
      )
      expect(answers.filter((answer) => answer === null)).toHaveLength(1)
      expect(ok(await read(anouk))[0]!.revision).toBe(2)
    })

    it('are thrown away by the writer or the teacher, for good', async () => {
      await letKarinIn()
      const [hers, mine] = [await write(anouk, SECRET), await write(karin, 'Van mij')]
      const at = await here()
      expect(await removeNote(db, karin, at, hers, NOW_MOMENT)).toEqual({ refused: 'may-not' })
      expect(await removeNote(db, anouk, at, mine, NOW_MOMENT)).toBe(null)
      expect(await removeNote(db, anouk, at, mine, NOW_MOMENT)).toEqual({ refused: 'note-gone' })
      expect(await texts(karin)).toEqual([SECRET])
      const other = await trackOf('bram')
      const bram = await proved('bram')
      expect(await removeNote(db, bram, await here(other), hers, NOW_MOMENT)).toEqual({
        refused: 'note-gone',
      })
    })

    it('are not those of another school, whatever is asked', async () => {
      await write(anouk, SECRET)
      const elsewhere = await settleCast(db, { name: 'De Vlieger' })
      const stranger = { ...anouk, schoolId: elsewhere.schoolId }
      expect(await openNotes(db, stranger, await here(), NOW_MOMENT)).toEqual({ refused: 'may-not' })
    })
  })

  describe('who opened them', () => {
    it('is written down once an hour for each session, and seen by the teacher alone', async () => {
      await letKarinIn()
      await read(anouk)
      await read(karin, later(1000))
      await read(karin, later(HOUR / 2))
      await read(karin, later(2 * HOUR))
      const { entry } = await here()
      expect(await readOpenings(db, anouk, entry)).toEqual([
        { personId: cast.people.karin, openedAt: later(2 * HOUR), device: null },
        { personId: cast.people.karin, openedAt: later(1000), device: null },
        { personId: cast.people.anouk, openedAt: NOW_MOMENT, device: 'Firefox/Linux' },
      ])
      expect(await readOpenings(db, karin, entry)).toEqual({ refused: 'may-not' })
    })

    it('does not hold who was kept out', async () => {
      await read(karin)
      await read(await proved('anouk', null))
      expect(await readOpenings(db, anouk, (await here()).entry)).toEqual([])
    })
  })

  describe('the key', () => {
    it('is made with the first note, and never again when it is gone: then nothing opens and nothing is lost', async () => {
      expect(await texts(anouk)).toEqual([])
      expect(existsSync(keyFile)).toBe(false)
      const id = await write(anouk, SECRET)
      const away = `${keyFile}.away`
      renameSync(keyFile, away)
      const at = await here()
      expect(await read(anouk)).toEqual({ refused: 'key-missing' })
      expect(await addNote(db, anouk, at, 'meer', NOW_MOMENT)).toEqual({ refused: 'key-missing' })
      expect(await changeNote(db, anouk, at, { id, text: 'x', base: 1 }, NOW_MOMENT)).toEqual({
        refused: 'key-missing',
      })
      expect(existsSync(keyFile)).toBe(false)
      renameSync(away, keyFile)
      expect(await texts(anouk)).toEqual([SECRET])
    })

    it('of another server, or a broken file, opens nothing and overwrites nothing', async () => {
      const id = await write(anouk, SECRET)
      const good = readFileSync(keyFile)
      const other = join(folder, newId(), 'notes.key')
      makeKeyFile(other)
      const at = await here()
      for (const text of [readFileSync(other), Buffer.from('geen sleutel'), Buffer.alloc(0)]) {
        writeFileSync(keyFile, text)
        expect(await read(anouk)).toEqual({ refused: 'key-wrong' })
        expect(await addNote(db, anouk, at, 'meer', NOW_MOMENT)).toEqual({ refused: 'key-wrong' })
        expect(await changeNote(db, anouk, at, { id, text: 'x', base: 1 }, NOW_MOMENT)).toEqual({
          refused: 'key-wrong',
        })
        expect(readFileSync(keyFile)).toEqual(text)
      }
      writeFileSync(keyFile, good)
      expect(await texts(anouk)).toEqual([SECRET])
    })

    it('is changed with all notes under it, while old backups still open with the same file', async () => {
      const first = await write(anouk, SECRET)
      const before = await rows()
      const said: string[] = []
      const run = async (...verb: string[]) => {
        const { log, error } = console
        console.log = console.error = (line: string) => void said.push(line)
        try {
          return await noteKeyCommand(
            verb,
            { notesKeyFile: keyFile, dataDir: join(folder, 'elders') },
            () => Promise.resolve({ ...db, close: () => Promise.resolve() }),
            'nl',
          )
        } finally {
          Object.assign(console, { log, error })
        }
      }
      expect(await run('change')).toBe(0)
      const ring = readKeyFile(keyFile)
      if (ring === null || ring === 'unreadable') throw new Error('no key')
      expect([...(await countByKey(db))]).toEqual([[ring.current.id, 1]])
      expect((await rows())[0]!.sealed).not.toBe(before[0]!.sealed)
      expect(await texts(anouk)).toEqual([SECRET])
      // The row as an older backup has it.
      const { sealed, key_id } = before[0]!
      await db.write(cast, (sql) =>
        sql.updateTable('note').set({ sealed, key_id }).where('id', '=', first).execute(),
      )
      expect(await texts(anouk)).toEqual([SECRET])
      expect(await run('status')).toBe(0)
      expect(said.join('\n')).toContain(`sleutel ${key_id}: 1 notitie`)
      expect(await run('dans')).toBe(2)
      renameSync(keyFile, `${keyFile}.away`)
      expect(await run('change')).toBe(2)
      expect(existsSync(keyFile)).toBe(false)
      expect([await run('forget'), (await rows()).length]).toEqual([2, 1])
      expect(said.at(-1)).toContain('er niet is: 1.')
      expect([await run('forget', '--sure'), await rows()]).toEqual([0, []])
      await write(anouk, 'Opnieuw begonnen')
      expect(await texts(anouk)).toEqual(['Opnieuw begonnen'])
    })

    it('given up takes along only what it closed', async () => {
      await write(anouk, SECRET)
      await forgetKeysBut(db, [])
      rmSync(keyFile)
      await write(anouk, 'Nieuw')
      const ring = readKeyFile(keyFile)
      if (ring === null || ring === 'unreadable') throw new Error('no key')
      await forgetKeysBut(db, [ring.current.id])
      expect(await texts(anouk)).toEqual(['Nieuw'])
    })

    it('is changed around a note that does not open: that one stays as it was', async () => {
      const [broken] = [await write(anouk, SECRET), await write(anouk, 'Nog een')]
      await db.write(cast, (sql) =>
        sql.updateTable('note').set({ sealed: 'AAAA' }).where('id', '=', broken).execute(),
      )
      const ring = readKeyFile(keyFile)
      if (ring === null || ring === 'unreadable') throw new Error('no key')
      addKey(keyFile, ring)
      const next = readKeyFile(keyFile)
      if (next === null || next === 'unreadable') throw new Error('no key')
      expect(await resealAll(db, next, NOW_MOMENT)).toEqual({ sealed: 1, stuck: 1 })
      expect(await texts(anouk)).toEqual([null, 'Nog een'])
    })
  })

  describe('somebody with the database alone', () => {
    it('can’t lay a note at another track, under another name or at another time', async () => {
      const other = await trackOf('bram')
      const id = await write(anouk, SECRET)
      const bram = await proved('bram')
      const tamper = async (change: Record<string, unknown>) => {
        const [row] = await rows()
        await db.write(cast, (sql) => sql.updateTable('note').set(change).where('id', '=', id).execute())
        const [seenByBram, seenByAnouk] = [
          ok(await openNotes(db, bram, await here(other), NOW_MOMENT)),
          ok(await read(anouk)),
        ]
        await db.write(cast, (sql) => sql.updateTable('note').set(row!).where('id', '=', id).execute())
        return [...seenByBram, ...seenByAnouk].map(({ text }) => text)
      }
      expect(await tamper({ entry_id: other })).toEqual([null])
      expect(await tamper({ author_id: cast.people.karin })).toEqual([null])
      expect(await tamper({ created_at: later(-DAY) })).toEqual([null])
      expect(await tamper({ revision: 7 })).toEqual([null])
      expect(await tamper({ key_id: 'x' })).toEqual([null])
      expect(await texts(anouk)).toEqual([SECRET])
    })

    it('can’t exchange the words of two notes; the rest of the page stands', async () => {
      await write(anouk, 'Een')
      await write(anouk, 'Twee', later(1))
      await write(anouk, 'Drie', later(2))
      const [one, two] = await rows()
      for (const [to, from] of [
        [one, two],
        [two, one],
      ] as const)
        await db.write(cast, (sql) =>
          sql.updateTable('note').set({ sealed: from!.sealed }).where('id', '=', to!.id).execute(),
        )
      expect(await texts(anouk)).toEqual([null, null, 'Drie'])
    })

    it('can’t have a damaged note written over; the teacher can throw it away', async () => {
      const id = await write(anouk, SECRET)
      await db.write(cast, (sql) =>
        sql.updateTable('note').set({ sealed: 'AAAA' }).where('id', '=', id).execute(),
      )
      const at = await here()
      expect(await changeNote(db, anouk, at, { id, text: 'x', base: 1 }, NOW_MOMENT)).toEqual({
        refused: 'key-wrong',
      })
      expect(await removeNote(db, anouk, at, id, NOW_MOMENT)).toBe(null)
    })
  })

  describe('what has come to its end', () => {
    const set = (table: 'note' | 'person' | 'entry', values: Record<string, unknown>, id: string) =>
      db.write(cast, (sql) =>
        sql
          .updateTable(table)
          .set(values)
          .where('id', '=', id as never)
          .execute(),
      )
    const counts = () =>
      db.read('server', async (sql) => [
        (await sql.selectFrom('note').select('id').execute()).length,
        (await sql.selectFrom('note_reader').select('entry_id').execute()).length,
        (await sql.selectFrom('note_opening').select('id').execute()).length,
      ])

    it('goes: a note past the school’s term, and an opening of more than a year ago', async () => {
      const [old] = [await write(anouk, SECRET), await write(anouk, 'Nieuw')]
      await read(anouk)
      await set('note', { changed_at: '2021-11-19T09:42:00.000Z' }, old)
      await forgetOldNotes(db, NOW)
      expect(await counts()).toEqual([2, 0, 1])
      await forgetOldNotes(db, new Date(NOW.getTime() + 1000))
      expect(await counts()).toEqual([1, 0, 1])
      await forgetOldNotes(db, new Date(NOW.getTime() + 366 * DAY))
      expect(await counts()).toEqual([1, 0, 0])
    })

    it('goes: everything at the track of a teacher who left, a week after; a slip can be undone before', async () => {
      await letKarinIn()
      await write(anouk, SECRET)
      await read(anouk)
      await set('person', { left_on: '2026-11-19' }, cast.people.anouk)
      await forgetOldNotes(db, new Date(NOW.getTime() + 6 * DAY))
      expect(await counts()).toEqual([1, 1, 1])
      await forgetOldNotes(db, new Date(NOW.getTime() + 7 * DAY))
      expect(await counts()).toEqual([0, 0, 0])
    })

    it('goes: everything at a track that was removed a year ago, and nothing of another', async () => {
      await write(anouk, SECRET)
      const other = await trackOf('bram')
      const bram = await proved('bram')
      ok(await addNote(db, bram, await here(other), 'Van Bram', NOW_MOMENT))
      await set('entry', { removed_at: NOW_MOMENT }, entryId)
      await forgetOldNotes(db, new Date(NOW.getTime() + 364 * DAY))
      expect((await counts())[0]).toBe(2)
      await forgetOldNotes(db, new Date(NOW.getTime() + 366 * DAY))
      expect((await rows()).map(({ author_id }) => author_id)).toEqual([cast.people.bram])
    })
  })
})
