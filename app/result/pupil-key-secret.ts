import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { SchoolId } from '../kernel/id.ts'
import type { NoteKey } from '../note/note-key-secret.ts'
import { seal, unseal } from '../session/secret-store.ts'
import { onItsOwn } from './remembered.ts'

const wrapping = ({ bytes }: NoteKey, schoolId: SchoolId) =>
  Buffer.from(hkdfSync('sha256', bytes, Buffer.alloc(0), `rode-draad pupils of ${schoolId}`, 32))

const aboutOf = (schoolId: SchoolId) => JSON.stringify(['pupil-key', schoolId])

/** A key by chance, for the numbers of one school's pupils. */
export const newPupilKey = () => randomBytes(32)

/** The key of a school, encrypted with the one in the file: a dump of the tables does not lead back to a pupil. */
export const sealPupilKey = (key: NoteKey, pupilKey: Buffer, schoolId: SchoolId) =>
  seal(wrapping(key, schoolId), pupilKey.toString('base64url'), aboutOf(schoolId))

/** The key of a school again; null when it was sealed with another key or for another school. */
export function openPupilKey(key: NoteKey, sealed: string, schoolId: SchoolId): Buffer | null {
  const text = unseal(wrapping(key, schoolId), sealed, aboutOf(schoolId))
  return text === null ? null : Buffer.from(text, 'base64url')
}

const MOST_KEPT = 200_000

/**
 * The pseudonym of a pupil's number: 52 bits of HMAC-SHA256, a whole number that both databases hold in eight bytes.
 * Two pupils of a school of 3,000 share one once in a thousand million schools. Leading noughts of a number do not count:
 * a spreadsheet drops them.
 */
export function pseudonymOf(pupilKey: Uint8Array): (pupil: string) => number {
  const known = new Map<string, number>()
  return (pupil) => {
    const found = known.get(pupil)
    if (found !== undefined) return found
    const made = numberOf(pupilKey, /^\d+$/.test(pupil) ? pupil.replace(/^0+(?=\d)/, '') : pupil)
    if (known.size >= MOST_KEPT) known.clear()
    known.set(onItsOwn(pupil), made)
    return made
  }
}

function numberOf(pupilKey: Uint8Array, pupil: string): number {
  const bytes = createHmac('sha256', pupilKey).update(pupil).digest()
  return bytes.readUIntBE(0, 6) * 16 + (bytes.readUInt8(6) >> 4)
}
