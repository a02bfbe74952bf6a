import { spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

export type Ran = { code: number; output: string }
type Options = {
  /** Whether its output goes straight to the console; else it comes back. */
  readonly shown?: boolean
  readonly env?: NodeJS.ProcessEnv
}

/** Runs a package's own program with this very Node; `script` is its path inside node_modules. */
export function runNode(script: string, args: string[], options: Options = {}): Promise<Ran> {
  return run(process.execPath, [join(ROOT, 'node_modules', script), ...args], options)
}

/** Runs a program to its end; both streams together. */
export function run(
  program: string,
  args: string[],
  { shown = false, env = {} }: Options = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const stdio = shown ? 'inherit' : 'pipe'
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', stdio, stdio],
      env: { ...process.env, ...env },
    })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
