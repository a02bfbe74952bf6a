import { type Day, parseDay } from '../kernel/day.ts'
import { parseSchoolYear, type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
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
import { momentFrom, testName } from './result-test.ts'

type Said = (kind: ColumnKind) => string

const LONGEST_NAME = 80

/** One row of a file as a result, or why it is none. What stands in the other columns is not looked at. */
export function resultFrom(row: readonly string[], columns: Columns): Result | ResultTrouble {
  const said: Said = (kind) => {
    const at = columns[kind]
    return at === undefined ? '' : (row[at] ?? '').trim().replace(/\s+/g, ' ')
  }
  const pupil = said('pupil')
  if (pupil === '') return 'pupil-missing'
  if (!/^[A-Za-z0-9._-]{1,40}$/.test(pupil)) return 'pupil-odd'
  const when = whenOf(said)
  if (typeof when === 'string') return when
  const what = whatOf(said)
  if (typeof what === 'string') return what
  const reached = reachedOf(said)
  return typeof reached === 'string' ? reached : { pupil, group: groupOf(said), ...when, ...what, ...reached }
}

const groupOf = (said: Said) => said('group').slice(0, LONGEST_NAME) || null

function whenOf(said: Said): { takenOn: Day | null; schoolYear: SchoolYear } | ResultTrouble {
  const takenOn = said('takenOn') === '' ? null : dayFrom(said('takenOn'))
  if (takenOn === 'odd') return 'date-odd'
  const written = said('schoolYear')
  const schoolYear = written === '' ? takenOn && schoolYearOf(takenOn) : parseSchoolYear(written)
  return schoolYear ? { takenOn, schoolYear } : 'year-unknown'
}

type What = { test: string; subject: string; moment: TestMoment; yearGroup: number }

function whatOf(said: Said): What | ResultTrouble {
  const name = testName(said('test'))
  const subject = (said('subject') || name.series).slice(0, LONGEST_NAME)
  const test = (name.series || subject).slice(0, LONGEST_NAME)
  if (test === '') return 'test-missing'
  const moment = momentFrom(said('moment')) ?? name.moment
  if (moment === null) return 'moment-unknown'
  const written = said('yearGroup') || /^([1-8])(?!\d)/.exec(said('group'))?.[1]
  const yearGroup = name.yearGroup !== null && !said('yearGroup') ? name.yearGroup : Number(written)
  return Number.isInteger(yearGroup) && yearGroup >= 1 && yearGroup <= 8
    ? { test, subject, moment, yearGroup }
    : 'year-group-odd'
}

type Reached = { score: number | null; level: Level | null; reference: Reference | null; exempt: boolean }

function reachedOf(said: Said): Reached | ResultTrouble {
  const score = scoreFrom(said('score'))
  if (score === 'odd') return 'score-odd'
  const level = oneOf(LEVELS, said('level').toUpperCase())
  if (level === 'odd') return 'level-odd'
  const reference = oneOf(
    REFERENCES,
    said('reference')
      .toUpperCase()
      .replace(/^(?:ONDER|<)\s*1F$/, '<1F'),
  )
  if (reference === 'odd') return 'reference-odd'
  const exempt = exemptFrom(said('exempt'))
  if (exempt === 'odd') return 'exempt-odd'
  if (score === null && level === null && reference === null && !exempt) return 'nothing-measured'
  return { score, level, reference, exempt }
}

const oneOf = <One extends string>(known: readonly One[], text: string): One | null | 'odd' =>
  text === '' || text === '-' ? null : (known.find((one) => one === text) ?? 'odd')

function scoreFrom(text: string): number | null | 'odd' {
  if (text === '' || text === '-') return null
  return /^-?\d{1,6}(?:[.,]\d{1,10})?$/.test(text) ? Number(text.replace(',', '.')) : 'odd'
}

function exemptFrom(text: string): boolean | 'odd' {
  if (/^(?:|n|nee|no|0|false|onwaar)$/i.test(text)) return false
  return /^(?:j|ja|y|yes|1|true|waar)$/i.test(text) ? true : 'odd'
}

/** '2026-01-31', '31-1-2026', '31/01/2026', with or without a time behind it. */
function dayFrom(text: string): Day | 'odd' {
  const [date = ''] = text.split(/[T ]/)
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(date)
  const pad = (number = '') => number.padStart(2, '0')
  return parseDay(dutch ? `${dutch[3]}-${pad(dutch[2])}-${pad(dutch[1])}` : date) ?? 'odd'
}
