import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cluster, findPostgres, startCluster } from '../postgres.ts'
import { tableOf } from './line.ts'
import { theTrends } from './trends.ts'
import { countryLines } from './trends-country.ts'

export const BENCHMARKS = join(import.meta.dirname, '..', '..', 'docs', 'benchmarks.md')
const TRENDS = '\n## Trends\n'

/** Measures trends, prints the table, and writes it as a part of its own of docs/benchmarks.md; answers the exit code. */
export async function writeTrends(folder: string, cluster: Cluster | null): Promise<number> {
  if (!cluster) {
    console.log('Not measured: PostgreSQL (not found on this machine)')
    return 1
  }
  const table = tableOf([...(await theTrends(folder, cluster)), ...(await theCountry(folder))])
  console.log(table)
  const [before = ''] = readFileSync(BENCHMARKS, 'utf8').split(TRENDS)
  writeFileSync(BENCHMARKS, `${before}${TRENDS}${about(cluster)}\n${table}\n`)
  return 0
}

/** In a database of its own. */
async function theCountry(folder: string) {
  const bin = findPostgres()
  const cluster = bin && (await startCluster(bin, { durable: true }))
  if (!cluster) return []
  try {
    return await countryLines(folder, cluster)
  } finally {
    await cluster.stop()
  }
}

/** The part of trends as it stands in docs/benchmarks.md, for who writes the rest. */
export function trendsBefore(): string {
  const [, part] = readFileSync(BENCHMARKS, 'utf8').split(TRENDS)
  return part === undefined ? '' : `${TRENDS}${part}`
}

const about = ({ version }: Cluster) => `
Made by \`npm run bench:trends\`, on PostgreSQL ${version} with its own settings, from a seeded generator: schools with 10,000
results each (200 pupils, five tests, twice a year, five years), and one file of 1,000,000 results (CSV). Importing is
reading the file, pseudonyms, COPY, storing with an index, and all figures with growth, as the page does it and in a
process of its own; bare is COPY of rows that are ready, into a table without an index, and one GROUP BY into the counts,
without growth. Three of each, turn about; the shortest count. A board and a country are schools with five years of the
doorstroomtoets, four coming in at a time; what is read of them is what \`board-signals\` prints. A busy machine makes
figures worse.
`
