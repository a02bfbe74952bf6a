import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cast, NOW_MOMENT, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { lookBackRoom } from '../../test/look-back-room.ts'
import { asMember } from '../../test/request.ts'
import { AFTER, adoptedPlan, done, planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import type { Day } from '../kernel/day.ts'
import type { PlanId, TimeEntryId } from '../kernel/id.ts'
import { writeAim } from '../plan/aim-store.ts'
import { AIMS, DOMAINS } from '../plan/entry.ts'
import { movePlan } from '../plan/plan-store.ts'
import { agreedAim } from './aim-store.ts'
import { countOnce } from './count.ts'
import { chosenFrom, figuresFrom, figuresOf, parseParts, printOf, SHARE_PARTS } from './share.ts'
import { sentencesOf } from './share-sentence-view.ts'
import { readToShare, sharedNow, shareTime, withdrawShare } from './share-store.ts'
import { forgetShares } from './share-tidy-store.ts'
import { type Activity, AD_HOCS, type Subject } from './time.ts'
import { logTime } from './time-store.ts'

const activity = (given: Partial<Activity>): Activity => ({
  id: `${Math.random()}` as TimeEntryId,
  subject: { what: 'care' },
  day: '2026-11-09' as Day,
  startedAt: null,
  minutes: 60,
  aim: 'preventive',
  domains: [],
  source: 'tap',
  madeAt: NOW_MOMENT,
  ...given,
})

const counted = (...given: Partial<Activity>[]) => countOnce(given.map(activity))
const about = { name: 'Karin', aim: 67, language: 'nl' } as const

/** Figures, clock times and hours: nothing of the kind may be in what the team reads. */
const AMOUNT = /\d|\buur\b|uren|minuten|procent/

describe('what is shared of own time', () => {
  it('is said in proportions', () => {
    const figures = figuresOf(
      counted(
        { aim: 'preventive', minutes: 340, domains: ['learning'] },
        { subject: { what: 'ad-hoc', adHoc: 'take-class' }, aim: 'curative', minutes: 200 },
        { subject: { what: 'ad-hoc', adHoc: 'pupil' }, aim: 'curative', minutes: 60, domains: ['care'] },
      ),
    )
    expect(figures && sentencesOf(figures, about)).toEqual([
      'Ruim de helft van de tijd van Karin ging naar voorkomen. We spraken twee derde af.',
      'Bijna de helft kwam tussendoor. Meestal was dat een groep overnemen.',
      'Zorg: een klein deel. Leren: ruim de helft. Wat je doet kan bij meer domeinen horen.',
    ])
  })

  it('says nothing about what is not there', () => {
    expect(figuresOf([])).toBeNull()
    const figures = figuresOf(counted({ aim: null }))
    expect(figures).toEqual({})
    expect(figures && sentencesOf(figures, about)).toEqual([])
    const said = (aim: 'preventive' | 'curative') =>
      sentencesOf(figuresFrom(JSON.stringify(figuresOf(counted({ aim })))), { ...about, aim: null })
    expect(said('preventive')).toEqual(['Alles van de tijd van Karin ging naar voorkomen.'])
    expect(said('curative')).toEqual(['Niets van de tijd van Karin ging naar voorkomen.'])
  })

  it('holds no amount, whatever was written down, and comes back from the database as it went in', () => {
    const subject = fc.oneof(
      fc.constantFrom<Subject>({ what: 'care' }, { what: 'question' }, { what: 'other' }),
      fc.constantFrom(...AD_HOCS).map((adHoc): Subject => ({ what: 'ad-hoc', adHoc })),
    )
    const one = fc.record({
      subject,
      minutes: fc.integer({ min: 1, max: 720 }),
      aim: fc.option(fc.constantFrom(...AIMS), { nil: null }),
      domains: fc.subarray([...DOMAINS]),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (given) => {
        const figures = figuresOf(counted(...given))!
        const said = sentencesOf(figures, { ...about, aim: 67 }).join(' ')
        expect(said).not.toMatch(AMOUNT)
        expect(said).not.toContain('undefined')
        const stored = figuresFrom(JSON.stringify(figures))
        expect(stored).toEqual(figures)
        expect(printOf(stored)).toBe(printOf(figures))
      }),
    )
  })

  it('is only what was chosen', () => {
    const figures = figuresOf(counted({ subject: { what: 'ad-hoc', adHoc: 'pupil' } }))!
    expect(chosenFrom(figures, [])).toMatchObject({ refused: 'nothing-chosen' })
    expect(chosenFrom(figures, ['domains'])).toMatchObject({ refused: 'nothing-chosen' })
    expect(Object.keys(chosenFrom(figures, ['planned', 'domains']))).toEqual(['planned'])
    expect(parseParts(['planned', 'uren', '__proto__'])).toEqual(['planned'])
  })

  it('reads no more from a row than it knows', () => {
    for (const stored of ['', '[]', 'null', '7', '{"balance":{"is":"over","fraction":"toString"}}'])
      expect(figuresFrom(stored)).toEqual({})
    expect(figuresFrom('{"planned":{"adHoc":{"is":"little"},"mostly":"Petra","minutes":12}}')).toEqual({
      planned: { adHoc: { is: 'little' }, mostly: null },
    })
  })
})

const aimFor = async (db: Db, cast: Cast, id: PlanId) =>
  expect(await writeAim(db, cast.member('karin'), await planOf(db, cast, id), 67)).toBeNull()

type Made = Awaited<ReturnType<typeof writtenPlan>>

/** Karin wrote down a week that is over, and one piece of this week. */
async function withTime(db: Db, made: Made) {
  const karin = made.cast.member('karin')
  const log = async (once: string, given: Partial<Activity>) =>
    done(await logTime(db, karin, { ...activity(given), once }, NOW_MOMENT))
  await log('a', { aim: 'preventive', minutes: 120 })
  await log('b', { subject: { what: 'ad-hoc', adHoc: 'take-class' }, aim: 'curative', minutes: 60 })
  await log('c', { day: TODAY, aim: 'curative', minutes: 700 })
}

const ALL = { parts: SHARE_PARTS, audience: 'team' } as const

async function shared(db: Db, made: Made, given: Partial<Parameters<typeof shareTime>[3]> = {}) {
  const karin = made.cast.member('karin')
  const plan = await planOf(db, made.cast, made.id)
  const read = (await readToShare(db, karin, plan, TODAY))!.print
  return done(await shareTime(db, karin, plan, { ...ALL, read, ...given }, TODAY, NOW_MOMENT))
}

eachDatabase((open) => {
  it('is the own, of weeks that are over, and of nobody else', async () => {
    const db = await open()
    const made = await writtenPlan(db)
    await withTime(db, made)
    const plan = await planOf(db, made.cast, made.id)
    const own = await readToShare(db, made.cast.member('karin'), plan, TODAY)
    expect(own).toMatchObject({ from: '2026-11-09', until: '2026-11-15' })
    expect(own?.figures.balance).toEqual({ is: 'about', fraction: 'two-thirds' })
    for (const key of ['paul', 'anouk'] as const) {
      expect(await readToShare(db, made.cast.member(key), plan, TODAY)).toBeNull()
      const asked = { ...ALL, read: own!.print }
      expect(await shareTime(db, made.cast.member(key), plan, asked, TODAY, NOW_MOMENT)).toEqual({
        refused: 'may-not',
        because: 'only-coordinator',
      })
    }
    expect(await readToShare(db, made.cast.member('karin'), plan, '2026-11-12' as Day)).toBeNull()
  })

  it('stays private until shared, is the sentence that was read, and is gone when withdrawn', async () => {
    const db = await open()
    const made = await writtenPlan(db)
    const { cast } = made
    await withTime(db, made)
    const plan = await planOf(db, cast, made.id)
    expect(await sharedNow(db, cast.member('paul'), plan)).toEqual([])
    const unread = { ...ALL, read: 'balance=x' }
    expect(await shareTime(db, cast.member('karin'), plan, unread, TODAY, NOW_MOMENT)).toEqual({
      refused: 'changed-since',
    })
    const id = await shared(db, made, { parts: ['balance'] })
    expect(await sharedNow(db, cast.member('paul'), plan)).toMatchObject([
      { personId: cast.people.karin, until: '2026-11-15', audience: 'team', figures: { balance: {} } },
    ])
    const [row] = await db.read(cast, (sql) => sql.selectFrom('time_share').selectAll().execute())
    expect(row?.figures).not.toMatch(/\d/)
    expect(row?.figures).not.toContain('planned')
    const not = { refused: 'may-not', because: 'only-owner' }
    expect(await withdrawShare(db, cast.member('paul'), id)).toEqual(not)
    expect(await withdrawShare(db, cast.member('karin'), id)).toBeNull()
    expect(await withdrawShare(db, cast.member('karin'), id)).toEqual({ refused: 'gone' })
    expect(await db.read(cast, (sql) => sql.selectFrom('time_share').selectAll().execute())).toEqual([])
  })

  it('names what the team agreed on: what is still being written is no agreement', async () => {
    const db = await open()
    const made = await writtenPlan(db)
    await withTime(db, made)
    await aimFor(db, made.cast, made.id)
    const plan = await planOf(db, made.cast, made.id)
    expect(plan.preventiveAim).toBe(67)
    expect(await agreedAim(db, made.cast.member('karin'), plan)).toBeNull()
    await shared(db, made)
    expect(await sharedNow(db, made.cast.member('anouk'), plan)).toMatchObject([{ aim: null }])
    const sealed = await adoptedPlan(db, ({ cast, id }) => aimFor(db, cast, id))
    const adopted = await planOf(db, sealed.cast, sealed.id)
    expect(await agreedAim(db, sealed.cast.member('karin'), adopted)).toBe(67)
  })

  it('shared again over the same weeks takes the place of what was shared', async () => {
    const db = await open()
    const made = await writtenPlan(db)
    await withTime(db, made)
    await shared(db, made, { parts: ['balance'] })
    await shared(db, made, { parts: ['planned'], audience: 'look-back' })
    const karin = made.cast.member('karin')
    const mine = await sharedNow(db, karin, await planOf(db, made.cast, made.id))
    expect(mine).toMatchObject([{ audience: 'look-back' }])
    expect(Object.keys(mine[0]!.figures)).toEqual(['planned'])
  })

  it('kept for looking back is read by the team from then on, or when it does so in the room', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    const { cast, id } = made
    await withTime(db, made)
    await shared(db, made, { audience: 'look-back' })
    const read = async (isLookingBack = false) =>
      (await sharedNow(db, cast.member('anouk'), await planOf(db, cast, id), isLookingBack)).length
    expect(await read()).toBe(0)
    expect(await read(true)).toBe(1)
    done(await movePlan(db, cast.member('karin'), await planOf(db, cast, id), 'mid-evaluation', 'Nu.', AFTER))
    expect(await read()).toBe(1)
  })

  it('by its pages: read first, shared, read by the team, and taken back', async () => {
    const db = await open()
    const made = await adoptedPlan(db, ({ cast, id }) => aimFor(db, cast, id))
    const { cast } = made
    await withTime(db, made)
    const app = testApp(db)
    const [karin, anouk] = [await asMember(app, db, cast, 'karin'), await asMember(app, db, cast, 'anouk')]
    const page = await (await karin.get('/time/share')).text()
    expect(page).toContain('Twee derde van de tijd van Karin ging naar voorkomen. We spraken twee derde af.')
    expect(page).toContain('Over 9 november 2026 tot en met 15 november 2026.')
    const read = /name="read" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const form = { act: 'share', read, part: ['balance', 'planned'], audience: 'team' }
    expect((await karin.post('/time/share', { ...form, part: [] })).status).toBe(422)
    expect((await karin.post('/time/share', { ...form, audience: 'bestuur' })).status).toBe(422)
    expect((await karin.post('/time/share', { ...form, read: 'iets anders' })).status).toBe(422)
    expect((await anouk.post('/time/share', form)).status).toBe(404)
    expect((await anouk.get('/time/share')).status).toBe(404)
    expect((await karin.post('/time/share', form)).headers.get('location')).toBe('/time/share?done=shared')
    const theirs = await (await anouk.get('/time/shared')).text()
    const main = theirs.slice(theirs.indexOf('<main'), theirs.indexOf('</main>'))
    expect(main).toContain('Meestal was dat een groep overnemen.')
    expect(main).not.toMatch(/\buur\b|minuten|>120<|180/)
    expect(main).not.toContain('Trek in')
    const share =
      /name="share" value="([^"]+)"/.exec(await (await karin.get('/time/share')).text())?.[1] ?? ''
    expect((await anouk.post('/time/share', { act: 'withdraw', share })).status).toBe(404)
    expect((await karin.post('/time/share', { act: 'withdraw', share })).status).toBe(303)
    expect(await (await anouk.get('/time/shared')).text()).toContain('Er is nu niets gedeeld.')
  })

  it('is for looking back: the team reads it on the page of the evaluation', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    const { cast, id } = made
    await withTime(db, made)
    await shared(db, made, { audience: 'look-back' })
    const app = testApp(db, { now: () => new Date(AFTER) })
    const read = async () => {
      const anouk = await asMember(app, db, cast, 'anouk', new Date(AFTER))
      return (await anouk.get(`/plan/${id}/evaluation`)).text()
    }
    expect(await read()).not.toContain('van de tijd van Karin')
    done(await movePlan(db, cast.member('karin'), await planOf(db, cast, id), 'mid-evaluation', 'Nu.', AFTER))
    expect(await read()).toContain('Twee derde van de tijd van Karin ging naar voorkomen.')
  })

  it('stands on the board and the phones where the team talks about the coordinator’s part', async () => {
    const db = await open()
    const room = await lookBackRoom(db)
    await withTime(db, { ...room, id: room.id })
    await shared(db, room, { audience: 'look-back' })
    await room.open()
    await room.goTo(await room.item('coordinator-part'))
    for (const [key, screen] of [
      ['karin', 'board'],
      ['anouk', 'phone'],
    ] as const) {
      const page = await (await room.as(key)).get(`${room.href}/${screen}`)
      expect(await page.text()).toContain('Twee derde van de tijd van Karin ging naar voorkomen.')
    }
  })

  it('goes with who left, and with the term of the school', async () => {
    const db = await open()
    const made = await adoptedPlan(db)
    await withTime(db, made)
    await shared(db, made)
    const left = () => db.read(made.cast, (sql) => sql.selectFrom('time_share').selectAll().execute())
    await forgetShares(db, new Date('2032-07-30T12:00:00Z'))
    expect(await left()).toHaveLength(1)
    await forgetShares(db, new Date('2032-08-02T12:00:00Z'))
    expect(await left()).toEqual([])
    await shared(db, made)
    await db.write(made.cast, (sql) =>
      sql.updateTable('person').set({ left_on: TODAY }).where('id', '=', made.cast.people.karin).execute(),
    )
    await forgetShares(db, new Date(AFTER))
    expect(await left()).toEqual([])
  })
})
