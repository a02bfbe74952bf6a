import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** A file of the built product, for example `server/cli.js`. */
export const distFile = (name: string) => join(ROOT, 'dist', name)

const SOURCES = ['app', 'browser', 'server.ts', 'tools/build.ts', 'tools/compile-jsx.ts', 'package-lock.json']

/** One hash over name, size and moment of change of every source file: a few milliseconds, no file is read. */
export function fingerprint(root = ROOT): string {
  const hash = createHash('sha256')
  for (const line of SOURCES.flatMap((name) => linesOf(root, name))) hash.update(line)
  return hash.digest('hex')
}

function linesOf(root: string, name: string): string[] {
  const found = statSync(join(root, name), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return isTest(name) ? [] : [`${name} ${found.size} ${found.mtimeMs}\n`]
  return readdirSync(join(root, name))
    .sort()
    .flatMap((child) => linesOf(root, `${name}/${child}`))
}

const isTest = (name: string) => /\.test\.tsx?$/.test(name)

/** Whether `dist/` was made from the sources as they are now. */
export const isBuilt = () => readStamp() === fingerprint()

function readStamp() {
  try {
    return readFileSync(distFile('fingerprint'), 'utf8')
  } catch {
    return null
  }
}
