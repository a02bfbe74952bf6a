/** The floors of the house, lowest first. Rooms on one floor do not know each other. */
const FLOORS = [
  ['kernel'],
  ['db', 'ui'],
  ['paper', 'post', 'door'],
  ['form'],
  ['session'],
  ['school'],
  ['writing'],
  ['round'],
  ['plan'],
  ['adoption'],
  ['evaluation', 'note'],
  ['result'],
  ['trend', 'shelf'],
  ['ambition'],
  ['meeting'],
  ['lookback'],
  ['minutes'],
  ['deciding'],
  ['agenda'],
  ['hall'],
  ['step'],
  ['visit'],
  ['year'],
  ['profile', 'office'],
  ['peer'],
  ['calendar'],
  ['time'],
  ['question'],
  ['tray'],
  ['pattern'],
  ['datatalk'],
  ['analysis'],
  ['orchestra', 'learning', 'role', 'care'],
  ['board'],
  ['home', 'api'],
] as const

/** The room of a file under `app/`; files directly in `app/` have their own place: settings low, the rest on the roof. */
export function roomOf(path: string): string | null {
  const [top, room, file] = path.split('/')
  if (top !== 'app' || room === undefined) return null
  if (file !== undefined) return room
  return room === 'settings.ts' ? 'kernel' : 'roof'
}

/** How high a room lies; null for a room that is not on the map. */
export function floorOf(room: string): number | null {
  if (room === 'roof') return FLOORS.length
  const floor = FLOORS.findIndex((rooms) => rooms.some((name) => name === room))
  return floor < 0 ? null : floor
}

/**
 * Rooms whose files without a suffix may use Node, libraries and stores: the machinery below, and the API on top. In
 * every other room a file without a suffix is a rule.
 */
const MACHINERY = ['db', 'ui', 'paper', 'post', 'door', 'api', 'roof']
// Here nothing is drawn for a reader: a page is one of Word's.
const MACHINES_ONLY = ['db', 'paper']

export type Kind = 'rule' | 'may' | 'text' | 'store' | 'view' | 'page' | 'feed' | 'machine' | 'test'

const SUFFIXES = ['may', 'text', 'store', 'view', 'page', 'feed'] as const
// Reading SQL for a store, and pieces of a view.
const KIN: Record<string, Kind> = { load: 'store', rows: 'store', pieces: 'view', shell: 'view' }
// Work that is neither a page nor SQL: the desk, a worker thread, a command, a job that runs by itself, secrets,
// what carries a file in or out; and the demo school, which is put together from all rooms.
const MACHINES = ['desk', 'worker', 'command', 'job', 'middleware', 'secret', 'in', 'out', 'make']

/** What a file is, by the suffix of its name and the room it lies in. */
export function kindOf(path: string): Kind {
  if (/\.test\.tsx?$/.test(path)) return 'test'
  const name = path.replace(/^.*\//, '').replace(/\.tsx?$/, '')
  const room = roomOf(path)
  const last = name.slice(name.lastIndexOf('-') + 1)
  if (MACHINES.includes(last) || /^(?:desk|demo)-/.test(name) || room === null) return 'machine'
  if (MACHINES_ONLY.includes(room) && last !== 'text') return 'machine'
  return bySuffix(name, last, room) ?? (MACHINERY.includes(room) ? 'machine' : 'rule')
}

function bySuffix(name: string, last: string, room: string): Kind | undefined {
  const suffix = KIN[last] ?? (name === last ? undefined : SUFFIXES.find((one) => one === last))
  // What stands on paper is drawn for a reader too.
  return suffix ?? (room === 'form' && name.startsWith('paper-') ? 'view' : undefined)
}
