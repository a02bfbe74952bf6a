import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

/** What `npm start` gives to Node, flags and all. */
const START = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } }
).scripts.start
  .split(' ')
  .slice(1)

// What the launcher would add by starting a second process; the one that is measured must be the server itself.
const SAFE_FOR_THREADS =
  process.platform === 'linux' && process.arch === 'x64' ? ['--no-memory-protection-keys'] : []

/** Those that are for Node itself. */
export const FLAGS = [...SAFE_FOR_THREADS, ...START.filter((word) => word.startsWith('--'))]

/** A server of the built product, as `npm start` runs it. */
export type Served = {
  readonly url: string
  readonly pid: number
  /** From the command to the printed address, in milliseconds. */
  readonly startMs: number
  output(): string
  stop(): Promise<void>
}

export function serve(env: NodeJS.ProcessEnv): Promise<Served> {
  const began = performance.now()
  const child = spawn(process.execPath, [...SAFE_FOR_THREADS, ...START], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', DEMO: 'on', LANG: 'nl_NL.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let output = ''
    const hear = (chunk: Buffer) => {
      output += chunk.toString()
      const url = /http:\/\/localhost:\d+/.exec(output)?.[0]
      if (url)
        resolve({
          url: url.replace('localhost', '127.0.0.1'),
          pid: child.pid ?? 0,
          startMs: performance.now() - began,
          output: () => output,
          stop: () => stop(child),
        })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${output}`)))
  })
}

function stop(child: ChildProcess) {
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  child.kill('SIGTERM')
  return ended
}

/** Signs in as somebody of the demo school; the cookie for the requests that follow. */
export async function signIn(url: string, who: string): Promise<string> {
  const answer = await fetch(`${url}/demo/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ who }),
    redirect: 'manual',
  })
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  if (answer.status !== 303 || cookie === '') throw new Error(`signing in as ${who}: ${answer.status}`)
  return cookie
}

/** The same cookie, for a browser. */
export const cookiesOf = (cookie: string, url: string) =>
  cookie
    .split('; ')
    .map((one) => ({ name: one.slice(0, one.indexOf('=')), value: one.slice(one.indexOf('=') + 1), url }))
