import { isRefusal } from '../app/kernel/refusal.ts'
import type { SchoolYear } from '../app/kernel/school-year.ts'
import { importResults } from '../app/result/import-job.ts'
import type { Reference, Result } from '../app/result/result.ts'
import { NOW } from './cast.ts'
import type { World } from './world.ts'

/** A school with every test that there is: what a report has to hold at most. The same numbers whenever it is made. */

export const FULL_YEARS = ['2021', '2022', '2023', '2024', '2025'].map(
  (year) => `${year}-${Number(year) + 1}` as SchoolYear,
)
const FOLLOWED = [
  'Begrijpend lezen',
  'Rekenen-wiskunde',
  'Spelling',
  'Technisch lezen',
  'Woordenschat',
  'Werkwoordspelling',
  'Studievaardigheden',
  'Engels',
]
const TESTED = [
  ['Lezen', '2F'],
  ['Taalverzorging', '2F'],
  ['Rekenen', '1S'],
] as const

type Filling = {
  readonly years?: readonly SchoolYear[]
  /** In each year group. */
  readonly pupils?: number
  /** Added to every score. */
  readonly shift?: number
  /** How many subjects are followed from group 3 on. */
  readonly subjects?: number
}

/** Scores of groups 3 to 8 at all moments, and the doorstroomtoets; who leaves makes place for who comes. */
export const fullSchool = ({
  years = FULL_YEARS,
  pupils = 30,
  shift = 0,
  subjects = FOLLOWED.length,
}: Filling = {}): Result[] =>
  years.flatMap((schoolYear) => [
    ...[3, 4, 5, 6, 7, 8].flatMap((yearGroup) =>
      FOLLOWED.slice(0, subjects).flatMap((subject, at) =>
        (['B', 'M', 'E'] as const).flatMap((moment, step) =>
          each(pupils, (pupil) => ({
            ...base(schoolYear, yearGroup, pupil),
            subject,
            test: `${subject} LVS`,
            moment,
            score: 100 + 20 * yearGroup + 5 * step + ((7 * pupil + at) % 13) + shift,
            reference: null,
          })),
        ),
      ),
    ),
    ...TESTED.flatMap(([subject, target], at) =>
      each(pupils, (pupil) => ({
        ...base(schoolYear, 8, pupil),
        subject,
        test: 'Doorstroomtoets',
        moment: 'D' as const,
        score: null,
        reference: levelOf((3 * pupil + at + Number(schoolYear.slice(0, 4))) % 10, target),
      })),
    ),
  ])

const each = (pupils: number, make: (pupil: number) => Result) =>
  Array.from({ length: pupils }, (_, pupil) => make(pupil))

const levelOf = (rest: number, target: Reference): Reference => (rest < 5 ? target : rest < 9 ? '1F' : '<1F')

/** Pupils of one year keep their number as they go up. */
const base = (schoolYear: SchoolYear, yearGroup: number, pupil: number) => ({
  pupil: `${Number(schoolYear.slice(0, 4)) - yearGroup}${100 + pupil}`,
  schoolYear,
  yearGroup,
  group: `groep ${yearGroup}`,
  takenOn: null,
  level: null,
  exempt: false,
})

/** Brings results in as a file does. */
export async function bringResults(
  { db, cast }: Pick<World, 'db' | 'cast'>,
  results: readonly Result[],
  keyFile: string,
): Promise<void> {
  async function* pieces() {
    yield results
  }
  const importing = { supplier: 'Cito', norm: '2024', kind: 'sheet', keyFile, now: NOW } as const
  const done = await importResults(db, cast.keeper, pieces(), importing)
  if (isRefusal(done)) throw new Error(done.refused)
}
