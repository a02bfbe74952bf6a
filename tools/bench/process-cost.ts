import { readdirSync, readFileSync } from 'node:fs'

// Linux counts CPU in hundredths of a second, whatever the kernel's own tick.
const TICK_MS = 10

type Stat = { pid: number; parent: number; own: number; children: number }

function statOf(pid: number): Stat | null {
  try {
    // The name stands in brackets and may hold anything, so count from the last bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number)
    const [, parent = 0] = fields
    const ticks = (from: number) => (fields[from] ?? 0) + (fields[from + 1] ?? 0)
    return { pid, parent, own: ticks(11) * TICK_MS, children: ticks(13) * TICK_MS }
  } catch {
    return null
  }
}

/** CPU time so far of a process and everything below it, in milliseconds; null where there is no /proc. */
export function cpuOf(pid: number): number | null {
  const root = statOf(pid)
  if (!root) return null
  const all = readdirSync('/proc')
    .map(Number)
    .filter((one) => one > 0)
    .map(statOf)
    .filter((one) => one !== null)
  return root.children + [root, ...below(pid, all)].reduce((sum, { own }) => sum + own, 0)
}

function below(pid: number, all: readonly Stat[]): Stat[] {
  const children = all.filter(({ parent }) => parent === pid)
  return [...children, ...children.flatMap((one) => below(one.pid, all))]
}

/** Memory in megabytes: now, and at its highest. */
export function memoryOf(pid: number): { now: number; peak: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const of = (name: string) =>
      Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
    return { now: of('VmRSS'), peak: of('VmHWM') }
  } catch {
    return null
  }
}
