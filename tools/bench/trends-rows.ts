import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { SchoolYear } from '../../app/kernel/school-year.ts'
import { LEVELS, type Level, type Result, type TestMoment } from '../../app/result/result.ts'

const TESTS = [
  ['Rekenen', 'Rekenen-Wiskunde'],
  ['Begrijpend lezen', 'Begrijpend lezen'],
  ['Spelling', 'Spelling'],
  ['Technisch lezen', 'Technisch lezen woorden'],
  ['Woordenschat', 'Woordenschat'],
] as const
const MOMENTS: readonly TestMoment[] = ['M', 'E']
const YEARS = [2021, 2022, 2023, 2024, 2025]
/** So many results of each pupil: five tests, twice a year, for five years. */
export const ROWS_EACH = TESTS.length * MOMENTS.length * YEARS.length
const IN_A_GROUP = 25
const FIVE_LEVELS: readonly Level[] = LEVELS.filter((level) => /^(?:I{1,3}|IV|V)$/.test(level))

/** Results as a school has them, from a seed: the same in every run. A pupil goes up a year group each year. */
export function* seededResults(pupils: number, seed: number): Generator<Result[]> {
  const chance = chanceFrom(seed)
  for (let place = 0; place < pupils; place += 1) {
    const ability = chance() + chance() + chance() - 1.5
    const first = 1 + (place % 4)
    const rows: Result[] = []
    for (const [back, year] of YEARS.entries())
      for (const [subject, test] of TESTS)
        for (const moment of MOMENTS) {
          const yearGroup = first + back
          const reached = ability + (chance() - 0.5) / 2
          rows.push({
            pupil: String(100_000 + place),
            schoolYear: `${year}-${year + 1}` as SchoolYear,
            takenOn: null,
            group: `${yearGroup} groep ${1 + Math.floor(place / 4 / IN_A_GROUP)}`,
            yearGroup,
            test,
            subject,
            moment,
            score: Math.round(10 * (100 + 20 * yearGroup + (moment === 'E' ? 8 : 0) + 25 * reached)) / 10,
            level: FIVE_LEVELS[Math.max(0, Math.min(4, Math.floor(2.5 - 2 * reached)))] ?? 'III',
            reference: yearGroup < 7 ? null : reached > 0.1 ? (subject === 'Rekenen' ? '1S' : '2F') : '1F',
            exempt: false,
          })
        }
    yield rows
  }
}

const THREE_SUBJECTS = ['Lezen', 'Taalverzorging', 'Rekenen']
const TEST_YEARS = [2020, 2021, 2022, 2023, 2024]

/** The doorstroomtoets of a school in five years, from a seed: eight to fifty pupils in group 8, three subjects each. */
export function* seededTests(seed: number): Generator<Result[]> {
  const chance = chanceFrom(seed * 7919 + 17)
  const pupils = 8 + Math.floor(42 * chance())
  const strength = 0.2 * (chance() - 0.5)
  for (const year of TEST_YEARS)
    for (let place = 0; place < pupils; place += 1)
      yield THREE_SUBJECTS.map((subject) => {
        const reached = chance() + strength
        return {
          pupil: String(year * 1000 + place),
          schoolYear: `${year}-${year + 1}` as SchoolYear,
          takenOn: null,
          group: null,
          yearGroup: 8,
          test: 'Doorstroomtoets',
          subject,
          moment: 'D',
          score: null,
          level: null,
          reference: reached > 0.45 ? (subject === 'Rekenen' ? '1S' : '2F') : reached > 0.05 ? '1F' : '<1F',
          exempt: false,
        }
      })
}

/** Chance that is the same in every run, between nought and one. */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** The same results as a file that a pupil system could have written. */
export async function writeCsv(file: string, results: Iterable<readonly Result[]>): Promise<void> {
  const out = createWriteStream(file)
  out.write(
    'Leerlingnummer;Groep;Jaargroep;Schooljaar;Toets;Vakgebied;Moment;Vaardigheidsscore;Niveau;Referentieniveau\n',
  )
  for (const rows of results) {
    const text = rows.map((one) => {
      const what = [one.pupil, one.group, one.yearGroup, one.schoolYear, one.test, one.subject, one.moment]
      return [...what, String(one.score).replace('.', ','), one.level, one.reference ?? ''].join(';')
    })
    if (!out.write(`${text.join('\n')}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
