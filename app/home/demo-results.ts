import type { Db } from '../db/database.ts'
import { dayOf } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { nextYear, previousYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import { importResults } from '../result/import-job.ts'
import type { Reference, Result } from '../result/result.ts'
import type { Keeper } from '../session/actor.ts'
import { type DemoCohort, demoScores } from './demo-scores.ts'

/**
 * The doorstroomtoets of the demo school: of three years together 45.1, 46.8, 48.9, 51.2 and 52.6 % reach 1S/2F.
 * Oldest first: pupils, and how many of their levels are 1S or 2F.
 */
const YEARS = [
  { pupils: 42, reached: 57 },
  { pupils: 38, reached: 49 },
  { pupils: 42, reached: 59 },
  { pupils: 39, reached: 59 },
  { pupils: 43, reached: 64 },
  { pupils: 39, reached: 63 },
  { pupils: 34, reached: 56 },
] as const

const DOORSTROOMTOETS = {
  takenOn: null,
  group: 'groep 8',
  yearGroup: 8,
  moment: 'D',
  score: null,
  level: null,
  exempt: false,
} as const

/** Arithmetic stays behind; `part`: of all levels that were reached, `below`: of its pupils under 1F. */
const SUBJECTS = [
  { subject: 'Rekenen', part: 0.26, below: 0.08, target: '1S' },
  { subject: 'Lezen', part: 0.375, below: 0.03, target: '2F' },
  { subject: 'Taalverzorging', part: 0.365, below: 0.04, target: '2F' },
] as const

/** Who is still in school: pupils of the years that leave after the last one above, the eldest first. */
const STILL_HERE = [38, 41, 36, 40, 37] as const

/** Brings the results of the demo school in, up to the school year before this one. */
export async function seedResults(db: Db, keeper: Keeper, now: Date, keyFile: string): Promise<void> {
  const last = previousYear(schoolYearOf(dayOf(now)))
  const take = async (supplier: string, norm: string, results: readonly Result[]) => {
    async function* pieces() {
      yield results
    }
    const done = await importResults(db, keeper, pieces(), { supplier, norm, kind: 'sheet', keyFile, now })
    if (isRefusal(done)) throw new Error(`the results of the demo school were refused: ${done.refused}`)
  }
  await take('Groep 8', '', demoResults(last))
  for (const { norm, results } of demoScores(last, cohortsUntil(last)))
    await take('Leerlingvolgsysteem', norm, results)
}

/** Pupils are numbers of nobody; who made the doorstroomtoets had its scores in the years before. */
function cohortsUntil(last: SchoolYear): DemoCohort[] {
  const sizes = [...YEARS.map(({ pupils }) => pupils), ...STILL_HERE]
  let leaves = last
  for (let year = 1; year < YEARS.length; year += 1) leaves = previousYear(leaves)
  return sizes.map((pupils, at) => {
    const cohort = { leaves, pupils, firstPupil: firstPupilOf(at) }
    leaves = nextYear(leaves)
    return cohort
  })
}

const firstPupilOf = (cohort: number) => 10_100 + 100 * cohort

/** The same results whenever they are made. */
export function demoResults(last: SchoolYear): Result[] {
  let schoolYear = last
  return YEARS.toReversed().flatMap(({ pupils, reached }, back) => {
    const results = resultsOf(schoolYear, pupils, reached, firstPupilOf(YEARS.length - 1 - back))
    schoolYear = previousYear(schoolYear)
    return results
  })
}

/** Group 8 made another test until then. */
const FIRST_DOORSTROOMTOETS = '2023-2024'

function resultsOf(schoolYear: SchoolYear, pupils: number, reached: number, firstPupil: number): Result[] {
  const test = schoolYear < FIRST_DOORSTROOMTOETS ? 'Eindtoets' : 'Doorstroomtoets'
  const first = SUBJECTS.slice(0, -1).map(({ part }) => Math.round(part * reached))
  const atTarget = [...first, reached - first.reduce((sum, one) => sum + one, 0)]
  return SUBJECTS.flatMap(({ subject, below, target }, at) =>
    Array.from({ length: pupils }, (_, pupil): Result => {
      // Turned a little for each subject: who is strong in one is not always so in another.
      const place = (pupil + at * TURN) % pupils
      const isLow = place >= pupils - Math.round(below * pupils)
      const reference: Reference = place < (atTarget[at] ?? 0) ? target : isLow ? '<1F' : '1F'
      return {
        pupil: String(firstPupil + pupil),
        schoolYear,
        subject,
        test,
        reference,
        ...DOORSTROOMTOETS,
      }
    }),
  )
}

const TURN = 3
