import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { distFile, isBuilt } from './fingerprint.ts'

type Tool = { main: (args: string[]) => Promise<number> }

/** What `npm start`, `npm test` and the other scripts do: one verb each. The server and the commands read argv. */
const VERBS: Record<string, (args: string[]) => Promise<void>> = {
  server: () => product('server'),
  cli: () => product('cli'),
  build: tool(() => import('./build.ts')),
  check: tool(() => import('./check.ts')),
  format: tool(() => import('./format.ts')),
  test: tool(() => import('./test.ts')),
  bench: tool(() => import('./bench.ts')),
  shots: tool(() => import('./shots.ts')),
  rights: tool(() => import('./rights.ts')),
}

/** The product itself, built first when its sources have changed. */
async function product(name: 'server' | 'cli') {
  if (!isBuilt()) buildApart()
  await import(pathToFileURL(distFile(`server/${name}.js`)).href)
}

/** In a process of its own: what a bundler needs of memory is no part of a server that stays. */
function buildApart() {
  const { status } = spawnSync(process.execPath, [process.argv[1] ?? '', 'build'], {
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) process.exit(1)
}

function tool(load: () => Promise<Tool>) {
  return async (args: string[]) => {
    const { main } = await load()
    process.exitCode = await main(args)
  }
}

/** The launcher's only call. */
export function run([verb = 'server', ...args]: string[]): void {
  const go = VERBS[verb]
  if (go) go(args).catch(fail)
  else fail(`start.cjs: ${verb}? Known: ${Object.keys(VERBS).join(', ')}`)
}

function fail(problem: unknown) {
  console.error(problem)
  process.exitCode = 1
}
