import { describe, expect, it, test } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { mails } from '../../test/mailbox.ts'
import { ownTrack, type PlanVisit, visitPlan } from '../../test/plan-visit.ts'
import { visitor } from '../../test/request.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import { joinAs } from '../session/account-store.ts'
import { digestDay, newKeys } from './digest.ts'
import { sendDigests } from './digest-job.ts'
import { turnOffLetters, wantedLetters } from './digest-store.ts'
import { LETTER_KINDS } from './letter-kind.ts'

const at = (moment: string) => new Date(moment)
/** Half past seven on Friday 20 November 2026 in the Netherlands. */
const FRIDAY = '2026-11-20T06:30:00.000Z'

describe('when the daily letter goes', () => {
  it('goes from half past seven on working days, summer and winter, and waits for tomorrow at noon', () => {
    expect(digestDay(at('2026-11-20T06:29:59Z'))).toBeNull()
    expect(digestDay(at(FRIDAY))).toBe('2026-11-20')
    expect(digestDay(at('2026-11-20T11:00:00Z'))).toBeNull()
    expect(digestDay(at('2026-06-05T05:30:00Z'))).toBe('2026-06-05')
    expect(digestDay(at('2026-11-21T07:00:00Z'))).toBeNull()
    expect(digestDay(at('2026-11-22T07:00:00Z'))).toBeNull()
    expect(digestDay(at('2026-11-23T07:00:00Z'))).toBe('2026-11-23')
  })

  it('tells apart what is new', () => {
    expect(newKeys(['voice:a:1', 'support:b'], ['support:b', 'comment:c'])).toEqual(['voice:a:1'])
    expect(newKeys([], ['support:b'])).toEqual([])
  })
})

async function begun(db: Db) {
  const visit = await visitPlan(db)
  const { cast } = visit
  await db.write(cast, async (sql) => {
    for (const key of ['karin', 'anouk', 'bram'] as const)
      await joinAs(sql, { schoolId: cast.schoolId, personId: cast.people[key] }, FRIDAY as Moment)
  })
  const id = await ownTrack(visit, 'anouk', 'Geheim doel van Anouk.')
  await (await visit.as('anouk')).post(`${visit.href}/entry/${id}/agreed`, { agreed: 'yes' })
  const round = (moment = FRIDAY) => {
    const given = { db, now: () => at(moment), log: () => undefined, baseUrl: 'https://regenboog.example' }
    return sendDigests(given)
  }
  const letters = async () => (await mails(db)).filter(({ kind }) => kind === 'digest')
  return { visit, id, round, letters, href: `${visit.href}/entry/${id}/conversation` }
}

const suggest = (visit: PlanVisit, href: string, id: EntryId, text: string) =>
  visit.karin.post(href, {
    act: 'suggest',
    passage: `${id}.goal`,
    revision: '1',
    text,
    reason: 'Geheime reden.',
  })

const offLink = (body: string) =>
  /helemaal geen bericht meer: https:\/\/regenboog\.example(\/digest\/\S+)/i.exec(body)?.[1] ?? ''

