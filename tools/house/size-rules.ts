import { type Finding, findingAt, isTest, lineAt, type Node, type Source, walk } from './source.ts'

const LONG_FILE = 200
// A test tells a story and a table of cases: it may be longer than what it tries.
const LONGEST = { function: 40, file: 300 }
const LONGEST_TEST = { function: 100, file: 600 }

const longest = ({ path }: Source) => (isTest(path) ? LONGEST_TEST : LONGEST)

export function sizeFindings(sources: readonly Source[]): Finding[] {
  return sources.flatMap((source) => [...longFile(source), ...longFunctions(source)])
}

const linesOf = (source: Source) => source.text.trimEnd().split('\n').length

function longFile(source: Source): Finding[] {
  const lines = linesOf(source)
  if (lines <= longest(source).file) return []
  return [
    {
      path: source.path,
      line: lines,
      rule: 'file size',
      text: `${lines} lines; ${longest(source).file} at most`,
    },
  ]
}

function longFunctions(source: Source): Finding[] {
  return functionsOf(source).flatMap(({ node, lines }) =>
    lines > longest(source).function
      ? [
          findingAt(
            source,
            node,
            'function size',
            `a function of ${lines} lines; ${longest(source).function} at most`,
          ),
        ]
      : [],
  )
}

/** The functions of a file with their length; a group of tests (`describe`, `eachDatabase`) is no function. */
function functionsOf(source: Source) {
  const found: { node: Node; lines: number }[] = []
  walk(source.program, (node, parents) => {
    if (!/^(?:Function(?:Declaration|Expression)|ArrowFunctionExpression)$/.test(node.type)) return
    if (isTest(source.path) && isGroup(parents.at(-1))) return
    found.push({ node, lines: lineAt(source.text, node.end) - lineAt(source.text, node.start) + 1 })
  })
  return found
}

const isGroup = (node: Node | undefined) =>
  node?.type === 'CallExpression' && /"(?:describe|each[A-Z]\w*)"/.test(JSON.stringify(node['callee']))

/** What the house weighs, in one line, with the files that are getting long. */
export function sizeReport(sources: readonly Source[]): string[] {
  const house = sources.filter((source) => !isTest(source.path))
  const lengths = house
    .flatMap(functionsOf)
    .map(({ lines }) => lines)
    .sort((a, b) => a - b)
  const long = house
    .filter((source) => linesOf(source) > LONG_FILE)
    .map((source) => `${source.path} (${linesOf(source)})`)
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0
  const ninety = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  return [
    `${house.length} files, functions: median ${median}, nine in ten at most ${ninety}, longest ${lengths.at(-1) ?? 0} lines`,
    ...(long.length > 0 ? [`over ${LONG_FILE} lines: ${long.join(', ')}`] : []),
  ]
}
