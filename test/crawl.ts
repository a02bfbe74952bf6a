import type { Hono } from 'hono'
import type { OnDesk } from '../app/session/desk.ts'
import type { Visitor } from './request.ts'
import { partsOf } from './word/parts.ts'

/** What stands for each name in a route: every value is tried. */
export type Fillings = Readonly<Record<string, readonly string[]>>

/** What a page may be asked besides its path; each is tried on every path of that route. */
const QUESTIONS: Readonly<Record<string, (fill: Fillings) => string[]>> = {
  '/plan/:plan': ({ entry = [] }) => [
    '?edit=principles',
    ...entry.flatMap((id) => [`?edit=${id}`, `?shown=${id}`, `?removed=entry&id=${id}`]),
  ],
  '/plan/:plan/evaluation': ({ entry = [] }) => [
    '?time=mid',
    '?time=end',
    ...entry.map((id) => `?entry=${id}`),
  ],
  '/meeting/:meeting/text/:item': () => ['?from=desk'],
  '/plan/:plan/yields': ({ entry = [] }) => entry.map((id) => `?entry=${id}`),
  '/meeting/:meeting/minutes': () => ['?write=all'],
  '/plan/:plan/versions/compare': ({ snapshot = [] }) =>
    snapshot.flatMap((id) => [`?from=${id}`, `?from=now&to=${id}`]),
  '/search': () => ['?q=kanarie', '?q=kanari', '?q=bezwaar'],
  '/plan/:plan/thread': ({ person = [] }) => [
    '?loose=yes',
    ...['care', 'learning', 'trends', 'process'].map((domain) => `?domain=${domain}`),
    ...person.map((id) => `?person=${id}`),
  ],
  '/plan/:plan/orchestra': () => ['?by=team'],
  '/trends': () => ['?share=at1F'],
  '/trends/:subject': () => ['?show=pupils', '?show=growth', '?group=6&moment=M'],
  '/trends/talks/:talk': () => ['?side=plg'],
  '/trends/analyses/:analysis': () => ['?version=1'],
  '/team/map': () => ['?topic=behaviour', '?topic=parents'],
  '/plan/:plan/export/print': () => ['?readers=initials', '?readers=without-tracks'],
  '/plan/:plan/export/:format': () => ['?readers=initials', '?readers=without-tracks'],
}

/** What a name in a route has to look like. */
const SHAPE = /\{(?:[^{}]|\{[^{}]*\})*\}/g

/** The patterns of a method, as the app itself holds them: a page that is added later is crawled too. */
export const patternsOf = (app: Hono<OnDesk>, method: 'GET' | 'POST') =>
  [
    ...new Set(
      app.routes.filter((route) => route.method === method).map(({ path }) => path.replaceAll(SHAPE, '')),
    ),
  ].filter((path) => !path.startsWith('/assets/'))

/** Every path of a pattern. @throws when a route has a name that nothing is known for: say what stands there */
export function pathsOf(pattern: string, fill: Fillings): string[] {
  const plain = namesIn(pattern).reduce(
    (paths, name) => {
      const values = fill[name]
      if (!values) throw new Error(`tell the crawler what stands for :${name} in ${pattern}`)
      return paths.flatMap((path) => values.map((value) => path.replace(`:${name}`, value)))
    },
    [pattern],
  )
  const questions = QUESTIONS[pattern]?.(fill) ?? []
  return plain.flatMap((path) => [path, ...questions.map((question) => path + question)])
}

const namesIn = (pattern: string) => [...pattern.matchAll(/:(\w+)/g)].flatMap(([, name]) => name ?? [])

/** What came back, as text to search; a Word file as the text of its parts. */
export type Seen = { readonly path: string; readonly status: number; readonly text: string }

/** Asks for every path, as a page and (the plan) as the frame of a card. */
export async function crawl(visitor: Visitor, paths: readonly string[], headers?: Record<string, string>) {
  const seen: Seen[] = []
  for (const path of paths) {
    const answer = await visitor.get(path, headers)
    seen.push({ path, status: answer.status, text: await textOf(answer) })
  }
  return seen
}

/** Headers and body as they are; one-time values are taken out, so that two answers can be compared. */
export async function textOf(answer: Response): Promise<string> {
  const headers = [...answer.headers].filter(([name]) => !/^content-(security-policy|length)$/.test(name))
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) return feedText(answer)
  const isWord = answer.headers.get('content-type')?.includes('wordprocessingml') ?? false
  const body = isWord ? await wordText(await answer.arrayBuffer()) : await answer.text()
  // A word that is marked in part, or changed in part, is still that word.
  const plain = body.replaceAll(/<\/?(?:mark|ins|del|strong|em)\b[^>]*>/g, '')
  return `${JSON.stringify(headers)}\n${plain}`.replaceAll(/nonce"?( content)?="[^"]*"/g, '')
}

/** A feed never ends: what it says first, and then the line is put down. */
async function feedText(answer: Response): Promise<string> {
  const reader = answer.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}

/** All that stands in a Word file: in its text, and in parts that only Word shows, as those of charts. */
async function wordText(bytes: ArrayBuffer): Promise<string> {
  const parts = await partsOf(new Uint8Array(bytes))
  return (
    [...parts.values()]
      .join('')
      // When the file was made is the clock of the machine, and how its parts find each other is made up each time.
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')
      .replaceAll(/ (?:r:id|Id)="[^"]*"|<wp:docPr id="\d+"/g, '')
  )
}

/** The paths on which two crawls do not see the same. */
export const differing = (one: readonly Seen[], other: readonly Seen[]) =>
  one.filter(({ text }, place) => text !== other[place]?.text).map(({ path }) => path)
