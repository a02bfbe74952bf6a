import { describe, expect, it } from 'vitest'
import { type Cast, NOW, NOW_MOMENT, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { mails } from '../../test/mailbox.ts'
import type { Db } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { PersonId, QuestionId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { GivenProfile } from '../profile/profile-form.ts'
import { writeProfile } from '../profile/profile-store.ts'
import type { Ask } from './ask.ts'
import { tidyAskLeavers } from './ask-leaver-job.ts'
import { tellAsksBy } from './ask-letter-desk.ts'
import {
  answerAsk,
  asksOf,
  askThem,
  type GivenAnswer,
  markAnswersSeen,
  ownAsk,
  takeBackAsk,
} from './ask-store.ts'
import { askAnswers, asksWaiting } from './ask-waiting-store.ts'
import { matchesFor } from './match-desk.ts'
import { mayHold } from './question-may.ts'
import { readQuestion } from './question-store.ts'
import { askQuestion, changeQuestion } from './question-write-store.ts'
import { close, letIn } from './rung.ts'

type Key = keyof Cast['people']
const YES: GivenAnswer = {
  as: 'yes',
  words: 'Kom maar langs',
  startsAt: '2026-11-24T14:15:00.000Z' as Moment,
}
const NO: GivenAnswer = { as: 'no' }
const TEXT = 'Hoe krijg ik bij rekenen de stille kinderen aan het denken?'

async function room(db: Db) {
  const cast = await settleCast(db)
  const member = (key: Key) => cast.member(key)
  const acting = (key: Key, id: QuestionId) => ({
    id,
    now: NOW_MOMENT,
    tell: tellAsksBy({ actor: member(key), now: NOW_MOMENT, origin: 'https://draad.test' }),
  })
  const id = await askQuestion(db, member('anouk'), { text: TEXT, about: 'lesson' }, NOW_MOMENT)
  if (isRefusal(id)) throw new Error(id.refused)
  const question = async (key: Key = 'anouk') => readQuestion(db, member(key), id)
  return {
    db,
    cast,
    member,
    id,
    question,
    ask: (...to: Key[]) =>
      askThem(
        db,
        member('anouk'),
        acting('anouk', id),
        to.map((key) => cast.people[key]),
      ),
    askAs: (key: Key, to: Key) => askThem(db, member(key), acting(key, id), [cast.people[to]]),
    answer: (key: Key, given: GivenAnswer) => answerAsk(db, member(key), acting(key, id), given),
    takeBack: (key: Key, ask: Ask) => takeBackAsk(db, member(key), acting(key, id), ask.id),
    asks: async (key: Key = 'anouk') => asksOf(db, member(key), (await question())!),
  }
}
type Room = Awaited<ReturnType<typeof room>>

const states = async ({ asks, cast }: Room) => {
  const nameOf = (id: PersonId) => (Object.keys(cast.people) as Key[]).find((key) => cast.people[key] === id)
  return (await asks()).map(({ personId, state }) => [nameOf(personId), state])
}

const profile = (what: Partial<GivenProfile>): GivenProfile => ({
  helps: [],
  learns: [],
  specialties: [],
  ways: [],
  often: null,
  line: '',
  showsVisits: false,
  showsQuestions: false,
  ...what,
})

eachDatabase((open) => {
  describe('asking a colleague', () => {
    it('brings the question to the second rung and lets who is asked read it, nobody else', async () => {
      const house = await room(await open())
      expect(await house.question('youssef')).toBeNull()
      expect(await house.ask('youssef')).toBe('done')
      expect((await house.question())?.rung).toBe(2)
      expect((await house.question('youssef'))?.text.text).toBe(TEXT)
      for (const key of ['karin', 'paul', 'lotte'] as const) expect(await house.question(key)).toBeNull()
    })

    it('is for the asker alone; for who does not read it there is no such question', async () => {
      const house = await room(await open())
      await house.ask('youssef')
      expect(await house.askAs('youssef', 'marjan')).toEqual({
        refused: 'may-not',
        because: 'only-asker-asks',
      })
      expect(await house.askAs('karin', 'marjan')).toBeNull()
      expect(await house.answer('lotte', NO)).toBeNull()
      expect(await house.answer('anouk', NO)).toEqual({ refused: 'may-not', because: 'not-asked' })
    })

    it('two who press at once ask a colleague once', async () => {
      const house = await room(await open())
      const answers = await Promise.all([house.ask('youssef'), house.ask('youssef')])
      expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
      expect(await states(house)).toEqual([['youssef', 'asked']])
    })

    it('asks nobody of another school', async () => {
      const db = await open()
      const house = await room(db)
      const other = await settleCast(db, { name: 'Een andere school' })
      const acting = { id: house.id, now: NOW_MOMENT, tell: async () => {} }
      expect(await askThem(db, house.member('anouk'), acting, [other.people.youssef])).toEqual({
        refused: 'colleague-unknown',
        field: 'colleague',
      })
      expect(await askThem(db, other.member('anouk'), acting, [other.people.youssef])).toBeNull()
      expect(await ownAsk(db, other.member('youssef'), house.id)).toBeNull()
    })

    it('goes by letter without a word of the question, and says where to answer', async () => {
      const house = await room(await open())
      await house.ask('youssef')
      await house.answer('youssef', YES)
      const [asked, answered] = (await mails(house.db)).filter(({ kind }) => kind.startsWith('question-'))
      expect(asked?.body).toContain(`https://draad.test/questions/${house.id}/answer`)
      expect(answered?.body).toContain(`https://draad.test/questions/${house.id}#ask`)
      for (const letter of [asked, answered])
        expect(`${letter?.subject} ${letter?.body}`).not.toMatch(/rekenen|stille|langs|15\.15|Youssef.*kan/)
    })
  })

  describe('the answer', () => {
    it('yes: goes on reading, and the asker sees the line and the moment', async () => {
      const house = await room(await open())
      await house.ask('youssef')
      expect(await house.answer('youssef', YES)).toBe('done')
      expect((await house.asks())[0]).toMatchObject({ state: 'yes', words: 'Kom maar langs' })
      expect(await house.question('youssef')).not.toBeNull()
    })

    it('no: reads it no more, nothing is kept of why, and is not offered or asked again', async () => {
      const house = await room(await open())
      await writeProfile(house.db, house.member('youssef'), profile({ helps: ['maths'] }), NOW_MOMENT)
      const at = { now: NOW_MOMENT, today: TODAY }
      const offered = async () =>
        (await matchesFor(house.db, house.member('anouk'), (await house.question())!, at)).map(
          ({ person }) => person,
        )
      expect(await offered()).toContain(house.cast.people.youssef)
      await house.ask('youssef')
      expect(await house.answer('youssef', NO)).toBe('done')
      expect(await house.question('youssef')).toBeNull()
      expect(await offered()).not.toContain(house.cast.people.youssef)
      expect(await house.ask('youssef')).toEqual({ refused: 'asked-already', field: 'colleague' })
      expect(await house.answer('youssef', YES)).toBeNull()
      expect((await ownAsk(house.db, house.member('youssef'), house.id))?.state).toBe('no')
    })

    it('no: also who was let in before reads it no more, and who is no longer asked', async () => {
      const at = await room(await open())
      const letThem = (...keys: Key[]) =>
        changeQuestion(
          at.db,
          at.member('anouk'),
          { id: at.id, now: NOW_MOMENT },
          (question) => mayHold(question, at.member('anouk')),
          (question) =>
            keys.reduce((one, key) => {
              const after = letIn(one, at.cast.people[key], NOW_MOMENT)
              if (isRefusal(after)) throw new Error(after.refused)
              return after
            }, question),
        )
      expect(await letThem('youssef', 'bram', 'petra')).toBe('done')
      expect(await at.ask('youssef', 'bram')).toBe('done')
      for (const key of ['youssef', 'bram', 'petra'] as const) expect(await at.question(key)).not.toBeNull()
      expect(await at.answer('youssef', NO)).toBe('done')
      expect(await at.takeBack('anouk', (await at.asks()).find(({ state }) => state === 'asked')!)).toBe(
        'done',
      )
      for (const key of ['youssef', 'bram'] as const) expect(await at.question(key)).toBeNull()
      expect(await at.question('petra')).not.toBeNull()
      expect((await at.question())!.letIn).toMatchObject([{ personId: at.cast.people.petra }])
    })

    it('somebody else: that one reads nothing until the asker asks', async () => {
      const house = await room(await open())
      await house.ask('youssef')
      expect(await house.answer('youssef', { as: 'pass', proposed: house.cast.people.marjan })).toBe('done')
      expect(await house.question('youssef')).toBeNull()
      expect(await house.question('marjan')).toBeNull()
      expect(await ownAsk(house.db, house.member('marjan'), house.id)).toBeNull()
      expect(await house.ask('marjan')).toBe('done')
      expect(await house.question('marjan')).not.toBeNull()
    })

    it('no after a yes takes the line along; taken back is over and may be asked anew', async () => {
      const house = await room(await open())
      await house.ask('youssef')
      await house.answer('youssef', YES)
      await house.answer('youssef', NO)
      expect((await house.asks())[0]).toMatchObject({ state: 'no', words: '', startsAt: null })
      await house.ask('marjan')
      const marjan = (await house.asks()).find(({ personId }) => personId === house.cast.people.marjan)!
      expect(await house.takeBack('marjan', marjan)).toEqual({
        refused: 'may-not',
        because: 'only-asker-asks',
      })
      expect(await house.takeBack('anouk', marjan)).toBe('done')
      expect(await house.question('marjan')).toBeNull()
      expect(await house.ask('marjan')).toBe('done')
      expect(await states(house)).toEqual([
        ['youssef', 'no'],
        ['marjan', 'asked'],
      ])
    })

    it('of two at the same time, one stays', async () => {
      const house = await room(await open())
      await house.ask('youssef')
      const [ask] = await house.asks()
      const answers = await Promise.all([house.answer('youssef', YES), house.takeBack('anouk', ask!)])
      expect(answers).toContain('done')
      const [after] = await house.asks()
      // Taken back last, or answered too late: in both cases it is over, and no line of a yes stays behind.
      expect(after).toMatchObject({ state: 'withdrawn', words: '', startsAt: null })
    })

    it('a closed question takes no answer and asks nobody', async () => {
      const house = await room(await open())
      await house.ask('youssef', 'lotte')
      await house.answer('youssef', YES)
      const shut = await changeQuestion(
        house.db,
        house.member('anouk'),
        { id: house.id, now: NOW_MOMENT },
        (question) => mayHold(question, house.member('anouk')),
        (question) => close(question, { solvedOn: 2, helped: '' }, NOW_MOMENT),
      )
      expect(shut).toBe('done')
      expect(await house.answer('youssef', NO)).toEqual({ refused: 'closed' })
      expect(await house.answer('lotte', YES)).toBeNull()
      expect(await house.ask('marjan')).toEqual({ refused: 'closed' })
      expect(await asksWaiting(house.db, house.member('lotte'))).toEqual([])
    })

    it('is seen by the asker alone: a colleague sees the own one', async () => {
      const house = await room(await open())
      await house.ask('youssef', 'marjan')
      await house.answer('youssef', NO)
      expect((await house.asks('marjan')).map(({ personId }) => personId)).toEqual([house.cast.people.marjan])
      expect(await house.asks('karin')).toEqual([])
    })
  })

  describe('what waits', () => {
    it('is told to who is asked, and an answer to the asker until it was seen', async () => {
      const house = await room(await open())
      await house.ask('youssef', 'marjan')
      expect(await asksWaiting(house.db, house.member('youssef'))).toMatchObject([
        { question: house.id, asker: house.cast.people.anouk, askedAt: NOW_MOMENT },
      ])
      await house.answer('youssef', { as: 'pass', proposed: house.cast.people.lotte })
      expect(await asksWaiting(house.db, house.member('youssef'))).toEqual([])
      expect(await askAnswers(house.db, house.member('anouk'))).toMatchObject([
        { colleague: house.cast.people.youssef, state: 'passed', proposed: house.cast.people.lotte },
      ])
      for (const key of ['karin', 'marjan'] as const)
        expect(await askAnswers(house.db, house.member(key))).toEqual([])
      await markAnswersSeen(
        house.db,
        house.member('marjan'),
        (await house.question())!,
        await house.asks(),
        NOW_MOMENT,
      )
      expect(await askAnswers(house.db, house.member('anouk'))).toHaveLength(1)
      await markAnswersSeen(
        house.db,
        house.member('anouk'),
        (await house.question())!,
        await house.asks(),
        NOW_MOMENT,
      )
      expect(await askAnswers(house.db, house.member('anouk'))).toEqual([])
    })

    it('does not wait for somebody who left the school: a week later it is not now, and the asker is told', async () => {
      const house = await room(await open())
      await house.ask('youssef', 'marjan')
      await house.answer('marjan', { as: 'pass', proposed: house.cast.people.youssef })
      await house.db.write(house.member('karin'), (sql) =>
        sql
          .updateTable('person')
          .set({ left_on: '2026-11-18' as Day })
          .where('id', '=', house.cast.people.youssef)
          .execute(),
      )
      const origin = { origin: 'https://draad.test' }
      await tidyAskLeavers(house.db, NOW, origin)
      expect(await states(house)).toContainEqual(['youssef', 'asked'])
      const later = new Date('2026-11-26T08:00:00Z')
      await tidyAskLeavers(house.db, later, origin)
      await tidyAskLeavers(house.db, later, origin)
      expect(await states(house)).toContainEqual(['youssef', 'no'])
      expect((await house.asks()).every(({ proposed }) => proposed === null)).toBe(true)
      const told = (await mails(house.db)).filter(
        ({ kind, body }) => kind === 'question-answered' && body.includes('kan niet meer'),
      )
      expect(told).toHaveLength(1)
    })
  })
})
