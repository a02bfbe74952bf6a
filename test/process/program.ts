import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')

/** The environment of a program under test: nothing of the one around it, and Dutch unless it says otherwise. */
function environment(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'nl_NL.UTF-8', ...more }
}

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rode-draad-process-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A program that is running: the launcher with one verb, as npm calls it. */
export type Program = {
  readonly child: ChildProcess
  /** Both streams so far. */
  output(): string
  /** Waits until the output holds something; fails when the program ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>
  /** Sends a signal and waits for the end. */
  ends(signal?: NodeJS.Signals): Promise<Ended>
}

export type Ended = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }

// With it the launcher needs no second process, so that a kill hits the server itself.
const isForThreads = (flag: string) => flag === '--no-memory-protection-keys'

/** Starts a verb of the launcher; whatever is left of it is killed when the test ends. */
export function start(verb: string[], env: NodeJS.ProcessEnv = {}): Program {
  const child = spawn(process.execPath, [...process.execArgv.filter(isForThreads), 'start.cjs', ...verb], {
    cwd: ROOT,
    env: environment(env),
    stdio: 'pipe',
  })
  const streams = { stdout: '', stderr: '' }
  const heard = new Set<() => void>()
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk: Buffer) => {
      streams[name] += chunk.toString()
      for (const tell of heard) tell()
    })
  }
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, ...streams }))
  })
  const output = () => streams.stdout + streams.stderr
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  // Its folder goes after it, and must not be written in any more.
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await gone
  })
  return {
    child,
    output,
    says: (pattern) => saying(pattern, output, heard, ended),
    ends(signal) {
      if (signal) child.kill(signal)
      return ended
    },
  }
}

function saying(pattern: RegExp, output: () => string, heard: Set<() => void>, ended: Promise<Ended>) {
  return new Promise<RegExpExecArray>((resolve, reject) => {
    const look = () => {
      const found = pattern.exec(output())
      if (found) resolve(found)
      return found !== null
    }
    heard.add(look)
    if (!look()) void ended.then(() => look() || reject(new Error(`ended without ${pattern}: ${output()}`)))
  })
}

/**
 * A port to which a server can come back: outside the range from which a system hands out ports, so that nobody who
 * knocks while the server is gone gets it for the own end of the line.
 */
export async function lastingPort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000)
  return (await isFree(port)) ? port : lastingPort()
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

export type Server = Program & { readonly url: string }

/** A server on a free port, ready. */
export async function startServer(env: NodeJS.ProcessEnv): Promise<Server> {
  const program = start(['server'], { PORT: '0', ...env })
  const [url] = await program.says(/http:\/\/localhost:\d+/)
  return { ...program, url }
}

/** A command to its end. */
export const command = (args: string[], env: NodeJS.ProcessEnv): Promise<Ended> =>
  start(['cli', ...args], env).ends()
