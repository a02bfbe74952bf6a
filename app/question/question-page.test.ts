import { beforeEach, describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { type App, asMember, type Visitor } from '../../test/request.ts'
import { AFTER, adoptedPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { DemoPersonKey } from '../home/demo-cast.ts'
import { MOST_RUNNING } from './question.ts'

const HOSTILE = '"><img src=x onerror=alert(1)> & **wisbordjes**'
const SENTENCE = 'Hoe krijg ik bij rekenen ook de stille kinderen aan het denken?'

eachDatabase((open) => {
  let db: Db
  let app: App
  let made: Awaited<ReturnType<typeof adoptedPlan>>
  let anouk: Visitor
  beforeEach(async () => {
    db = await open()
    made = await adoptedPlan(db)
    app = testApp(db, { now: () => new Date(AFTER) })
    anouk = await as('anouk')
  })

  const as = (key: DemoPersonKey) => asMember(app, db, made.cast, key)
  const text = async (who: Visitor, path: string, status = 200) => {
    const answer = await who.get(path)
    expect([path, answer.status]).toEqual([path, status])
    return answer.text()
  }
  const begin = async (who: Visitor = anouk, fields = {}) => {
    const answer = await who.post('/questions', { text: SENTENCE, about: 'lesson', ...fields })
    expect(answer.status).toBe(303)
    return (answer.headers.get('location') ?? '').replace(/\?.*$/, '')
  }
  const act = async (href: string, fields: Record<string, string>, who: Visitor = anouk) => {
    const answer = await who.post(href, fields)
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
  }

  describe('a question goes up the ladder without script', () => {
    it('one sentence a rung, each saved, and the name of who reads it', async () => {
      const href = await begin()
      expect(await text(anouk, href)).toContain('Alleen jij leest dit.')
      expect(await text(anouk, href)).toContain('Ook de schoolleider niet')
      const saved = await act(href, {
        act: 'save',
        rung: '1',
        next: 'did',
        'text.1.idea': 'Twee weken wisbordjes.',
        'base.1.idea': '0',
      })
      expect(saved).toMatchObject({ status: 303 })
      expect(saved.to).toBe(`${href}?done=did&rung=1#trede-1`)
      expect(await text(anouk, saved.to)).toContain('Genoteerd. Wat zag je?')
      const seen = { act: 'save', rung: '1', 'text.1.saw': 'Een paar kijken af.', 'base.1.saw': '0' }
      expect((await act(href, seen)).to).toBe(`${href}?done=saved#trede-1`)
      const whole = await text(anouk, saved.to)
      expect(whole).toContain('Genoteerd.')
      expect(whole).not.toContain('Genoteerd. Wat zag je?')
      const page = await text(anouk, href)
      for (const words of ['Twee weken wisbordjes.', 'Een paar kijken af.', 'Gedaan op 25 nov'])
        expect(page).toContain(words)

      expect((await act(href, { act: 'step', rung: '3' })).to).toContain('done=up')
      expect(await text(anouk, href)).toContain('Jij en Karin lezen dit.')
      const karins = await text(await as('karin'), href)
      expect(karins).toContain('Vraag van Anouk')
      expect(karins).toContain('Een paar kijken af.')
      expect(karins).toContain('/questions/tray')
    })

    it('said to be too heavy, the asker has it back in one tap, also after somebody came', async () => {
      const href = await begin()
      const question = href.split('/').at(-1)!
      expect((await anouk.post('/questions/heavy', { act: 'call', question })).status).toBe(303)
      const karin = await as('karin')
      expect(await text(karin, href)).toContain(SENTENCE)
      const [, call] = /name="call" value="([^"]+)"/.exec(await text(anouk, href)) ?? []
      expect((await anouk.post('/questions/heavy', { act: 'came', call: call! })).status).toBe(303)
      expect(await text(anouk, href)).toContain('Het is niet meer te zwaar')
      expect((await act(href, { act: 'lighter' }, karin)).status).toBe(403)
      expect((await act(href, { act: 'lighter' })).to).toBe(`${href}?done=lighter`)
      expect(await text(anouk, href)).toContain('Alleen jij leest dit.')
      await text(karin, href, 404)
      expect(await text(karin, '/questions/tray')).not.toContain(SENTENCE)
    })

    it('is not there for anybody else, whatever role', async () => {
      const href = await begin()
      for (const key of ['karin', 'paul', 'bram', 'youssef'] as const) {
        const who = await as(key)
        await text(who, href, 404)
        const acts: Record<string, string>[] = [
          { act: 'step', rung: '3' },
          { act: 'out' },
          { act: 'close', solvedOn: '1' },
        ]
        for (const fields of acts) expect((await act(href, fields, who)).status).toBe(404)
        expect((await who.post(`${href}/text/1.idea`, { text: 'Van mij', base: '0' })).status).toBe(404)
        expect(await text(who, '/questions')).not.toContain('stille kinderen')
      }
    })

    it('says after ‘I asked somebody myself’ that it is noted, not that somebody was asked', async () => {
      const href = await begin()
      const { to } = await act(href, { act: 'step', rung: '2' })
      const page = await text(anouk, to)
      expect(page).toContain('Genoteerd. Wat neem je mee van je collega?')
      expect(page).not.toContain('Je hoeft er niets aan toe te voegen.')
    })

    it('goes to the coordinator at once, and nothing that was skipped is asked', async () => {
      const href = await begin()
      await act(href, { act: 'step', rung: '3' })
      const page = await text(anouk, href)
      expect(page).toContain('Het hoeft niet.')
      expect(page).not.toMatch(/sloeg je over|nog niet ingevuld/)
      expect((await act(href, { act: 'step', rung: '2' })).to).toContain('done=down')
      await text(await as('karin'), href, 404)
    })
  })

  describe('a field that saves itself', () => {
    it('answers with its revision, and with both texts when it was changed elsewhere', async () => {
      const href = await begin()
      const send = (words: string, base: string) =>
        anouk.post(`${href}/text/1.idea`, { text: words, base }, { accept: 'application/json' })
      const first = await send('Van de telefoon', '0')
      expect(await first.json()).toMatchObject({ revision: 1, says: expect.stringContaining('Bewaard') })
      const clash = await send('Van de laptop', '0')
      expect(clash.status).toBe(409)
      expect(await clash.json()).toMatchObject({ theirs: { text: 'Van de telefoon', revision: 1 } })
      expect((await send('Van de laptop', '1')).status).toBe(200)
    })

    it('says what to do when a sentence is too long, empty or unknown', async () => {
      const href = await begin()
      const send = async (field: string, words: string, base = '0') => {
        const answer = await anouk.post(`${href}/text/${field}`, { text: words, base })
        return [answer.status, ((await answer.json()) as { says: string }).says]
      }
      expect(await send('1.idea', 'a'.repeat(301))).toEqual([422, expect.stringContaining('lang')])
      expect(await send('text', '  ', '1')).toEqual([422, 'Schrijf je vraag in één zin op.'])
      expect(await send('__proto__', 'x')).toEqual([422, expect.any(String)])
      expect(await send('3.idea', 'x')).toEqual([422, expect.stringContaining('trede 3')])
    })

    it('without script shows both texts when it was changed elsewhere, and keeps what was typed', async () => {
      const href = await begin()
      await anouk.post(`${href}/text/1.idea`, { text: 'Van de telefoon', base: '0' })
      const form = { act: 'save', rung: '1', 'text.1.idea': 'Van de laptop', 'base.1.idea': '0' }
      const clash = await act(href, form)
      expect(clash.status).toBe(422)
      expect(clash.text).toContain('Van de laptop')
      expect(clash.text).toContain('Van de telefoon')
      expect((await act(href, { ...form, 'keep.1.idea': 'mine' })).status).toBe(303)
      expect(await text(anouk, href)).toContain('Van de laptop')
    })
  })

  describe('who reads along', () => {
    it('is let in by name, sees it and can go out; the principal too', async () => {
      const href = await begin()
      const admitted = await act(href, { act: 'let-in', person: made.cast.people.paul })
      expect(admitted.to).toContain('done=letIn')
      await act(href, { act: 'let-in', person: made.cast.people.bram })
      expect(await text(anouk, href)).toContain('Verder niemand, en het staat')
      expect(await text(anouk, href)).toMatch(/Jij, (Paul en Bram|Bram en Paul) lezen dit\./)
      const paul = await as('paul')
      expect(await text(paul, '/questions')).toContain('Je leest mee')
      expect(await text(paul, href)).toContain('Deze vraag is en blijft van Anouk')
      const acts: Record<string, string>[] = [
        { act: 'close', solvedOn: '1' },
        { act: 'step', rung: '2' },
        { act: 'throw' },
        { act: 'let-in', person: made.cast.people.youssef },
      ]
      for (const fields of acts) expect((await act(href, fields, paul)).status).toBe(403)
      expect((await act(href, { act: 'out' }, paul)).to).toBe('/questions?done=out')
      await text(paul, href, 404)
    })

    it('gets a letter without a word of the question', async () => {
      const href = await begin()
      await act(href, { act: 'let-in', person: made.cast.people.bram })
      const mails = await db.read(made.cast, (sql) => sql.selectFrom('mail').selectAll().execute())
      expect(mails.map(({ kind, subject }) => [kind, subject])).toEqual([
        ['question-let-in', 'Een collega laat je meelezen'],
      ])
      expect(mails[0]?.body).toContain(href)
      expect(mails[0]?.body).not.toContain('stille')
    })

    it('is somebody of the school who is here', async () => {
      const href = await begin()
      for (const person of ['', 'onzin', made.cast.schoolId])
        expect(await act(href, { act: 'let-in', person })).toMatchObject({
          status: 422,
          text: expect.stringContaining('Kies een collega uit de lijst.'),
        })
    })
  })

  describe('how it ends', () => {
    it('is closed with what helped, and opened again', async () => {
      const href = await begin()
      const closed = await act(href, { act: 'close', solvedOn: '1', helped: 'Eerst in tweetallen.' })
      expect(closed.to).toContain('done=closed')
      const page = await text(anouk, href)
      expect(page).toContain('Afgesloten op 25 november 2026.')
      expect(page).toContain('Eerst in tweetallen.')
      expect(page).not.toContain('name="text.1.idea"')
      expect((await act(href, { act: 'open' })).to).toContain('done=opened')
      expect(await text(anouk, href)).toContain('name="text.1.idea"')
    })

    it('is thrown away as long as nobody has read it', async () => {
      const href = await begin()
      await act(href, { act: 'step', rung: '3' })
      expect(await text(anouk, href)).toContain('Gooi deze vraag weg')
      await text(await as('karin'), href)
      expect(await text(anouk, href)).not.toContain('Gooi deze vraag weg')
      expect(await act(href, { act: 'throw' })).toMatchObject({ status: 403 })
      const listed = await begin(anouk, { text: 'Een vraag in de lijst van Bram' })
      await act(listed, { act: 'let-in', person: made.cast.people.bram })
      expect(await text(await as('bram'), '/questions')).toContain('in de lijst van Bram')
      expect((await act(listed, { act: 'throw' })).status).toBe(403)
      const other = await begin(anouk, { text: 'Een tweede vraag' })
      expect((await act(other, { act: 'throw' })).to).toBe('/questions?done=thrown')
      await text(anouk, other, 404)
    })

    it('asks how it was solved, and refuses what is no answer', async () => {
      const href = await begin()
      for (const solvedOn of ['', '4', 'x'])
        expect(await act(href, { act: 'close', solvedOn, helped: HOSTILE })).toMatchObject({
          status: 422,
          text: expect.stringContaining('Kies hoe je eruit kwam.'),
        })
    })
  })

  it('belongs to the own track when the asker says so, and never to somebody else’s', async () => {
    const href = await begin(anouk, { entry: made.anouk })
    expect(await text(anouk, href)).toContain(`#e-${made.anouk}`)
    expect((await act(href, { act: 'tie', entry: '' })).to).toContain('done=loose')
    expect(await text(anouk, href)).toContain('Hang aan jouw traject')
    for (const entry of [made.bram, made.goal, 'onzin'])
      expect((await act(href, { act: 'tie', entry })).status).toBe(422)
    expect(await text(anouk, `/plan/${made.id}/entry/${made.anouk}/steps`)).toContain(
      `/questions?entry=${made.anouk}`,
    )
    expect(await text(anouk, `/questions?entry=${made.anouk}`)).toContain('Je vraag hoort bij jouw traject.')
    expect(await text(anouk, `/questions?entry=${made.bram}`)).not.toContain('name="entry"')
    const other = await begin(anouk, { text: 'Een andere', entry: made.bram })
    expect(await text(anouk, other)).not.toContain(`#e-${made.bram}`)
  })

  it('has a topic once a person taps it', async () => {
    const href = await begin()
    expect(await text(anouk, href)).toContain('Rekenen?')
    expect((await act(href, { act: 'topic', topic: 'maths' })).to).toContain('done=topic')
    expect(await text(anouk, href)).toContain('Onderwerp: Rekenen')
    expect((await act(href, { act: 'topic', topic: 'onzin' })).status).toBe(422)
    expect((await act(href, { act: 'about', about: 'pupil' })).status).toBe(303)
  })

  it('refuses a new question without a sentence, and keeps what was typed and chosen', async () => {
    const empty = await act('/questions', { text: ' ', about: 'pupil' })
    expect(empty).toMatchObject({
      status: 422,
      text: expect.stringContaining('Schrijf je vraag in één zin op.'),
    })
    expect(empty.text).toMatch(/value="pupil"[^>]*checked/)
    const long = await act('/questions', { text: `${HOSTILE}${'a'.repeat(300)}`, about: 'group' })
    expect(long.status).toBe(422)
    expect(long.text).not.toContain('<img')
    expect((await act('/questions', { text: SENTENCE, about: 'x' })).status).toBe(422)
    for (let place = 0; place < MOST_RUNNING; place++) await begin(anouk, { text: `Vraag ${place}` })
    expect(await act('/questions', { text: 'Nog een', about: 'else' })).toMatchObject({ status: 422 })
  })

  it('shows hostile words as words, and knows no other acts', async () => {
    const href = await begin(anouk, { text: HOSTILE })
    await act(href, { act: 'save', rung: '1', 'text.1.idea': HOSTILE, 'base.1.idea': '0' })
    await act(href, { act: 'let-in', person: made.cast.people.bram })
    for (const who of [anouk, await as('bram')]) {
      const page = await text(who, href)
      expect(page).not.toContain('<img')
      expect(page).toContain('&lt;img src=x')
    }
    expect(await text(anouk, '/questions')).not.toContain('<img')
    for (const name of ['', 'constructor', '__proto__', 'toString', 'onzin'])
      expect((await act(href, { act: name })).status).toBe(404)
  })

  it('says in English what it says in Dutch', async () => {
    const href = await begin()
    await anouk.post('/language', { language: 'en' })
    for (const [path, words] of [
      ['/questions', 'What are you running into?'],
      [href, 'Only you read this.'],
    ] as const) {
      const page = await (await anouk.get(path, { cookie: `${anouk.cookie}; language=en` })).text()
      expect(page).toContain(words)
      expect(page).not.toMatch(/Wie leest dit|Zet je vraag neer/)
    }
  })
})
