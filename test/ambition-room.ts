import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { AboutSection, AmbitionAbout, AmbitionGiven } from '../app/ambition/ambition.ts'
import { makeAmbition } from '../app/ambition/ambition-store.ts'
import type { Db } from '../app/db/database.ts'
import type { Day } from '../app/kernel/day.ts'
import type { AmbitionId } from '../app/kernel/id.ts'
import { type SchoolYear, schoolYearOf } from '../app/kernel/school-year.ts'
import { importResults } from '../app/result/import-job.ts'
import type { Level, Reference, Result } from '../app/result/result.ts'
import { addYearItems } from '../app/year/item-store.ts'
import { type Cast, NOW, NOW_MOMENT } from './cast.ts'
import { done } from './written-plan.ts'

export const schoolYear = (text: string) => text as SchoolYear

const MATHS = {
  takenOn: null,
  group: '5',
  yearGroup: 5,
  subject: 'Rekenen',
  test: 'Rekenen-Wiskunde',
  moment: 'M',
  reference: null,
  exempt: false,
} as const

/** Arithmetic in the middle of group 5: so many pupils, all with this score and level. */
export const scoresOf = (year: string, mean: number, pupils = 24, level: Level = 'III'): Result[] =>
  Array.from({ length: pupils }, (_, pupil) => ({
    ...MATHS,
    pupil: `${year.slice(2, 4)}${100 + pupil}`,
    schoolYear: schoolYear(year),
    score: mean,
    level,
  }))

/** The doorstroomtoets of so many pupils in three subjects, of whom so many reach 1S or 2F in each. */
export const levelsOf = (year: string, pupils: number, reach: number): Result[] =>
  ['Lezen', 'Taalverzorging', 'Rekenen'].flatMap((subject) =>
    Array.from({ length: pupils }, (_, pupil) => ({
      ...MATHS,
      pupil: `${year.slice(2, 4)}${500 + pupil}`,
      schoolYear: schoolYear(year),
      group: '8',
      yearGroup: 8,
      subject,
      test: 'Doorstroomtoets',
      moment: 'D' as const,
      score: null,
      level: null,
      reference: (pupil < reach ? (subject === 'Rekenen' ? '1S' : '2F') : '1F') as Reference,
    })),
  )

/** The mean of the middle of group 5, as `scoresOf` makes it. */
export const GROUP_FIVE: AboutSection = {
  of: 'section',
  subject: 'Rekenen',
  yearGroup: 5,
  moment: 'M',
  measure: 'mean',
  level: null,
  test: 'Rekenen-Wiskunde',
  supplier: 'Cito',
  norm: '2024',
}
export const AT_TARGET: AmbitionAbout = { of: 'standing', share: 'target' }

/** Puts days on which the school tests in its year circle. */
export async function testsInCircle(db: Db, cast: Cast, from: string, to: string) {
  const days = { from: from as Day, to: to as Day, startsAt: null, endsAt: null }
  const words = { title: '', note: '', place: '' }
  const year = schoolYearOf(days.from)
  const item = { ...days, ...words, kind: 'tests' as const, schoolYear: year, madeFrom: null }
  done(await addYearItems(db, cast.member('karin'), [item], NOW_MOMENT))
}

/** A school's results in a test: brought in one by one, with the same key. */
export function resultsRoom() {
  const folder = mkdtempSync(join(tmpdir(), 'rode-draad-ambition-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return async (db: Db, cast: Cast, results: readonly Result[], norm = '2024', now = NOW) => {
    async function* pieces() {
      yield results
    }
    const importing = {
      supplier: 'Cito',
      norm,
      kind: 'sheet',
      keyFile: join(folder, 'notes.key'),
      now,
    } as const
    return done(await importResults(db, cast.keeper, pieces(), importing))
  }
}

/** An ambition of the learning team for arithmetic: 78 in the middle of group 5, in 2027-2028. */
export const madeAmbition = async (
  db: Db,
  cast: Cast,
  given: Partial<AmbitionGiven> = {},
): Promise<AmbitionId> =>
  done(
    await makeAmbition(
      db,
      cast.member('karin'),
      {
        teamId: cast.learningTeams.rekenen,
        talkId: null,
        about: GROUP_FIVE,
        to: 78,
        by: schoolYear('2027-2028'),
        why: 'De tafels vragen tijd.',
        ...given,
      },
      NOW_MOMENT,
    ),
  )
