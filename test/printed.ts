import { vi } from 'vitest'

/** What a command prints while `run` goes on: standard output and standard error apart, and its exit code. */
export async function printed(run: () => Promise<number>) {
  const said = { out: '', err: '' }
  const take = (to: 'out' | 'err') =>
    ((text: string, done?: () => void) => {
      said[to] += text
      done?.()
      return true
    }) as never
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(take('err')),
  ]
  try {
    return { code: await run(), ...said }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
