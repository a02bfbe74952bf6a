import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { mails } from '../../test/mailbox.ts'
import { ORIGIN } from '../../test/visit-room.ts'
import { done } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { AnswerId, QuestionId } from '../kernel/id.ts'
import { cancelAppointment, makeAppointment, readAppointment } from '../office/appointment-store.ts'
import type { Question } from '../question/question.ts'
import { mayHold } from '../question/question-may.ts'
import { readQuestion } from '../question/question-store.ts'
import {
  askQuestion,
  changeQuestion,
  deleteQuestions,
  whenForgotten,
} from '../question/question-write-store.ts'
import { close, openAgain, stepTo, tooHeavy } from '../question/rung.ts'
import { addPerson } from '../school/person-store.ts'
import type { GivenAnswer } from './answer.ts'
import { tellAnswerBy } from './answer-letter-desk.ts'
import {
  type AnswerNo,
  answersForMe,
  answersTo,
  giveAnswer,
  type TellAnswer,
  takeBackAnswer,
} from './answer-store.ts'
import { joinOfMine, joinQuestions, joinsForMe, sayJoin } from './join-store.ts'
import { replyTo } from './reply-store.ts'
import { logSmall, smallAsksOf, undoSmall, wipeSmall } from './small-ask-store.ts'
import { takeQuestion } from './take-store.ts'
import { waitsNow } from './tray.ts'
import { answeredBy, lyingQuestion, trayCount, trayOf } from './tray-store.ts'
import { forgetAnswersTo, forgetTray } from './tray-tidy-store.ts'

type Key = keyof Cast['people']
const later = (minutes: number) => new Date(Date.parse(NOW_MOMENT) + minutes * 60_000).toISOString() as Moment
const silent = async () => {}
const ALL = { limit: 50, offset: 0 }
const WORDS: Omit<GivenAnswer, 'appointment'> = {
  kind: 'yours',
  words: 'Wat zag je?',
  variant: 'trust:seen.0',
  agreement: null,
  colleague: null,
  step: null,
}

