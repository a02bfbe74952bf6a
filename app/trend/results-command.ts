import { printed, sorry } from '../door/command-out.ts'
import { dayOf } from '../kernel/day.ts'
import { nextYear, schoolYearOf } from '../kernel/school-year.ts'
import { otherSchools, schoolIn } from '../result/file-school.ts'
import { importText } from '../result/import-text.ts'
import type { RefusedRow, ResultTrouble } from '../result/result.ts'
import { CannotReadResults, type ResultTaker, readResults } from '../result/results-in.ts'
import { levelCounts, roundedMean, Tallies, type Tally } from '../result/tally.ts'
import type { Uwlr } from '../result/uwlr-in.ts'
import { wideChosen } from '../result/wide-in.ts'
import { letterOf } from '../result/wide-text.ts'
import { type ReferenceYear, ReferenceYears } from './reference-years.ts'

// What the command prints is read by programs: one language.
const text = importText('nl')
/** So many refused rows are printed one by one; all are counted. */
const MOST_REFUSED = 1000

/**
 * `import-results FILE [BRIN]`: prints as JSON what a file with results holds in numbers, and which rows are refused and why,
 * and gives 0; or says in one line why it can't be read and gives 2. Keeps nothing and needs no database. With the school's own
 * BRIN it warns of another school in the file; without, it warns only of more than one.
 */
export async function resultsCommand(args: string[]): Promise<number> {
  const [file, own = '', ...more] = args
  const brin = schoolIn(own)
  if (!file || more.length > 0 || (own !== '' && brin === null)) return sorry(text.usageResults)
  try {
    await printed(JSON.stringify(await countsOf(file, brin), null, 1))
    return 0
  } catch (error) {
    if (error instanceof CannotReadResults) return sorry(text.file[error.why])
    throw error
  }
}

async function countsOf(file: string, own: string | null) {
  const { tallies, references, pupils, ...found } = await readAll(file)
  const years = references.all()
  const { message, rows, refused, refusedCount, leftOut, schools } = found
  return {
    ...(message === null ? {} : ofMessage(message, tallies.all())),
    rijen: rows,
    leerlingenPerJaar: Object.fromEntries(byName(pupils).map(([year, set]) => [year, set.size])),
    tellingen: tallies.all().map(counted),
    ...(years.length === 0 ? {} : { perJaar: years.map(referenceYear), gepoold: pooled(years) }),
    weggelaten: leftOut,
    waarschuwingen: warningsOf({ leftOut, schools, own, rows: rows + refusedCount }),
    geweigerdAantal: refusedCount,
    geweigerd: refused.map(({ row, why, column }) => ({ rij: row, reden: reasonOf(why, column) })),
  }
}

/** Of a table with a column for each test, with the letter of the column. */
const reasonOf = (why: ResultTrouble, column: number | undefined) =>
  column === undefined ? text.row[why] : `${text.row[why]} (kolom ${letterOf(column)})`

type Found = {
  rows: number
  refusedCount: number
  leftOut: readonly string[]
  message: Uwlr | null
}

async function readAll(file: string) {
  const tallies = new Tallies()
  const references = new ReferenceYears()
  const pupils = new Map<string, Set<string>>()
  const refused: RefusedRow[] = []
  const schools: string[] = []
  const found: Found = { rows: 0, refusedCount: 0, leftOut: [], message: null }
  const taker: ResultTaker = {
    take: (result) => {
      found.rows += 1
      tallies.add(result)
      references.add(result)
      const year = pupils.get(result.schoolYear) ?? new Set()
      pupils.set(result.schoolYear, year.add(result.pupil))
    },
    schools: (some) => schools.push(...some),
    leftOut: (headings) => {
      found.leftOut = headings
    },
    refuse: (one) => {
      found.refusedCount += 1
      if (refused.length < MOST_REFUSED) refused.push(one)
    },
    message: (message) => {
      found.message = message
    },
  }
  await readResults(file, taker, nextYear(schoolYearOf(dayOf(new Date()))), await wideChosen(file))
  return { tallies, references, pupils, refused, schools, ...found }
}

type Whole = {
  readonly leftOut: readonly string[]
  readonly schools: readonly string[]
  readonly own: string | null
  readonly rows: number
}

/** What is good to know of the file as a whole. */
function warningsOf({ leftOut, schools, own, rows }: Whole): string[] {
  const { warning } = text
  const others = otherSchools(schools, own)
  return [
    ...(leftOut.length > 0 ? [warning.leftOut] : []),
    ...(own !== null && others.length > 0 ? [warning.otherSchool(others.join(', '), own)] : []),
    ...(own === null && schools.length > 1 ? [warning.schools(schools.join(', '))] : []),
    ...(rows === 0 ? [warning.noRows] : []),
  ]
}

const counted = (tally: Tally) => ({
  schooljaar: tally.schoolYear,
  vakgebied: tally.subject,
  toets: tally.test,
  jaargroep: tally.yearGroup,
  moment: tally.moment,
  n: tally.n,
  niveaus: Object.fromEntries(levelCounts(tally.levels)),
  referentieniveaus: Object.fromEntries(tally.references),
  gemiddeldeScore: roundedMean(tally),
})

/** In the words of the message: a test by its code. */
function ofMessage(message: Uwlr, tallies: readonly Tally[]) {
  return {
    schooljaar: message.schoolYear,
    brincode: message.brin,
    afnames: message.takings,
    resultaten: message.results.length,
    toetsen: [...message.tests.values()].map(({ code, name, yearGroup, subject }) => {
      const results = message.results.filter(({ test }) => test === code)
      const levels: Record<string, number> = {}
      for (const { level } of results) if (level !== '') levels[level] = (levels[level] ?? 0) + 1
      return {
        toetscode: code,
        toetsnaam: name,
        leerjaar: Number(yearGroup) || null,
        vakgebied: subject,
        n: results.length,
        niveaus: levels,
        gelezen: tallies.some((tally) => tally.subject === subject),
      }
    }),
  }
}

const byName = <Of>(map: ReadonlyMap<string, Of>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1))

const percent = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((10_000 * part) / whole) / 100

const referenceYear = (year: ReferenceYear) => ({
  schooljaar: year.schoolYear,
  leerlingen: year.pupils,
  ontheffing: year.exempt,
  niveausTotaal: year.levels,
  perOnderdeel: Object.fromEntries(
    byName(year.bySubject).map(([subject, counts]) => [subject, Object.fromEntries(counts)]),
  ),
  minstens1F: year.at1F,
  streef: year.atTarget,
  // A year in which one of the three subjects lacks has no number.
  pct1F: year.gap ? null : percent(year.at1F, year.levels),
  pct1S2F: year.gap ? null : percent(year.atTarget, year.levels),
})

/** The last three complete years together, all levels counted once. */
function pooled(years: readonly ReferenceYear[]) {
  const last = years.filter(({ gap }) => gap === null).slice(-3)
  const sum = (of: (year: ReferenceYear) => number) => last.reduce((all, year) => all + of(year), 0)
  const levels = sum((year) => year.levels)
  const at1F = sum((year) => year.at1F)
  const atTarget = sum((year) => year.atTarget)
  return {
    schooljaren: last.map(({ schoolYear }) => schoolYear),
    niveaus: levels,
    minstens1F: at1F,
    streef: atTarget,
    pct1F: percent(at1F, levels),
    pct1S2F: percent(atTarget, levels),
  }
}
