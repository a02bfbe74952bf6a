import { spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

export type Ran = { code: number; output: string }

/**
 * Runs a package's own program with this very Node.
 *
 * @param script a path inside node_modules, for example 'vitest/vitest.mjs'
 * @param shown whether its output goes straight to the console, or comes back
 */
export function runNode(script: string, args: string[], options: { shown?: boolean; env?: NodeJS.ProcessEnv } = {}) {
  return run(process.execPath, [join(ROOT, 'node_modules', script), ...args], options)
}

/** Runs a program to its end; output of both streams together. */
export function run(program: string, args: string[], { shown = false, env = {} }: { shown?: boolean; env?: NodeJS.ProcessEnv } = {}) {
  return new Promise<Ran>((resolve, reject) => {
    const stdio = shown ? 'inherit' : 'pipe'
    const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', stdio, stdio], env: { ...process.env, ...env } })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
