import type { Db } from '../db/database.ts'
import { dayOf } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { previousYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import { importResults } from '../result/import-job.ts'
import type { Reference, Result } from '../result/result.ts'
import type { Keeper } from '../session/actor.ts'

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
  test: 'Doorstroomtoets',
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

/** Brings the results of the demo school in, up to the school year before this one. */
export async function seedResults(db: Db, keeper: Keeper, now: Date, keyFile: string): Promise<void> {
  async function* pieces() {
    yield demoResults(previousYear(schoolYearOf(dayOf(now))))
  }
  const importing = { supplier: 'Doorstroomtoets', kind: 'sheet', keyFile, now } as const
  const done = await importResults(db, keeper, pieces(), importing)
  if (isRefusal(done)) throw new Error(`the results of the demo school were refused: ${done.refused}`)
}

/** The same results whenever they are made; pupils are numbers of nobody. */
export function demoResults(last: SchoolYear): Result[] {
  let schoolYear = last
  return YEARS.toReversed().flatMap(({ pupils, reached }, back) => {
    const results = resultsOf(schoolYear, pupils, reached, 10_000 + 100 * (YEARS.length - back))
    schoolYear = previousYear(schoolYear)
    return results
  })
}

function resultsOf(schoolYear: SchoolYear, pupils: number, reached: number, firstPupil: number): Result[] {
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
        reference,
        ...DOORSTROOMTOETS,
      }
    }),
  )
}

const TURN = 3
