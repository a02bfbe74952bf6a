import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { NOW } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { Visitor } from '../../test/request.ts'
import { type World, worldIn } from '../../test/world.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { importResults } from '../result/import-job.ts'
import type { Result } from '../result/result.ts'
import { boardRow } from './board.ts'
import { boardOf } from './board-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-few-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const yearFrom = (start: number) => `${start}-${start + 1}` as SchoolYear

const RESULT: Result = {
  pupil: '1',
  schoolYear: yearFrom(2025),
  takenOn: null,
  group: null,
  yearGroup: 5,
  test: 'Rekenen-Wiskunde',
  subject: 'Rekenen',
  moment: 'M',
  score: null,
  level: null,
  reference: null,
  exempt: false,
}

/** Four pupils with a mean that no other figure has, and a year of three between two of thirty. */
const MEAN_OF_FOUR = /213[.,]7/
const FEW: readonly Result[] = [
  ...[213.1, 213.3, 214.1, 214.3].map(
    (score, at): Result => ({
      ...RESULT,
      pupil: String(900 + at),
      schoolYear: yearFrom(2024),
      score,
      level: 'IV',
    }),
  ),
  ...Array.from(
    { length: 30 },
    (_, at): Result => ({ ...RESULT, pupil: String(100 + at), score: 150 + at, level: 'II' }),
  ),
  ...[30, 3, 30].flatMap((pupils, at) => tests(2023 + at, pupils)),
]

function tests(start: number, pupils: number): Result[] {
  return Array.from({ length: pupils }, (_, pupil) =>
    ['Lezen', 'Taalverzorging', 'Rekenen'].map((subject): Result => {
      const reference = pupils < 5 ? '<1F' : pupil % 3 > 0 ? '1F' : subject === 'Rekenen' ? '1S' : '2F'
      const which = { subject, test: 'Doorstroomtoets', moment: 'D', yearGroup: 8 } as const
      return {
        ...RESULT,
        ...which,
        pupil: String(start * 100 + pupil),
        schoolYear: yearFrom(start),
        reference,
      }
    }),
  ).flat()
}

async function bring({ db, cast }: World) {
  async function* rows() {
    yield FEW
  }
  const importing = { supplier: 'Seed', kind: 'sheet', keyFile: join(folder, 'notes.key'), now: NOW } as const
  expect(isRefusal(await importResults(db, cast.keeper, rows(), importing))).toBe(false)
}

const MOST_PAGES = 150

/** Every page and file below /trends that links lead to, by its address. */
async function everythingFor(reader: Visitor): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  const asked = ['/trends']
  for (const path of asked) {
    if (found.has(path) || found.size >= MOST_PAGES) continue
    const answer = await reader.get(path)
    expect([path, answer.status]).toEqual([path, 200])
    const text = await answer.text()
    found.set(path, text)
    if ((answer.headers.get('content-type') ?? '').startsWith('text/html')) asked.push(...linksIn(text))
  }
  return found
}

const linksIn = (page: string) =>
  [...page.matchAll(/href="(\/trends[^"#]*)/g)].map(([, path = '']) => path.replaceAll('&amp;', '&'))

const isFile = (path: string) => /\.(?:csv|svg)(?:\?|$)/.test(path)

eachDatabase((open) => {
  describe('of few pupils', () => {
    it('a member of the team finds nothing on any page, picture or file, and who coordinates saves none', async () => {
      const world = await worldIn(open)
      await bring(world)
      const team = await everythingFor(await world.as('anouk'))
      const files = [...team.keys()].filter(isFile)
      expect(files.some((path) => path.includes('.csv'))).toBe(true)
      expect(files.some((path) => path.includes('.svg'))).toBe(true)
      expect([...team.keys()].some((path) => path.startsWith('/trends/Rekenen'))).toBe(true)
      for (const [path, text] of team) expect([path, MEAN_OF_FOUR.exec(text)?.[0]]).toEqual([path, undefined])
      const karin = await world.as('karin')
      for (const path of files) expect(await (await karin.get(path)).text()).toBe(team.get(path))
      const own = await everythingFor(karin)
      for (const [path, text] of own)
        if (isFile(path)) expect([path, MEAN_OF_FOUR.exec(text)?.[0]]).toEqual([path, undefined])
      expect([...own.values()].some((text) => MEAN_OF_FOUR.test(text))).toBe(true)
    })

    it('no year can be found by taking two from three together, on the pages and for the board alike', async () => {
      const world = await worldIn(open)
      await bring(world)
      const anouk = await world.as('anouk')
      const csv = await (await anouk.get('/trends/target/data.csv')).text()
      const rows = csv.split('\r\n').map((line) => line.replaceAll('"', '').split(';'))
      const shown = (year: string, at: number) =>
        /\d/.test(rows.find(([first]) => first === year)?.[at] ?? '')
      expect(shown('2025', 3)).toBe(false)
      expect([shown('2026', 1), shown('2026', 3), shown('2024', 3)].filter(Boolean)).toHaveLength(2)
      const [board] = await boardOf(world.db)
      const outcome = board && boardRow(board, yearFrom(2025)).outcome
      expect(outcome && 'pupils' in outcome).toBe(shown('2026', 1))
    })
  })
})
