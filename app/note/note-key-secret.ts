import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { SchoolId } from '../kernel/id.ts'
import { seal, unseal } from '../session/secret-store.ts'

/** One key of the file; its id is a fingerprint of it. */
export type NoteKey = { readonly id: string; readonly bytes: Buffer }

/** The keys of the file, oldest first; what is written now is encrypted with the last. */
export type Keyring = { readonly current: NoteKey; readonly all: readonly NoteKey[] }

const HEAD = `# Rode Draad: the key of the private notes. Without it nobody can read them, not even you.
# Keep a copy of this file apart from the backups of the database. One key a line; the last one is used now.
`

const idOf = (bytes: Buffer) =>
  createHash('sha256').update('rode-draad note key').update(bytes).digest('hex').slice(0, 16)

const keyOf = (line: string): NoteKey | null => {
  const bytes = Buffer.from(line, 'base64url')
  return /^[\w-]{43}$/.test(line) && bytes.length === 32 ? { id: idOf(bytes), bytes } : null
}

/** The keys in a file; null when there is no such file, 'unreadable' when it holds something else. */
export function readKeyFile(file: string): Keyring | 'unreadable' | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    return isMissing(error) ? null : 'unreadable'
  }
  const lines = text.split('\n').map((line) => line.trim())
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#')).map(keyOf)
  const all = keys.filter((key) => key !== null)
  const current = all.at(-1)
  return current && all.length === keys.length ? { current, all } : 'unreadable'
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Makes the file with a first key, readable for the server's own account alone; leaves one that is there as it is. */
export function makeKeyFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const fresh = written(file, [])
  try {
    linkSync(fresh, file)
  } catch {
    // There already, or a disk that knows no second names.
    if (!existsSync(file)) copyFileSync(fresh, file, constants.COPYFILE_EXCL)
  } finally {
    rmSync(fresh, { force: true })
  }
}

/** Adds a new key behind those in the file; the old ones stay, because old backups need them. */
export function addKey(file: string, { all }: Keyring): void {
  renameSync(written(file, all), file)
}

/** A file beside it with the keys and a new one, whole and on the disk. */
function written(file: string, keys: readonly NoteKey[]) {
  const fresh = `${file}.${process.pid}.part`
  const lines = [...keys.map(({ bytes }) => bytes), randomBytes(32)].map((key) => key.toString('base64url'))
  rmSync(fresh, { force: true })
  const open = openSync(fresh, 'wx', 0o600)
  writeSync(open, `${HEAD}${lines.join('\n')}\n`)
  fsyncSync(open)
  closeSync(open)
  return fresh
}

/** What a sealed note is tied to: in another row, under another name or at another time it does not open. */
export type About = {
  readonly schoolId: SchoolId
  readonly entryId: string
  readonly noteId: string
  readonly authorId: string
  readonly revision: number
  readonly createdAt: string
}

const aboutOf = ({ schoolId, entryId, noteId, authorId, revision, createdAt }: About) =>
  JSON.stringify(['note', schoolId, entryId, noteId, authorId, revision, createdAt])

/** Each school has a key of its own, derived from the one in the file. */
const keyFor = ({ bytes }: NoteKey, { schoolId }: About) =>
  Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), `rode-draad notes of ${schoolId}`, 32))

export const sealNote = (key: NoteKey, text: string, about: About) =>
  seal(keyFor(key, about), text, aboutOf(about))

/** The text again; null when the key is not there, or anything of the row was changed. */
export function openNote({ all }: Keyring, keyId: string, sealed: string, about: About): string | null {
  const key = all.find(({ id }) => id === keyId)
  return key ? unseal(keyFor(key, about), sealed, aboutOf(about)) : null
}
