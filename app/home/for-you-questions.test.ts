import { expect, test } from 'vitest'
import { NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { mails } from '../../test/mailbox.ts'
import { type PlanVisit, visitPlan } from '../../test/plan-visit.ts'
import { asMember } from '../../test/request.ts'
import { done } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { QuestionId } from '../kernel/id.ts'
import { makeAppointment } from '../office/appointment-store.ts'
import { startPeers } from '../peer/peer-write-store.ts'
import { answerAsk, askThem } from '../question/ask-store.ts'
import { callHeavy, handOnHeavy } from '../question/heavy-store.ts'
import { mayHold } from '../question/question-may.ts'
import { askQuestion, changeQuestion } from '../question/question-write-store.ts'
import { close, letIn, stepTo } from '../question/rung.ts'
import { joinAs } from '../session/account-store.ts'
import { giveAnswer } from '../tray/answer-store.ts'
import { sendDigests } from './digest-job.ts'
import { chooseLetters } from './digest-store.ts'
import { LETTER_KINDS } from './letter-kind.ts'

type Key = 'karin' | 'anouk' | 'bram' | 'paul' | 'petra' | 'sem'
const told = { now: NOW_MOMENT, tell: async () => {} }

async function begun(db: Db) {
  const visit = await visitPlan(db)
  const { cast } = visit
  await db.write(cast, async (sql) => {
    for (const key of ['karin', 'anouk', 'bram', 'paul', 'petra', 'sem'] as const)
      await joinAs(sql, { schoolId: cast.schoolId, personId: cast.people[key] }, NOW_MOMENT)
  })
  const asked = async (key: Key, at = NOW) =>
    titles(
      await (
        await (await asMember(testApp(db, { now: () => at }), db, cast, key, at)).get('/for-you')
      ).text(),
    )
  return { visit, cast, asked }
}

const titles = (html: string) => [...html.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, title]) => title)

/** Petra's question, in words that belong nowhere else. */
const ask = async ({ db, cast }: Pick<PlanVisit, 'db' | 'cast'>): Promise<QuestionId> =>
  done(await askQuestion(db, cast.member('petra'), { text: 'Geheime vraag', about: 'group' }, NOW_MOMENT))

async function bring({ db, cast }: Pick<PlanVisit, 'db' | 'cast'>, id: QuestionId) {
  const petra = cast.member('petra')
  const may = (question: Parameters<typeof mayHold>[0]) => mayHold(question, petra)
  expect(
    await changeQuestion(db, petra, { id, now: NOW_MOMENT }, may, (there) => stepTo(there, 3, NOW_MOMENT)),
  ).toBe('done')
}

