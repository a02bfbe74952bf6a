import { kindOf, roomOf } from './rooms.ts'
import { type Finding, findingAt, isNode, isTest, type Node, type Source, walk } from './source.ts'

type Write = { source: Source; node: Node; table: string | null; room: string }

/** One room writes a table, in a store; SQL in text counts too. Stores get their handle from the caller. */
export function tableFindings(sources: readonly Source[]): Finding[] {
  const house = sources.filter((source) => roomOf(source.path) !== null && !isTest(source.path))
  const writes = house.filter((source) => roomOf(source.path) !== 'db').flatMap(writesOf)
  return [
    ...writes.flatMap(wrongPlace),
    ...secondWriters(writes),
    ...house.flatMap(ownHandle),
    ...house.flatMap(storeShape),
  ]
}

const WRITERS = ['insertInto', 'updateTable', 'deleteFrom', 'replaceInto', 'mergeInto']
const WRITING_SQL = /\b(?:insert\s+into|update|delete\s+from)\s+"?([a-z_]+)"?/gi

function writesOf(source: Source): Write[] {
  const room = roomOf(source.path) ?? ''
  const found: Write[] = []
  walk(source.program, (node, parents) => {
    const tables =
      node.type === 'CallExpression'
        ? calledOn(node, parents)
        : node.type === 'TaggedTemplateExpression'
          ? inSql(node)
          : []
    for (const table of tables) found.push({ source, node, table, room })
  })
  return found
}

/** The table of `insertInto('x')`, or those that a loop around it names; null when it is named nowhere. */
function calledOn(call: Node, parents: readonly Node[]): (string | null)[] {
  const callee = call['callee'] as Node
  const name = callee.type === 'MemberExpression' ? (callee['property'] as Node)['name'] : null
  if (typeof name !== 'string' || !WRITERS.includes(name)) return []
  const [first] = call['arguments'] as Node[]
  if (first && typeof first['value'] === 'string') return [first['value']]
  return loopNames(parents) ?? [null]
}

/** The strings of `for (const table of ['a', 'b'] as const)`. */
function loopNames(parents: readonly Node[]): string[] | null {
  const loop = parents.findLast((node) => node.type === 'ForOfStatement')
  const right = loop?.['right']
  const list = isNode(right) && right.type === 'TSAsExpression' ? right['expression'] : right
  if (!isNode(list) || list.type !== 'ArrayExpression') return null
  const names = (list['elements'] as Node[]).map((one) => one['value'])
  return names.every((name) => typeof name === 'string') ? names : null
}

function inSql(tagged: Node): string[] {
  const tag = tagged['tag'] as Node
  if (tag['name'] !== 'sql') return []
  const { quasis } = tagged['quasi'] as { quasis: { value: { raw: string } }[] }
  return [
    ...quasis
      .map((part) => part.value.raw)
      .join('?')
      .matchAll(WRITING_SQL),
  ].map((match) => match[1] ?? '')
}

function wrongPlace({ source, node, table }: Write): Finding[] {
  if (table === null)
    return [findingAt(source, node, 'one writer', 'name the table that is written, in so many words')]
  if (kindOf(source.path) === 'store') return []
  return [findingAt(source, node, 'one writer', `${table} is written outside a store`)]
}

function secondWriters(writes: readonly Write[]): Finding[] {
  const first = new Map<string, string>()
  return writes.flatMap(({ source, node, table, room }) => {
    if (table === null) return []
    const owner = first.get(table) ?? room
    first.set(table, owner)
    return owner === room
      ? []
      : [findingAt(source, node, 'one writer', `${table} is written by ${owner} already`)]
  })
}

const OPENERS = /(?:^app\/db\/|-command\.ts$|-worker\.ts$|-job\.ts$|^app\/cli\.ts$)/

function ownHandle(source: Source): Finding[] {
  const opens = source.imports.find((one) => one.target === 'app/db/open.ts')
  if (!opens || OPENERS.test(source.path)) return []
  return [
    {
      path: source.path,
      line: opens.line,
      rule: 'handle',
      text: 'the database is handed over, not opened here',
    },
  ]
}

const HANDLES = ['db', 'tx', 'sql']

/** Where a function of a store takes the handle, it takes it first. */
function storeShape(source: Source): Finding[] {
  if (kindOf(source.path) !== 'store') return []
  return exportedFunctions(source.program).flatMap((node) => {
    const names = (node['params'] as Node[]).map((one) => String(one['name']))
    if (names.findIndex((name) => HANDLES.includes(name)) < 1) return []
    return [findingAt(source, node, 'handle', 'the database handle comes first')]
  })
}

function exportedFunctions(program: Node): Node[] {
  const exported = (program['body'] as Node[]).filter((node) => node.type === 'ExportNamedDeclaration')
  const declared = exported.map((node) => node['declaration']).filter(isNode)
  return declared.flatMap((node) => {
    if (node.type === 'FunctionDeclaration') return [node]
    const made = ((node['declarations'] ?? []) as Node[]).map((one) => one['init']).filter(isNode)
    return made.filter((one) => /Function/.test(one.type))
  })
}
