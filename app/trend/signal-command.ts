import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import Papa from 'papaparse'
import { printed, sorry } from '../door/command-out.ts'
import { CannotReadCsv, csvRows } from '../paper/csv-in.ts'
import { type SignalColumns, type SignalRow, signalColumns, signalRow } from './signal-in.ts'
import { signalText } from './signal-text.ts'

// What the command prints is read by programs: one language, with a decimal point.
const text = signalText('nl')

const HEADING = [
  'ovt',
  'pooled %1F',
  'pooled %1S/2F',
  'signaleringswaarde 1F',
  'signaleringswaarde 1S/2F',
  'verdict 1F',
  'verdict 1S/2F',
  'reason',
]
const MOST_BYTES = 100 * 2 ** 20

/**
 * `signal FILE.csv`: for every school of the Inspectie's open file the shares over the years together, the signal values
 * of its weighting and the verdicts, as CSV; gives 0, or says in one line why not and gives 2. Needs no database.
 */
export async function signalCommand(args: string[]): Promise<number> {
  const [file, ...more] = args
  if (!file || more.length > 0) return sorry(text.usage)
  const size = await sizeOf(file)
  if (size === null) return sorry(text.unreadable(file))
  if (size > MOST_BYTES) return sorry(text.large)
  try {
    const rows = await signalsOf(file)
    if (rows === null) return sorry(text.heading)
    await printed(Papa.unparse([HEADING, ...rows.map(cellsOf)], { newline: '\n', escapeFormulae: true }))
    return 0
  } catch (error) {
    if (error instanceof CannotReadCsv) return sorry(`${text.csv[error.why]} ${text.atLine(error.line)}`)
    throw error
  }
}

const sizeOf = (file: string) =>
  stat(file).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  )

async function signalsOf(file: string): Promise<SignalRow[] | null> {
  let columns: SignalColumns | null = null
  const found: SignalRow[] = []
  for await (const rows of csvRows(createReadStream(file))) {
    for (const { cells } of rows) {
      if (columns !== null) found.push(signalRow(cells, columns))
      else {
        columns = signalColumns(cells)
        if (columns === null) return null
      }
    }
  }
  return columns === null ? null : found
}

function cellsOf({ ovt, outcome }: SignalRow): string[] {
  if ('why' in outcome) return [ovt, '', '', '', '', '', '', text.why[outcome.why]]
  return [
    ovt,
    outcome.pct1F.toFixed(2),
    outcome.pctTarget.toFixed(2),
    String(outcome.value1F),
    outcome.valueTarget === null ? '' : String(outcome.valueTarget),
    text.verdict[outcome.verdict1F],
    outcome.verdictTarget === null ? '' : text.verdict[outcome.verdictTarget],
    outcome.verdictTarget === null ? text.noWeighting : '',
  ]
}
