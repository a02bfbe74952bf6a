import { readFile } from 'node:fs/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Cast, NOW, settleCast, TODAY } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { worldIn } from '../../test/world.ts'
import { clearSchool } from '../db/clear-school.ts'
import type { Db } from '../db/database.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { leaveSchool } from '../school/person-store.ts'
import { contextAt, parseYear } from './context.ts'
import { contextOf, saveYear, takePublished, weightingsOf } from './context-store.ts'
import { forgetContextNames } from './context-tidy-store.ts'
import { findPublished } from './published-in.ts'

const OPEN_FILE = 'test/fixtures/trend/inspectie-leerresultaten-2023-2025.csv'
const year = (text: string) => text as SchoolYear
const typedYear = (values: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

describe('what somebody types of a school year', () => {
  it('takes a comma and a point, and leaves out what stays empty', () => {
    expect(
      parseYear(typedYear({ weighting: '31,47', spread: ' 5.9 ', pupils: '', note: 'website Inspectie' })),
    ).toEqual({ weighting: 31.47, spread: 5.9, pupils: null, note: 'website Inspectie' })
    expect(parseYear(typedYear({ weighting: '20', pupils: '212' }))).toMatchObject({
      weighting: 20,
      pupils: 212,
    })
  })

  it('says of each number what is to be looked at', () => {
    const odd = { weighting: '41', spread: '-1', pupils: '12,5', note: 'x'.repeat(121) }
    expect(parseYear(typedYear(odd))).toEqual([
      { refused: 'weighting-range', field: 'weighting' },
      { refused: 'spread-range', field: 'spread' },
      { refused: 'pupils-range', field: 'pupils' },
      { refused: 'note-long', field: 'note' },
    ])
    for (const weighting of ['19,99', '40,01', '31,478', '3e1', '1/2', '<b>'])
      expect(parseYear(typedYear({ weighting }))).toEqual([
        { refused: 'weighting-range', field: 'weighting' },
      ])
  })

  it('counts part by part: the last that is known before a year', () => {
    const one = (schoolYear: string, weighting: number | null, pupils: number | null) => ({
      schoolYear: year(schoolYear),
      weighting: weighting === null ? null : { value: weighting, from: 'typed' as const },
      spread: null,
      pupils,
      note: null,
      changedAt: NOW.toISOString() as never,
      changedBy: null,
    })
    const years = [one('2026-2027', null, 304), one('2024-2025', 31.47, 309)]
    expect(contextAt({ years }, year('2026-2027'))).toEqual({
      weighting: { value: 31.47, schoolYear: '2024-2025' },
      spread: null,
      pupils: { value: 304, schoolYear: '2026-2027' },
    })
    expect(contextAt({ years }, year('2025-2026')).pupils).toEqual({ value: 309, schoolYear: '2024-2025' })
    expect(contextAt({ years }, year('2023-2024')).weighting).toBeNull()
  })
})

eachDatabase((open) => {
  describe('the context of a school', () => {
    let db: Db
    let cast: Cast
    beforeEach(async () => {
      db = await open()
      cast = await settleCast(db)
    })
    const given = { weighting: 31.47, spread: 6.1, pupils: 304, note: 'Inspectie', changedAt: null }

    it('is filled in by the coordinator and the principal, and by nobody else', async () => {
      const saved = await saveYear(db, cast.member('karin'), year('2025-2026'), given, NOW)
      expect(saved).toBe('done')
      expect(await saveYear(db, cast.member('anouk'), year('2024-2025'), given, NOW)).toEqual({
        refused: 'may-not',
        because: 'coordinator-or-principal',
      })
      const { years } = await contextOf(db, cast.member('anouk'))
      expect(years).toEqual([
        {
          schoolYear: '2025-2026',
          weighting: { value: 31.47, from: 'typed' },
          spread: 6.1,
          pupils: 304,
          note: 'Inspectie',
          changedAt: NOW.toISOString(),
          changedBy: cast.people.karin,
        },
      ])
      expect(await weightingsOf(db, cast.keeper)).toEqual(new Map([['2025-2026', 31.47]]))
    })

    it('is not overwritten by who began before somebody else saved, and can be emptied', async () => {
      const karin = cast.member('karin')
      await saveYear(db, karin, year('2025-2026'), given, NOW)
      expect(await saveYear(db, karin, year('2025-2026'), given, NOW)).toEqual({
        refused: 'changed-meanwhile',
      })
      const empty = { weighting: null, spread: null, pupils: null, note: 'x' }
      const seen = { changedAt: NOW.toISOString() }
      expect(await saveYear(db, karin, year('2025-2026'), { ...empty, ...seen }, NOW)).toBe('done')
      expect((await contextOf(db, karin)).years).toEqual([])
      expect(await saveYear(db, karin, year('2025-2026'), { ...empty, changedAt: null }, NOW)).toEqual({
        refused: 'nothing-typed',
        field: 'weighting',
      })
    })

    it('takes over what the Inspectie published, twice with the same outcome, and keeps what was typed beside it', async () => {
      const karin = cast.member('karin')
      const found = await findPublished(await readFile(OPEN_FILE), '00AZ')
      if (isRefusal(found) || !found[0]) throw new Error('not found')
      await saveYear(db, karin, year('2024-2025'), given, NOW)
      for (const _ of [1, 2]) expect(await takePublished(db, karin, found[0].published, NOW)).toBe('done')
      const context = await contextOf(db, karin)
      expect(context.published).toEqual([found[0].published])
      expect(context.years).toMatchObject([
        { weighting: { value: 31.75, from: 'inspection' }, spread: 6.1, pupils: 304 },
      ])
      const seen = { changedAt: NOW.toISOString() }
      const same = { ...given, weighting: 31.75, spread: 7, ...seen }
      await saveYear(db, karin, year('2024-2025'), same, NOW)
      expect((await contextOf(db, karin)).years[0]?.weighting?.from).toBe('inspection')
      await saveYear(db, karin, year('2024-2025'), { ...same, weighting: 32 }, NOW)
      expect((await contextOf(db, karin)).years[0]?.weighting?.from).toBe('typed')
      expect(await takePublished(db, cast.member('anouk'), found[0].published, NOW)).toMatchObject({
        refused: 'may-not',
      })
    })

    it('keeps its numbers, and no longer the name of who left the term of the school ago', async () => {
      const karin = cast.member('karin')
      await saveYear(db, cast.member('paul'), year('2025-2026'), given, NOW)
      await saveYear(db, karin, year('2024-2025'), given, NOW)
      await leaveSchool(db, karin, cast.people.paul, { on: TODAY, now: NOW })
      const names = async () => (await contextOf(db, karin)).years.map(({ changedBy }) => changedBy)
      await forgetContextNames(db, new Date('2031-11-18T12:00:00Z'))
      expect(await names()).toEqual([cast.people.paul, cast.people.karin])
      await forgetContextNames(db, new Date('2031-11-20T12:00:00Z'))
      expect(await names()).toEqual([null, cast.people.karin])
      expect((await contextOf(db, karin)).years[0]?.weighting?.value).toBe(31.47)
    })

    it('is of one school, and goes with it', async () => {
      const other = await settleCast(db, { name: 'De Vlinder' })
      await saveYear(db, cast.member('karin'), year('2025-2026'), given, NOW)
      expect((await contextOf(db, other.member('karin'))).years).toEqual([])
      await db.write('server', (sql) => clearSchool(sql, cast.schoolId))
      expect((await contextOf(db, cast.keeper)).years).toEqual([])
    })
  })

  describe('/trends/school', () => {
    const words = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    it('shows everybody where a weighting comes from, and lets the coordinator fill it in', async () => {
      const { as } = await worldIn(open)
      const karin = await as('karin')
      const values = { act: 'save', year: '2025-2026', changedAt: '', note: 'website' }
      const refused = await karin.post('/trends/school', { ...values, weighting: '12' })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain('value="12"')
      const saved = await karin.post('/trends/school', { ...values, weighting: '31,47', spread: '6,1' })
      expect(saved.headers.get('location')).toBe('/trends/school?year=2025-2026&done=saved')
      const anouk = await as('anouk')
      const page = words(await (await anouk.get('/trends/school')).text())
      expect(page).toContain('2025–2026: Ingevuld door Karin op 19 november 2026. website.')
      expect(page).not.toContain('Vul in of verander')
      expect((await anouk.post('/trends/school', { ...values, weighting: '30' })).status).toBe(403)
      const again = await karin.post('/trends/school', { ...values, weighting: '30' })
      expect(again.status).toBe(422)
      expect(await again.text()).toContain('value="31,47"')
      for (const year of ['', '1999-2000', '2040-2041', 'x'])
        expect((await karin.post('/trends/school', { ...values, year })).status).toBe(404)
    })
  })
})
