import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { done } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { DemoPersonKey } from '../home/demo-cast.ts'
import { type Day, type Moment, momentOf } from '../kernel/day.ts'
import type { QuestionId } from '../kernel/id.ts'
import type { Question } from './question.ts'
import { countedQuestions } from './question-count-store.ts'
import { mayHold } from './question-may.ts'
import { readQuestion } from './question-store.ts'
import { forgetOldQuestions } from './question-tidy-store.ts'
import { confirmTopic } from './question-topic-store.ts'
import { askQuestion, changeQuestion } from './question-write-store.ts'
import { close, letIn } from './rung.ts'

const DAY = 86_400_000
const days = (count: number) => new Date(NOW.getTime() + count * DAY)
const YEAR = ['2026-08-01' as Day, '2027-07-31' as Day] as const

eachDatabase((open, dialect) => {
  let db: Db
  let cast: Cast
  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
  })

  const ask = async (text = 'Hoe begin ik de dag rustig?', who: DemoPersonKey = 'anouk', now = NOW_MOMENT) =>
    done(await askQuestion(db, cast.member(who), { text, about: 'group' }, now))
  const change = async (
    id: QuestionId,
    rule: (question: Question) => ReturnType<typeof close>,
    now: Moment = NOW_MOMENT,
    who: DemoPersonKey = 'anouk',
  ) => {
    const actor = cast.member(who)
    const answer = await changeQuestion(db, actor, { id, now }, (question) => mayHold(question, actor), rule)
    expect(answer).toBe('done')
  }
  const read = (id: QuestionId, who: DemoPersonKey = 'anouk') => readQuestion(db, cast.member(who), id)
  const leaves = (who: DemoPersonKey, on: string) =>
    db.write(cast, (sql) =>
      sql
        .updateTable('person')
        .set({ left_on: on as Day })
        .where('id', '=', cast.people[who])
        .execute(),
    )
  const closed = (id: QuestionId) =>
    change(id, (question) => close(question, { solvedOn: 2, helped: 'Eerst in tweetallen.' }, NOW_MOMENT))

  describe(`questions come to an end (${dialect})`, () => {
    it('are erased a year after closing and not a day before; a number stays without a person', async () => {
      const id = await ask()
      await confirmTopic(db, cast.member('anouk'), id, 'class-climate', NOW_MOMENT)
      await closed(id)
      const running = await ask('Een vraag die loopt')
      await forgetOldQuestions(db, days(365))
      expect((await read(id))?.helped.text).toBe('Eerst in tweetallen.')
      await forgetOldQuestions(db, days(366))
      expect(await read(id)).toBeNull()
      expect(await read(running)).not.toBeNull()
      const counted = await countedQuestions(db, cast.keeper, ...YEAR)
      expect(counted.find((one) => one.id === null)).toEqual({
        id: null,
        topic: 'class-climate',
        askedOn: '2026-11-16',
        solvedOn: 2,
        isClosed: true,
      })
    })

    it('count each once, however many are alike', async () => {
      for (const text of ['Een', 'Twee', 'Drie']) await closed(await ask(text))
      await forgetOldQuestions(db, days(366))
      await forgetOldQuestions(db, days(367))
      expect(await countedQuestions(db, cast.keeper, ...YEAR)).toHaveLength(3)
      const rows = await db.read(cast, (sql) => sql.selectFrom('question_tally').selectAll().execute())
      expect(rows.map(({ number }) => number)).toEqual([3])
    })

    it('close by themselves after a year in which nothing happened, and can be opened again', async () => {
      const id = await ask()
      await forgetOldQuestions(db, days(365))
      expect((await read(id))?.closed).toBeNull()
      await forgetOldQuestions(db, days(366))
      expect((await read(id))?.closed).toEqual({ at: momentOf(days(366)), solvedOn: null })
    })

    it('of who left close after a week, and go a year later', async () => {
      const id = await ask()
      await change(id, (question) => letIn(question, cast.people.bram, NOW_MOMENT))
      await leaves('anouk', '2026-11-20')
      await forgetOldQuestions(db, days(7))
      expect((await read(id, 'bram'))?.closed).toBeNull()
      await forgetOldQuestions(db, days(8))
      expect((await read(id, 'bram'))?.closed).not.toBeNull()
      await forgetOldQuestions(db, days(374))
      expect(await read(id, 'bram')).toBeNull()
    })

    it('go with the texts of who left when the term of the school is over', async () => {
      await db.write(cast, (sql) => sql.updateTable('school').set({ retention_years: 1 }).execute())
      const id = await ask()
      await leaves('anouk', '2025-11-20')
      await forgetOldQuestions(db, days(0))
      expect(await read(id)).not.toBeNull()
      await forgetOldQuestions(db, days(1))
      expect(await read(id)).toBeNull()
    })

    it('are read no more by who was let in and left', async () => {
      const id = await ask()
      await change(id, (question) => letIn(question, cast.people.bram, NOW_MOMENT))
      await leaves('bram', '2026-11-20')
      await forgetOldQuestions(db, days(8))
      expect((await read(id))?.letIn).toEqual([])
    })
  })

  it('counts by the day of the Netherlands, of the own school alone', async () => {
    await ask('Vlak voor middernacht', 'anouk', '2026-11-18T22:59:00.000Z' as Moment)
    await ask('Vlak na middernacht', 'bram', '2026-11-18T23:01:00.000Z' as Moment)
    const day = '2026-11-19' as Day
    expect((await countedQuestions(db, cast.keeper, day, day)).map(({ askedOn }) => askedOn)).toEqual([day])
    const other = await settleCast(db, { name: 'De Wilg' })
    expect(await countedQuestions(db, other.keeper, ...YEAR)).toEqual([])
  })
})
