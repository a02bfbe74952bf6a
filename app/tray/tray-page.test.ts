import { describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { mails } from '../../test/mailbox.ts'
import { THURSDAY_HOURS } from '../../test/office-room.ts'
import { asMember, type Visitor } from '../../test/request.ts'
import { adoptedPlan, done, planOf } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { QuestionId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { addHours } from '../office/hours-store.ts'
import { createPlan } from '../plan/plan-store.ts'
import { answerAsk, askThem } from '../question/ask-store.ts'
import { mayHold } from '../question/question-may.ts'
import { askQuestion, changeQuestion } from '../question/question-write-store.ts'
import { stepTo } from '../question/rung.ts'
import { stepsOf } from '../step/step-store.ts'

type Key = keyof Cast['people']

eachDatabase((open) => {
  const world = async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    const app = testApp(db)
    const as = (key: Key) => asMember(app, db, made.cast, key)
    const brought = async (key: Key, text: string, tie?: typeof made.anouk) => {
      const member = made.cast.member(key)
      const given = { text, about: 'group', ...(tie && { tie: { planId: made.id, entryId: tie } }) } as const
      const id = done(await askQuestion(db, member, given, NOW_MOMENT))
      await bringUp(db, made.cast, key, id)
      return id
    }
    const karin = await as('karin')
    const answer = (id: QuestionId, fields: Record<string, string>) =>
      karin.post('/questions/tray', { act: 'answer', question: id, seen: '', ...fields })
    return { ...made, db, as, brought, karin, answer }
  }
  const bringUp = (db: Db, cast: Cast, key: Key, id: QuestionId) =>
    changeQuestion(
      db,
      cast.member(key),
      { id, now: NOW_MOMENT },
      (question) => mayHold(question, cast.member(key)),
      (question) => stepTo(question, 3, NOW_MOMENT),
    )
  const page = async (visitor: Visitor, path: string) => (await visitor.get(path)).text()
  const chosenIn = (html: string) =>
    [...html.matchAll(/<input[^>]*>/g)]
      .map(([input]) => input)
      .flatMap((input) =>
        input.includes('name="kind"') && input.includes('checked')
          ? [/value="([^"]+)"/.exec(input)?.[1]]
          : [],
      )[0]
  const answerIn = (html: string) => /name="answer" value="([^"]+)"/.exec(html)?.[1] ?? ''

  describe('the tray', () => {
    it('is there for who coordinates alone', async () => {
      const { as, brought } = await world()
      await brought('anouk', 'Hoe krijg ik ze stil?')
      for (const key of ['anouk', 'paul', 'hanneke'] as const) {
        expect((await (await as(key)).get('/questions/tray')).status).toBe(404)
        expect((await (await as(key)).get('/questions/tray/small')).status).toBe(404)
      }
    })

    it('shows what lies there with a sentence that stands ready, and says when nothing does', async () => {
      const { karin, brought } = await world()
      expect(await page(karin, '/questions/tray')).toContain('Er ligt niets bij jou.')
      await brought('anouk', 'Hoe krijg ik ze <stil>?')
      const html = await page(karin, '/questions/tray')
      expect(html).toContain('Eén vraag ligt bij jou')
      expect(html).toContain('Hoe krijg ik ze &lt;stil&gt;?')
      expect(html).toMatch(/Anouk, (jij kent deze kinderen het best|dit is bij jou in goede handen)/)
      expect(html).toContain('We delen alles.')
    })

    it('sends a question back, with what the team agreed, and a letter without a word of it', async () => {
      const { db, as, karin, brought, answer, principle, cast } = await world()
      const id = await brought('anouk', 'Hoe krijg ik ze stil?')
      const words = 'Anouk, wanneer zijn ze wél stil?'
      const fields = {
        kind: 'yours',
        'words-yours': words,
        agree: 'yes',
        agreement: `principle:${principle}`,
      }
      const sent = await answer(id, fields)
      expect(sent.headers.get('location')).toBe(`/questions/tray?done=answered&to=${cast.people.anouk}#jij`)
      expect(await page(karin, sent.headers.get('location')!.split('#')[0]!)).toContain(
        'Gestuurd naar Anouk.',
      )
      const anouk = await as('anouk')
      const html = await page(anouk, `/questions/${id}`)
      expect(html).toContain(words)
      expect(html).toContain('We delen alles.')
      const [letter] = (await mails(db)).filter(({ kind }) => kind === 'question-answered')
      expect(letter).toMatchObject({ subject: 'Er is een antwoord op je vraag' })
      expect(`${letter!.subject} ${letter!.body}`).not.toMatch(/stil/)
      const back = await anouk.post(`/questions/${id}/answers`, {
        act: 'reply',
        answer: answerIn(html),
        as: 'not-yet',
        words: 'Na de pauze niet.',
      })
      expect(back.headers.get('location')).toBe(`/questions/${id}?said=not-yet#answers`)
      const again = await page(karin, '/questions/tray')
      expect(again).toContain('Na de pauze niet.')
      expect(again).toContain('Bij Anouk lukt het nog niet.')
      expect(chosenIn(again)).not.toBe('yours')
    })

    it('does not choose again beforehand what does not work yet', async () => {
      const { as, brought, karin, answer, anouk: track } = await world()
      const id = await brought('anouk', 'Hoe krijg ik ze stil?', track)
      expect(chosenIn(await page(karin, '/questions/tray'))).toBe('track')
      await answer(id, { kind: 'track', place: track, step: 'Eén ding.', 'words-track': 'Anouk, dit past.' })
      const anouk = await as('anouk')
      const given = answerIn(await page(anouk, `/questions/${id}`))
      await anouk.post(`/questions/${id}/answers`, { act: 'reply', answer: given, as: 'not-yet', words: '' })
      expect(chosenIn(await page(karin, '/questions/tray'))).toMatch(/^(ask|come)$/)
    })

    it('says what came back as a sentence', async () => {
      const { as, brought, karin, answer } = await world()
      const id = await brought('anouk', 'Hoe krijg ik ze stil?')
      await answer(id, { kind: 'yours', 'words-yours': 'Wanneer zijn ze wél stil?' })
      const anouk = await as('anouk')
      const given = answerIn(await page(anouk, `/questions/${id}`))
      for (const [as, says] of [
        ['thanks', 'Anouk zegt dank je.'],
        ['taken', 'Anouk pakt het op.'],
      ] as const) {
        await anouk.post(`/questions/${id}/answers`, { act: 'reply', answer: given, as, words: '' })
        expect(await page(karin, '/questions/tray')).toContain(says)
        expect(await page(karin, `/questions/${id}`)).toContain(says)
        expect(await page(anouk, `/questions/${id}`)).not.toContain(says)
      }
    })

    it('lays last year’s agreements under an answer while this year’s plan is being written', async () => {
      const { db, cast, brought, karin, answer, as, principle, id: planId } = await world()
      const { schoolYear } = await planOf(db, cast, planId)
      await db.write(cast, (sql) =>
        sql
          .updateTable('plan')
          .set({ school_year: '2025-2026' as SchoolYear, revision: 100 })
          .where('id', '=', planId)
          .execute(),
      )
      done(await createPlan(db, cast.member('karin'), { schoolYear, title: 'Dit jaar' }, NOW_MOMENT))
      const id = await brought('bram', 'Hoe krijg ik ze stil?')
      const html = await page(karin, '/questions/tray')
      expect(html).toContain('We delen alles.')
      expect(html).toContain('Principe 1 uit het plan 2025–2026.')
      const fields = { kind: 'yours', 'words-yours': 'Dit kun jij.', agree: 'yes' }
      await answer(id, { ...fields, agreement: `principle:${principle}` })
      expect(await page(await as('bram'), `/questions/${id}`)).toContain('We delen alles.')
    })

    it('proposes a colleague with why; nobody is asked before the asker does', async () => {
      const { db, as, brought, karin, answer, cast } = await world()
      const id = await brought('anouk', 'Hoe krijg ik ze stil?')
      const fields = { kind: 'ask', colleague: cast.people.kees, 'words-ask': 'Anouk, vraag het Kees eens.' }
      expect((await answer(id, fields)).status).toBe(303)
      const html = await page(await as('anouk'), `/questions/${id}`)
      expect(html).toContain('Vraag Kees')
      expect((await (await as('kees')).get(`/questions/${id}`)).status).toBe(404)
      const forms = html.split('<form').map((part) => part.split('</form>')[0] ?? '')
      const form = forms.find((part) => part.includes('Vraag Kees<') && part.includes('eenknop')) ?? ''
      expect(form).toContain(`action="/questions/${id}/ask"`)
      const hidden = [...form.matchAll(/name="([^"]+)" value="([^"]+)"/g)].map(([, name, value]) => [
        name,
        value,
      ])
      expect(Object.fromEntries(hidden)).toEqual({ act: 'ask', colleague: cast.people.kees })
      await (await as('anouk')).post(`/questions/${id}/ask`, Object.fromEntries(hidden))
      expect((await (await as('kees')).get(`/questions/${id}/answer`)).status).toBe(200)
      expect(await page(await as('anouk'), `/questions/${id}`)).toContain('Je hebt Kees gevraagd.')
      const alone = await brought('bram', 'Nog een vraag')
      const tray = () => page(karin, `/questions/tray?open=${alone}`)
      expect(await tray()).not.toContain('Denkt mee.')
      const at = { id: alone, now: NOW_MOMENT, tell: async () => {} }
      done(await askThem(db, cast.member('bram'), at, [cast.people.kees]))
      expect(await tray()).not.toContain('Denkt mee.')
      done(await answerAsk(db, cast.member('kees'), at, { as: 'yes', words: '', startsAt: null }))
      expect(await tray()).toContain('<b>Met Kees</b>Denkt mee.')
    })

    it('offers a step on the own track, which the asker takes with one tap', async () => {
      const { db, as, brought, answer, anouk: track, cast, id: planId } = await world()
      const id = await brought('anouk', 'Hoe krijg ik ze stil?', track)
      const what = 'Twee keer één ding anders doen.'
      const sent = await answer(id, {
        kind: 'track',
        place: track,
        step: what,
        'words-track': 'Anouk, dit past.',
      })
      expect(sent.status).toBe(303)
      const anouk = await as('anouk')
      const html = await page(anouk, `/questions/${id}`)
      expect(html).toContain(what)
      const plan = async () => stepsOf(db, cast.member('anouk'), await planOf(db, cast, planId))
      expect(await plan()).toEqual([])
      const fields = { act: 'step', answer: answerIn(html), what: 'In mijn eigen woorden.', onDay: '' }
      expect((await anouk.post(`/questions/${id}/answers`, fields)).status).toBe(303)
      expect(await plan()).toMatchObject([{ what: 'In mijn eigen woorden.', madeBy: cast.people.anouk }])
      expect((await anouk.post(`/questions/${id}/answers`, fields)).status).toBe(303)
      expect(await plan()).toHaveLength(1)
    })

    it('comes at a turn of the own office hours, which is then taken', async () => {
      const { db, as, karin, brought, answer, cast } = await world()
      done(await addHours(db, cast.member('karin'), THURSDAY_HOURS))
      const id = await brought('anouk', 'Kom je kijken?')
      const html = await page(karin, '/questions/tray')
      const moment = /<option value="(2026-11-[^"]+)"/.exec(html)?.[1] as Moment
      expect(moment).toBeTruthy()
      expect((await answer(id, { kind: 'come', moment, 'words-come': 'Anouk, ik kom.' })).status).toBe(303)
      expect(await page(await as('anouk'), `/questions/${id}`)).toMatch(/Karin komt .* uur/)
      const other = await brought('bram', 'Bij mij ook?')
      const taken = await answer(other, { kind: 'come', moment, 'words-come': 'Bram, ik kom.' })
      expect(taken.status).toBe(422)
      const refused = await taken.text()
      expect(refused).toContain('Kies een moment dat nog vrij is.')
      expect(refused).toContain('Bram, ik kom.')
    })

    it('keeps what was typed when somebody else answered meanwhile', async () => {
      const { brought, answer, karin } = await world()
      const id = await brought('anouk', 'Hoe krijg ik ze stil?')
      await answer(id, { kind: 'yours', 'words-yours': 'De eerste.' })
      const late = await answer(id, { kind: 'yours', 'words-yours': 'De tweede, met zorg getypt.' })
      expect(late.status).toBe(422)
      const html = await late.text()
      expect(html).toContain('Er kwam intussen een ander antwoord.')
      expect(html).toContain('De tweede, met zorg getypt.')
      const seen = /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? ''
      const again = await karin.post('/questions/tray', {
        act: 'answer',
        question: id,
        seen,
        kind: 'yours',
        'words-yours': 'De tweede, met zorg getypt.',
      })
      expect(again.status).toBe(303)
    })

    it('answers two alike questions in one go, without naming the one to the other', async () => {
      const { as, brought, karin, answer } = await world()
      const [one, other] = [await brought('anouk', 'Mijn vraag'), await brought('bram', 'Zijn vraag')]
      expect((await karin.post('/questions/tray', { act: 'join', question: one, other })).status).toBe(303)
      const html = await page(karin, `/questions/tray?open=${one}`)
      expect(html).toContain('Stuur naar allebei')
      expect(html).not.toContain('id="kind-come"')
      expect((await answer(one, { kind: 'yours', 'words-yours': 'Wat zagen jullie?' })).status).toBe(303)
      const [anouk, bram] = [await as('anouk'), await as('bram')]
      const hers = await page(anouk, `/questions/${one}`)
      expect(hers).toContain('Wat zagen jullie?')
      expect(hers).not.toContain('Zijn vraag')
      expect(hers.split('id="answers"')[1]?.split('</section>')[0]).not.toContain('Bram')
      const join = /name="join" value="([^"]+)"/.exec(hers)?.[1] ?? ''
      for (const [visitor, id] of [
        [anouk, one],
        [bram, other],
      ] as const)
        await visitor.post(`/questions/${id}/answers`, { act: 'join', join, said: 'yes' })
      expect(await page(anouk, `/questions/${one}`)).toContain(
        'Bram heeft een vraag die op die van jou lijkt.',
      )
    })

    it('takes small asks in two taps, undoes them, and counts them for their owner', async () => {
      const { karin } = await world()
      const small = { act: 'small', once: 'een', small: 'take-class', said: 'come' }
      const logged = await karin.post('/questions/tray', small)
      const place = logged.headers.get('location')!.split('#')[0]!
      await karin.post('/questions/tray', small)
      const html = await page(karin, place)
      expect(html).toContain('een groep overnemen, ik kom.')
      expect(html).toContain('Deze week één keer.')
      const list = await page(karin, '/questions/tray/small')
      expect(list).toContain('een groep overnemen, ik kom')
      const id = /name="small" value="([0-9a-f-]{36})"/.exec(list)?.[1] ?? ''
      await karin.post('/questions/tray/small', { act: 'undo', small: id })
      expect(await page(karin, '/questions/tray/small')).toContain('Nog niets opgeschreven.')
      const no = await karin.post('/questions/tray', { ...small, small: 'constructor' })
      expect(no.status).toBe(422)
      expect(await no.text()).toContain('Kies wat hier past.')
    })

    it('is not moved by forms of a stranger or without sense', async () => {
      const { karin, as, brought } = await world()
      const id = await brought('anouk', 'Hoe krijg ik ze stil?')
      const acts = ['answer', 'take', 'leave', 'join', 'apart', 'take-back', 'undo-small']
      for (const act of acts) {
        const status = (await karin.post('/questions/tray', { act, question: 'x', answer: 'y', join: 'z' }))
          .status
        expect([303, 403, 422]).toContain(status)
        expect((await (await as('bram')).post('/questions/tray', { act, question: id })).status).toBe(404)
      }
      for (const act of ['__proto__', 'toString', ''])
        expect((await karin.post('/questions/tray', { act })).status).toBe(404)
      expect((await (await as('bram')).post(`/questions/${id}/answers`, { act: 'reply' })).status).toBe(404)
    })
  })
})
