import { describe, expect, it } from 'vitest'
import { type Cast, NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { mails } from '../../test/mailbox.ts'
import { at, ORIGIN } from '../../test/visit-room.ts'
import type { Db } from '../db/database.ts'
import type { QuestionId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { HeavyId } from './heavy.ts'
import { tellHeavyBy } from './heavy-letter-desk.ts'
import {
  callHeavy,
  cameHeavy,
  cannotGoHeavy,
  comeHeavy,
  handOnHeavy,
  heavyCalls,
  ownHeavyCall,
  seeHeavy,
  takeBackHeavy,
} from './heavy-store.ts'
import { forgetOldCalls, forgetQuestionOfCalls } from './heavy-tidy-store.ts'
import { readQuestion } from './question-store.ts'
import { askQuestion, throwAway } from './question-write-store.ts'

type Key = keyof Cast['people']
const LATER = at('2026-11-19T12:15')

async function heavyRoom(db: Db) {
  const cast = await settleCast(db)
  const telling = (key: Key) => ({
    now: NOW_MOMENT,
    tell: tellHeavyBy({ actor: cast.member(key), now: NOW_MOMENT, origin: ORIGIN, from: null }),
  })
  const call = async (
    key: Key,
    question: QuestionId | null = null,
    to: Key | null = null,
  ): Promise<HeavyId> => {
    const given = { question, to: to && cast.people[to] }
    const answer = await callHeavy(db, cast.member(key), given, telling(key))
    if (isRefusal(answer)) throw new Error(answer.refused)
    return answer
  }
  const ask = async (key: Key, text = 'Het lukt me niet om de groep rustig te krijgen.') => {
    const id = await askQuestion(db, cast.member(key), { text, about: 'group' }, NOW_MOMENT)
    if (isRefusal(id)) throw new Error(id.refused)
    return id
  }
  const as = (key: Key, id: HeavyId) => [db, cast.member(key), { id, ...telling(key) }] as const
  const known = async (key: Key) => (await heavyCalls(db, cast.member(key))).map(({ asker }) => asker)
  const kinds = async () => (await mails(db)).map(({ kind, person_id }) => [kind, person_id])
  return { db, cast, call, ask, as, known, kinds }
}

eachDatabase((open) => {
  describe('too heavy', () => {
    it('asks the coordinators at once, without a word of why; nobody else knows', async () => {
      const room = await heavyRoom(await open())
      const { sem, karin } = room.cast.people
      await room.call('sem')
      expect(await room.known('karin')).toEqual([sem])
      for (const key of ['paul', 'petra', 'kees'] as const) expect(await room.known(key)).toEqual([])
      expect(await room.kinds()).toEqual([['question-heavy-called', karin]])
      const [letter] = await mails(room.db)
      expect(letter!.subject).toBe('Een collega vraagt of je komt')
      expect(letter!.body).toContain(`${ORIGIN}/questions/heavy`)
      const other = await settleCast(room.db, { name: 'De Vlieger' })
      expect(await heavyCalls(room.db, other.member('karin'))).toEqual([])
      const program = { kind: 'program', schoolId: room.cast.schoolId, tokenId: 't' } as const
      expect(await heavyCalls(room.db, program)).toEqual([])
    })

    it('tapped twice at once is one call and one letter', async () => {
      const room = await heavyRoom(await open())
      const [one, other] = await Promise.all([room.call('sem'), room.call('sem')])
      expect(one).toBe(other)
      expect(await room.kinds()).toHaveLength(1)
      const petra = await room.call('petra')
      expect(petra).not.toBe(one)
    })

    it('from a question opens that to the coordinators, and closes it again when it is taken back', async () => {
      const room = await heavyRoom(await open())
      const { db, cast } = room
      const question = await room.ask('petra')
      const reads = async (key: Key) => (await readQuestion(db, cast.member(key), question)) !== null
      expect(await reads('karin')).toBe(false)
      const id = await room.call('petra', question)
      expect([await reads('karin'), await reads('paul'), await reads('kees')]).toEqual([true, false, false])
      expect(await heavyCalls(db, cast.member('karin'))).toMatchObject([{ question }])
      expect(await takeBackHeavy(...room.as('petra', id))).toBe('done')
      expect(await reads('karin')).toBe(false)
      expect(await ownHeavyCall(db, cast.member('petra'))).toBeNull()
    })

    it('from somebody else’s question, or one that is not there, is a call without it', async () => {
      const room = await heavyRoom(await open())
      const question = await room.ask('petra')
      await room.call('sem', question)
      expect(await heavyCalls(room.db, room.cast.member('karin'))).toMatchObject([{ question: null }])
      expect(await readQuestion(room.db, room.cast.member('karin'), question)).toBeNull()
    })

    it('handed on is known by who stands in, never with the question; and the asker is told', async () => {
      const room = await heavyRoom(await open())
      const { db, cast } = room
      const { paul, petra, karin } = cast.people
      const question = await room.ask('petra')
      const id = await room.call('petra', question)
      expect(await handOnHeavy(...room.as('karin', id), paul)).toBe('done')
      expect(await heavyCalls(db, cast.member('paul'))).toMatchObject([{ asker: petra, question: null }])
      expect(await readQuestion(db, cast.member('paul'), question)).toBeNull()
      expect(await comeHeavy(...room.as('paul', id), LATER)).toBe('done')
      expect(await ownHeavyCall(db, cast.member('petra'))).toMatchObject({ coming: { by: paul, at: LATER } })
      expect(await cannotGoHeavy(...room.as('paul', id))).toBe('done')
      expect(await room.known('paul')).toEqual([])
      expect(await cannotGoHeavy(...room.as('paul', id))).toBeNull()
      expect(await room.kinds()).toEqual([
        ['question-heavy-called', karin],
        ['question-heavy-handed', paul],
        ['question-heavy-passed', petra],
        ['question-heavy-coming', petra],
        ['question-heavy-cannot', karin],
      ])
      expect(JSON.stringify(await mails(db))).not.toContain('rustig')
    })

    it('asked of who stands in by the asker reaches both at once', async () => {
      const room = await heavyRoom(await open())
      const { karin, paul, sem } = room.cast.people
      const id = await room.call('sem', null, 'paul')
      expect(await room.kinds()).toEqual([
        ['question-heavy-called', karin],
        ['question-heavy-handed', paul],
      ])
      expect(await room.known('paul')).toEqual([sem])
      expect(await takeBackHeavy(...room.as('sem', id))).toBe('done')
      expect((await room.kinds()).slice(2)).toEqual([
        ['question-heavy-taken-back', karin],
        ['question-heavy-taken-back', paul],
      ])
    })

    it('is answered by who may come alone, and is over once', async () => {
      const room = await heavyRoom(await open())
      const id = await room.call('sem')
      for (const key of ['paul', 'petra'] as const) {
        expect(await seeHeavy(...room.as(key, id))).toBeNull()
        expect(await comeHeavy(...room.as(key, id), null)).toBeNull()
        expect(await takeBackHeavy(...room.as(key, id))).toBeNull()
      }
      expect(await seeHeavy(...room.as('sem', id))).toEqual({ refused: 'may-not' })
      expect(await comeHeavy(...room.as('sem', id), null)).toEqual({ refused: 'may-not' })
      expect(await takeBackHeavy(...room.as('karin', id))).toEqual({ refused: 'may-not' })
      expect(await cameHeavy(...room.as('karin', id))).toEqual({ refused: 'may-not' })
      expect(await seeHeavy(...room.as('karin', id))).toBe('done')
      expect(await comeHeavy(...room.as('karin', id), null)).toBe('done')
      const ends = await Promise.all([
        cameHeavy(...room.as('karin', id)),
        takeBackHeavy(...room.as('sem', id)),
      ])
      expect(ends.filter((answer) => answer === 'done')).toHaveLength(1)
      expect(await room.known('karin')).toEqual([])
    })

    it('stays open over the night, and what is over is gone in two weeks', async () => {
      const room = await heavyRoom(await open())
      const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
      const rows = async () =>
        (await room.db.read(room.cast, (sql) => sql.selectFrom('heavy_call').select('id').execute())).length
      const id = await room.call('sem')
      await room.call('petra')
      await forgetOldCalls(room.db, later(1))
      expect(await rows()).toBe(2)
      await cameHeavy(...room.as('sem', id))
      await forgetOldCalls(room.db, later(15))
      expect(await room.known('karin')).toEqual([room.cast.people.petra])
      await forgetOldCalls(room.db, later(29))
      expect(await rows()).toBe(0)
    })

    it('of who left is gone, and of a question that is gone the call stays without it', async () => {
      const room = await heavyRoom(await open())
      const { db, cast } = room
      const question = await room.ask('petra')
      await room.call('petra', question)
      await db.write(cast, (sql) => forgetQuestionOfCalls(sql, cast.member('petra'), [question]))
      expect(await throwAway(db, cast.member('petra'), question)).toBe('done')
      expect(await heavyCalls(db, cast.member('karin'))).toMatchObject([{ question: null }])
      await db.write(cast, (sql) =>
        sql
          .updateTable('person')
          .set({ left_on: '2026-11-19' as never })
          .where('id', '=', cast.people.petra)
          .execute(),
      )
      await forgetOldCalls(db, NOW)
      expect(await room.known('karin')).toEqual([])
    })
  })
})