eachDatabase((open) => {
  test('one whose letter can not be made keeps nobody else’s back', async () => {
    const { visit, id, letters, href } = await begun(await open())
    const { cast, db } = visit
    await suggest(visit, href, id, 'Geheim voorstel.')
    const broken = { school_id: cast.schoolId, told: 'no list', told_on: null, off_at: null }
    const rows = (['karin', 'bram'] as const).map((key) => ({ ...broken, person_id: cast.people[key] }))
    await db.write(cast, (sql) => sql.insertInto('digest').values(rows).execute())
    const said: string[] = []
    const log = (line: string) => void said.push(line)
    await sendDigests({ db, now: () => at(FRIDAY), log, baseUrl: 'https://regenboog.example' })
    expect((await letters()).map(({ person_id }) => person_id)).toEqual([cast.people.anouk])
    expect(said).toHaveLength(2)
  })

  test('one letter, for whom something waits, with titles and links and nothing that somebody wrote', async () => {
    const { visit, id, round, letters, href } = await begun(await open())
    await suggest(visit, href, id, 'Geheim voorstel.')
    await round()
    const [letter, ...more] = await letters()
    expect(more).toEqual([])
    expect([letter?.person_id, letter?.subject]).toEqual([
      visit.cast.people.anouk,
      'Er wacht één ding op jou',
    ])
    expect(letter?.body).toContain('Karin stelt iets voor bij jouw traject')
    expect(letter?.body).toContain(`https://regenboog.example${href}#suggestion-`)
    expect(letter?.body).toContain('https://regenboog.example/for-you')
    expect(letter?.body.toLowerCase()).not.toContain('geheim')
  })

  test('never two on a day, over restarts and over two servers at once; tomorrow only for something new', async () => {
    const { visit, id, round, letters, href } = await begun(await open())
    await suggest(visit, href, id, 'Anders.')
    await Promise.all([round(), round()])
    await round('2026-11-20T07:30:00.000Z')
    expect(await letters()).toHaveLength(1)
    await suggest(visit, href, id, 'Nog anders.')
    await round('2026-11-20T08:00:00.000Z')
    expect(await letters()).toHaveLength(1)
    await round('2026-11-21T08:00:00.000Z')
    expect(await letters()).toHaveLength(1)
    await round('2026-11-23T08:00:00.000Z')
    const [, second, ...more] = await letters()
    expect([second?.subject, more]).toEqual(['Er wachten 2 dingen op jou', []])
    await round('2026-11-24T08:00:00.000Z')
    expect(await letters()).toHaveLength(2)
  })

  test('none for what you did yourself or handled before it is sent', async () => {
    const { visit, id, round, letters, href } = await begun(await open())
    const anouk = await visit.as('anouk')
    await anouk.post(href, { act: 'comment', passage: `${id}.goal`, revision: '1', text: 'Wie kijkt mee?' })
    await suggest(visit, href, id, 'Anders.')
    const html = await (await anouk.get('/for-you')).text()
    const [, suggestion = ''] = /#suggestion-([^"]+)"/.exec(html) ?? []
    await anouk.post(href, { act: 'accept', suggestion })
    await round()
    expect(await letters()).toEqual([])
  })

  test('a letter that could not leave yet loses what was handled meanwhile, and does not leave empty', async () => {
    const { visit, id, round, letters, href } = await begun(await open())
    const anouk = await visit.as('anouk')
    await suggest(visit, href, id, 'Anders.')
    await suggest(visit, href, id, 'Heel anders.')
    await round()
    expect((await letters())[0]?.subject).toBe('Er wachten 2 dingen op jou')
    const waiting = async () =>
      [...(await (await anouk.get('/for-you')).text()).matchAll(/#suggestion-([^"]+)"/g)].map(
        ([, one]) => one ?? '',
      )
    const [first = '', second = ''] = await waiting()
    await anouk.post(href, { act: 'decline', suggestion: first })
    await round('2026-11-20T06:31:00.000Z')
    expect((await letters()).map(({ subject }) => subject)).toEqual(['Er wacht één ding op jou'])
    await anouk.post(href, { act: 'decline', suggestion: second })
    await round('2026-11-20T06:32:00.000Z')
    expect(await letters()).toEqual([])
  })

  test('in the language that somebody reads; who has left or has no address gets none', async () => {
    const { visit, id, round, letters, href } = await begun(await open())
    await suggest(visit, href, id, 'Anders.')
    const anouk = visit.cast.people.anouk
    const change = (act: 'english' | 'left' | 'nameless') =>
      visit.db.write(visit.cast, async (sql) => {
        if (act === 'english')
          await sql.updateTable('account').set({ language: 'en' }).where('person_id', '=', anouk).execute()
        if (act === 'nameless')
          await sql.updateTable('person').set({ email: null }).where('id', '=', anouk).execute()
        if (act === 'left')
          await sql
            .updateTable('person')
            .set({ left_on: '2026-11-19' as never })
            .where('id', '=', anouk)
            .execute()
      })
    await change('left')
    await round()
    expect(await letters()).toEqual([])
    await visit.db.write(visit.cast, (sql) =>
      sql.updateTable('person').set({ left_on: null }).where('id', '=', anouk).execute(),
    )
    await change('english')
    await round('2026-11-23T08:00:00.000Z')
    expect((await letters())[0]?.body).toContain('Hello Anouk,')
    await change('nameless')
    await suggest(visit, href, id, 'Heel anders.')
    await round('2026-11-24T08:00:00.000Z')
    expect(await letters()).toHaveLength(1)
  })

  test('the link in the letter turns it off without signing in, and only that; the account turns it on again', async () => {
    const { visit, id, round, letters, href } = await begun(await open())
    await suggest(visit, href, id, 'Anders.')
    await round()
    const off = offLink((await letters())[0]?.body ?? '')
    const anyone = visitor(visit.app)
    expect(await (await anyone.get(off)).text()).toContain('Anouk, wil je geen dagelijks bericht meer?')
    await suggest(visit, href, id, 'Heel anders.')
    const forged = off.replace(visit.cast.people.anouk, visit.cast.people.karin)
    expect((await anyone.post(forged)).status).toBe(410)
    expect((await anyone.get(`/digest/x/${'y'.repeat(43)}`)).status).toBe(410)
    expect((await anyone.post(off)).status).toBe(200)
    await round('2026-11-23T08:00:00.000Z')
    expect(await letters()).toHaveLength(1)
    const anouk = await visit.as('anouk')
    expect(await (await anouk.get('/account')).text()).toContain('Je krijgt geen bericht per mail.')
    expect((await anouk.post('/account/digest', { 'letter.waits': 'yes' })).status).toBe(303)
    await round('2026-11-23T08:30:00.000Z')
    expect(await letters()).toHaveLength(2)
  })

  test('each kind is turned off by itself: by the link in the letter, and on the account', async () => {
    const { visit, id, round, letters, href } = await begun(await open())
    await suggest(visit, href, id, 'Anders.')
    await round()
    const body = (await letters())[0]?.body ?? ''
    const [, link = ''] =
      /Niets meer over wat op je wacht: https:\/\/regenboog\.example(\S+)/.exec(body) ?? []
    expect(link).toMatch(/\?kind=waits$/)
    expect(body).not.toContain('Niets meer over stappen')
    const anyone = visitor(visit.app)
    expect(await (await anyone.get(link)).text()).toContain(
      'Anouk, wil je geen bericht meer over wat op je wacht?',
    )
    const who = { schoolId: visit.cast.schoolId, personId: visit.cast.people.anouk }
    expect(await wantedLetters(visit.db, who)).toEqual([...LETTER_KINDS])
    const [path = ''] = link.split('?')
    expect((await anyone.post(path, { kind: 'waits' })).status).toBe(200)
    const others = LETTER_KINDS.filter((kind) => kind !== 'waits')
    expect(await wantedLetters(visit.db, who)).toEqual(others)
    await suggest(visit, href, id, 'Heel anders.')
    await round('2026-11-23T08:00:00.000Z')
    expect(await letters()).toHaveLength(1)
    const anouk = await visit.as('anouk')
    const account = await (await anouk.get('/account')).text()
    expect(account).toMatch(/name="letter\.steps"[^>]* checked/)
    expect(account).not.toMatch(/name="letter\.waits"[^>]* checked/)
    expect(account).toContain(
      'Wordt een bezoek gevraagd, verzet of afgezegd, dan komt er altijd meteen een eigen mail.',
    )
    const saved = await anouk.post('/account/digest', { 'letter.waits': 'yes' })
    expect(await (await anouk.get(saved.headers.get('location')?.split('#')[0] ?? '')).text()).toContain(
      'Bewaard.',
    )
    expect(await wantedLetters(visit.db, who)).toEqual(['waits'])
    await round('2026-11-24T08:00:00.000Z')
    expect(await letters()).toHaveLength(2)
  })

  test('the button of a mail program: one post, without a session or a page of ours, turns the letter off', async () => {
    const { visit, id, round, letters, href } = await begun(await open())
    await suggest(visit, href, id, 'Anders.')
    await round()
    const { unsubscribe } = (await letters())[0] ?? {}
    const path = (unsubscribe ?? '').replace('https://regenboog.example', '')
    const answer = await visit.app.request(`http://localhost:3000${path}`, {
      method: 'POST',
      headers: { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect(answer.status).toBe(200)
    const who = { schoolId: visit.cast.schoolId, personId: visit.cast.people.anouk }
    expect(await wantedLetters(visit.db, who)).toEqual([])
  })

  test('a kind that nobody knows is no kind: what stands in the address turns off the letter and nothing else', async () => {
    const { visit, id, round, letters, href } = await begun(await open())
    await suggest(visit, href, id, 'Anders.')
    await round()
    const off = offLink((await letters())[0]?.body ?? '')
    const anyone = visitor(visit.app)
    const page = await (await anyone.get(`${off}?kind=<script>`)).text()
    expect(page).toContain('Anouk, wil je geen dagelijks bericht meer?')
    expect(page).not.toContain('<script>alert')
    await anyone.post(off, { kind: "waits'; drop table digest" })
    const who = { schoolId: visit.cast.schoolId, personId: visit.cast.people.anouk }
    expect(await wantedLetters(visit.db, who)).toEqual([])
  })

  test('who had turned the letter off before there were kinds gets none of them', async () => {
    const { visit, id, round, letters, href } = await begun(await open())
    const { schoolId } = visit.cast
    const personId = visit.cast.people.anouk
    const off_at = '2026-10-01T08:00:00.000Z' as Moment
    await visit.db.write(visit.cast, (sql) =>
      sql
        .insertInto('digest')
        .values({ person_id: personId, school_id: schoolId, off_at, told: '[]', told_on: null })
        .execute(),
    )
    await suggest(visit, href, id, 'Anders.')
    await round()
    expect(await letters()).toEqual([])
    expect(await wantedLetters(visit.db, { schoolId, personId })).toEqual([])
  })

  test('what was kept for letters goes when somebody has left', async () => {
    const { visit, id, round, letters, href } = await begun(await open())
    await suggest(visit, href, id, 'Anders.')
    await round()
    const { anouk, bram } = visit.cast.people
    const { schoolId } = visit.cast
    for (const personId of [anouk, bram])
      await turnOffLetters(visit.db, { schoolId, personId }, 'steps', FRIDAY as Moment)
    await visit.db.write(visit.cast, (sql) =>
      sql
        .updateTable('person')
        .set({ left_on: '2026-11-21' as never })
        .where('id', '=', anouk)
        .execute(),
    )
    await round('2026-11-23T08:00:00.000Z')
    const kept = await visit.db.read(visit.cast, async (sql) => [
      ...(await sql.selectFrom('digest').select('person_id').execute()),
      ...(await sql.selectFrom('letter_off').select('person_id').execute()),
    ])
    expect(kept.map(({ person_id }) => person_id)).not.toContain(anouk)
    expect(kept.map(({ person_id }) => person_id)).toContain(bram)
    expect(await letters()).toHaveLength(1)
  })

  test('it is quiet in a holiday; on the first day of school the letter tells what came meanwhile, once', async () => {
    const { visit, id, round, letters, href } = await begun(await open())
    await suggest(visit, href, id, 'Anders.')
    for (const day of ['2026-12-21', '2026-12-24', '2026-12-31', '2027-01-01'])
      await round(`${day}T07:00:00.000Z`)
    expect(await letters()).toEqual([])
    await round('2027-01-04T07:00:00.000Z')
    expect((await letters()).map(({ subject }) => subject)).toEqual(['Er wacht één ding op jou'])
    await round('2027-01-05T07:00:00.000Z')
    expect(await letters()).toHaveLength(1)
  })
})
