import { posix } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { SaxesParser } from 'saxes'
import { fromBufferPromise } from 'yauzl'

/** The parts of a Word file by their names. */
export async function partsOf(word: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>()
  const zip = await fromBufferPromise(Buffer.from(word), { lazyEntries: true, autoClose: false })
  for await (const entry of zip.eachEntry())
    parts.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8'))
  return parts
}

/** An element with what is in it; `text` is all text below it. */
export type Tree = {
  readonly name: string
  readonly values: Readonly<Record<string, string>>
  readonly children: Tree[]
  text: string
}

/** The elements of a part; a part that is no XML throws. */
export function treeOf(xml: string | undefined): Tree {
  const top: Tree = { name: '', values: {}, children: [], text: '' }
  const path = [top]
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', ({ name, attributes }) => {
    const made: Tree = { name, values: attributes, children: [], text: '' }
    path.at(-1)?.children.push(made)
    path.push(made)
  })
  parser.on('text', (text) => {
    for (const one of path) one.text += text
  })
  parser.on('closetag', () => void path.pop())
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml ?? '').close()
  return top
}

/** All elements of a name below one, in their order. */
export const allOf = (tree: Tree, name: string): Tree[] =>
  tree.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)])

/** The first element of a name. */
export function oneOf(tree: Tree, name: string): Tree {
  const [found] = allOf(tree, name)
  if (!found) throw new Error(`no ${name}`)
  return found
}

/** What Word would stumble over in a package: parts without a type, relations to nothing, ids that stand twice or for nothing. */
export function brokenIn(parts: ReadonlyMap<string, string>): string[] {
  const types = treeOf(parts.get('[Content_Types].xml'))
  const named = allOf(types, 'Override').map(({ values }) => values['PartName']?.slice(1) ?? '')
  const endings = allOf(types, 'Default').map(({ values }) => values['Extension'] ?? '')
  const names = [...parts.keys()]
  return [
    ...twice(named).map((name) => `${name}: two types`),
    ...named.filter((name) => !parts.has(name)).map((name) => `${name}: a type and no part`),
    ...names.flatMap((name) => (isTyped(name, named, endings) ? [] : [`${name}: no type`])),
    ...names.filter((name) => name.endsWith('.rels')).flatMap((name) => brokenRelations(parts, name)),
    ...names.filter((name) => /\.(?:xml|rels)$/.test(name)).flatMap((name) => unusedIds(parts, name)),
    ...twice(drawingIds(parts)).map((id) => `two drawings ${id}`),
  ]
}

/** `.xml` alone says too little: a part of a chart has a type of its own. */
const isTyped = (name: string, named: readonly string[], endings: readonly string[]) =>
  name === '[Content_Types].xml' ||
  named.includes(name) ||
  endings.some((ending) => ending !== 'xml' && name.endsWith(`.${ending}`))

const twice = (all: readonly string[]) => all.filter((one, at) => all.indexOf(one) < at)

const relationsOf = (parts: ReadonlyMap<string, string>, name: string) =>
  allOf(treeOf(parts.get(name)), 'Relationship').map(({ values }) => values)

function brokenRelations(parts: ReadonlyMap<string, string>, name: string): string[] {
  const folder = posix.dirname(posix.dirname(name))
  const relations = relationsOf(parts, name)
  return [
    ...twice(relations.map(({ Id = '' }) => Id)).map((id) => `${name}: ${id} twice`),
    ...relations.flatMap(({ Target = '', TargetMode }) =>
      TargetMode === 'External' || parts.has(posix.normalize(posix.join(folder, Target)))
        ? []
        : [`${name}: no ${Target}`],
    ),
  ]
}

function unusedIds(parts: ReadonlyMap<string, string>, name: string): string[] {
  const relations = `${posix.dirname(name)}/_rels/${posix.basename(name)}.rels`
  const known = new Set(parts.has(relations) ? relationsOf(parts, relations).map(({ Id }) => Id) : [])
  return [...(parts.get(name) ?? '').matchAll(/ r:id="([^"]*)"/g)].flatMap(([, id]) =>
    known.has(id) ? [] : [`${name}: ${id} is no relation`],
  )
}

const drawingIds = (parts: ReadonlyMap<string, string>) =>
  allOf(treeOf(parts.get('word/document.xml')), 'wp:docPr').map(({ values }) => values['id'] ?? '')
