import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Where } from '../app/db/open.ts'
import { growDemoPlan } from './bench/big-plan.ts'
import { coldLoad } from './bench/cold-load.ts'
import { editorTimes } from './bench/editor.ts'
import { type FileTimes, fileTimes } from './bench/files.ts'
import { theYear } from './bench/home.ts'
import { type Line, tableOf } from './bench/line.ts'
import { killedInTheMiddle, type Measured, measure, type Target } from './bench/load-run.ts'
import { inTheRoom } from './bench/meeting-lines.ts'
import { memoryOf } from './bench/process-cost.ts'
import { theQuestions } from './bench/questions.ts'
import { searchTimes } from './bench/search.ts'
import { type Served, serve, signIn } from './bench/served.ts'
import { type Spread, threadTimes } from './bench/thread.ts'
import { BENCHMARKS, trendsBefore, writeTrends } from './bench/trends-report.ts'
import { type WritingTimes, writingTimes } from './bench/writing.ts'
import { build } from './build.ts'
import { type Cluster, findPostgres, startCluster } from './postgres.ts'

const TRACKS = 60
const CONNECTIONS = [1, 10, 50]
const SECONDS = 6
const WARM_UP = 3

/**
 * `npm run bench`: prints a table and writes it to docs/benchmarks.md; `npm run bench year` and `npm run bench questions`
 * measure one part alone and only print. `npm run bench:trends` takes long and is run by itself: it writes its own part of
 * that file, which the other one leaves.
 */
export async function main([part]: string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'rode-draad-bench-'))
  const bin = findPostgres()
  const cluster = bin ? await startCluster(bin, { durable: true }) : null
  try {
    if (part === 'trends') return await writeTrends(folder, cluster)
    const alone = part === 'year' ? years : part === 'questions' ? questions : null
    if (alone) {
      await build()
      console.log(tableOf(await alone(join(folder, 'alone'), cluster)))
      return 0
    }
    const lines = [
      ...(await starts(folder)),
      ...(await onSqlite(folder)),
      ...(cluster ? await onPostgres(cluster) : []),
      ...(await writing(join(folder, 'writing'))),
      ...(await searching('SQLite', { dataDir: join(folder, 'search') })),
      ...(cluster ? await searching('PostgreSQL', { url: cluster.ownerUrl }) : []),
      ...(await meetings(join(folder, 'meeting'), cluster)),
      ...(await years(join(folder, 'year'), cluster)),
      ...(await questions(join(folder, 'questions'), cluster)),
    ]
    if (!cluster) console.log('Not measured: PostgreSQL (not found on this machine)')
    report(lines, cluster)
  } finally {
    await cluster?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return 0
}

const ms = (value: number) => `${Math.round(value)} ms`
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

async function starts(folder: string): Promise<Line[]> {
  const began = performance.now()
  await build()
  const built = performance.now() - began
  const dataDir = join(folder, 'start')
  const first = await serve({ DATA_DIR: dataDir })
  await first.stop()
  const later = await serve({ DATA_DIR: dataDir })
  const memory = memoryOf(later.pid)
  await later.stop()
  return [
    ['first start: build, database and demo school', ms(built + first.startMs), '15 s'],
    ['later start', ms(later.startMs), '2 s'],
    ['memory, idle', memory ? `${memory.now} MB` : '-', ''],
  ]
}

async function onSqlite(folder: string): Promise<Line[]> {
  const dataDir = join(folder, 'data')
  const planId = await grown({ dataDir })
  const server = await serve({ DATA_DIR: dataDir })
  try {
    const target = await planPage(server, planId)
    return [
      ...(await underLoad('SQLite', target, server, [server.pid], 900)),
      ...(await beside(target)),
      ...(await writingBegins(target)),
      ...filesLines(await fileTimes(`${target.url}/export`, target.cookie)),
      threadLine(await threadTimes(target.url, target.cookie)),
    ]
  } finally {
    await server.stop()
  }
}

async function writingBegins(target: Target): Promise<Line[]> {
  const times = await editorTimes(target)
  if (!times) return []
  const { first, again, script } = times
  return [
    [
      'from the click to the first letter in the editor, first time',
      `p50 ${ms(first.p50)}, p95 ${ms(first.p95)}`,
      '',
    ],
    ['the same, later', `p50 ${ms(again.p50)}, p95 ${ms(again.p95)}`, ''],
    ['script that comes only for writing', kB(script), '170 kB'],
  ]
}

/** On SQLite: the relay and the hub are alike on both databases, only storing differs. */
async function writing(dataDir: string): Promise<Line[]> {
  const planId = await grown({ dataDir })
  return writingLines(await writingTimes(dataDir, planId))
}

