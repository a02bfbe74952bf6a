import { beforeEach, describe, expect, it, test } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { mails } from '../../test/mailbox.ts'
import { asMember } from '../../test/request.ts'
import { slot, visitRoom } from '../../test/visit-room.ts'
import { AFTER, adoptedPlan, done, planOf } from '../../test/written-plan.ts'
import { confirmRead } from '../adoption/read-store.ts'
import type { Db } from '../db/database.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { EntryId, VisitId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { entryOf } from '../plan/plan.ts'
import { setMoments } from '../plan/tie-store.ts'
import { joinAs } from '../session/account-store.ts'
import type { GivenStep } from '../step/step.ts'
import { answerStep, endStep } from '../step/step-end-store.ts'
import { makeStep } from '../step/step-write-store.ts'
import { askSwap, openSwapsOf, sayYes } from '../visit/swap-store.ts'
import { freeDays } from '../year/free-days.ts'
import { sendDigests } from './digest-job.ts'
import { schoolDayBefore, schoolDayUpTo } from './quiet-day.ts'
import { schoolWeeksBetween } from './remind.ts'

const free = freeDays('2026-2027' as SchoolYear, 'middle', [])
const isFree = (on: Day) => free.isFree(on)
const day = (text: string) => text as Day

describe('the days of school', () => {
  it('what is for a free day is told of on the last day of school before it', () => {
    expect(schoolDayUpTo(day('2026-11-26'), isFree)).toBe('2026-11-26')
    expect(schoolDayUpTo(day('2026-11-29'), isFree)).toBe('2026-11-27')
    expect(schoolDayUpTo(day('2027-01-02'), isFree)).toBe('2026-12-18')
    expect(schoolDayBefore(day('2026-11-30'), isFree)).toBe('2026-11-27')
    expect(schoolDayBefore(day('2027-01-04'), isFree)).toBe('2026-12-18')
    expect(schoolDayBefore(day('2027-08-30'), isFree)).toBe('2027-07-16')
  })

  it('a calendar without a day of school has an end', () => {
    expect(schoolDayUpTo(day('2026-11-26'), () => true)).toBe('2026-09-17')
  })

  it('weeks of school leave out holidays and weekends', () => {
    expect(schoolWeeksBetween(day('2026-11-20'), day('2026-11-27'), isFree)).toBe(1)
    expect(schoolWeeksBetween(day('2026-11-20'), day('2026-11-26'), isFree)).toBe(0)
    expect(schoolWeeksBetween(day('2026-12-18'), day('2027-01-03'), isFree)).toBe(0)
    expect(schoolWeeksBetween(day('2026-12-11'), day('2027-01-08'), isFree)).toBe(2)
    expect(schoolWeeksBetween(day('2026-11-20'), day('2026-11-20'), isFree)).toBe(0)
  })
})

type Key = 'anouk' | 'bram' | 'karin' | 'paul' | 'youssef'

