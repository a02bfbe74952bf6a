import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Keeper } from '../../app/session/actor.ts'
import type { Line } from './line.ts'
import { FLAGS } from './served.ts'
import { bareTimes } from './trends-bare.ts'
import type { ImportCost } from './trends-import.ts'
import { ROWS_EACH, seededResults, writeCsv } from './trends-rows.ts'

const MANY = 1_000_000
const PROGRAM = join(import.meta.dirname, 'trends-import.ts')
const TIMES = 3

type Place = { readonly url: string; readonly folder: string; readonly keyFile: string }

/** One file of a million results, taken in by schools that have none, turn about with the bare counting. */
export async function fileLines(place: Place, newSchool: () => Promise<Keeper>): Promise<Line[]> {
  const file = join(place.folder, 'results.csv')
  await writeCsv(file, seededResults(MANY / ROWS_EACH, 42))
  const imports: ImportCost[] = []
  const bares: { copy: number; group: number }[] = []
  let school = await newSchool()
  for (let time = 0; time < TIMES; time += 1) {
    bares.push(await bareTimes(place.url, MANY))
    if (time > 0) school = await newSchool()
    const cost = imported(place, school, file)
    if (cost.added !== MANY) throw new Error(`${cost.added} results came in`)
    imports.push(cost)
  }
  const again = imported(place, school, file)
  if (again.added !== 0) throw new Error('the same file changed something')
  return linesOf(imports, bares, again)
}

function imported({ url, keyFile }: Place, { schoolId }: Keeper, file: string): ImportCost {
  const args = [...FLAGS, PROGRAM, url, schoolId, file, keyFile]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as ImportCost
}

function linesOf(
  imports: readonly ImportCost[],
  bares: readonly { copy: number; group: number }[],
  again: ImportCost,
): Line[] {
  const best = (times: readonly number[]) => Math.min(...times)
  const bare = best(bares.map(({ copy, group }) => copy + group))
  const ms = imports.map((one) => one.ms)
  const times = (one: number) => `× ${(one / bare).toFixed(2)}`
  return [
    [
      'import of 1,000,000 results, from the file to the figures',
      `${seconds(best(ms))} (${ms.map(seconds).join(', ')}); ${times(best(ms))} of bare`,
      'bare × 3',
    ],
    ['of which after the last result was read', seconds(best(imports.map((one) => one.storingMs))), ''],
    [
      'bare: COPY of the same rows, GROUP BY into the same counts',
      `${seconds(bare)} (${bares.map(({ copy, group }) => `${seconds(copy)} + ${seconds(group)}`).join(', ')})`,
      '',
    ],
    [
      'memory of the importing process, highest',
      `${Math.max(...imports.map(({ peak }) => peak))} MB (${imports[0]?.idle} MB before)`,
      '400 MB',
    ],
    ['the same file again: nothing changes', `${seconds(again.ms)}, ${again.peak} MB`, ''],
  ]
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
