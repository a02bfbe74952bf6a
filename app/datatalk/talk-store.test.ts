import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { done } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import { type DataTalkId, newId, type TalkLineId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { leaveSchool } from '../school/person-store.ts'
import type { Actor, Program } from '../session/actor.ts'
import type { Fact } from './fact.ts'
import { LONGEST_WORDS, MOST_LINES } from './talk.ts'
import { addLine, changeLine, layFact, takeLineBack } from './talk-line-store.ts'
import { readTalk, sharedTalksOf, talksOf } from './talk-store.ts'
import { forgetOldTalks } from './talk-tidy-store.ts'
import { keepTied } from './talk-tied-store.ts'
import { beginTalk, endTalk, shareTalk, throwTalkAway } from './talk-write-store.ts'

type Key = keyof Cast['people']
const LATER = '2026-11-19T10:42:00.000Z' as Moment

const FACT: Fact = {
  about: { of: 'school', share: 'target' },
  statement: { says: 'run', way: 'up', steps: 4 },
  own: null,
  claim: null,
}

eachDatabase((open) => {
  let db: Db
  let cast: Cast
  let id: DataTalkId

  const member = (key: Key) => cast.member(key)
  const line = async (key: Key, words: string, now = NOW_MOMENT): Promise<TalkLineId> =>
    done(await addLine(db, member(key), id, { part: 'cause', under: null, words }, now)) as TalkLineId
  const refusedAs = (answer: unknown) => (isRefusal(answer) ? answer.refused : answer)

  describe('a talk over data, as it is kept', () => {
    beforeEach(async () => {
      db = await open()
      cast = await settleCast(db)
      const team = cast.learningTeams.rekenen
      id = done(await beginTalk(db, member('bram'), { team, subject: 'Rekenen' }, NOW_MOMENT))
    })

    it('is read and written by its learning team and who coordinates; by others once it is shared, without names', async () => {
      await line('kees', 'De tafels')
      for (const key of ['bram', 'kees', 'karin'] as const)
        expect((await readTalk(db, member(key), id))?.lines[0]?.author).toBe(cast.people.kees)
      for (const key of ['anouk', 'paul'] as const) {
        expect(await readTalk(db, member(key), id)).toBeNull()
        expect(await talksOf(db, member(key))).toEqual([])
        expect(await addLine(db, member(key), id, { part: 'aim', under: null, words: 'x' }, LATER)).toBeNull()
        expect(await shareTalk(db, member(key), id, true, LATER)).toBeNull()
      }
      expect(await sharedTalksOf(db, member('karin'))).toEqual([])
      done(await shareTalk(db, member('kees'), id, true, LATER))
      const shared = await readTalk(db, member('anouk'), id)
      expect(shared?.lines.map(({ words, author }) => [words, author])).toEqual([['De tafels', null]])
      expect(shared?.begunBy).toBeNull()
      expect((await sharedTalksOf(db, member('karin')))[0]?.lines[0]?.author).toBeNull()
      const answer = await addLine(db, member('anouk'), id, { part: 'aim', under: null, words: 'x' }, LATER)
      expect(refusedAs(answer)).toBe('may-not')
    })

    it('leaves who left the learning team the own lines, to be read and taken back', async () => {
      const own = await line('kees', 'Van Kees')
      await line('bram', 'Van Bram')
      const left = { ...member('kees'), learningTeams: [] }
      const seen = await readTalk(db, left, id)
      expect(seen?.lines.map(({ words }) => words)).toEqual(['Van Kees'])
      expect((await talksOf(db, left)).map((one) => one.id)).toEqual([id])
      expect(refusedAs(await addLine(db, left, id, { part: 'aim', under: null, words: 'x' }, LATER))).toBe(
        'may-not',
      )
      done(await shareTalk(db, member('bram'), id, true, LATER))
      expect((await readTalk(db, left, id))?.lines.map(({ author }) => author)).toEqual([
        cast.people.kees,
        null,
      ])
      expect(await takeLineBack(db, left, id, { id: own, revision: 1 }, LATER)).toBe('done')
      done(await shareTalk(db, member('bram'), id, false, LATER))
      expect(await readTalk(db, left, id)).toBeNull()
    })

    it('is nothing for a program, and nothing for another school', async () => {
      done(await shareTalk(db, member('bram'), id, true, LATER))
      const program: Program = { kind: 'program', schoolId: cast.schoolId, tokenId: 'x' }
      expect(await readTalk(db, program, id)).toBeNull()
      expect(await talksOf(db, program)).toEqual([])
      const other = await settleCast(db)
      const karin: Actor = other.member('karin')
      expect(await readTalk(db, karin, id)).toBeNull()
      expect(await endTalk(db, karin, id, true, LATER)).toBeNull()
      const theirs = await beginTalk(db, karin, { team: cast.learningTeams.rekenen, subject: '' }, LATER)
      expect(refusedAs(theirs)).toBe('team-unknown')
    })

    it('sent twice is one talk, and one line', async () => {
      const team = cast.learningTeams.rekenen
      const again = await beginTalk(db, member('bram'), { team, subject: 'Rekenen' }, NOW_MOMENT)
      expect(again).toBe(id)
      const later = await beginTalk(db, member('bram'), { team, subject: 'Rekenen' }, LATER)
      expect(later).not.toBe(id)
      expect(await line('kees', 'Twee keer')).toBe(await line('kees', 'Twee keer'))
      expect(await line('bram', 'Twee keer')).not.toBe(await line('kees', 'Twee keer'))
    })

    it('holds a line of each, whoever writes at the same moment, and counts every change', async () => {
      const before = (await readTalk(db, member('bram'), id))?.revision ?? 0
      const keys = ['bram', 'kees', 'wilma', 'youssef', 'karin'] as const
      await Promise.all(keys.map((key) => line(key, `van ${key}`)))
      const after = await readTalk(db, member('bram'), id)
      expect(after?.lines.map(({ words }) => words).sort()).toEqual(keys.map((key) => `van ${key}`).sort())
      expect(after?.revision).toBe(before + keys.length)
    })

    it('tells that it changed only when it did', async () => {
      const heard: string[] = []
      const stop = db.hear(({ topic, id: of }) => topic === 'talk' && heard.push(of))
      await line('kees', 'Eén')
      await addLine(db, member('kees'), id, { part: 'for', under: null, words: 'nergens onder' }, LATER)
      stop()
      expect(heard).toEqual([id])
    })

    it('keeps a line as its writer saved it last: from an older screen nothing is written over', async () => {
      const cause = await line('kees', 'Tempo')
      const first = { id: cause, revision: 1 }
      expect(await changeLine(db, member('kees'), id, first, 'Tempo in groep 6', LATER)).toBe('done')
      expect(refusedAs(await changeLine(db, member('kees'), id, first, 'Oud', LATER))).toBe('line-changed')
      const second = { id: cause, revision: 2 }
      expect(refusedAs(await changeLine(db, member('bram'), id, second, 'x', LATER))).toBe('may-not')
      expect(refusedAs(await takeLineBack(db, member('karin'), id, second, LATER))).toBe('may-not')
      done(
        await addLine(db, member('bram'), id, { part: 'against', under: cause, words: 'Toch niet' }, LATER),
      )
      expect(refusedAs(await takeLineBack(db, member('kees'), id, second, LATER))).toBe('line-has-evidence')
    })

    it('takes lines of a sensible length, number and place', async () => {
      const answer = (part: 'cause' | 'for', words: string, under: TalkLineId | null = null) =>
        addLine(db, member('bram'), id, { part, under, words }, LATER).then(refusedAs)
      expect(await answer('cause', ' \n\t ')).toBe('line-missing')
      expect(await answer('cause', 'x'.repeat(LONGEST_WORDS + 1))).toBe('line-long')
      expect(await answer('for', 'zonder oorzaak')).toBe('cause-missing')
      const cause = await line('bram', 'Een\noorzaak \u202e omgekeerd')
      expect(await answer('cause', 'onder een ander', cause)).toBe('part-unknown')
      const lines = (await readTalk(db, member('bram'), id))?.lines
      expect(lines?.[0]?.words).toBe('Een oorzaak omgekeerd')
      await db.write(member('bram'), async (sql) => {
        const [row] = await sql.selectFrom('data_talk_line').selectAll().where('id', '=', cause).execute()
        if (!row) throw new Error('the line is there')
        for (let more = 1; more < MOST_LINES; more++)
          await sql
            .insertInto('data_talk_line')
            .values({ ...row, id: `line-${more}` as TalkLineId })
            .execute()
      })
      expect(await answer('cause', 'te veel')).toBe('lines-many')
    })

    it('has what was checked once, and gives it back as it was', async () => {
      done(await layFact(db, member('bram'), id, FACT, NOW_MOMENT))
      expect(refusedAs(await layFact(db, member('kees'), id, { ...FACT }, LATER))).toBe('fact-there')
      const [first] = (await readTalk(db, member('kees'), id))?.lines ?? []
      expect(first?.fact).toEqual(FACT)
      const which = { id: first?.id as TalkLineId, revision: 1 }
      expect(refusedAs(await changeLine(db, member('bram'), id, which, 'iets anders', LATER))).toBe(
        'line-gone',
      )
      expect(await takeLineBack(db, member('bram'), id, which, LATER)).toBe('done')
    })

    it('is thrown away only while nothing stands in it', async () => {
      await line('kees', 'Iets')
      expect(refusedAs(await throwTalkAway(db, member('bram'), id))).toBe('talk-not-empty')
    })

    it('forgets who said it when the term of who left has come, and all of it years later', async () => {
      const cause = await line('kees', 'De tafels')
      done(await shareTalk(db, member('kees'), id, true, LATER))
      const along = [{ ambition: newId<'ambition'>(), was: null }]
      await db.write(cast.keeper, (sql) => keepTied(sql, cast.keeper, { id }, along))
      await db.write(cast.keeper, (sql) =>
        sql.updateTable('school').set({ retention_years: 2 }).where('id', '=', cast.schoolId).execute(),
      )
      await leaveSchool(db, cast.keeper, cast.people.kees, { on: '2026-12-18' as Day, now: NOW })
      await leaveSchool(db, cast.keeper, cast.people.bram, { on: '2026-12-18' as Day, now: NOW })
      const at = async (day: string) => {
        await forgetOldTalks(db, new Date(`${day}T12:00:00.000Z`))
        return readTalk(db, member('karin'), id)
      }
      expect((await at('2028-12-17'))?.lines[0]?.author).toBe(cast.people.kees)
      const unnamed = await at('2028-12-18')
      expect(unnamed?.lines[0]).toMatchObject({ words: 'De tafels', author: null })
      expect(unnamed?.begunBy).toBeNull()
      // A line that is nobody's any more can be taken out by who coordinates.
      expect(refusedAs(await takeLineBack(db, member('wilma'), id, { id: cause, revision: 1 }, LATER))).toBe(
        'may-not',
      )
      expect(await at('2029-07-30')).not.toBeNull()
      expect(await at('2029-07-31')).toBeNull()
      for (const table of ['data_talk_line', 'data_talk_tied'] as const)
        expect(await db.read(cast.keeper, (sql) => sql.selectFrom(table).selectAll().execute())).toEqual([])
    })
  })
})
