import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Load } from '../load.ts'
import { cpuOf } from './process-cost.ts'

const GENERATOR = join(import.meta.dirname, '..', 'load.ts')

export type Target = { readonly url: string; readonly cookie: string }
export type Measured = Load & { readonly connections: number; readonly cpuMs: number | null }

const generator = ({ url, cookie }: Target, connections: number, seconds: number) =>
  spawn(
    process.execPath,
    [
      GENERATOR,
      '--url',
      url,
      '--cookie',
      cookie,
      '--connections',
      String(connections),
      '--seconds',
      String(seconds),
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )

/**
 * One run of the load generator in a process of its own.
 *
 * @param pids the processes whose CPU counts: the server, and PostgreSQL where there is one
 */
export async function measure(
  target: Target,
  connections: number,
  seconds: number,
  pids: readonly number[],
): Promise<Measured> {
  const before = cpuSum(pids)
  const load = await outputOf(generator(target, connections, seconds))
  const after = cpuSum(pids)
  const cpuMs =
    before === null || after === null ? null : Math.round(((after - before) / load.requests) * 100) / 100
  return { ...load, connections, cpuMs }
}

function cpuSum(pids: readonly number[]): number | null {
  const each = pids.map(cpuOf)
  return each.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
}

function outputOf(child: ReturnType<typeof generator>): Promise<Load> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(output) as Load) : reject(new Error(`load: ${code}`)),
    )
  })
}

/** A load generator that is killed in the middle; the milliseconds in which the server answers the next reader. */
export async function killedInTheMiddle(target: Target): Promise<number> {
  const child = generator(target, 50, 30)
  const ended = new Promise((resolve) => child.once('close', resolve))
  await pause(1_500)
  child.kill('SIGKILL')
  await ended
  const began = performance.now()
  const answer = await fetch(target.url, { headers: { cookie: target.cookie } })
  if (answer.status !== 200) throw new Error(`after a killed load generator: ${answer.status}`)
  await answer.text()
  return Math.round(performance.now() - began)
}
