import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { SchoolId } from '../kernel/id.ts'
import { addKey, type Keyring, makeKeyFile, openNote, readKeyFile, sealNote } from './note-key-secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-notes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let made = 0
const fresh = () => join(folder, `${made++}`, 'notes.key')

function ringIn(file: string): Keyring {
  const ring = readKeyFile(file)
  if (ring === null || ring === 'unreadable') throw new Error('no key')
  return ring
}

const ABOUT = {
  schoolId: 'school-a' as SchoolId,
  entryId: 'entry-a',
  noteId: 'note-a',
  authorId: 'person-a',
  revision: 1,
  createdAt: '2026-11-19T09:00:00.000Z',
}

describe('the key file', () => {
  it('is made once, for the server’s own account alone, and never over another', () => {
    const file = fresh()
    expect(readKeyFile(file)).toBe(null)
    makeKeyFile(file)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    const text = readFileSync(file, 'utf8')
    makeKeyFile(file)
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(existsSync(`${file}.${process.pid}.part`)).toBe(false)
  })

  it('gets a new key behind the old ones, which stay', () => {
    const file = fresh()
    makeKeyFile(file)
    const before = ringIn(file)
    addKey(file, before)
    const after = ringIn(file)
    expect(after.all.map(({ id }) => id)).toEqual([before.current.id, after.current.id])
    expect(after.current.id).not.toBe(before.current.id)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['nothing', ''],
    ['only words', '# een sleutel\n'],
    ['a short key', 'YWJj\n'],
    ['a key with a word behind it', `${'A'.repeat(43)} x\n`],
    ['bytes', '\u0000\u0001\u0002'],
    ['one good and one broken', `${'A'.repeat(43)}\n${'B'.repeat(42)}\n`],
  ])('with %s is not a key file', (_, text) => {
    const file = join(folder, `odd-${made++}`)
    writeFileSync(file, text)
    expect(readKeyFile(file)).toBe('unreadable')
  })

  it('that is a folder can’t be read', () => {
    expect(readKeyFile(folder)).toBe('unreadable')
  })
})

describe('a sealed note', () => {
  const file = fresh()
  makeKeyFile(file)
  const ring = ringIn(file)
  const sealed = sealNote(ring.current, 'Vandaag durfde ik het.', ABOUT)
  const open = (text = sealed, about = ABOUT, keys = ring, id = ring.current.id) =>
    openNote(keys, id, text, about)

  it('opens again, and holds none of its words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        fc.pre(text.isWellFormed())
        expect(open(sealNote(ring.current, text, ABOUT))).toBe(text)
      }),
    )
    for (const form of [sealed, Buffer.from(sealed, 'base64url').toString('latin1')])
      expect(form).not.toContain('durfde')
    expect(sealNote(ring.current, 'Vandaag durfde ik het.', ABOUT)).not.toBe(sealed)
  })

  it('opens for no other school, track, note, writer, revision or moment', () => {
    for (const other of [
      { schoolId: 'school-b' as SchoolId },
      { entryId: 'entry-b' },
      { noteId: 'note-b' },
      { authorId: 'person-b' },
      { revision: 2 },
      { createdAt: '2026-11-20T09:00:00.000Z' },
    ])
      expect([other, open(sealed, { ...ABOUT, ...other })]).toEqual([other, null])
  })

  it('opens with no other key, nor with a key under the name of this one', () => {
    const elsewhere = fresh()
    makeKeyFile(elsewhere)
    const other = ringIn(elsewhere)
    expect(open(sealed, ABOUT, other)).toBe(null)
    expect(open(sealed, ABOUT, other, other.current.id)).toBe(null)
    const forged = { id: ring.current.id, bytes: other.current.bytes }
    expect(open(sealed, ABOUT, { current: forged, all: [forged] })).toBe(null)
  })

  it('does not open once anything in it was changed, cut off or added', () => {
    const bytes = Buffer.from(sealed, 'base64url')
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const other = Buffer.from(bytes)
        other[place] = (other[place] ?? 0) ^ change
        expect(open(other.toString('base64url'))).toBe(null)
      }),
    )
    for (let length = 0; length < bytes.length; length++)
      expect(open(bytes.subarray(0, length).toString('base64url'))).toBe(null)
    for (const text of ['', '=', 'geen sleutel', `${sealed}AAAA`, '\u0000']) expect(open(text)).toBe(null)
  })
})
