import { describe, expect, it } from 'vitest'
import {
  AT_TARGET,
  GROUP_FIVE,
  levelsOf,
  madeAmbition,
  resultsRoom,
  schoolYear,
  scoresOf,
  testsInCircle,
} from '../../test/ambition-room.ts'
import { type Cast, NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { leadAnother, leadMeetingOf } from '../../test/led-meeting.ts'
import { newItem } from '../../test/meeting-visit.ts'
import { asMember } from '../../test/request.ts'
import { type World, worldIn } from '../../test/world.ts'
import { adoptedPlan, done } from '../../test/written-plan.ts'
import { beginTalk, throwTalkAway } from '../datatalk/talk-write-store.ts'
import { newId } from '../kernel/id.ts'
import { undoImport } from '../result/import-store.ts'
import { saveYear } from '../trend/context-store.ts'
import { aboutKey } from './ambition.ts'
import { ambitionsOf } from './ambition-store.ts'
import { tieAmbition } from './ambition-tie-store.ts'

const bring = resultsRoom()

/** The words of a page, without its drawings. */
const words = (page: string) =>
  page
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ')

const daysLater = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000)

const read = async (answer: Promise<Response> | Response) => words(await (await answer).text())

async function measured(open: Parameters<typeof worldIn>[0]): Promise<World> {
  const world = await worldIn(open)
  await bring(world.db, world.cast, scoresOf('2025-2026', 76))
  return world
}

const fields = (cast: Cast, rest: Record<string, string> = {}) => ({
  'ambition-about': aboutKey(GROUP_FIVE),
  'ambition-to': '78,5',
  'ambition-by': '2027-2028',
  'ambition-why': 'De tafels vragen tijd.',
  'ambition-team': cast.learningTeams.rekenen,
  ...rest,
})

const TITLE = 'Rekenen, groep 5, midden van het jaar: gemiddeld minstens 78,5 in 2027–2028'

