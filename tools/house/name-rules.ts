import { kindOf } from './rooms.ts'
import { type Finding, findingAt, isTest, lineAt, type Node, type Source, walk } from './source.ts'

/** Names, barrels, words and other habits of one file at a time. */
export function nameFindings(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => [
    ...badName(source),
    ...barrel(source),
    ...wordless(source),
    ...anyAtAll(source),
    ...absolute(source),
    ...unfinished(source),
  ])
}

const DRAWERS = /(?:^|[/-])(?:utils?|lib|services?|helpers?|common|shared|types|misc|index)(?:\/|\.tsx?$)/

function badName({ path }: Source): Finding[] {
  const name = path.replace(/^.*\//, '')
  if (!/^[a-z0-9-]+(?:\.test|\.config|\.d)?\.tsx?$/.test(name)) {
    return [{ path, line: 1, rule: 'names', text: 'file names are made of a-z, 0-9 and -' }]
  }
  if (!DRAWERS.test(path)) return []
  return [{ path, line: 1, rule: 'drawers', text: 'a drawer: find the room that this belongs to' }]
}

/** A file that only hands on what others export. */
function barrel(source: Source): Finding[] {
  const body = source.program['body'] as Node[]
  const handedOn = body.filter((node) => /^Export(?:All|Named)Declaration$/.test(node.type) && node['source'])
  const all = handedOn.find((node) => node.type === 'ExportAllDeclaration')
  const only = handedOn.length > 0 && handedOn.length === body.length ? handedOn[0] : undefined
  const found = all ?? only
  return found ? [findingAt(source, found, 'barrels', 'import from where it is made')] : []
}

function wordless(source: Source): Finding[] {
  if (kindOf(source.path) !== 'text' || /\bwords(?:<[^(]*>)?\(/.test(source.text)) return []
  return [
    {
      path: source.path,
      line: 1,
      rule: 'words',
      text: 'a text file gives its words in both languages by words()',
    },
  ]
}

function anyAtAll(source: Source): Finding[] {
  const found: Finding[] = []
  walk(source.program, (node) => {
    if (node.type === 'TSAnyKeyword') found.push(findingAt(source, node, 'any', 'no any: say what it is'))
  })
  return found
}

/** Works on one machine only. */
const absolute = ({ path, imports }: Source): Finding[] =>
  imports
    .filter(({ target }) => target.startsWith('/'))
    .map(({ target, line }) => ({ path, line, rule: 'finished', text: `an import from ${target}` }))

// Split, so that this file does not find itself.
const UNFINISHED = new RegExp(`\\b(?:${['TO', 'FIX'].join('DO|')}ME|@ts-(?:ignore|nocheck|expect-error))\\b`)
const PATHS = /["'`](?:\/work|\/root|\/home)\//

function unfinished(source: Source): Finding[] {
  const patterns = isTest(source.path) ? [UNFINISHED] : [UNFINISHED, PATHS]
  return patterns.flatMap((pattern) => {
    const found = pattern.exec(source.text)
    return found
      ? [{ path: source.path, line: lineAt(source.text, found.index), rule: 'finished', text: found[0] }]
      : []
  })
}
