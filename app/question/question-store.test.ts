import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { done } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { DemoPersonKey } from '../home/demo-cast.ts'
import type { Moment } from '../kernel/day.ts'
import type { QuestionId } from '../kernel/id.ts'
import { MOST_RUNNING, type Question } from './question.ts'
import { mayHold } from './question-may.ts'
import { bringToCoordinator, ownRunning } from './question-office-desk.ts'
import { questionsOf, questionsWithCoordinators, readQuestion, runningElsewhere } from './question-store.ts'
import { confirmTopic } from './question-topic-store.ts'
import {
  askQuestion,
  changeQuestion,
  heldQuestion,
  markRead,
  saveQuestion,
  throwAway,
} from './question-write-store.ts'
import { close, letIn, letOut, stepTo } from './rung.ts'
import { writeSentence } from './sentence-store.ts'

const LATER = '2026-11-19T11:00:00.000Z' as Moment
const SENTENCE = 'Hoe krijg ik ook de stille kinderen aan het denken?'

eachDatabase((open, dialect) => {
  let db: Db
  let cast: Cast
  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
  })

  const ask = async (who: DemoPersonKey = 'anouk', text = SENTENCE, now = NOW_MOMENT) =>
    done(await askQuestion(db, cast.member(who), { text, about: 'lesson' }, now))
  const reads = async (who: DemoPersonKey, id: QuestionId) => readQuestion(db, cast.member(who), id)
  const change = (
    who: DemoPersonKey,
    id: QuestionId,
    rule: (question: Question) => ReturnType<typeof stepTo>,
    revision?: number,
  ) =>
    changeQuestion(
      db,
      cast.member(who),
      { id, now: LATER, revision },
      (question) => mayHold(question, cast.member(who)),
      rule,
    )

  describe(`a question (${dialect})`, () => {
    it('is of the asker alone until somebody is let in, and comes back as it was', async () => {
      const id = await ask()
      const mine = await reads('anouk', id)
      expect(mine).toMatchObject({ about: 'lesson', rung: 1, closed: null, readAt: null, letIn: [] })
      expect(mine?.text).toEqual({ text: SENTENCE, revision: 1 })
      for (const who of ['youssef', 'karin', 'paul'] as const) expect(await reads(who, id)).toBeNull()
      expect(await change('anouk', id, (q) => letIn(q, cast.people.paul, LATER))).toBe('done')
      expect(await reads('paul', id)).not.toBeNull()
      expect((await questionsOf(db, cast.member('paul'))).map((one) => one.id)).toEqual([id])
      expect(await change('anouk', id, (q) => letOut(q, cast.people.paul))).toBe('done')
      expect(await reads('paul', id)).toBeNull()
      expect(await questionsOf(db, cast.member('paul'))).toEqual([])
    })

    it('sent twice is one, and nobody has more than fits', async () => {
      const id = await ask()
      expect(await ask()).toBe(id)
      for (let place = 1; place < MOST_RUNNING; place++) await ask('anouk', `Vraag ${place}`)
      expect(await askQuestion(db, cast.member('anouk'), { text: 'Nog een', about: 'else' }, LATER)).toEqual({
        refused: 'questions-many',
      })
      await ask('bram', 'Die van Bram')
    })

    it('is read by a coordinator from the third rung on, and counted without words before', async () => {
      const id = await ask()
      const second = await ask('bram', 'Hoe begin ik de dag rustig?')
      expect(await runningElsewhere(db, cast.member('karin'))).toBe(2)
      expect(await runningElsewhere(db, cast.member('paul'))).toBe(0)
      expect(await questionsWithCoordinators(db, cast.member('karin'))).toEqual([])
      expect(await bringToCoordinator(db, cast.member('anouk'), id, LATER)).toBe(true)
      expect(await bringToCoordinator(db, cast.member('anouk'), second, LATER)).toBe(false)
      expect((await questionsWithCoordinators(db, cast.member('karin'))).map((one) => one.id)).toEqual([id])
      expect(await questionsWithCoordinators(db, cast.member('paul'))).toEqual([])
      expect(await runningElsewhere(db, cast.member('karin'))).toBe(1)
      expect(await change('anouk', id, (q) => stepTo(q, 2, LATER))).toBe('done')
      expect(await reads('karin', id)).toBeNull()
    })

    it('of a coordinator is not counted for that coordinator', async () => {
      await ask('karin', 'Hoe houd ik mijn deur dicht?')
      expect(await runningElsewhere(db, cast.member('karin'))).toBe(0)
    })

    it('is changed by its asker alone, on what stands there now', async () => {
      const id = await ask()
      expect(await change('karin', id, (q) => stepTo(q, 2, LATER))).toBeNull()
      await change('anouk', id, (q) => stepTo(q, 3, LATER))
      expect(await change('karin', id, (q) => close(q, { solvedOn: 3, helped: '' }, LATER))).toEqual({
        refused: 'may-not',
        because: 'of-the-asker',
      })
      expect(await change('anouk', id, (q) => stepTo(q, 2, LATER), 1)).toEqual({ refused: 'changed' })
      expect(await change('anouk', id, (q) => stepTo(q, 2, LATER), 2)).toBe('done')
    })

    it('of two that change it at once loses neither', async () => {
      const id = await ask()
      const people = ['paul', 'youssef', 'bram', 'karin'] as const
      await Promise.all(people.map((who) => change('anouk', id, (q) => letIn(q, cast.people[who], LATER))))
      expect((await reads('anouk', id))?.letIn).toHaveLength(4)
    })

    it('lists what somebody is asked, is let in to, and asked', async () => {
      const own = await ask('bram', 'Van Bram')
      const other = await ask()
      await change('anouk', other, (q) => letIn(q, cast.people.bram, LATER))
      await ask('petra', 'Van Petra')
      const ids = (await questionsOf(db, cast.member('bram'))).map((one) => one.id)
      expect(new Set(ids)).toEqual(new Set([own, other]))
      expect((await ownRunning(db, cast.member('bram'))).map((one) => one.sentence)).toEqual(['Van Bram'])
    })

    it('is not there for another school, nor for the product itself', async () => {
      const id = await ask()
      await change('anouk', id, (q) => stepTo(q, 3, LATER))
      const other = await settleCast(db, { name: 'De Wilg' })
      expect(await readQuestion(db, other.member('karin'), id)).toBeNull()
      expect(await questionsWithCoordinators(db, other.member('karin'))).toEqual([])
      expect(await throwAway(db, other.member('anouk'), id)).toBeNull()
      expect(await readQuestion(db, cast.keeper, id)).toBeNull()
    })
  })

  describe(`writing while one goes (${dialect})`, () => {
    const write =
      (text: string, base: number | null, who: DemoPersonKey = 'anouk') =>
      async (id: QuestionId) =>
        writeSentence(db, cast.member(who), id, '1.idea', { text, base }, LATER)

    it('saves each sentence with a revision of its own, and leaves open forms good', async () => {
      const id = await ask()
      const before = await reads('anouk', id)
      expect(await write('Wisbordjes', 0)(id)).toMatchObject({ saved: { text: 'Wisbordjes', revision: 1 } })
      const saw = { text: 'Het hielp.', base: 0 }
      expect(await writeSentence(db, cast.member('anouk'), id, '1.saw', saw, LATER)).toMatchObject({
        saved: { revision: 1 },
      })
      const after = await reads('anouk', id)
      expect(after?.revision).toBe(before?.revision)
      expect(after?.rungs[0]).toMatchObject({ idea: { text: 'Wisbordjes' }, saw: { text: 'Het hielp.' } })
    })

    it('on two screens shows both, and stores neither over the other', async () => {
      const id = await ask()
      await write('Van de telefoon', 0)(id)
      expect(await write('Van de laptop', 0)(id)).toMatchObject({
        collision: { text: 'Van de telefoon', revision: 1 },
        mine: 'Van de laptop',
      })
      expect((await reads('anouk', id))?.rungs[0]?.idea.text).toBe('Van de telefoon')
    })

    it('is for the asker alone', async () => {
      const id = await ask()
      expect(await write('Van Karin', 0, 'karin')(id)).toBeNull()
      await change('anouk', id, (q) => stepTo(q, 3, LATER))
      expect(await write('Van Karin', 0, 'karin')(id)).toEqual({
        refused: 'may-not',
        because: 'of-the-asker',
      })
    })
  })

  describe(`throwing away (${dialect})`, () => {
    it('is possible until somebody else has read it', async () => {
      const id = await ask()
      await change('anouk', id, (q) => letIn(stepTo(q, 3, LATER) as Question, cast.people.paul, LATER))
      const own = await reads('anouk', id)
      await markRead(db, cast.member('anouk'), own ? [own] : [], LATER)
      expect((await reads('anouk', id))?.readAt).toBeNull()
      await markRead(db, cast.member('youssef'), own ? [own] : [], LATER)
      expect((await reads('anouk', id))?.readAt).toBeNull()
      await markRead(db, cast.member('karin'), own ? [own] : [], LATER)
      expect((await reads('anouk', id))?.readAt).toBe(LATER)
      expect(await throwAway(db, cast.member('anouk'), id)).toEqual({
        refused: 'may-not',
        because: 'was-read',
      })
      expect(await throwAway(db, cast.member('karin'), id)).toEqual({
        refused: 'may-not',
        because: 'of-the-asker',
      })
    })

    it('stays impossible when somebody read it while the asker changed it', async () => {
      const id = await ask()
      await change('anouk', id, (q) => stepTo(q, 3, LATER))
      const karin = cast.member('karin')
      await db.write(karin, async (sql, tx) => {
        const before = (await heldQuestion(sql, tx, karin, id))!
        await markRead(tx, karin, [before], LATER)
        const after = stepTo(before, 2, LATER) as Question
        await saveQuestion(sql, cast.member('anouk'), { before, after, now: LATER })
      })
      expect(await reads('anouk', id)).toMatchObject({ rung: 2, readAt: LATER })
    })

    it('leaves nothing behind', async () => {
      const id = await ask()
      await change('anouk', id, (q) => letIn(stepTo(q, 2, LATER) as Question, cast.people.paul, LATER))
      expect(await throwAway(db, cast.member('anouk'), id)).toBe('done')
      expect(await reads('anouk', id)).toBeNull()
      for (const table of ['question', 'question_rung', 'question_reader'] as const) {
        const rows = await db.read(cast, (sql) => sql.selectFrom(table).select('school_id').execute())
        expect([table, rows]).toEqual([table, []])
      }
    })
  })

  it('a topic counts once a person said so: the asker, or a coordinator who reads it', async () => {
    const id = await ask()
    expect(await confirmTopic(db, cast.member('karin'), id, 'maths', LATER)).toBeNull()
    expect(await confirmTopic(db, cast.member('anouk'), id, 'maths', LATER)).toBe('done')
    expect((await reads('anouk', id))?.topic).toEqual({ key: 'maths', at: LATER, by: cast.people.anouk })
    await change('anouk', id, (q) => stepTo(q, 3, LATER))
    expect(await confirmTopic(db, cast.member('karin'), id, 'parents', LATER)).toBe('done')
    expect(await confirmTopic(db, cast.member('anouk'), id, null, LATER)).toBe('done')
    expect((await reads('anouk', id))?.topic).toBeNull()
  })
})
