import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { newMeeting } from '../../test/meeting-visit.ts'
import { type App, asMember, type Visitor, visitor } from '../../test/request.ts'
import { AFTER, adoptedPlan, done, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { QuestionId } from '../kernel/id.ts'
import { planMeeting } from '../meeting/meeting-write-store.ts'
import { mayHold } from '../question/question-may.ts'
import { confirmTopic } from '../question/question-topic-store.ts'
import { askQuestion, changeQuestion } from '../question/question-write-store.ts'
import { close } from '../question/rung.ts'
import type { TopicKey } from '../school/topic.ts'

type Key = keyof Cast['people']
const ASKERS: readonly Key[] = ['petra', 'anouk', 'bram', 'petra', 'youssef']
const PAGE = '/questions/together'
const HOSTILE = '"><img src=x onerror=alert(1)>'

eachDatabase((open) => {
  let db: Db
  let app: App
  let cast: Cast
  let [anouk, karin, paul]: Visitor[] = []

  async function enter(made: { readonly cast: Cast }, at: string) {
    cast = made.cast
    app = testApp(db, { now: () => new Date(at) })
    const as = (key: Key) => asMember(app, db, cast, key)
    ;[anouk, karin, paul] = [await as('anouk'), await as('karin'), await as('paul')]
  }

  async function ask(keys: readonly Key[], topic: TopicKey, now: Moment = NOW_MOMENT) {
    const ids: QuestionId[] = []
    for (const [at, key] of keys.entries()) {
      const given = { text: `${HOSTILE} kanarie-zin ${at}`, about: 'else' } as const
      const id = done(await askQuestion(db, cast.member(key), given, now))
      done(await confirmTopic(db, cast.member(key), id, topic, now))
      ids.push(id)
    }
    return ids
  }

  const read = async (who: Visitor | undefined, path = PAGE) => {
    const answer = await who?.get(path)
    expect(answer?.status).toBe(200)
    return (await answer?.text()) ?? ''
  }
  const parents = (act: string, more = {}) => ({
    act,
    topic: 'parents',
    year: '2026-2027',
    term: '1',
    ...more,
  })

  describe('the page of what comes back', () => {
    beforeEach(async () => {
      db = await open()
    })

    it('is calm when nothing came back, and for members alone', async () => {
      await enter(await writtenPlan(db), NOW_MOMENT)
      const page = await read(anouk)
      expect(page).toContain('Er kwam deze periode nog geen onderwerp vaak terug.')
      expect(page).toContain('nog geen tien vragen opgelost')
      expect((await visitor(app).get(PAGE)).status).not.toBe(200)
    })

    it('shows number and theme to everybody, never a name or a sentence', async () => {
      await enter(await writtenPlan(db), NOW_MOMENT)
      await ask(ASKERS, 'parents')
      await ask(['anouk', 'bram'], 'gifted')
      for (const who of [anouk, karin, paul]) {
        const page = await read(who)
        expect(page).toContain('Vijf vragen over ouders en gesprekken')
        for (const word of ['kanarie-zin', 'hoogbegaafdheid', 'Petra']) expect(page).not.toContain(word)
      }
    })

    it('makes a draft goal in one click by who holds the pen, and leads to it', async () => {
      const made = await writtenPlan(db)
      await enter(made, NOW_MOMENT)
      await ask(ASKERS, 'parents')
      expect(await read(anouk)).not.toContain('value="goal"')
      expect((await anouk?.post(PAGE, parents('goal', { plan: made.id })))?.status).toBe(403)
      const answer = await karin?.post(PAGE, parents('goal', { plan: made.id }))
      expect(answer?.status).toBe(303)
      const page = await read(karin, answer?.headers.get('location') ?? '')
      expect(page).toContain('Het doel staat als concept in het plan.')
      const href = /href="(\/plan\/[^"]+\?shown=[^"#]+)#/.exec(page)?.[1] ?? ''
      const plan = await read(karin, href)
      expect(plan).toContain('Samen sterker in ouders en gesprekken')
      expect(plan).toContain(
        'Sinds de zomervakantie gingen vijf vragen van het team over ouders en gesprekken',
      )
      const again = await karin?.post(PAGE, parents('goal', { plan: made.id }))
      expect(again?.status).toBe(422)
      expect(await again?.text()).toContain('Er is al een teamdoel over dit onderwerp.')
    })

    it('makes a proposal of an adopted plan, by a teacher too', async () => {
      const made = await adoptedPlan(db)
      await enter(made, AFTER)
      await ask(ASKERS, 'parents')
      expect(await read(anouk)).toContain('Stel een teamdoel voor in het plan 2026–2027')
      const answer = await anouk?.post(PAGE, parents('goal', { plan: made.id }))
      const page = await read(anouk, answer?.headers.get('location') ?? '')
      expect(page).toContain('Het voorstel ligt klaar.')
      const href = /href="(\/plan\/[^"]+\/amendment\/[^"]+)"/.exec(page)?.[1] ?? ''
      expect(await read(anouk, href)).toContain('Samen sterker in ouders en gesprekken')
    })

    it('puts it on the agenda of the meeting that comes, in one click', async () => {
      await enter(await writtenPlan(db), NOW_MOMENT)
      await ask(ASKERS, 'parents')
      expect(await read(anouk)).toContain('Er staat nog geen vergadering gepland.')
      const given = { title: 'Teamoverleg', startsAt: '2026-11-26T14:30:00.000Z' as Moment }
      const meeting = done(await planMeeting(db, cast.member('karin'), newMeeting(cast, given), NOW_MOMENT))
      expect(await read(anouk)).toContain('Zet op de agenda van donderdag 26 november')
      expect((await anouk?.post(PAGE, parents('agenda', { meeting })))?.status).toBe(303)
      expect(await read(anouk, `/meeting/${meeting}`)).toContain('Vijf vragen over ouders en gesprekken')
      expect(await read(karin)).toContain('Staat op de agenda.')
      const named = new RegExp(`href="/meeting/${meeting}"[^>]*>Teamoverleg, donderdag 26 november`)
      expect(await read(karin)).toMatch(named)
    })

    it('asks for sentences, shows those with a yes, and no trace of a no', async () => {
      await enter(await writtenPlan(db), NOW_MOMENT)
      const [, hers] = await ask(ASKERS, 'parents')
      if (!hers) throw new Error('five were asked')
      expect(await read(anouk)).not.toContain('id="jouw-zin"')
      expect((await anouk?.post(PAGE, parents('texts')))?.status).toBe(403)
      expect((await karin?.post(PAGE, parents('texts')))?.status).toBe(303)
      const page = await read(anouk)
      expect(page).toContain('id="jouw-zin"')
      expect(page).not.toContain('<img src=x')
      expect((await paul?.post(PAGE, { act: 'yes', question: hers }))?.status).toBe(422)
      expect(await read(paul)).not.toContain('kanarie-zin')
      expect((await anouk?.post(PAGE, { act: 'yes', question: hers }))?.status).toBe(303)
      expect(await read(paul)).toContain('kanarie-zin 1')
      expect((await anouk?.post(PAGE, { act: 'no', question: hers }))?.status).toBe(303)
      const seen = await read(karin)
      expect(seen).not.toContain('kanarie-zin')
      expect(seen).toContain('Bij vijf vragen is het gevraagd.')
    })

    it('says where questions get solved from ten on, in a sentence, blocks and a table', async () => {
      await enter(await writtenPlan(db), NOW_MOMENT)
      for (const [at, id] of (await ask(Array(10).fill('anouk'), 'maths')).entries()) {
        expect(await read(anouk)).toContain('nog geen tien vragen opgelost')
        const rung = at < 7 ? 1 : at < 9 ? 2 : 3
        await changeQuestion(
          db,
          cast.member('anouk'),
          { id, now: NOW_MOMENT },
          (question) => mayHold(question, cast.member('anouk')),
          (question) => close({ ...question, rung }, { solvedOn: rung, helped: '' }, NOW_MOMENT),
        )
      }
      const page = await read(paul)
      expect(page).toContain('ongeveer zeven zelf, twee met een collega, één met de intern begeleider')
      expect(page.match(/class="vol"/g)).toHaveLength(10)
      expect(page).not.toContain('rekenen')
    })

    it('takes whatever is sent', async () => {
      await enter(await writtenPlan(db), NOW_MOMENT)
      await ask(ASKERS, 'parents')
      const hostile = [
        '',
        '__proto__',
        'constructor',
        'x'.repeat(5_000),
        '\u0000',
        '2026-2028',
        '-1',
        HOSTILE,
      ]
      for (const value of hostile) {
        for (const act of ['goal', 'agenda', 'rest', 'unrest', 'keep', 'unkeep', 'texts'])
          for (const field of ['topic', 'year', 'term'])
            expect(
              (await karin?.post(PAGE, parents(act, { [field]: value, plan: value, meeting: value })))
                ?.status,
            ).toBe(422)
        expect((await karin?.post(PAGE, { act: 'yes', question: value }))?.status).toBe(422)
        expect((await karin?.post(PAGE, parents(value)))?.status).toBe(404)
        expect(
          await read(karin, `${PAGE}?done=${encodeURIComponent(value)}&goal=${encodeURIComponent(value)}`),
        ).not.toContain('<img src=x')
      }
    })

    it('is complete in English', async () => {
      await enter(await writtenPlan(db), NOW_MOMENT)
      await ask(ASKERS, 'parents')
      await karin?.post('/language', { language: 'en', back: PAGE })
      const page = await read(karin)
      expect(page).toContain('Five questions about parents and talks')
      expect(page).toContain('Make a team goal of it in the plan 2026–2027')
    })
  })
})