eachDatabase((open) => {
  test('who is asked reads so, then the asker reads the answer; nobody else, and no word of the question', async () => {
    const db = await open()
    const { visit, cast, asked } = await begun(db)
    const id = await ask(visit)
    done(await askThem(db, cast.member('petra'), { id, ...told }, [cast.people.bram]))
    expect(await asked('bram')).toContain('Petra vraagt je bij een vraag')
    for (const key of ['karin', 'paul', 'anouk', 'petra'] as const)
      expect((await asked(key)).join()).not.toContain('vraagt je bij een vraag')
    done(await answerAsk(db, cast.member('bram'), { id, ...told }, { as: 'no' }))
    expect(await asked('bram')).not.toContain('Petra vraagt je bij een vraag')
    expect(await asked('petra')).toContain('Bram kan nu niet')
    const petra = await visit.as('petra')
    expect(await (await petra.get('/for-you')).text()).not.toContain('Geheime vraag')
  })

  test('what lies with the coordinator is one line; the answer waits for its asker', async () => {
    const db = await open()
    const { visit, cast, asked } = await begun(db)
    const id = await ask(visit)
    expect(await asked('karin')).not.toContain('Er ligt één vraag bij jou')
    await bring(visit, id)
    expect(await asked('karin')).toContain('Er ligt één vraag bij jou')
    expect((await asked('paul')).join()).not.toContain('vraag')
    const words = { kind: 'yours', words: 'Geheim antwoord', variant: '' } as const
    const given = { ...words, agreement: null, colleague: null, step: null }
    done(await giveAnswer(db, cast.member('karin'), id, { given, seen: null, ...told }))
    expect(await asked('karin')).not.toContain('Er ligt één vraag bij jou')
    expect(await asked('petra')).toContain('Karin antwoordde op je vraag')
  })

  test('who asks somebody to come stands before everything, for Karin and for whom she asks to go', async () => {
    const db = await open()
    const { cast, asked } = await begun(db)
    const id = done(await callHeavy(db, cast.member('sem'), { question: null, to: null }, told)) as never
    expect((await asked('karin'))[0]).toBe('Sem vraagt of je komt')
    expect(await asked('paul')).not.toContain('Sem vraagt of je komt')
    expect((await asked('sem')).join()).not.toContain('vraagt of je komt')
    expect(await handOnHeavy(db, cast.member('karin'), { id, ...told }, cast.people.paul)).toBe('done')
    expect((await asked('paul'))[0]).toBe('Sem vraagt of je komt')
    expect(await asked('karin')).not.toContain('Sem vraagt of je komt')
  })

  test('a school without a plan hears it too, on Vandaag and in the list of all that waits', async () => {
    const db = await open()
    const cast = await settleCast(db)
    const at = { db, cast }
    const id = await ask(at)
    done(await askThem(db, cast.member('petra'), { id, ...told }, [cast.people.bram]))
    done(await callHeavy(db, cast.member('sem'), { question: null, to: null }, told))
    const app = testApp(db)
    const bram = await asMember(app, db, cast, 'bram')
    const karin = await asMember(app, db, cast, 'karin')
    for (const path of ['/', '/for-you']) {
      expect(titles(await (await bram.get(path)).text())).toEqual(['Petra vraagt je bij een vraag'])
      expect(titles(await (await karin.get(path)).text())[0]).toBe('Sem vraagt of je komt')
    }
    const sem = await asMember(app, db, cast, 'sem')
    expect(await (await sem.get('/')).text()).toContain('Nog niemand heeft gezegd dat het gezien is.')
  })

  test('an appointment is told of from the school day before, to the two of it', async () => {
    const db = await open()
    const { cast, asked } = await begun(db)
    const question = async (key: Key) =>
      done(await askQuestion(db, cast.member(key), { text: 'Geheim', about: 'group' }, NOW_MOMENT))
    const at = {
      startsAt: '2026-11-23T14:00:00.000Z' as Moment,
      endsAt: '2026-11-23T14:20:00.000Z' as Moment,
    }
    const given = { ...at, with: cast.people.petra, place: '', about: null }
    done(await makeAppointment(db, cast.member('karin'), given, told))
    expect((await asked('petra')).join()).not.toContain('afspraak')
    const friday = new Date('2026-11-20T08:00:00Z')
    expect(await asked('petra', friday)).toContain('Maandag 23 november om 15.00 uur: afspraak met Karin')
    expect(await asked('karin', friday)).toContain('Maandag 23 november om 15.00 uur: afspraak met Petra')
    expect((await asked('paul', friday)).join()).not.toContain('afspraak')
    const monday = new Date('2026-11-23T08:00:00Z')
    expect(await asked('petra', monday)).toContain('Vandaag om 15.00 uur: afspraak met Karin')
    // Today it comes before what can wait; the day before it stands with what is one's own.
    done(await askThem(db, cast.member('sem'), { id: await question('sem'), ...told }, [cast.people.petra]))
    const wait = 'Sem vraagt je bij een vraag'
    const [today, before] = [await asked('petra', monday), await asked('petra', friday)]
    expect(today.slice(0, 2)).toEqual(['Vandaag om 15.00 uur: afspraak met Karin', wait])
    expect(before.indexOf('Maandag 23 november om 15.00 uur: afspraak met Karin')).toBeGreaterThan(
      before.indexOf(wait),
    )
    done(await callHeavy(db, cast.member('sem'), { question: null, to: null }, told))
    expect((await asked('karin', monday)).slice(0, 2)).toEqual([
      'Sem vraagt of je komt',
      'Vandaag om 15.00 uur: afspraak met Petra',
    ])
    expect((await asked('petra', new Date('2026-11-23T15:00:00Z'))).join()).not.toContain('afspraak')
  })

  test('who is let in reads so for a week, without a word of the question, until it is closed', async () => {
    const db = await open()
    const { visit, cast, asked } = await begun(db)
    const id = await ask(visit)
    const petra = cast.member('petra')
    const may = (question: Parameters<typeof mayHold>[0]) => mayHold(question, petra)
    const change = async (rule: Parameters<typeof changeQuestion>[4]) =>
      expect(await changeQuestion(db, petra, { id, now: NOW_MOMENT }, may, rule)).toBe('done')
    const says = 'Petra laat je meelezen met een vraag'
    expect(await asked('paul')).not.toContain(says)
    await change((question) => letIn(question, cast.people.paul, NOW_MOMENT))
    expect(await asked('paul')).toContain(says)
    for (const key of ['karin', 'bram', 'petra'] as const) expect(await asked(key)).not.toContain(says)
    const paul = await visit.as('paul')
    expect(await (await paul.get('/for-you')).text()).not.toContain('Geheime vraag')
    expect(await asked('paul', new Date(NOW.getTime() + 8 * 86_400_000))).not.toContain(says)
    await change((question) => close(question, { solvedOn: 1, helped: '' }, NOW_MOMENT))
    expect(await asked('paul')).not.toContain(says)
  })

  test('who is asked to learn together reads by whom, not about what', async () => {
    const db = await open()
    const { visit, cast, asked } = await begun(db)
    const given = {
      aim: 'Geheim doel',
      topic: null,
      to: '2027-01-29' as Day,
      people: [cast.people.bram],
    }
    done(await startPeers(db, cast.member('anouk'), given, told))
    expect(await asked('bram')).toContain('Anouk vraagt of je samen wilt leren')
    expect(await (await (await visit.as('bram')).get('/for-you')).text()).not.toContain('Geheim doel')
    expect((await asked('karin')).join()).not.toContain('samen')
  })

  test('the morning letter tells it in titles, and can be had without questions', async () => {
    const db = await open()
    const { visit, cast } = await begun(db)
    const id = await ask(visit)
    done(await askThem(db, cast.member('petra'), { id, ...told }, [cast.people.bram, cast.people.anouk]))
    done(await callHeavy(db, cast.member('sem'), { question: null, to: null }, told))
    const unwanted = LETTER_KINDS.filter((kind) => kind !== 'questions')
    await chooseLetters(db, cast.member('anouk'), unwanted, NOW_MOMENT)
    const now = () => new Date('2026-11-20T07:00:00Z')
    await sendDigests({ db, now, log: console.error, baseUrl: 'https://r.example' })
    const letters = (await mails(db)).filter(({ kind }) => kind === 'digest')
    const of = (key: Key) => letters.find(({ person_id }) => person_id === cast.people[key])?.body ?? ''
    expect(of('bram')).toContain('- Petra vraagt je bij een vraag')
    expect(of('bram')).toContain('Niets meer over vragen: https://r.example')
    expect(of('anouk')).not.toContain('vraag')
    expect(letters.map(({ body }) => body).join()).not.toContain('Geheime')
    // A call for help has a letter of its own, at once.
    expect(of('karin')).not.toContain('vraagt of je komt')
  })
})