eachDatabase((open) => {
  describe('the page of ambitions', () => {
    it('says what to do where there is nothing to choose from', async () => {
      const { as } = await worldIn(open)
      const page = await read((await as('karin')).get('/trends/ambitions'))
      expect(page).toContain('Nog geen cijfers. Lees een bestand in, of begin bij een vraag.')
      expect(page).toContain('Lees een bestand in Begin bij een vraag')
      expect(page).not.toContain('Leg deze ambitie vast')
      const lotte = await read((await as('lotte')).get('/trends/ambitions'))
      expect(lotte).toContain('Wie intern begeleider is, leest ze in.')
      expect(lotte).not.toContain('Lees een bestand in')
    })

    it('offers what there are figures of, with today’s figure beside the field', async () => {
      const { as, db, cast } = await measured(open)
      await bring(db, cast, scoresOf('2024-2025', 75))
      const bram = await (await as('bram')).get('/trends/ambitions')
      const page = await bram.text()
      expect(words(page)).toContain('Nu 76 in 2025–2026 (n 24) De jaren ervoor 2024–2025: 75')
      expect(words(page)).toContain('aandeel op III of hoger')
      // Their own learning team: nothing to choose.
      expect(page).toContain(`name="ambition-team" value="${cast.learningTeams.rekenen}"`)
      const anouk = await read((await as('anouk')).get('/trends/ambitions'))
      expect(anouk.includes('Leg deze ambitie vast')).toBe(cast.member('anouk').learningTeams.length > 0)
      expect(await read((await as('paul')).get('/trends/ambitions'))).not.toContain('Leg deze ambitie vast')
    })

    it('lays the lines of others beside the reference levels, apart from what one chooses', async () => {
      const { as, db, cast } = await worldIn(open)
      for (const year of ['2022-2023', '2023-2024', '2024-2025'])
        await bring(db, cast, levelsOf(year, 30, 15))
      const typed = { weighting: 31.5, spread: null, pupils: null, note: null, changedAt: null }
      done(await saveYear(db, cast.member('karin'), schoolYear('2024-2025'), typed, NOW))
      const page = await read(
        (await as('karin')).get(`/trends/ambitions?about=${encodeURIComponent(aboutKey(AT_TARGET))}`),
      )
      expect(page).toContain('Nu 50 % in 2025 (n 90)')
      expect(page).toMatch(/Signaleringswaarde [\d,]+ % Vergelijkbare scholen [\d,]+ % Landelijk [\d,]+ %/)
      expect(page).toContain('Je hoeft er niet op uit te komen.')
    })

    it('makes one, and keeps what was typed when something is not as it can be', async () => {
      const { as, cast, db } = await measured(open)
      const bram = await as('bram')
      const odd = await bram.post('/trends/ambitions', fields(cast, { 'ambition-to': 'veel' }))
      expect(odd.status).toBe(422)
      const page = await odd.text()
      expect(page).toContain('value="veel"')
      expect(words(page)).toContain('Schrijf een getal, bijvoorbeeld 48 of 48,5.')
      expect(page).toContain('De tafels vragen tijd.')
      const made = await bram.post('/trends/ambitions', fields(cast))
      expect(made.status).toBe(303)
      const href = made.headers.get('location') ?? ''
      expect(href).toMatch(/^\/trends\/ambitions\/[0-9a-f-]{36}\?done=made$/)
      const one = await read(bram.get(href))
      expect(one).toContain(TITLE)
      expect(one).toContain('Begonnen bij 76 in 2025–2026 (n 24). Sindsdien nog niet gemeten.')
      const again = await bram.post('/trends/ambitions', fields(cast))
      expect(again.status).toBe(422)
      const there = await again.text()
      expect(words(there)).toContain('Hierover loopt al een ambitie.')
      expect(there).toContain(`href="${href.replace('?done=made', '')}"`)
      expect(there).not.toContain('Leg deze ambitie vast')
      expect(await ambitionsOf(db, cast.keeper)).toHaveLength(1)
    })

    it('asks about a number that may be a slip, keeps what was typed, and takes it with a tick', async () => {
      const { as, cast, db } = await measured(open)
      const bram = await as('bram')
      const team = cast.learningTeams.rekenen
      const talk = done(await beginTalk(db, cast.member('bram'), { team, subject: 'Rekenen' }, NOW_MOMENT))
      const slip = fields(cast, { 'ambition-to': '7,8', 'ambition-by': '2028-2029', 'ambition-talk': talk })
      const post = async (more: Record<string, string>) => {
        const answer = await bram.post('/trends/ambitions', { ...slip, ...more })
        return { status: answer.status, to: answer.headers.get('location'), page: await answer.text() }
      }
      const tick = (page: string) =>
        page.match(/<input type="checkbox" name="ambition-sure"[^>]*>/)?.[0] ?? ''
      const asked = await post({})
      expect(asked.status).toBe(422)
      expect(words(asked.page)).toContain(
        'Nu is het 76 (2025–2026) en 7,8 is lager. Bedoel je dat? Zet dan hieronder een vinkje. Ja, dit klopt',
      )
      expect(tick(asked.page)).toContain('value="7.8"')
      expect(tick(asked.page)).not.toContain('checked')
      for (const kept of ['value="7,8"', 'De tafels vragen tijd.', `name="ambition-talk" value="${talk}"`])
        expect(asked.page).toContain(kept)
      expect(asked.page).toMatch(/value="2028-2029" selected/)
      // A tick is of its number: another one is asked about again, and one that goes up is not asked about.
      expect((await post({ 'ambition-sure': 'yes' })).status).toBe(422)
      expect((await post({ 'ambition-to': '780', 'ambition-sure': '7.8' })).status).toBe(422)
      const odd = await post({ 'ambition-sure': '7.8', 'ambition-why': 'x'.repeat(601) })
      expect(words(odd.page)).toContain('Dit is te lang.')
      expect(tick(odd.page)).toContain('checked')
      expect(await ambitionsOf(db, cast.keeper)).toEqual([])
      expect(await post({ 'ambition-sure': '7.8' })).toMatchObject({
        status: 303,
        to: `/trends/talks/${talk}?done=ambition#goals`,
      })
      expect(await ambitionsOf(db, cast.keeper)).toMatchObject([{ to: 7.8, talkId: talk }])
    })

    it('goes back to the data talk that it came from, and nowhere else', async () => {
      const { as, cast, db } = await measured(open)
      const bram = await as('bram')
      const team = cast.learningTeams.rekenen
      const talk = done(await beginTalk(db, cast.member('bram'), { team, subject: 'Rekenen' }, NOW_MOMENT))
      const back = `href="/trends/talks/${talk}#goals"`
      const page = await (await bram.get(`/trends/ambitions?talk=${talk}&subject=Rekenen`)).text()
      expect(page).toContain(`name="ambition-talk" value="${talk}"`)
      expect(page).toContain(back)
      expect(words(page)).toContain('Terug naar het gesprek')
      const odd = await bram.post(
        '/trends/ambitions',
        fields(cast, { 'ambition-talk': talk, 'ambition-to': 'veel' }),
      )
      expect(odd.status).toBe(422)
      expect(await odd.text()).toContain(back)
      const made = await bram.post('/trends/ambitions', fields(cast, { 'ambition-talk': talk }))
      const there = made.headers.get('location') ?? ''
      expect(there).toBe(`/trends/talks/${talk}?done=ambition#goals`)
      const said = await read(bram.get(there))
      expect(said).toContain('De ambitie staat.')
      expect(said).toContain('Waarom zo hoog: De tafels vragen tijd.')
      expect(await (await bram.get('/trends/ambitions')).text()).not.toContain('Terug naar het gesprek')
    })

    it('does not lead to a talk that is not there', async () => {
      const { as, cast } = await measured(open)
      const bram = await as('bram')
      for (const talk of [newId<'data-talk'>(), '//evil.example']) {
        const page = await read(bram.get(`/trends/ambitions?talk=${encodeURIComponent(talk)}`))
        expect(page).toContain('Terug naar de trends')
        expect(page).not.toContain('Terug naar het gesprek')
      }
      const odd = fields(cast, { 'ambition-talk': '//evil.example', 'ambition-about': 'x' })
      expect((await bram.post('/trends/ambitions', odd)).status).toBe(422)
      const gone = fields(cast, { 'ambition-talk': newId<'data-talk'>() })
      const to = (await bram.post('/trends/ambitions', gone)).headers.get('location')
      expect(to).toMatch(/^\/trends\/ambitions\/[0-9a-f-]{36}\?done=made$/)
    })

    it('proposes the next test at which it can be measured, as the year circle says when that is', async () => {
      const { cast, db } = await measured(open)
      let day = NOW
      const app = testApp(db, { now: () => day })
      const form = `/trends/ambitions?about=${encodeURIComponent(aboutKey(GROUP_FIVE))}`
      const bram = await asMember(app, db, cast, 'bram')
      const proposed = async () => {
        const page = await (await bram.get(form)).text()
        const choice = page.slice(page.indexOf('name="ambition-by"'))
        return /<option value="([^"]+)" selected/.exec(choice)?.[1]
      }
      expect(await proposed()).toBe('2026-2027')
      day = daysLater(16)
      expect(await proposed()).toBe('2026-2027')
      await testsInCircle(db, cast, '2026-12-01', '2026-12-04')
      expect(await proposed()).toBe('2027-2028')
    })

    it('refuses who is not in the learning team, and what no form could send', async () => {
      const { as, cast, db } = await measured(open)
      const lotte = await as('lotte')
      expect((await lotte.post('/trends/ambitions', fields(cast))).status).toBe(403)
      expect((await lotte.post('/trends/ambitions', fields(cast, { 'ambition-team': '' }))).status).toBe(403)
      const karin = await as('karin')
      const hostiles: readonly Record<string, string>[] = [
        { 'ambition-about': '{"of":"standing","share":"target"}' },
        { 'ambition-about': `${aboutKey(GROUP_FIVE)}'` },
        { 'ambition-to': '1e9' },
        { 'ambition-to': '٤٨' },
        { 'ambition-by': '1999-2000' },
        { 'ambition-by': '2027-2028; drop' },
        { 'ambition-team': 'x' },
        { 'ambition-why': 'x'.repeat(601) },
      ]
      for (const hostile of hostiles)
        expect((await karin.post('/trends/ambitions', fields(cast, hostile))).status).toBe(422)
      expect((await karin.post('/trends/ambitions')).status).toBe(422)
      expect(await ambitionsOf(db, cast.keeper)).toEqual([])
      const script = fields(cast, { 'ambition-why': '<script>alert(1)</script>' })
      const made = await karin.post('/trends/ambitions', script)
      const page = await (await karin.get(made.headers.get('location') ?? '')).text()
      expect(page).not.toContain('<script>alert')
      expect(page).toContain('&lt;script&gt;alert')
    })
  })

  describe('the page of one ambition', () => {
    it('is changed by its learning team, with what it said before, and read by everybody', async () => {
      const { as, cast, db } = await measured(open)
      const id = await madeAmbition(db, cast)
      const href = `/trends/ambitions/${id}`
      const wilma = await as('wilma')
      const change = { act: 'change', 'ambition-to': '80', 'ambition-by': '2028-2029', revision: '1' }
      expect((await wilma.post(href, change)).headers.get('location')).toBe(`${href}?done=changed`)
      const stale = await wilma.post(href, { ...change, 'ambition-to': '81' })
      expect(stale.status).toBe(422)
      expect(await read(stale)).toContain('Een collega veranderde deze ambitie net ook.')
      const lotte = await as('lotte')
      const page = await read(lotte.get(href))
      expect(page).toContain('gemiddeld minstens 80 in 2028–2029')
      expect(page).toContain(
        'Gemiddeld minstens 78 in 2027–2028, tot 19 november 2026. De tafels vragen tijd.',
      )
      expect(page).not.toContain('Rond af')
      expect((await lotte.post(href, { ...change, revision: '2' })).status).toBe(403)
      expect((await wilma.post(href, { act: 'end', how: 'let-go' })).status).toBe(303)
      expect(await read(wilma.get(href))).toContain('Losgelaten op 19 november 2026')
      expect(await read(wilma.get('/trends/ambitions'))).toContain('Afgerond')
    })

    it('asks about a slip when it is changed too, and not about a number that stays', async () => {
      const { as, cast, db } = await measured(open)
      const id = await madeAmbition(db, cast)
      const href = `/trends/ambitions/${id}`
      const wilma = await as('wilma')
      await wilma.post('/language', { language: 'en', back: href })
      const change = { act: 'change', 'ambition-to': '780', 'ambition-by': '2028-2029', revision: '1' }
      const asked = await wilma.post(href, { ...change, 'ambition-why': 'Langer dan gedacht.' })
      expect(asked.status).toBe(422)
      const page = await asked.text()
      expect(words(page)).toContain('It is 76 now (2025–2026) and 780 is much higher.')
      expect(words(page)).toContain('Yes, this is right')
      expect(page).toContain('Langer dan gedacht.')
      expect(await ambitionsOf(db, cast.keeper)).toMatchObject([{ to: 78, revision: 1 }])
      const sure = await wilma.post(href, { ...change, 'ambition-sure': '780' })
      expect(sure.headers.get('location')).toBe(`${href}?done=changed`)
      const later = { ...change, 'ambition-by': '2027-2028', revision: '2' }
      expect((await wilma.post(href, later)).headers.get('location')).toBe(`${href}?done=changed`)
    })

    it('leads to its data talk only who sits at it', async () => {
      const { as, cast, db } = await measured(open)
      const bram = cast.member('bram')
      const team = cast.learningTeams.rekenen
      const talkId = done(await beginTalk(db, bram, { team, subject: '' }, NOW_MOMENT))
      const id = await madeAmbition(db, cast, { talkId })
      const pageFor = async (key: 'bram' | 'lotte') =>
        (await (await as(key)).get(`/trends/ambitions/${id}`)).text()
      expect(await pageFor('bram')).toContain(`/trends/talks/${talkId}`)
      expect(await pageFor('lotte')).not.toContain(talkId)
      done(await throwTalkAway(db, bram, talkId))
      expect(await pageFor('bram')).not.toContain(talkId)
    })

    it('is not there for another school, nor under another name or act', async () => {
      const { as, cast, db, app } = await measured(open)
      const id = await madeAmbition(db, cast)
      const karin = await as('karin')
      for (const other of ['x', newId(), `${id}'`])
        expect((await karin.get(`/trends/ambitions/${other}`)).status).toBe(404)
      for (const act of ['', 'toString', 'drop'])
        expect((await karin.post(`/trends/ambitions/${id}`, { act })).status).toBe(404)
      expect((await karin.post(`/trends/ambitions/${id}`, { act: 'end', how: 'won' })).status).toBe(404)
      const kim = await settleCast(db, { name: 'De Kim' })
      const hers = await asMember(app, db, kim, 'karin')
      expect((await hers.get(`/trends/ambitions/${id}`)).status).toBe(404)
    })

    it('draws the way to it, with the years to come, and no figure that is hidden', async () => {
      const { as, cast, db } = await measured(open)
      const id = await madeAmbition(db, cast)
      await bring(db, cast, scoresOf('2026-2027', 81.3, 4))
      const page = await (await (await as('karin')).get(`/trends/ambitions/${id}`)).text()
      expect(page).toMatch(/<desc id="ambition-w-d">Lijngrafiek: Rekenen, groep 5/)
      for (const year of ['2025–2026', '2026–2027', '2027–2028']) expect(page).toContain(year)
      expect(words(page)).toContain('2026–2027 tonen we niet')
      expect(page).not.toContain('81,3')
    })
  })

  describe('an ambition where its goal is', () => {
    it('stands on the goal’s card, with looking back, in the room, and on Vandaag after results', async () => {
      const db = await open()
      const { cast, id: planId, goal } = await adoptedPlan(db)
      await bring(db, cast, scoresOf('2025-2026', 76))
      const id = await madeAmbition(db, cast, { to: 78.5 })
      done(await tieAmbition(db, cast.member('bram'), id, { planId, entryId: goal, amendmentId: null }))
      const app = testApp(db)
      const bram = await asMember(app, db, cast, 'bram')
      const karin = await asMember(app, db, cast, 'karin')
      expect(await read(karin.get('/'))).not.toContain('Nieuw cijfer')
      expect(await read(bram.get(`/plan/${planId}`))).toContain(`Ambitie: ${TITLE} . Begonnen bij 76`)
      await bring(db, cast, scoresOf('2026-2027', 77.2))
      const stands = 'Onderweg: van 76 naar 77,2 in 2026–2027 (n 24).'
      expect(await read(bram.get(`/plan/${planId}`))).toContain(`Ambitie: ${TITLE} . ${stands}`)
      expect(await read(bram.get(`/plan/${planId}/evaluation?time=end`))).toContain(stands)
      expect(await read(bram.get('/for-you'))).toContain(
        `Nieuw cijfer bij jullie ambitie: ${TITLE} ${stands}`,
      )
      const lotte = await asMember(app, db, cast, 'lotte')
      expect(await read(lotte.get('/for-you'))).not.toContain('Nieuw cijfer')
    })

    it('is news on Vandaag for a week, and none any more once the import is undone', async () => {
      const db = await open()
      const { cast } = await adoptedPlan(db)
      await bring(db, cast, scoresOf('2025-2026', 76))
      await madeAmbition(db, cast)
      let day = NOW
      const app = testApp(db, { now: () => day })
      const bram = await asMember(app, db, cast, 'bram')
      const made = await bring(db, cast, scoresOf('2026-2027', 77.2))
      day = daysLater(7)
      expect(await read(bram.get('/for-you'))).toContain('Nieuw cijfer bij jullie ambitie')
      day = daysLater(8)
      expect(await read(bram.get('/for-you'))).not.toContain('Nieuw cijfer')
      day = daysLater(1)
      expect(await undoImport(db, cast.member('karin'), made.id!, day)).toBeNull()
      expect(await read(bram.get('/for-you'))).not.toContain('Nieuw cijfer')
      // The same file once more is the figure once more.
      await bring(db, cast, scoresOf('2026-2027', 77.2), '2024', day)
      expect(await read(bram.get('/for-you'))).toContain('Nieuw cijfer bij jullie ambitie')
    })

    it('is on the wall and on phones as an item beside the text, and no part of what is decided', async () => {
      const db = await open()
      const led = await leadMeetingOf(db)
      const { cast, plan: planId, goal } = led
      const room = await leadAnother(led, [newItem('goal', goal), newItem('effort')])
      const before = await room.sheet('goal', 0)
      await bring(db, cast, scoresOf('2025-2026', 76))
      const id = await madeAmbition(db, cast, { to: 78.5 })
      done(await tieAmbition(db, cast.member('bram'), id, { planId, entryId: goal, amendmentId: null }))
      const sheet = await room.sheet('goal', 2)
      expect(sheet.pieces.at(-1)).toMatchObject({ label: 'Onze ambitie', before: null })
      expect(words(sheet.pieces.at(-1)?.text ?? '')).toContain(`${TITLE}. Begonnen bij 76`)
      expect(sheet.print).toBe(before.print)
      expect(JSON.stringify(await room.sheet('effort', 2))).not.toContain('Onze ambitie')
    })
  })
})
