import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseAst } from 'vite'

/** A node of the syntax tree (ESTree with TypeScript and JSX). */
export type Node = { type: string; start: number; end: number; [key: string]: unknown }

export type Import = {
  /** A path from the root of the checkout for our own files, else the package's specifier. */
  readonly target: string
  readonly own: boolean
  /** Gone when the program runs. */
  readonly typeOnly: boolean
  readonly line: number
}

/** A source file, read and parsed. */
export type Source = {
  /** From the root of the checkout, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly program: Node
  readonly imports: readonly Import[]
}

/** Something that breaks a rule of the house. */
export type Finding = {
  readonly path: string
  readonly line: number
  readonly rule: string
  readonly text: string
}

const PLACES = ['app', 'browser', 'test', 'tools', 'server.ts', 'vitest.config.ts']

/** Every source file of the house. */
export function readSources(root: string): Source[] {
  const names = PLACES.flatMap((place) => (place.endsWith('.ts') ? [place] : filesIn(root, place)))
  return names.filter(isCode).map((path) => sourceOf(path, readFileSync(join(root, path), 'utf8')))
}

function filesIn(root: string, place: string) {
  const entries = readdirSync(join(root, place), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.map((file) => file.slice(root.length + 1).replaceAll('\\', '/')).sort()
}

const isCode = (path: string) => /\.tsx?$/.test(path) && !path.includes('/fixtures/')

/** A source of its path and text, as the tests make them too. */
export function sourceOf(path: string, text: string): Source {
  const program = parseAst(text, {
    lang: path.endsWith('x') ? 'tsx' : 'ts',
    astType: 'ts',
  }) as unknown as Node
  return { path, text, program, imports: importsOf(path, text, program) }
}

function importsOf(path: string, text: string, program: Node): Import[] {
  const found: Import[] = []
  walk(program, (node) => {
    const from = node['source']
    if (!isNode(from) || typeof from['value'] !== 'string') return
    const own = from['value'].startsWith('.')
    const target = own ? posix.join(posix.dirname(path), from['value']) : from['value']
    const typeOnly = node['importKind'] === 'type' || node['exportKind'] === 'type'
    found.push({ target, own, typeOnly, line: lineAt(text, node.start) })
  })
  return found
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Visits a node and everything in it; `parents` are those above it, nearest last. */
export function walk(
  node: Node,
  visit: (node: Node, parents: readonly Node[]) => void,
  parents: readonly Node[] = [],
): void {
  visit(node, parents)
  const below = [...parents, node]
  for (const value of Object.values(node)) {
    if (isNode(value)) walk(value, visit, below)
    else if (Array.isArray(value)) for (const one of value) if (isNode(one)) walk(one, visit, below)
  }
}

export const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length

/** A finding about a node of a file. */
export const findingAt = (source: Source, node: Node, rule: string, text: string): Finding => ({
  path: source.path,
  line: lineAt(source.text, node.start),
  rule,
  text,
})

export const isTest = (path: string) => path.startsWith('test/') || /\.test\.tsx?$/.test(path)