function writingLines({ keys, perText }: WritingTimes): Line[] {
  const spread = ({ p50, p95 }: { p50: number; p95: number }) =>
    `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
  return [
    ...keys.map(
      ({ clients, own, bare }): Line => [
        `writing together: a key to ${clients} others`,
        `${spread(own)}; bare relay ${spread(bare)}`,
        clients === 20 ? 'p95 10 ms, bare × 1.5' : 'bare × 1.5',
      ],
    ),
    ['writing together: memory for each open text', perText === null ? '-' : `${perText.toFixed(0)} kB`, ''],
  ]
}

async function searching(name: string, where: Where): Promise<Line[]> {
  const { texts, first, p50, p95 } = await searchTimes(where)
  const figure = `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, the first ${first.toFixed(1)} ms`
  return [[`${name}: search, ten years of plans (${texts} texts)`, figure, '50 ms']]
}

const meetings = (dataDir: string, before: Cluster | null) => apart(inTheRoom, dataDir, before)
const years = (dataDir: string, before: Cluster | null) => apart(theYear, dataDir, before)
const questions = (dataDir: string, before: Cluster | null) => apart(theQuestions, dataDir, before)

/** On SQLite, and on a PostgreSQL of its own: the other one holds ten years of plans by now. */
async function apart(measured: typeof inTheRoom, dataDir: string, before: Cluster | null): Promise<Line[]> {
  const embedded = await measured('SQLite', { dataDir }, { DATA_DIR: dataDir })
  const bin = before && findPostgres()
  const cluster = bin ? await startCluster(bin, { durable: true }) : null
  try {
    if (!cluster) return embedded
    const { ownerUrl: url, pid } = cluster
    return [...embedded, ...(await measured('PostgreSQL', { url }, { DATABASE_URL: url }, [pid]))]
  } finally {
    await cluster?.stop()
  }
}

async function onPostgres(cluster: Cluster): Promise<Line[]> {
  const planId = await grown({ url: cluster.ownerUrl })
  const server = await serve({ DATABASE_URL: cluster.ownerUrl })
  try {
    return await underLoad(
      'PostgreSQL',
      await planPage(server, planId),
      server,
      [server.pid, cluster.pid],
      500,
    )
  } finally {
    await server.stop()
  }
}

async function grown(where: Where) {
  const db = await openDatabase(where)
  const planId = await growDemoPlan(db, TRACKS)
  await db.close()
  return planId
}

/** The plan page as Karin, the coordinator, sees it: every track, everything that she may do. */
async function planPage(server: Served, planId: string): Promise<Target> {
  const target = { url: `${server.url}/plan/${planId}`, cookie: await signIn(server.url, 'karin') }
  const answer = await fetch(target.url, { headers: { cookie: target.cookie } })
  if (answer.status !== 200) throw new Error(`the plan page: ${answer.status}`)
  console.log(`plan page: ${kB((await answer.text()).length)} of HTML`)
  return target
}

async function underLoad(
  name: string,
  target: Target,
  server: Served,
  pids: number[],
  aim: number,
): Promise<Line[]> {
  await measure(target, 10, WARM_UP, pids)
  const lines: Line[] = []
  for (const connections of CONNECTIONS)
    lines.push(...loadLines(name, await measure(target, connections, SECONDS, pids), aim))
  const after = await killedInTheMiddle(target)
  const memory = memoryOf(server.pid)
  return [
    ...lines,
    [`${name}: answers again after a load generator was killed in the middle`, ms(after), ''],
    [`${name}: memory of the server, highest`, memory ? `${memory.peak} MB` : '-', '250 MB'],
  ]
}

function loadLines(
  name: string,
  { connections, perSecond, p50, p99, cpuMs, failed }: Measured,
  aim: number,
): Line[] {
  if (failed > 0) throw new Error(`${name}: ${failed} answers failed at ${connections} connections`)
  const what = `${name}: plan page, ${connections} connection${connections === 1 ? '' : 's'}`
  const figure = `${perSecond} requests/s, p50 ${p50} ms, p99 ${p99} ms, ${cpuMs ?? '-'} ms of CPU each`
  return [[what, figure, connections === 10 ? `${aim} requests/s, p99 60 ms, 2.5 ms` : '']]
}

async function beside(target: Target): Promise<Line[]> {
  const cold = await coldLoad(target)
  if (!cold) return []
  return [
    ['cold load of the plan page', `${cold.requests} requests, ${kB(cold.bytes)}`, '150 kB'],
    ['of which script', kB(cold.script), '60 kB'],
    ['of which fonts', kB(cold.fonts), '60 kB'],
  ]
}

const filesLines = ({ word, pdf, json, wordIn }: FileTimes): Line[] => [
  ['Word out', ms(word), '150 ms'],
  ['PDF out', ms(pdf), '300 ms'],
  ['JSON out', ms(json), ''],
  ['Word in, that same file', ms(wordIn), '300 ms'],
]

const threadLine = ({ middle, least, most }: Spread): Line => [
  `thread view of ${TRACKS} tracks`,
  `${middle.toFixed(1)} ms (rounds of ${least.toFixed(1)} to ${most.toFixed(1)} ms)`,
  '20 ms',
]

function report(lines: readonly Line[], cluster: Cluster | null) {
  const table = tableOf(lines)
  console.log(`\n${table}\n`)
  writeFileSync(BENCHMARKS, `${page(table, cluster)}${trendsBefore()}`)
}

const page = (table: string, cluster: Cluster | null) => `# Benchmarks

Made by \`npm run bench\`: the built product on a plan with ${TRACKS} teachers' tracks, signed in as the coordinator; load
generator on the same cores. SQLite and PostgreSQL as they are in use, with every commit synced to disk. CPU is that of the
server and, on PostgreSQL, of all its processes. Figures of one run; a busy machine makes them worse.

The meeting: one process, a hundred phones and one presenter, each with a session, an open feed and the page that it asks
for, as a browser does (but no browser draws them: that comes on top, in each phone). A hundred voices at moments of
chance within ten seconds, three rounds after one to warm up; the phones run in one process on the same two cores, which
is part of every figure.

Vandaag: three plans, 61 people, 5,000 pieces of time, steps and visits, a filled circle for each of four years; signed in as
the coordinator. What is drawn is kept as long as nothing is stored in the database; beside the figures of that stands how
it goes while something is stored four times a second, and what reading and drawing anew takes.

Questions: 60 colleagues with a profile, 2,000 questions that all lie in the tray with three rungs each, 2,000 asks; signed in as
the coordinator.

Machine: ${machine()}, Node ${process.versions.node}${cluster ? `, PostgreSQL ${cluster.version}` : ''}.

${table}
`

const machine = () =>
  `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB of memory`
