import { type Day, parseDay } from '../kernel/day.ts'
import { parseSchoolYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import { onItsOwn, remembered } from './remembered.ts'
import {
  LEVELS,
  type Level,
  REFERENCES,
  type Reference,
  type Result,
  type ResultTrouble,
  type TestMoment,
} from './result.ts'
import type { ColumnKind, Columns } from './result-columns.ts'
import { momentFrom, type TestName, testName } from './result-test.ts'

type Said = (kind: ColumnKind) => string

/** In characters, not in halves of them. */
const LONGEST_NAME = 80
/** Something else than single spaces inside a text. */
const UNTIDY = /^\s|\s$|\s\s|[^\S ]/

/**
 * One row of a file as a result, or why it is none. What stands in the other columns is not looked at.
 *
 * @param latest a result of a later school year can't be; null: any may be
 */
export function resultFrom(
  row: readonly string[],
  columns: Columns,
  latest: SchoolYear | null = null,
): Result | ResultTrouble {
  const said: Said = (kind) => {
    const at = columns[kind]
    const cell = at === undefined ? '' : (row[at] ?? '')
    return UNTIDY.test(cell) ? cell.trim().replace(/\s+/g, ' ') : cell
  }
  const pupil = said('pupil')
  if (pupil === '') return 'pupil-missing'
  if (!/^[A-Za-z0-9._-]{1,40}$/.test(pupil)) return 'pupil-odd'
  const when = whenOf(said, latest)
  if (typeof when === 'string') return when
  const what = whatOf(said)
  if (typeof what === 'string') return what
  const reached = reachedOf(said)
  if (typeof reached === 'string') return reached
  const { schoolYear, takenOn } = when
  const { test, subject, moment, yearGroup } = what
  const { score, level, reference, exempt } = reached
  const group = nameFrom(said('group')) || null
  return {
    pupil,
    schoolYear,
    takenOn,
    group,
    yearGroup,
    test,
    subject,
    moment,
    score,
    level,
    reference,
    exempt,
  }
}

const nameFrom = remembered((text) => onItsOwn(nameIn(text)))
const testFrom = remembered(testName)
const momentSaid = remembered(momentFrom)
const yearSaid = remembered(parseSchoolYear)
const daySaid = remembered(dayFrom)

/** A database gives back what it got only of whole characters, without signs that are none. */
function nameIn(text: string): string {
  const clean = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
  // A character is two halves at most: who has a long name need not be taken apart as a whole.
  return Array.from(clean.slice(0, LONGEST_NAME * 2))
    .slice(0, LONGEST_NAME)
    .join('')
    .trim()
}

function whenOf(
  said: Said,
  latest: SchoolYear | null,
): { takenOn: Day | null; schoolYear: SchoolYear } | ResultTrouble {
  const date = said('takenOn')
  const takenOn = date === '' ? null : daySaid(date)
  if (takenOn === 'odd') return 'date-odd'
  const written = said('schoolYear')
  const schoolYear = written === '' ? takenOn && schoolYearOf(takenOn) : yearSaid(written)
  if (!schoolYear) return 'year-unknown'
  const isFar =
    latest !== null && (schoolYear > latest || (takenOn !== null && schoolYearOf(takenOn) > latest))
  return isFar ? 'year-far' : { takenOn, schoolYear }
}

type What = { test: string; subject: string; moment: TestMoment; yearGroup: number }

function whatOf(said: Said): What | ResultTrouble {
  const name = testFrom(said('test'))
  const subject = nameFrom(said('subject') || name.series)
  const test = nameFrom(name.series || subject)
  if (test === '') return 'test-missing'
  const moment = momentSaid(said('moment')) ?? name.moment
  if (moment === null) return 'moment-unknown'
  const yearGroup = yearGroupOf(said, name)
  return typeof yearGroup === 'string' ? yearGroup : { test, subject, moment, yearGroup }
}

/** '7/8', '3/4/5 B', '7b-8a', '1 en 2', '3 t/m 5': the year group of a pupil can't be seen from it. */
const MIXED = /^[1-8][a-z]?(?:\s*(?:[/+&,.\-–]|t\/m|en|and|tot|to)\s*|\s+)[1-8](?!\d)/i

function yearGroupOf(said: Said, name: TestName): number | 'group-mixed' | 'year-group-odd' {
  const own = said('yearGroup')
  if (own === '' && name.yearGroup !== null) return name.yearGroup
  if (own === '' && MIXED.test(said('group'))) return 'group-mixed'
  const yearGroup = Number(own || /^([1-8])(?!\d)/.exec(said('group'))?.[1])
  return Number.isInteger(yearGroup) && yearGroup >= 1 && yearGroup <= 8 ? yearGroup : 'year-group-odd'
}

type Reached = { score: number | null; level: Level | null; reference: Reference | null; exempt: boolean }

function reachedOf(said: Said): Reached | ResultTrouble {
  const score = scoreFrom(said('score'))
  if (score === 'odd') return 'score-odd'
  const level = levelFrom(said('level'))
  if (level === 'odd') return 'level-odd'
  const reference = referenceFrom(said('reference'))
  if (reference === 'odd') return 'reference-odd'
  const exempt = exemptFrom(said('exempt'))
  if (exempt === 'odd') return 'exempt-odd'
  if (score === null && level === null && reference === null && !exempt) return 'nothing-measured'
  return { score, level, reference, exempt }
}

const oneOf = <One extends string>(known: readonly One[], text: string): One | null | 'odd' =>
  text === '' || text === '-' ? null : (known.find((one) => one === text) ?? 'odd')

const levelFrom = remembered((text) => oneOf(LEVELS, text.toUpperCase()))
const referenceFrom = remembered((text) =>
  oneOf(REFERENCES, text.toUpperCase().replace(/^(?:ONDER|<)\s*1F$/, '<1F')),
)

function scoreFrom(text: string): number | null | 'odd' {
  if (text === '' || text === '-') return null
  return /^-?\d{1,6}(?:[.,]\d{1,20})?$/.test(text) ? Number(text.replace(',', '.')) : 'odd'
}

const exemptFrom = remembered((text): boolean | 'odd' => {
  if (/^(?:|n|nee|no|0|false|onwaar)$/i.test(text)) return false
  return /^(?:j|ja|y|yes|1|true|waar)$/i.test(text) ? true : 'odd'
})

/** '2026-01-31', '31-1-2026', '31/01/2026', with or without a time behind it. */
function dayFrom(text: string): Day | 'odd' {
  const [date = ''] = text.split(/[T ]/)
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(date)
  const pad = (number = '') => number.padStart(2, '0')
  return parseDay(dutch ? `${dutch[3]}-${pad(dutch[2])}-${pad(dutch[1])}` : date) ?? 'odd'
}