eachDatabase((open, dialect) => {
  let db: Db
  let cast: Cast
  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
  })
  const member = (key: Key) => cast.member(key)
  const change = async (
    key: Key,
    id: QuestionId,
    rule: (question: Question) => ReturnType<typeof close>,
    now: Moment,
  ) =>
    expect(
      await changeQuestion(db, member(key), { id, now }, (question) => mayHold(question, member(key)), rule),
    ).toBe('done')
  const ask = async (key: Key, text: string, now = NOW_MOMENT) =>
    done(await askQuestion(db, member(key), { text, about: 'group' }, now))
  const bring = (key: Key, id: QuestionId, now = NOW_MOMENT) =>
    change(key, id, (question) => stepTo(question, 3, now), now)
  const brought = async (key: Key, text: string, now = NOW_MOMENT) => {
    const id = await ask(key, text, now)
    await bring(key, id, now)
    return id
  }
  const give = (
    key: Key,
    id: QuestionId,
    more: { words?: string; seen?: AnswerId | null; now?: Moment; tell?: TellAnswer } = {},
  ) => {
    const { words = WORDS.words, seen = null, now = later(5), tell = silent } = more
    return giveAnswer(db, member(key), id, { given: { ...WORDS, words }, seen, now, tell })
  }
  const lies = async (key: Key = 'karin') =>
    (await trayOf(db, member(key), ALL)).waiting.map(({ question }) => question.text.text)
  const answers = async (key: Key, id: QuestionId) => {
    const question = await readQuestion(db, member(key), id)
    return question && answersTo(db, member(key), question)
  }
  const reply = (key: Key, id: AnswerId, as: 'taken' | 'thanks' | 'not-yet', words = '', now = later(10)) =>
    replyTo(db, member(key), id, { as, words }, { now, tell: silent })

  describe(`the tray (${dialect})`, () => {
    it('has what came to the coordinators: too heavy first, then by rung and by age', async () => {
      await ask('anouk', 'Op de eerste trede')
      await brought('petra', 'Net gebracht', later(2))
      await brought('bram', 'Het langst', NOW_MOMENT)
      const heavy = await ask('sem', 'Te zwaar', later(3))
      await change('sem', heavy, (question) => tooHeavy(question, later(3)), later(3))
      expect(await lies()).toEqual(['Te zwaar', 'Het langst', 'Net gebracht'])
      expect(await trayCount(db, member('karin'))).toEqual({
        waiting: 3,
        oldestSince: NOW_MOMENT,
        newestSince: later(3),
        running: 1,
      })
    })

    it('is of the coordinators alone, and never has their own question', async () => {
      await brought('petra', 'Van Petra')
      await brought('karin', 'Van Karin zelf')
      expect(await lies('karin')).toEqual(['Van Petra'])
      for (const key of ['paul', 'petra', 'hanneke'] as const) {
        expect(await trayOf(db, member(key), ALL)).toEqual({ waiting: [], total: 0 })
        expect(await trayCount(db, member(key))).toMatchObject({ waiting: 0, running: 0 })
      }
    })

    it('goes page by page, and knows how much there is', async () => {
      for (const [place, key] of (['petra', 'bram', 'sem'] as const).entries())
        await brought(key, `Vraag ${place}`, later(place))
      const second = await trayOf(db, member('karin'), { limit: 2, offset: 2 })
      expect(second.total).toBe(3)
      expect(second.waiting.map(({ question }) => question.text.text)).toEqual(['Vraag 2'])
      expect(await trayOf(db, member('karin'), { limit: 2, offset: 4 })).toEqual({ waiting: [], total: 3 })
    })

    it('is empty of a question once it is answered, and has it again when it does not work yet', async () => {
      const id = await brought('petra', 'De gesprekken lopen uit')
      const answer = done(await give('karin', id))
      expect(await lies()).toEqual([])
      expect(await reply('petra', answer, 'thanks')).toBeNull()
      expect(await lies()).toEqual([])
      expect(await reply('petra', answer, 'not-yet', 'Nog een kwartier te lang.', later(20))).toBeNull()
      const [lying] = (await trayOf(db, member('karin'), ALL)).waiting
      expect(lying).toMatchObject({ since: later(20), answers: [{ reply: { as: 'not-yet' } }] })
      expect(waitsNow(lying!.question, lying!.answers)).toBe(true)
    })

    it('has it again when the asker brings it again, or opens it again', async () => {
      const id = await brought('petra', 'De gesprekken lopen uit')
      done(await give('karin', id))
      await change('petra', id, (question) => stepTo(question, 2, later(6)), later(6))
      expect(await lies()).toEqual([])
      await bring('petra', id, later(7))
      expect(await lies()).toEqual(['De gesprekken lopen uit'])
      done(await give('karin', id, { seen: (await answers('petra', id))!.at(-1)!.id, now: later(8) }))
      await change(
        'petra',
        id,
        (question) => close(question, { solvedOn: 3, helped: '' }, later(9)),
        later(9),
      )
      await change('petra', id, (question) => openAgain(question, later(11)), later(11))
      expect(await lies()).toEqual(['De gesprekken lopen uit'])
    })

    it('has it again when the visit is called off', async () => {
      const id = await brought('petra', 'Kom je kijken?')
      const telling = { now: later(5), tell: silent }
      const moment = (tx: Db) =>
        makeAppointment(
          tx,
          member('karin'),
          {
            with: cast.people.petra,
            startsAt: '2026-11-24T11:15:00.000Z' as Moment,
            endsAt: '2026-11-24T11:35:00.000Z' as Moment,
            place: '',
            about: id,
          },
          telling,
        )
      const given = { ...WORDS, kind: 'come' as const }
      const made = done(await giveAnswer(db, member('karin'), id, { given, seen: null, moment, ...telling }))
      expect(await lies()).toEqual([])
      const [answer] = (await answers('petra', id))!
      expect(answer).toMatchObject({ id: made, kind: 'come', isOff: false })
      const there = await readAppointment(db, member('petra'), answer!.appointment!)
      await cancelAppointment(db, member('petra'), { id: there!.id, revision: there!.revision, ...telling })
      expect(await lies()).toEqual(['Kom je kijken?'])
      expect(await answers('petra', id)).toMatchObject([{ isOff: true }])
    })

    it('leaves nothing behind when the moment cannot be', async () => {
      const id = await brought('petra', 'Kom je kijken?')
      const given = { ...WORDS, kind: 'come' as const }
      const moment = async () => ({ refused: 'they-busy' }) as const
      const at = { given, seen: null, moment, now: later(5), tell: silent }
      expect(await giveAnswer(db, member('karin'), id, at)).toEqual({ refused: 'they-busy' })
      expect(await answers('petra', id)).toEqual([])
      expect(
        await giveAnswer(db, member('karin'), id, { given, seen: null, now: later(5), tell: silent }),
      ).toMatchObject({ refused: 'moment-missing' })
    })
  })

  describe(`an answer (${dialect})`, () => {
    it('is given by a coordinator to whom the question came, to nobody’s own question', async () => {
      const id = await ask('petra', 'Nog van mij')
      const not = (answer: unknown) => expect(answer).toMatchObject({ refused: 'question-gone' })
      not(await give('karin', id))
      await bring('petra', id)
      not(await give('paul', id))
      not(await give('kees', id))
      expect(await give('petra', id)).toMatchObject({ refused: 'may-not', because: 'only-coordinators' })
      const own = await brought('karin', 'Van Karin')
      expect(await give('karin', own)).toMatchObject({ refused: 'may-not', because: 'not-own-question' })
      await change(
        'petra',
        id,
        (question) => close(question, { solvedOn: null, helped: '' }, later(1)),
        later(1),
      )
      expect(await give('karin', id)).toMatchObject({ refused: 'may-not', because: 'no-longer-runs' })
    })

    it('that is sent twice is one, and a second one is told of the first', async () => {
      const id = await brought('petra', 'De gesprekken lopen uit')
      const told: string[] = []
      const tell: TellAnswer = async (_, { what, question }) => void told.push(`${what} ${question.asker}`)
      const first = done(await give('karin', id, { tell }))
      expect(await give('karin', id, { tell })).toBe(first)
      expect(told).toEqual([`answered ${cast.people.petra}`])
      const other = await second()
      const given = { ...WORDS, words: 'Ik dacht aan iets anders.' }
      const at = { given, now: later(6), tell: silent }
      expect(await giveAnswer(db, other, id, { ...at, seen: null })).toMatchObject({
        refused: 'answered-meanwhile',
      })
      expect(await giveAnswer(db, other, id, { ...at, seen: first })).toEqual(expect.any(String))
      expect((await answers('petra', id))!.map(({ words }) => words)).toEqual([WORDS.words, given.words])
    })

    it('settles two at once: one is told, nothing is lost', async () => {
      const id = await brought('petra', 'De gesprekken lopen uit')
      const other = await second()
      const at = { seen: null, now: later(6), tell: silent }
      const both = await Promise.all([
        giveAnswer(db, member('karin'), id, { given: { ...WORDS, words: 'De een' }, ...at }),
        giveAnswer(db, other, id, { given: { ...WORDS, words: 'De ander' }, ...at }),
      ])
      expect(both.filter((one) => typeof one === 'string')).toHaveLength(1)
      expect(both.filter((one) => (one as AnswerNo).refused === 'answered-meanwhile')).toHaveLength(1)
      expect(await answers('petra', id)).toHaveLength(1)
    })

    const second = async () => {
      const given = {
        name: 'Els',
        email: 'els@regenboog.example',
        roles: ['coordinator'] as const,
        groups: [],
      }
      const id = done(await addPerson(db, member('karin'), { ...given, learningTeams: [] }, NOW_MOMENT))
      return { ...member('karin'), personId: id as never, name: 'Els' }
    }

    it('is read by the circle, the moment and what is said back by asker and coordinators', async () => {
      const id = await brought('petra', 'De gesprekken lopen uit')
      const answer = done(await give('karin', id))
      await reply('petra', answer, 'thanks', 'Fijn.')
      expect(await answers('karin', id)).toMatchObject([{ reply: { words: 'Fijn.' } }])
      for (const key of ['paul', 'kees', 'anouk'] as const) expect(await answers(key, id)).toBeNull()
      const question = (await readQuestion(db, member('petra'), id))!
      const letIn = { ...question, letIn: [{ personId: cast.people.kees, at: NOW_MOMENT }] }
      expect(await answersTo(db, member('kees'), letIn)).toMatchObject([{ words: WORDS.words, reply: null }])
    })

    it('is for the asker to do something with, and for nobody else', async () => {
      const id = await brought('petra', 'De gesprekken lopen uit')
      const answer = done(await give('karin', id))
      expect(await answersForMe(db, member('petra'))).toMatchObject([{ questionId: id, answerId: answer }])
      for (const key of ['karin', 'paul', 'kees'] as const) {
        expect(await answersForMe(db, member(key))).toEqual([])
        expect(await reply(key, answer, 'thanks')).toMatchObject({ refused: 'answer-gone' })
      }
      await reply('petra', answer, 'taken')
      expect(await answersForMe(db, member('petra'))).toEqual([])
    })

    it('is taken back within the hour by who gave it, and its words are gone', async () => {
      const id = await brought('petra', 'De gesprekken lopen uit')
      const answer = done(await give('karin', id))
      const back = (key: Key, now: Moment) =>
        takeBackAnswer(db, member(key), answer, { now, callOff: silent })
      expect(await back('petra', later(6))).toMatchObject({ refused: 'may-not', because: 'only-owner' })
      expect(await back('karin', later(70))).toMatchObject({ refused: 'too-old' })
      expect(await back('karin', later(6))).toBeNull()
      expect(await back('karin', later(6))).toMatchObject({ refused: 'answer-gone' })
      expect(await answers('petra', id)).toEqual([])
      expect(await lies()).toEqual(['De gesprekken lopen uit'])
      const rows = await db.read(cast, (sql) => sql.selectFrom('question_answer').select('words').execute())
      expect(rows).toEqual([{ words: '' }])
    })

    it('stands under what one answered, as long as one reads the question', async () => {
      const id = await brought('petra', 'De gesprekken lopen uit')
      done(await give('karin', id))
      expect(await answeredBy(db, member('karin'), 10)).toMatchObject([{ question: { id } }])
      await change('petra', id, (question) => stepTo(question, 1, later(7)), later(7))
      expect(await answeredBy(db, member('karin'), 10)).toEqual([])
      expect(await lyingQuestion(db, member('karin'), id)).toBeNull()
    })

    it('goes with its question', async () => {
      whenForgotten(forgetAnswersTo)
      const [id, other] = [await brought('petra', 'Een'), await brought('bram', 'Twee')]
      done(await give('karin', id))
      done(await joinQuestions(db, member('karin'), { one: id, other }, later(1)))
      await db.write(cast.keeper, (sql) => deleteQuestions(sql, cast.keeper, [id]))
      const count = async (table: 'question_answer' | 'question_join') =>
        (await db.read(cast, (sql) => sql.selectFrom(table).selectAll().execute())).length
      expect(await count('question_answer')).toBe(0)
      expect(await count('question_join')).toBe(0)
    })
  })

  describe(`taking a question up (${dialect})`, () => {
    it('is said by a coordinator, and over with the answer', async () => {
      const id = await brought('petra', 'De gesprekken lopen uit')
      const takenBy = async () => (await lyingQuestion(db, member('karin'), id))?.takenBy
      const gone = { refused: 'question-gone' }
      const taken = { isTaken: true, now: later(1) }
      expect(await takeQuestion(db, member('paul'), id, taken)).toMatchObject(gone)
      expect(await takeQuestion(db, member('karin'), await ask('bram', 'Nog van mij'), taken)).toMatchObject(
        gone,
      )
      expect(await takeQuestion(db, member('karin'), id, { isTaken: true, now: later(1) })).toBeNull()
      expect(await takenBy()).toBe(cast.people.karin)
      await takeQuestion(db, member('karin'), id, { isTaken: false, now: later(2) })
      expect(await takenBy()).toBeNull()
      await takeQuestion(db, member('karin'), id, { isTaken: true, now: later(3) })
      done(await give('karin', id))
      expect(await takenBy()).toBeNull()
    })
  })

  describe(`a letter that it does not work yet (${dialect})`, () => {
    const notYet = async (id: AnswerId) => {
      const tell = tellAnswerBy({ actor: member('petra'), now: later(10), origin: ORIGIN, from: null })
      const said = { as: 'not-yet', words: 'Nog niet.' } as const
      expect(await replyTo(db, member('petra'), id, said, { now: later(10), tell })).toBeNull()
      return (await mails(db)).map(({ person_id }) => person_id)
    }

    it('goes to who answered', async () => {
      const answer = done(await give('karin', await brought('petra', 'De gesprekken lopen uit')))
      expect(await notYet(answer)).toEqual([cast.people.karin])
    })

    it('goes to who coordinates now, when who answered does so no more', async () => {
      const answer = done(await give('karin', await brought('petra', 'De gesprekken lopen uit')))
      await db.write('server', (sql) =>
        sql
          .updateTable('person_role')
          .set({ person_id: cast.people.paul })
          .where('role', '=', 'coordinator')
          .where('person_id', '=', cast.people.karin)
          .execute(),
      )
      expect(await notYet(answer)).toEqual([cast.people.paul])
    })

    it('goes to nobody once the asker took the question back', async () => {
      const id = await brought('petra', 'De gesprekken lopen uit')
      const answer = done(await give('karin', id))
      await change('petra', id, (question) => stepTo(question, 2, later(6)), later(6))
      expect(await notYet(answer)).toEqual([])
    })
  })

  describe(`two alike questions (${dialect})`, () => {
    const two = async () => {
      const [one, other] = [await brought('petra', 'Een'), await brought('bram', 'Twee')]
      const join = done(await joinQuestions(db, member('karin'), { one, other }, later(1)))
      const seen = async (key: Key, id: QuestionId) =>
        joinOfMine(db, member(key), (await readQuestion(db, member(key), id))!)
      const say = (key: Key, question: QuestionId, said: 'yes' | 'no') =>
        sayJoin(db, member(key), join, { question, said }, later(2))
      return { one, other, join, seen, say }
    }

    it('tell the names to one another only after both said yes', async () => {
      const { one, other, seen, say } = await two()
      expect(await joinsForMe(db, member('petra'))).toMatchObject([
        { questionId: one, by: cast.people.karin },
      ])
      expect(await seen('petra', one)).toMatchObject({ state: 'asked', partner: null })
      await say('petra', one, 'yes')
      expect(await seen('petra', one)).toMatchObject({ state: 'waiting', partner: null })
      expect(await seen('bram', other)).toMatchObject({ state: 'asked', partner: null })
      await say('bram', other, 'yes')
      expect(await seen('petra', one)).toMatchObject({ state: 'together', partner: cast.people.bram })
      expect(await seen('bram', other)).toMatchObject({ state: 'together', partner: cast.people.petra })
      expect(await readQuestion(db, member('bram'), one)).toBeNull()
    })

    it('stay apart when one would rather not, and nobody hears who', async () => {
      const { one, other, seen, say } = await two()
      await say('bram', other, 'yes')
      await say('petra', one, 'no')
      expect(await seen('petra', one)).toBeNull()
      expect(await seen('bram', other)).toMatchObject({ state: 'apart', partner: null })
      expect(await joinsForMe(db, member('bram'))).toEqual([])
      expect((await lyingQuestion(db, member('karin'), one))?.join).toBeNull()
    })

    it('are for the askers to say something of, each of the own', async () => {
      const { one, other, say, seen } = await two()
      expect(await say('kees', one, 'yes')).toMatchObject({ refused: 'join-gone' })
      expect(await say('petra', other, 'yes')).toMatchObject({ refused: 'join-gone' })
      expect(await seen('petra', one)).toMatchObject({ state: 'asked' })
    })

    it('are of two askers, both with the coordinators, and in one pair at a time', async () => {
      const { one, other } = await two()
      const join = (a: QuestionId, b: QuestionId, key: Key = 'karin') =>
        joinQuestions(db, member(key), { one: a, other: b }, later(3))
      const third = await brought('sem', 'Drie')
      expect(await join(one, third)).toMatchObject({ refused: 'joined-already' })
      expect(await join(third, third)).toMatchObject({ refused: 'same-question' })
      expect(await join(third, await brought('sem', 'Vier'))).toMatchObject({ refused: 'same-asker' })
      expect(await join(third, await ask('lotte', 'Nog van mij'))).toMatchObject({ refused: 'question-gone' })
      expect(await join(third, other, 'paul')).toMatchObject({ refused: 'may-not' })
    })
  })

  describe(`small asks (${dialect})`, () => {
    const log = (key: Key, once: string) =>
      logSmall(db, member(key), { kind: 'take-class', answer: 'come', day: TODAY, once, now: NOW_MOMENT })

    it('are written down by a coordinator, once, and read by nobody else', async () => {
      const id = done(await log('karin', 'een'))
      expect(await log('karin', 'een')).toBe(id)
      done(await log('karin', 'twee'))
      expect(await smallAsksOf(db, member('karin'), TODAY, TODAY)).toHaveLength(2)
      for (const key of ['paul', 'petra'] as const) {
        expect(await log(key, 'x')).toMatchObject({ refused: 'may-not' })
        expect(await smallAsksOf(db, member(key), TODAY, TODAY)).toEqual([])
        expect(await undoSmall(db, member(key), id)).toMatchObject({ refused: 'small-gone' })
      }
      const els = { ...member('karin'), personId: cast.people.hanneke }
      expect(await smallAsksOf(db, els, TODAY, TODAY)).toEqual([])
    })

    it('are undone without a trace, or wiped by year', async () => {
      const id = done(await log('karin', 'een'))
      done(await log('karin', 'twee'))
      expect(await undoSmall(db, member('karin'), id)).toBeNull()
      expect(await smallAsksOf(db, member('karin'), TODAY, TODAY)).toHaveLength(1)
      await wipeSmall(db, member('karin'), '2026-2027' as never)
      expect(await smallAsksOf(db, member('karin'), TODAY, TODAY)).toEqual([])
    })

    it('go with who leaves, and when the school’s term has come', async () => {
      done(await log('karin', 'een'))
      await forgetTray(db, new Date(NOW_MOMENT))
      expect(await smallAsksOf(db, member('karin'), TODAY, TODAY)).toHaveLength(1)
      await forgetTray(db, new Date('2031-12-01T08:00:00Z'))
      expect(await smallAsksOf(db, member('karin'), TODAY, TODAY)).toEqual([])
      done(await log('karin', 'twee'))
      await db.write(cast, (sql) =>
        sql
          .updateTable('person')
          .set({ left_on: '2026-11-01' as never })
          .where('id', '=', cast.people.karin)
          .execute(),
      )
      await forgetTray(db, new Date(NOW_MOMENT))
      expect(await smallAsksOf(db, member('karin'), TODAY, TODAY)).toEqual([])
    })
  })
})
