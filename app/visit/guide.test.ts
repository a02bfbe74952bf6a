import { describe, expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { visitRoom } from '../../test/visit-room.ts'
import { type Guide, parsePoints, printOf, tidyNote } from './guide.ts'
import { keepNote, writeNotes } from './guide-note-store.ts'
import {
  choosePoints,
  dropNote,
  readGuide,
  readSharedVisit,
  sharedWithMe,
  shareGuide,
} from './guide-store.ts'
import { callOffVisit, saveVisit } from './visit-change-store.ts'

const NOBODY_ELSE = { visitor: true, coordinator: false, team: false }

eachDatabase((open) => {
  /** Samira looks at Lotte's, who chose one point; nothing is written yet. */
  const guided = async () => {
    const room = await visitRoom(await open())
    const { db, cast } = room
    const id = await room.agreed()
    type Key = keyof typeof cast.people
    const guide = async (key: Key): Promise<Guide | null> => {
      const visit = await readSharedVisit(db, cast.member(key), id)
      return visit && readGuide(db, cast.member(key), visit)
    }
    const choose = (key: Key, picks: string[], own = '') => {
      const chosen = parsePoints(picks, own, 'Hoe begint de les?')
      if ('refused' in chosen) throw new Error(chosen.refused)
      return choosePoints(db, cast.member(key), id, chosen)
    }
    const write = (key: Key, text: string, at: Partial<Parameters<typeof writeNotes>[3][number]> = {}) =>
      writeNotes(
        db,
        cast.member(key),
        id,
        [{ point: null, text, base: 0, print: printOf(''), ...at }],
        NOW_MOMENT,
      )
    const texts = async (key: Key) => (await guide(key))?.notes.map(({ text }) => text) ?? null
    const noteId = async (key: Key) => (await guide(key))!.notes[0]!.id
    const keep = async (key: Key, base = 1) =>
      keepNote(db, cast.member(key), id, { note: await noteId('lotte'), base, text: null }, NOW_MOMENT)
    const share = (key: Key, shared: typeof NOBODY_ELSE) =>
      shareGuide(db, cast.member(key), id, shared, NOW_MOMENT)
    return { ...room, id, guide, choose, write, texts, noteId, keep, share }
  }

  describe('the points', () => {
    it('are chosen by who is visited alone, and read by the two', async () => {
      const { choose, guide } = await guided()
      expect(await choose('lotte', ['check', 'asked'], 'Wie zegt er weinig?')).toBe('done')
      expect((await guide('samira'))?.points).toMatchObject([
        { pick: 'check' },
        { pick: null, text: 'Hoe begint de les?' },
        { pick: null, text: 'Wie zegt er weinig?' },
      ])
      expect(await choose('samira', ['tone'])).toEqual({ refused: 'may-not' })
      for (const key of ['karin', 'paul', 'anouk'] as const) {
        expect(await choose(key, ['tone'])).toBeNull()
        expect(await guide(key)).toBeNull()
      }
    })

    it('are at most eight, and own ones stay only when they stay ticked', async () => {
      const { choose, guide } = await guided()
      await choose('lotte', [], 'Wie zegt er weinig?')
      const own = (await guide('lotte'))!.points[0]!.id
      await choose('lotte', ['check', own])
      expect((await guide('lotte'))?.points).toHaveLength(2)
      expect(
        await choose('lotte', [
          'start',
          'aim',
          'model',
          'check',
          'question',
          'active',
          'talk',
          'alone',
          'end',
        ]),
      ).toMatchObject({ refused: 'too-many-points' })
      await choose('lotte', ['check'])
      expect((await guide('lotte'))?.points).toMatchObject([{ pick: 'check' }])
    })

    it('that go leave what was seen beside the points', async () => {
      const { choose, guide, write, texts } = await guided()
      await choose('lotte', ['check'])
      const point = (await guide('lotte'))!.points[0]!.id
      expect(await write('samira', 'Wisbordjes.', { point })).toBe('done')
      await choose('lotte', [])
      expect(await texts('lotte')).toEqual(['Wisbordjes.'])
      expect((await guide('lotte'))?.notes[0]?.point).toBeNull()
      expect(await write('lotte', 'Dat klopt.', { point })).toBe('done')
      expect(await texts('lotte')).toEqual(['Wisbordjes.', 'Dat klopt.'])
    })
  })

  describe('what was seen', () => {
    it('is a proposal of who looks; kept it is of who was visited, to change or throw away', async () => {
      const { db, cast, id, write, texts, keep, guide, noteId } = await guided()
      expect(await write('samira', 'Tien tellen stil.')).toBe('done')
      expect(await texts('lotte')).toEqual(['Tien tellen stil.'])
      expect(await keep('samira')).toEqual({ refused: 'may-not' })
      expect(await keep('lotte')).toBe('done')
      expect(await dropNote(db, cast.member('samira'), id, await noteId('lotte'))).toEqual({
        refused: 'may-not',
      })
      const changed = { note: await noteId('lotte'), base: 2, text: 'Tien tellen wachten.' }
      expect(await keepNote(db, cast.member('lotte'), id, changed, NOW_MOMENT)).toBe('done')
      expect(await texts('samira')).toEqual(['Tien tellen wachten.'])
      expect((await guide('samira'))?.notes[0]?.keptAt).not.toBeNull()
      expect(await dropNote(db, cast.member('lotte'), id, await noteId('lotte'))).toBe('done')
      expect(await texts('samira')).toEqual([])
    })

    it('is changed and taken back by who looks as long as it is a proposal', async () => {
      const { write, texts } = await guided()
      await write('samira', 'Stil.')
      expect(await write('samira', 'Heel stil.', { base: 1, print: printOf('Stil.') })).toBe('done')
      expect(await texts('lotte')).toEqual(['Heel stil.'])
      expect(await write('samira', '', { base: 2, print: printOf('Heel stil.') })).toBe('done')
      expect(await texts('lotte')).toEqual([])
    })

    it('that changed meanwhile is not written over, and what came back as it was is left alone', async () => {
      const { write, texts, keep } = await guided()
      await write('samira', 'Stil.')
      await keep('lotte')
      expect(await write('samira', 'Stil.', { base: 1, print: printOf('Stil.') })).toBe('done')
      expect(await write('samira', 'Stiller.', { base: 1, print: printOf('Stil.') })).toEqual({
        refused: 'note-changed',
        field: 'note-',
      })
      expect(await write('samira', 'Stiller.')).toBe('done')
      expect(await texts('lotte')).toEqual(['Stil.', 'Stiller.'])
    })

    it('is written once by two who press at the same time', async () => {
      const { write, texts } = await guided()
      const answers = await Promise.all([write('samira', 'Stil.'), write('samira', 'Stil.')])
      expect(answers).toContainEqual('done')
      expect(await texts('lotte')).toEqual(['Stil.'])
    })

    it('is not written before the visit is agreed, nor by anybody else', async () => {
      const room = await visitRoom(await open())
      const { db, cast } = room
      const id = await room.asked()
      const lines = [{ point: null, text: 'Stil.', base: 0, print: printOf('') }]
      expect(await writeNotes(db, cast.member('samira'), id, lines, NOW_MOMENT)).toEqual({
        refused: 'not-agreed',
      })
      await room.agree('lotte', id)
      for (const key of ['karin', 'paul'] as const)
        expect(await writeNotes(db, cast.member(key), id, lines, NOW_MOMENT)).toBeNull()
    })
  })

  describe('who reads it', () => {
    it('is the two, until who was visited shares it; what is still a proposal never', async () => {
      const { write, keep, texts, share } = await guided()
      await write('samira', 'Stil.')
      await keep('lotte')
      await write('samira', 'Nog een voorstel.')
      const all = async () => ({
        karin: await texts('karin'),
        paul: await texts('paul'),
        anouk: await texts('anouk'),
      })
      expect(await all()).toEqual({ karin: null, paul: null, anouk: null })
      expect(await share('samira', { ...NOBODY_ELSE, team: true })).toEqual({ refused: 'may-not' })
      await share('lotte', { ...NOBODY_ELSE, coordinator: true })
      expect(await all()).toEqual({ karin: ['Stil.'], paul: null, anouk: null })
      await share('lotte', { ...NOBODY_ELSE, team: true })
      expect(await all()).toEqual({ karin: ['Stil.'], paul: ['Stil.'], anouk: ['Stil.'] })
      await share('lotte', { ...NOBODY_ELSE, visitor: false })
      expect(await all()).toEqual({ karin: null, paul: null, anouk: null })
      expect(await texts('samira')).toEqual(['Nog een voorstel.'])
      expect(await texts('lotte')).toEqual(['Stil.', 'Nog een voorstel.'])
    })

    it('stays as the host said, also when the visit is changed by who read it before', async () => {
      const { db, cast, id, read, share, told } = await guided()
      await share('lotte', { ...NOBODY_ELSE, team: true })
      const before = await read(id)
      await share('lotte', { ...NOBODY_ELSE, visitor: false })
      await db.write(cast, (sql) => saveVisit(sql, cast.keeper, before))
      expect((await read(id)).shared).toEqual({ visitor: false, coordinator: false, team: false })
      const [off] = await Promise.all([
        callOffVisit(db, cast.member('samira'), { id, revision: before.revision, ...told('samira') }, ''),
        share('lotte', { ...NOBODY_ELSE, coordinator: true }),
      ])
      expect(off).toBe('done')
      expect((await read(id)).shared).toEqual({ visitor: true, coordinator: true, team: false })
    })

    it('finds it in the list of what is shared, and so does nobody else', async () => {
      const { db, cast, share, id } = await guided()
      const found = async (key: 'karin' | 'anouk' | 'lotte') =>
        (await sharedWithMe(db, cast.member(key))).map((visit) => visit.id)
      await share('lotte', { ...NOBODY_ELSE, coordinator: true })
      expect([await found('karin'), await found('anouk'), await found('lotte')]).toEqual([[id], [], []])
    })
  })
})

describe('a note from outside', () => {
  it('loses what can not be seen, keeps its lines, and is no longer than it may be', () => {
    expect(tidyNote(' a\r\nb\u0000\u202ec\u0007 ')).toBe('a\nbc')
    expect(tidyNote('é'.repeat(2_000))).toHaveLength(2_000)
    expect(tidyNote('x'.repeat(2_001))).toEqual({ refused: 'note-too-long' })
    expect(tidyNote('\ud800')).toBe('\ufffd')
  })

  it('and points: unknown ones fall away, an own one is one line', () => {
    expect(parsePoints(['check', '__proto__', 'asked'], ' a\nb ', '')).toEqual({
      picks: ['check'],
      stay: ['__proto__'],
      added: ['a b'],
    })
    expect(parsePoints([], 'x'.repeat(201), '')).toEqual({ refused: 'point-too-long', field: 'own' })
  })
})
