import { beforeEach, expect, test } from 'vitest'
import { type Cast, NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { importRows, wordFixture } from '../../test/import-visit.ts'
import type { Db } from '../db/database.ts'
import type { WordReading } from '../form/word-in.ts'
import { readWordPlan } from '../form/word-in-desk.ts'
import type { Moment } from '../kernel/day.ts'
import type { ImportId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { NO_CHOICES } from './import.ts'
import {
  forgetOldImports,
  keepChoices,
  readImport,
  readImports,
  storeImport,
  throwAway,
} from './import-store.ts'
import { takeIn } from './import-take-store.ts'
import { readPlans } from './plan-store.ts'
import { readRoster } from './roster-store.ts'

const DAY = 86_400_000
const later = (days: number) => new Date(NOW.getTime() + days * DAY)
const moment = (date: Date) => date.toISOString() as Moment
const WORDS = {
  year: '2026-2027' as SchoolYear,
  title: 'Begeleidingsplan 2026–2027',
  why: 'Ingelezen.',
  note: 'Van vorig jaar.',
  noName: 'Zonder naam',
}

const readingOf = async (): Promise<WordReading> => {
  const reading = await readWordPlan(wordFixture('01-figuur1-ingevuld'))
  if (isRefusal(reading)) throw new Error(reading.refused)
  return reading
}

eachDatabase((open) => {
  let db: Db
  let cast: Cast
  let reading: WordReading
  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
    reading = await readingOf()
  })
  const store = async (now = NOW_MOMENT, fileName = 'plan.docx') =>
    (await storeImport(db, cast.member('karin'), { fileName, reading }, now)) as ImportId

  test('only coordinators keep, read, change and throw away', async () => {
    const id = await store()
    const [karin, anouk, paul] = [cast.member('karin'), cast.member('anouk'), cast.member('paul')]
    expect(await readImport(db, karin, id, NOW_MOMENT)).toMatchObject({ reading, choices: NO_CHOICES })
    for (const other of [anouk, paul]) {
      expect(await readImport(db, other, id, NOW_MOMENT)).toBeNull()
      expect(await readImports(db, other, NOW_MOMENT)).toEqual([])
      expect(await keepChoices(db, other, id, NO_CHOICES)).toMatchObject({ refused: 'may-not' })
      expect(await throwAway(db, other, id)).toMatchObject({ refused: 'may-not' })
      expect(await storeImport(db, other, { fileName: 'x', reading }, NOW_MOMENT)).toMatchObject({
        refused: 'may-not',
      })
    }
    const elsewhere = await settleCast(db)
    expect(await readImport(db, elsewhere.member('karin'), id, NOW_MOMENT)).toBeNull()
    expect(await throwAway(db, elsewhere.member('karin'), id)).toBeNull()
    expect(await importRows(db)).toHaveLength(1)
  })

  test('after thirty days it is not read any more, and the row goes; what was taken in stays', async () => {
    const id = await store()
    const karin = cast.member('karin')
    expect(await readImport(db, karin, id, moment(later(29)))).not.toBeNull()
    expect(await readImport(db, karin, id, moment(later(31)))).toBeNull()
    await forgetOldImports(db, later(29))
    expect(await importRows(db)).toHaveLength(1)
    const taken = await store(NOW_MOMENT, 'meegenomen.docx')
    const read = await readImport(db, karin, taken, NOW_MOMENT)
    if (read) await takeIn(db, karin, read, await readRoster(db, karin), WORDS, NOW_MOMENT)
    await forgetOldImports(db, later(31))
    expect((await importRows(db)).map(({ file_name }) => file_name)).toEqual(['meegenomen.docx'])
  })

  test('of many files the newest twenty stay, and a name is only a name', async () => {
    for (let place = 0; place < 23; place += 1)
      await store(moment(new Date(NOW.getTime() + place * 1000)), `C:\\map\\plan ${place}\u0000.docx`)
    const open = await readImports(db, cast.member('karin'), NOW_MOMENT)
    expect(open).toHaveLength(20)
    expect(open[0]?.fileName).toBe('plan 22.docx')
  })

  test('all of it comes in or nothing: a year that is taken, a text that is too long, a second time', async () => {
    const karin = cast.member('karin')
    const roster = await readRoster(db, karin)
    const [goal] = reading.form.generalGoals
    const long = { ...goal, approach: 'a'.repeat(20_001) } as typeof goal
    const tooLong = { ...reading, form: { ...reading.form, generalGoals: [long] } } as WordReading
    const id = (await storeImport(db, karin, { fileName: 'x', reading: tooLong }, NOW_MOMENT)) as ImportId
    const read = await readImport(db, karin, id, NOW_MOMENT)
    if (!read) throw new Error('nothing was stored')
    expect(await takeIn(db, karin, read, roster, WORDS, NOW_MOMENT)).toMatchObject({
      refused: 'text-too-long',
    })
    expect(await readPlans(db, karin)).toEqual([])
    const good = { ...read, reading }
    expect(isRefusal(await takeIn(db, karin, good, roster, WORDS, NOW_MOMENT))).toBe(false)
    expect(await takeIn(db, karin, good, roster, WORDS, NOW_MOMENT)).toMatchObject({ refused: 'year-taken' })
    const next = { ...WORDS, year: '2027-2028' as SchoolYear }
    expect(await takeIn(db, karin, good, roster, next, NOW_MOMENT)).toMatchObject({ refused: 'stale' })
    expect(await readPlans(db, karin)).toHaveLength(1)
    const other = { ...good, id: await store() }
    expect(await takeIn(db, cast.member('anouk'), other, roster, next, NOW_MOMENT)).toMatchObject({
      refused: 'may-not',
    })
  })
})
