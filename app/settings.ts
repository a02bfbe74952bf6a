import { z } from 'zod'
import { type Refusal, refuse } from './kernel/refusal.ts'

/** How this server is set up, from the environment. */
export type Settings = {
  readonly port: number
  readonly host: string
  /** The folder of the embedded database; not used with `databaseUrl`. */
  readonly dataDir: string
  readonly databaseUrl: string | null
  /** The file with the key of private notes, outside the database. */
  readonly notesKeyFile: string
  /** The address in the reader's address bar, without a slash at the end; null when it was not given. */
  readonly baseUrl: string | null
  readonly smtpUrl: string | null
  /** Whether the demo school is there. */
  readonly demo: boolean
  /** Whether every request is logged, or only those that went wrong. */
  readonly logAll: boolean
}

export type SettingRefusal = 'port' | 'host' | 'database-url' | 'base-url' | 'smtp-url' | 'demo' | 'log'

type Environment = Readonly<Record<string, string | undefined>>

const port = z.coerce.number().int().min(0).max(65_535)
const host = z.union([z.ipv4(), z.ipv6(), z.string().regex(/^[a-z][a-z0-9.-]*$/i)])
const address = (...schemes: string[]) =>
  z.string().refine((text) => {
    const url = URL.parse(text)
    return url !== null && schemes.includes(url.protocol) && url.hostname !== ''
  })
const databaseUrl = z
  .string()
  .refine((text) => ['postgres:', 'postgresql:'].includes(URL.parse(text)?.protocol ?? ''))
const baseUrl = address('http:', 'https:').refine((text) => {
  const url = URL.parse(text)
  return url?.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
})
const onOrOff = z.enum(['on', 'off', '1', '0', 'true', 'false', 'aan', 'uit'])
const log = z.enum(['all', 'problems'])

/** The settings, or the first one that can't be used; an empty value counts as not given. */
export function parseSettings(env: Environment): Settings | Refusal<SettingRefusal> {
  const given = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value?.trim() || undefined]),
  )
  const wrong = firstWrong(given)
  return wrong ? refuse(wrong.reason, wrong.name) : settingsFrom(given)
}

const CHECKS: readonly [SettingRefusal, string, z.ZodType][] = [
  ['port', 'PORT', port],
  ['host', 'HOST', host],
  ['database-url', 'DATABASE_URL', databaseUrl],
  ['base-url', 'BASE_URL', baseUrl],
  ['smtp-url', 'SMTP_URL', address('smtp:', 'smtps:')],
  ['demo', 'DEMO', onOrOff],
  ['log', 'LOG', log],
]

function firstWrong(given: Environment) {
  for (const [reason, name, check] of CHECKS) {
    if (given[name] !== undefined && !check.safeParse(given[name]).success) return { reason, name }
  }
  return null
}

function settingsFrom(given: Environment): Settings {
  const listensOn = given['HOST'] ?? '127.0.0.1'
  const alone =
    isLoopback(listensOn) && given['BASE_URL'] === undefined && given['DATABASE_URL'] === undefined
  const dataDir = given['DATA_DIR'] ?? './data'
  return {
    port: Number(given['PORT'] ?? 3000),
    host: listensOn,
    dataDir,
    databaseUrl: given['DATABASE_URL'] ?? null,
    notesKeyFile: given['NOTES_KEY_FILE'] ?? `${dataDir}/notes.key`,
    baseUrl: given['BASE_URL'] === undefined ? null : new URL(given['BASE_URL']).origin,
    smtpUrl: given['SMTP_URL'] ?? null,
    demo: given['DEMO'] === undefined ? alone : ['on', '1', 'true', 'aan'].includes(given['DEMO']),
    logAll: given['LOG'] === 'all',
  }
}

/** Whether an address or host name is this machine itself, and nothing beyond it. */
export const isLoopback = (name: string) =>
  name === 'localhost' || name === '::1' || name === '[::1]' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(name)