eachDatabase((open) => {
  let db: Db
  let made: Awaited<ReturnType<typeof adoptedPlan>>
  beforeEach(async () => {
    db = await open()
    made = await adoptedPlan(db)
    await db.write(made.cast, async (sql) => {
      for (const key of ['karin', 'anouk', 'bram', 'youssef', 'paul'] as const)
        await joinAs(sql, { schoolId: made.cast.schoolId, personId: made.cast.people[key] }, AFTER)
    })
    const [version] = await db.read(made.cast, (sql) => sql.selectFrom('plan_version').select('id').execute())
    for (const key of ['karin', 'anouk', 'bram', 'youssef', 'paul'] as const)
      if (version) done(await confirmRead(db, made.cast.member(key), version.id, AFTER))
  })

  /** 'Voor jou' of somebody at a moment, as titles. */
  async function asked(key: Key, at: string) {
    const now = new Date(at)
    const visitor = await asMember(testApp(db, { now: () => now }), db, made.cast, key, now)
    const html = await (await visitor.get('/for-you')).text()
    return [...html.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, title]) => title ?? '')
  }
  const morning = (on: string) => `${on}T07:00:00.000Z` as Moment
  /** The letters of a morning to somebody, as their lines. */
  async function letter(key: Key, on: string) {
    const before = await mails(db)
    const given = { db, now: () => new Date(morning(on)), log: () => undefined, baseUrl: 'https://r.example' }
    await sendDigests(given)
    const fresh = (await mails(db)).filter(({ id }) => !before.some((one) => one.id === id))
    const mine = fresh.filter(({ person_id }) => person_id === made.cast.people[key])
    expect(mine.length).toBeLessThan(2)
    return (
      mine[0]?.body.split('\n').filter((line) => line.startsWith('- ') && !line.includes('/digest/')) ?? []
    )
  }
  const step = async (key: Key, entry: EntryId, given: Partial<GivenStep>) => {
    const whole = { what: 'Geheime stap', form: null, onDay: null, people: [], ...given }
    const plan = await planOf(db, made.cast, made.id)
    return done(await makeStep(db, made.cast.member(key), plan, entry, whole, AFTER))
  }

  test('a step with a day: on Vandaag in its week, by mail on its day and not again, and gone when it is done', async () => {
    const id = await step('anouk', made.anouk, { onDay: day('2026-12-08') })
    expect(await asked('anouk', '2026-11-30T09:00:00Z')).toEqual([])
    expect(await asked('anouk', '2026-12-03T09:00:00Z')).toEqual(['Jouw stap voor dinsdag 8 december'])
    expect(await letter('anouk', '2026-12-03')).toEqual([])
    expect(await letter('anouk', '2026-12-08')).toEqual(['- Jouw stap voor vandaag'])
    expect((await mails(db)).at(-1)?.body).not.toContain('Geheime')
    expect(await letter('anouk', '2026-12-09')).toEqual([])
    expect(await asked('anouk', '2026-12-10T09:00:00Z')).toEqual(['Jouw stap van 8 dec: hoe ging het?'])
    for (const key of ['karin', 'bram', 'paul'] as const)
      expect((await asked(key, '2026-12-10T09:00:00Z')).join()).not.toContain('stap')
    const plan = await planOf(db, made.cast, made.id)
    const there = { id, entryId: made.anouk }
    const end = { as: 'done', saw: 'Elk kind was stil.' } as const
    done(await endStep(db, made.cast.member('anouk'), plan, there, end, AFTER))
    expect(await asked('anouk', '2026-12-10T09:00:00Z')).toEqual([])
  })

  test('a step on a day of the holiday is told of before it begins', async () => {
    await step('anouk', made.anouk, { onDay: day('2026-12-22') })
    expect(await letter('anouk', '2026-12-17')).toEqual([])
    expect(await letter('anouk', '2026-12-18')).toEqual(['- Jouw stap voor dinsdag 22 december'])
    expect(await letter('anouk', '2026-12-22')).toEqual([])
    expect(await letter('anouk', '2027-01-04')).toEqual([])
  })

  test('who is named in a step is asked at once, by mail too, until there is an answer', async () => {
    const people = [made.cast.people.anouk, made.cast.people.youssef]
    const id = await step('anouk', made.anouk, { people, onDay: day('2027-02-09') })
    expect(await asked('youssef', '2026-11-25T09:00:00Z')).toEqual(['Anouk vraagt je bij een stap'])
    expect(await letter('youssef', '2026-11-26')).toEqual(['- Anouk vraagt je bij een stap'])
    const there = { id, entryId: made.anouk }
    const plan = await planOf(db, made.cast, made.id)
    done(await answerStep(db, made.cast.member('youssef'), plan, there, false, AFTER))
    expect(await asked('youssef', '2026-11-26T09:00:00Z')).toEqual([])
    expect(await asked('youssef', '2027-02-09T09:00:00Z')).toEqual([])
  })

  test('an evaluation of one’s own is told of twice: in its week and on the school day before', async () => {
    const plan = await planOf(db, made.cast, made.id)
    const entry = entryOf(plan, made.anouk)
    if (!entry) throw new Error('no track')
    const moments = [{ onDay: day('2026-12-07'), occasion: 'mid' as const }]
    done(await setMoments(db, made.cast.keeper, plan, entry, moments))
    expect(await letter('anouk', '2026-11-27')).toEqual([])
    const line = '- Maandag 7 december kijk je terug op jouw traject'
    expect(await letter('anouk', '2026-11-30')).toEqual([line])
    expect(await letter('anouk', '2026-12-01')).toEqual([])
    expect(await letter('anouk', '2026-12-04')).toEqual([line])
    expect(await asked('anouk', '2026-12-07T09:00:00Z')).toEqual(['Vandaag kijk je terug op jouw traject'])
    expect(await asked('anouk', '2026-12-08T09:00:00Z')).toEqual([])
    expect((await asked('bram', '2026-12-04T09:00:00Z')).join()).not.toContain('kijk je terug')
  })

  test('a track that is quiet for long asks its own teacher, on Vandaag and never by mail; nobody else', async () => {
    const question = 'Hoe gaat het met je traject?'
    expect(await asked('anouk', '2027-01-08T09:00:00Z')).toEqual([])
    expect(await asked('anouk', '2027-01-29T09:00:00Z')).toEqual([question])
    for (const key of ['karin', 'paul', 'bram'] as const) {
      const at = await asked(key, '2027-01-29T09:00:00Z')
      expect(at.filter((one) => one === question)).toHaveLength(key === 'bram' ? 1 : 0)
    }
    expect(await letter('anouk', '2027-01-29')).toEqual([])
    await step('anouk', made.anouk, { onDay: null })
    const plan = await planOf(db, made.cast, made.id)
    expect(plan.phase).toBe('adopted')
    await db.write(made.cast, (sql) =>
      sql
        .updateTable('step')
        .set({ changed_at: '2027-01-20T09:00:00.000Z' as Moment })
        .execute(),
    )
    await step('anouk', made.anouk, { what: 'Nog een' })
    expect(await asked('anouk', '2027-01-29T09:00:00Z')).toEqual([])
  })
  test('a visit: who has to answer hears it, and the three of it the school day before; nobody else', async () => {
    const room = await visitRoom(db, made.cast)
    const id = (await room.ask('anouk', 'bram', { slot: slot('2026-12-07T09:30') })) as VisitId
    expect(await asked('bram', '2026-11-26T09:00:00Z')).toEqual(['Anouk vraagt je antwoord over een bezoek'])
    expect(await letter('bram', '2026-11-26')).toEqual(['- Anouk vraagt je antwoord over een bezoek'])
    expect(await asked('anouk', '2026-11-26T09:00:00Z')).toEqual([])
    await room.agree('bram', id)
    expect(await asked('bram', '2026-11-27T09:00:00Z')).toEqual([])
    expect(await letter('anouk', '2026-12-03')).toEqual([])
    expect(await letter('anouk', '2026-12-04')).toEqual(['- Maandag 7 december: je kijkt bij Bram'])
    expect(await asked('bram', '2026-12-07T08:00:00Z')).toEqual(['Vandaag: Anouk komt bij jou kijken'])
    expect((await asked('karin', '2026-12-07T08:00:00Z')).join()).not.toContain('kijk')
    expect(await asked('bram', '2026-12-07T12:00:00Z')).toEqual([])
    expect(await room.callOff('anouk', id)).toBe('done')
  })

  test('a visit that is called off: the others read it on Vandaag for a week, whether mail leaves or not', async () => {
    const room = await visitRoom(db, made.cast)
    const id = (await room.ask('anouk', 'bram', {
      offer: await room.offer('karin', '2026-12-14T09:30'),
    })) as VisitId
    await room.agree('bram', id)
    expect(await room.fallOut('karin', id)).toBe('done')
    expect(await asked('anouk', '2026-11-26T09:00:00Z')).toContain(
      'Wie neemt je groep over als je gaat kijken?',
    )
    expect(await room.callOff('anouk', id)).toBe('done')
    const off = (titles: string[]) => titles.filter((title) => title.includes('toch niet'))
    expect(off(await asked('bram', '2026-11-26T09:00:00Z'))).toEqual(['Anouk komt toch niet bij jou kijken'])
    for (const key of ['anouk', 'karin', 'youssef'] as const)
      expect(off(await asked(key, '2026-11-26T09:00:00Z'))).toEqual([])
    expect(off(await asked('anouk', '2026-12-08T09:00:00Z'))).toEqual([])
    expect(await letter('anouk', '2026-11-26')).toEqual([])
  })

  test('a swap: who is asked, and then who is visited, is asked on Vandaag', async () => {
    const room = await visitRoom(db, made.cast)
    const visit = async (visitor: 'anouk' | 'youssef', host: 'bram' | 'lotte', on: string) => {
      const id = (await room.ask(visitor, host, { slot: slot(on) })) as VisitId
      await room.agree(host, id)
      return id
    }
    const one = await visit('anouk', 'bram', '2026-12-14T09:30')
    const other = await visit('youssef', 'lotte', '2026-12-15T10:30')
    const swapping = (key: 'anouk' | 'youssef') => ({ ...room.told(key), ask: async () => undefined })
    const given = { visit: one, with: made.cast.people.youssef }
    expect(await askSwap(db, made.cast.member('anouk'), given, swapping('anouk'))).toBe('done')
    const at = '2026-11-26T09:00:00Z'
    expect(await asked('youssef', at)).toEqual(['Anouk vraagt of je van moment wilt ruilen'])
    const [open] = await openSwapsOf(db, made.cast.member('youssef'), AFTER)
    const yes = { swap: open!.swap.id, other }
    expect(await sayYes(db, made.cast.member('youssef'), yes, swapping('youssef'))).toBe('waits')
    expect(await asked('youssef', at)).toEqual([])
    expect(await asked('bram', at)).toEqual(['Anouk wil van moment ruilen: past het nieuwe jou?'])
    expect((await asked('anouk', at)).join()).not.toContain('ruil')
  })
})
