import { parseArgs } from 'node:util'
import Papa from 'papaparse'
import type { Db } from '../db/database.ts'
import { printed, sorry } from '../door/command-out.ts'
import type { Language } from '../kernel/language.ts'
import { parseSchoolYear, type SchoolYear } from '../kernel/school-year.ts'
import {
  type BoardIncomplete,
  type BoardOutcome,
  type BoardRow,
  type BoardWhy,
  boardRow,
  inBoardOrder,
  lastYearOf,
} from './board.ts'
import { boardOf } from './board-store.ts'
import { boardText } from './board-text.ts'
import { gapSentences } from './rule-text.ts'
import { signalText } from './signal-text.ts'

// What the command prints is read by programs: one language, with a decimal point.
const text = boardText('nl')
const signals = signalText('nl')

const HEADING = [
  'brin',
  'school',
  'schooljaren',
  'leerlingen',
  'pooled %1F',
  'pooled %1S/2F',
  'schoolweging',
  'signaleringswaarde 1F',
  'signaleringswaarde 1S/2F',
  'verdict 1F',
  'verdict 1S/2F',
  'reason',
]

/**
 * `board-signals [--year 2024-2025]`: for every school of this installation, in the order of its BRIN, the shares over
 * the years together, the signal values of its weighting and the verdicts, as CSV, with nothing of few pupils in it.
 * Without a year: the last in which any school took a doorstroomtoets. Answers the exit code: 0, or 2 with one line on standard error.
 */
export async function boardSignalsCommand(
  args: string[],
  open: () => Promise<Db>,
  language: Language,
): Promise<number> {
  const asked = parseAsked(args)
  if (asked === 'odd') return sorry(boardText(language).usage)
  const db = await open()
  try {
    const schools = inBoardOrder(await boardOf(db))
    const until = asked ?? lastYearOf(schools)
    const rows = until === null ? [] : schools.map((school) => cellsOf(boardRow(school, until)))
    await printed(Papa.unparse([HEADING, ...rows], { newline: '\n', escapeFormulae: true }))
    return 0
  } finally {
    await db.close()
  }
}

function parseAsked(args: string[]): SchoolYear | null | 'odd' {
  try {
    const { values } = parseArgs({ args, options: { year: { type: 'string' } } })
    return values.year === undefined ? null : (parseSchoolYear(values.year) ?? 'odd')
  } catch {
    return 'odd'
  }
}

function cellsOf({ brin, name, outcome }: BoardRow): string[] {
  const who = [brin ?? '', name]
  if ('why' in outcome) return [...who, '', '', '', '', '', '', '', '', '', reasonOf(outcome)]
  const { years, pupils, pct1F, pctTarget, weighting } = outcome
  return [
    ...who,
    `${years[0]}..${years.at(-1)}`,
    String(pupils),
    pct1F.toFixed(2),
    pctTarget.toFixed(2),
    weighting === null ? '' : String(weighting),
    ...signalCells(outcome),
  ]
}

const reasonOf = (outcome: { readonly why: BoardWhy } | BoardIncomplete) =>
  outcome.why === 'incomplete' ? gapSentences('nl', outcome.years).join(' ') : text.why[outcome.why]

function signalCells({ signal }: BoardOutcome): string[] {
  if ('why' in signal) return ['', '', '', '', text.why[signal.why]]
  const { value1F, valueTarget, verdict1F, verdictTarget } = signal
  return [
    String(value1F),
    valueTarget === null ? '' : String(valueTarget),
    signals.verdict[verdict1F],
    verdictTarget === null ? '' : signals.verdict[verdictTarget],
    verdictTarget === null ? signals.noWeighting : '',
  ]
}
