import { floorOf, type Kind, kindOf, roomOf } from './rooms.ts'
import { type Finding, type Import, isTest, type Source } from './source.ts'

/** What may know what: floors, suffixes, and no circles. */
export function importFindings(sources: readonly Source[]): Finding[] {
  const house = sources.filter((source) => !isTest(source.path))
  const each = house.flatMap((source) => source.imports.flatMap((one) => oneImport(source, one)))
  return [...each, ...house.flatMap(unknownRoom), ...circles(house)]
}

function oneImport(source: Source, one: Import): Finding[] {
  const checks = one.own ? [tooHigh, notForOthers, suffixMay] : [packageFor]
  return checks.flatMap((check) => {
    const broken = check(source.path, one.target, one.typeOnly)
    return broken ? [{ path: source.path, line: one.line, ...broken }] : []
  })
}

type Broken = { rule: string; text: string } | null

function tooHigh(path: string, target: string): Broken {
  const from = roomOf(path)
  const to = roomOf(target)
  if (from === null || to === null || from === to) return null
  const mine = floorOf(from)
  const theirs = floorOf(to)
  if (mine === null || theirs === null || theirs < mine) return null
  return { rule: 'floors', text: `${from} may not know ${to}: look down only` }
}

/** The map of the house: `app/routes.ts` and the sheets beside it. */
const isMap = (path: string) => /^app\/routes(?:-[a-z]+)?\.ts$/.test(path)

function notForOthers(path: string, target: string): Broken {
  const kind = kindOf(target)
  if (kind === 'test') return { rule: 'tests', text: `${target} is a test: nobody imports one` }
  if (kind !== 'page' && kind !== 'feed') return null
  return isMap(path) ? null : { rule: 'pages', text: `${target}: only the routes know a ${kind}` }
}

/** Which kinds a file of a kind may import; kinds that are not here may import all below them. */
const MAY_KNOW: Partial<Record<Kind, readonly Kind[]>> = {
  rule: ['rule', 'may'],
  may: ['rule', 'may'],
  text: ['rule', 'may', 'text'],
  store: ['rule', 'may', 'store'],
  view: ['rule', 'may', 'text', 'view'],
}

function suffixMay(path: string, target: string, typeOnly: boolean): Broken {
  const kind = kindOf(path)
  const allowed = MAY_KNOW[kind]
  const seen = typeOnly && isPlainType(target) ? null : kindSeen(path, target)
  if (!allowed || seen === null || allowed.includes(seen)) return null
  return { rule: 'suffixes', text: `a ${kind} file may not know ${target} (${seen})` }
}

/** The shape of a document or of the desk is no machinery; the database's shapes stay with the stores. */
const isPlainType = (target: string) => kindOf(target) === 'machine' && roomOf(target) !== 'db'

/** Machinery of a low room is what its room is for: a store's `db`, a view's `ui`. Null: always allowed. */
function kindSeen(path: string, target: string): Kind | null {
  const kind = kindOf(path)
  const room = roomOf(target)
  if (room === roomOf(path) && kindOf(target) === 'machine' && kind === 'store') return null
  if (kind === 'store' && room === 'db') return null
  if (kind === 'view' && (room === 'ui' || room === 'paper')) return null
  return room === 'kernel' ? 'rule' : kindOf(target)
}

const FRAMEWORK = /^(?:hono|@hono\/|kysely|pg|@hotwired\/|nodemailer|vite)/

function packageFor(path: string, target: string, typeOnly: boolean): Broken {
  if (typeOnly) return null
  const kind = kindOf(path)
  const pure = kind === 'rule' || kind === 'may' || kind === 'text'
  if (pure && (target.startsWith('node:') || FRAMEWORK.test(target))) {
    return { rule: 'purity', text: `a ${kind} file is pure: no ${target}` }
  }
  const view = kind === 'view' && (target.startsWith('node:') || /^(?:kysely|pg)\b/.test(target))
  return view ? { rule: 'purity', text: `a view only draws: no ${target}` } : null
}

function unknownRoom(source: Source): Finding[] {
  const room = roomOf(source.path)
  if (room === null || floorOf(room) !== null) return []
  return [
    {
      path: source.path,
      line: 1,
      rule: 'floors',
      text: `${room} is no room of the house: put it on the map first`,
    },
  ]
}

/** One finding for every file that can be reached from itself. */
function circles(sources: readonly Source[]): Finding[] {
  const next = new Map(
    sources.map((source) => [source.path, source.imports.filter((one) => one.own).map((one) => one.target)]),
  )
  return sources.flatMap((source) => {
    const way = wayBack(source.path, next)
    return way ? [{ path: source.path, line: 1, rule: 'circles', text: way.join(' → ') }] : []
  })
}

function wayBack(start: string, next: ReadonlyMap<string, readonly string[]>): string[] | null {
  const seen = new Set<string>()
  const ways = [[start]]
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const target of next.get(way.at(-1) ?? '') ?? []) {
      if (target === start) return [...way, start]
      if (!seen.has(target)) ways.push([...way, target])
      seen.add(target)
    }
  }
  return null
}
