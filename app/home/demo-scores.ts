import { nextYear, previousYear, type SchoolYear } from '../kernel/school-year.ts'
import type { Level, Result } from '../result/result.ts'

/** Made-up scores of a made-up school, the same whenever they are made: five years of groups 3 to 8, midden and eind. */

/** What one version of the norms says: the mean of the country at M3, what each half year adds, how far pupils lie apart. */
type Norm = {
  readonly version: string
  readonly mean: number
  readonly adds: number
  readonly apart: number
}

const NORM_2019: Norm = { version: 'normering 2019', mean: 112, adds: 15, apart: 21 }
const NORM_2023: Norm = { version: 'normering 2023', mean: 48, adds: 6.5, apart: 9.5 }

/** `above`: how far the school lies above the country, in parts of the distance between pupils. */
type Subject = {
  readonly subject: string
  readonly test: string
  readonly above: (yearGroup: number, yearsBack: number) => number
  /** Newer norms since so many years back; 0: none. */
  readonly newNormSince: number
}

/** Arithmetic sags in group 6, where the tables should be known, and comes up a little since two years. */
const SUBJECTS: readonly Subject[] = [
  {
    subject: 'Rekenen',
    test: 'Rekenen-Wiskunde',
    above: (yearGroup, yearsBack) =>
      (yearGroup < 6 ? -0.05 : yearGroup === 6 ? -0.5 : -0.3) + (yearsBack < 2 ? 0.12 : 0),
    newNormSince: 3,
  },
  {
    subject: 'Begrijpend lezen',
    test: 'Begrijpend lezen',
    above: (_, yearsBack) => 0.25 - 0.06 * yearsBack,
    newNormSince: 0,
  },
  { subject: 'Spelling', test: 'Spelling', above: (yearGroup) => 0.3 - 0.07 * yearGroup, newNormSince: 0 },
]

const YEARS = 5
const FIRST_GROUP = 3
const LAST_GROUP = 8
/** Above these parts of the distance lie I, II, III and IV; each is a fifth of the country. */
const LIMITS: readonly (readonly [number, Level])[] = [
  [0.8416, 'I'],
  [0.2533, 'II'],
  [-0.2533, 'III'],
  [-0.8416, 'IV'],
]

/** A year of pupils: in which school year they leave, how many they are, and the number of the first. */
export type DemoCohort = {
  readonly leaves: SchoolYear
  readonly pupils: number
  readonly firstPupil: number
}

/** The scores up to a school year, by version of the norms: each is an import of its own. */
export function demoScores(
  last: SchoolYear,
  cohorts: readonly DemoCohort[],
): { readonly norm: string; readonly results: readonly Result[] }[] {
  const made = yearsBefore(last).flatMap((schoolYear, yearsBack) =>
    SUBJECTS.flatMap((subject) => {
      const norm = yearsBack < subject.newNormSince ? NORM_2023 : NORM_2019
      return cohorts
        .flatMap((cohort) => resultsOf(cohort, subject, norm, { schoolYear, yearsBack }))
        .map((result) => ({ norm: norm.version, result }))
    }),
  )
  return [...Map.groupBy(made, ({ norm }) => norm)].map(([norm, some]) => ({
    norm,
    results: some.map(({ result }) => result),
  }))
}

function yearsBefore(last: SchoolYear): SchoolYear[] {
  const years = [last]
  while (years.length < YEARS) years.push(previousYear(years.at(-1) ?? last))
  return years
}

type When = { readonly schoolYear: SchoolYear; readonly yearsBack: number }

function resultsOf({ leaves, pupils, firstPupil }: DemoCohort, subject: Subject, norm: Norm, when: When) {
  const yearGroup = yearGroupIn(when.schoolYear, leaves)
  if (yearGroup < FIRST_GROUP || yearGroup > LAST_GROUP) return []
  const moments = yearGroup === LAST_GROUP ? (['M'] as const) : (['M', 'E'] as const)
  return Array.from({ length: pupils }, (_, at) => firstPupil + at)
    .filter((pupil) => isThere(pupil, yearGroup))
    .flatMap((pupil) =>
      moments.map((moment): Result => {
        const halves = 2 * (yearGroup - FIRST_GROUP) + (moment === 'E' ? 1 : 0)
        const lies = liesAt(pupil, subject.test, halves) + subject.above(yearGroup, when.yearsBack)
        const score = norm.mean + norm.adds * halves + norm.apart * lies
        return {
          pupil: String(pupil),
          schoolYear: when.schoolYear,
          takenOn: null,
          group: `groep ${yearGroup}`,
          yearGroup,
          test: subject.test,
          subject: subject.subject,
          moment,
          score: Math.max(0, Math.round(10 * score) / 10),
          level: LIMITS.find(([limit]) => lies > limit)?.[1] ?? 'V',
          reference: null,
          exempt: false,
        }
      }),
    )
}

function yearGroupIn(schoolYear: SchoolYear, leaves: SchoolYear): number {
  let yearGroup = LAST_GROUP
  for (let year = schoolYear; year < leaves; year = nextYear(year)) yearGroup -= 1
  return schoolYear > leaves ? LAST_GROUP + 1 : yearGroup
}

/** Some come in group 5, and stay. */
const isThere = (pupil: number, yearGroup: number) => pupil % 7 !== 5 || yearGroup >= COME_IN

const COME_IN = 5

/** Where a pupil lies beside the country: mostly the same from test to test. */
const liesAt = (pupil: number, test: string, halves: number) =>
  0.85 * bell(`${pupil}`) + 0.4 * bell(`${pupil} ${test}`) + 0.3 * bell(`${pupil} ${test} ${halves}`)

/** About normal with a spread of one, from a text: the sum of three even numbers. */
const bell = (text: string) => 2 * (even(`${text}a`) + even(`${text}b`) + even(`${text}c`) - 1.5)

/** From 0 to 1, evenly, the same for the same text. */
function even(text: string): number {
  let mixed = 2_166_136_261
  for (const letter of text) mixed = Math.imul(mixed ^ letter.charCodeAt(0), 16_777_619)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2_246_822_507)
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32
}
