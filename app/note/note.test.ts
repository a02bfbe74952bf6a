import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day, Moment } from '../kernel/day.ts'
import { type EntryId, newId, type PersonId, type SchoolId, type SessionId } from '../kernel/id.ts'
import type { Entry, NamedPerson, Part } from '../plan/entry.ts'
import { PARTS } from '../plan/entry.ts'
import { type Actor, type Member, ROLES, type Role } from '../session/actor.ts'
import { candidatesFor, isLetIn, isOld, LONGEST_NOTE, letInTo, type NoteReader, tidyNote } from './note.ts'
import { mayBeLetIn, mayChangeNote, mayKeepNotes, mayOpenNotes, mayRemoveNote } from './note-may.ts'

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z` as Moment
const ANOUK = newId<'person'>()
const KARIN = newId<'person'>()
const TRACK = newId<'entry'>()

const member = (personId: PersonId, ...roles: Role[]): Member => ({
  kind: 'member',
  schoolId: 'school' as SchoolId,
  personId,
  name: 'x',
  roles,
  learningTeams: [],
  sessionId: 'session' as SessionId,
  demo: false,
})
const named = (
  personId: PersonId,
  part: Part = 'support',
  other: Partial<NamedPerson> = {},
): NamedPerson => ({
  personId,
  part,
  askedAt: at(2),
  agreedAt: null,
  declinedAt: null,
  ...other,
})
const track = (people: readonly NamedPerson[], other: Partial<Entry> = {}) =>
  ({ id: TRACK, kind: 'teacher-track', personId: ANOUK, people, ...other }) as Entry
const reader = (personId: PersonId, day = 3, entryId: EntryId = TRACK): NoteReader => ({
  entryId,
  personId,
  letInAt: at(day),
})
const opens = (actor: Actor, entry: Entry, readers: readonly NoteReader[]) =>
  mayOpenNotes(actor, entry, readers).may

describe('who opens the working notes', () => {
  it('is the teacher, and who is named with the track and let in: both', () => {
    expect(opens(member(ANOUK, 'teacher'), track([]), [])).toBe(true)
    expect(opens(member(KARIN, 'coordinator'), track([named(KARIN)]), [reader(KARIN)])).toBe(true)
    expect(opens(member(KARIN, 'coordinator'), track([named(KARIN, 'duo')]), [reader(KARIN)])).toBe(true)
    expect(opens(member(KARIN, 'coordinator'), track([named(KARIN)]), [])).toBe(false)
    expect(opens(member(KARIN, 'coordinator'), track([]), [reader(KARIN)])).toBe(false)
  })

  it('is nobody by a role, or by another part in the track', () => {
    for (const role of ROLES) expect([role, opens(member(KARIN, role), track([]), [])]).toEqual([role, false])
    for (const part of PARTS.filter((one) => one !== 'support' && one !== 'duo'))
      expect([part, opens(member(KARIN), track([named(KARIN, part)]), [reader(KARIN)])]).toEqual([
        part,
        false,
      ])
  })

  it('is never a principal at somebody else’s, also when named and let in; always at the own track', () => {
    const both = member(KARIN, 'coordinator', 'principal')
    expect(mayOpenNotes(both, track([named(KARIN)]), [reader(KARIN)])).toEqual({
      may: false,
      because: 'principal-never',
    })
    expect(opens(member(ANOUK, 'principal'), track([]), [])).toBe(true)
    expect(mayBeLetIn(['coordinator', 'principal']).may).toBe(false)
    expect(mayBeLetIn(['coordinator', 'administrator']).may).toBe(true)
  })

  it('is no longer who was taken off the track, said no, or was named again after', () => {
    const readers = [reader(KARIN, 3)]
    expect(isLetIn(track([named(KARIN)]), readers, KARIN)).toBe(true)
    expect(isLetIn(track([named(KARIN, 'support', { declinedAt: at(4) })]), readers, KARIN)).toBe(false)
    expect(isLetIn(track([named(KARIN, 'support', { askedAt: at(4) })]), readers, KARIN)).toBe(false)
    expect(letInTo(track([named(KARIN), named(KARIN, 'duo')]), readers)).toEqual([KARIN])
  })

  it('is nobody but people: no program, not the product itself; and at no other kind of entry', () => {
    const others: Actor[] = [
      { kind: 'program', schoolId: 'school' as SchoolId, tokenId: 'x' },
      { kind: 'keeper', schoolId: 'school' as SchoolId },
    ]
    for (const actor of others) expect(opens(actor, track([]), [])).toBe(false)
    for (const kind of ['general-goal', 'team-goal', 'learning-team-track'] as const)
      expect(opens(member(ANOUK), track([], { kind }), [])).toBe(false)
    expect(opens(member(ANOUK), track([], { personId: null }), [])).toBe(false)
  })

  it('holds for any names and letting in: whoever opens is the teacher, or named, let in and no principal', () => {
    const people = Array.from({ length: 4 }, () => newId<'person'>())
    const who = fc.constantFrom(ANOUK, ...people)
    const names = fc.array(
      fc.record({
        personId: who,
        part: fc.constantFrom(...PARTS),
        askedAt: fc.integer({ min: 1, max: 9 }).map(at),
        agreedAt: fc.constant(null),
        declinedAt: fc.option(fc.constant(at(5))),
      }),
      { maxLength: 6 },
    )
    const readers = fc.array(
      fc.tuple(who, fc.integer({ min: 1, max: 9 }), fc.constantFrom(TRACK, newId<'entry'>())),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(who, fc.subarray([...ROLES]), names, readers, (id, roles, given, let_in) => {
        const list = let_in.map(([personId, day, entryId]) => reader(personId, day, entryId))
        if (!opens(member(id, ...roles), track(given), list)) return
        if (id === ANOUK) return
        expect(roles).not.toContain('principal')
        expect(list.some((one) => one.personId === id && one.entryId === TRACK)).toBe(true)
        expect(
          given.some(
            ({ personId, part, declinedAt }) =>
              personId === id && (part === 'support' || part === 'duo') && declinedAt === null,
          ),
        ).toBe(true)
      }),
    )
  })

  it('is the teacher alone who lets in and sees who opened; each changes the own words', () => {
    const [anouk, karin] = [member(ANOUK), member(KARIN, 'coordinator', 'administrator')]
    const entry = track([named(KARIN)])
    expect([mayKeepNotes(anouk, entry).may, mayKeepNotes(karin, entry).may]).toEqual([true, false])
    expect(mayChangeNote(anouk, { authorId: KARIN }).may).toBe(false)
    expect(mayChangeNote(karin, { authorId: KARIN }).may).toBe(true)
    expect(mayRemoveNote(anouk, entry, { authorId: KARIN }).may).toBe(true)
    expect(mayRemoveNote(karin, entry, { authorId: ANOUK }).may).toBe(false)
  })
})

describe('a working note', () => {
  it('is plain text in one form, not empty and not endless', () => {
    expect(tidyNote('  Twee\r\nregels\u0000\u0007 \u0065\u0301 ')).toBe('Twee\nregels é')
    expect(tidyNote(' \n\u0001 ')).toEqual({ refused: 'note-empty', field: 'text' })
    expect(tidyNote('x'.repeat(LONGEST_NOTE + 1))).toEqual({ refused: 'note-too-long', field: 'text' })
    expect(tidyNote('x'.repeat(LONGEST_NOTE))).toHaveLength(LONGEST_NOTE)
    expect(tidyNote('half \ud800 teken')).toBe('half \ufffd teken')
  })

  it('is old a year after it was last changed', () => {
    const note = { changedAt: '2025-11-19T09:00:00.000Z' as Moment }
    expect(isOld(note, '2026-11-19T09:00:00.000Z' as Moment)).toBe(false)
    expect(isOld(note, '2026-11-19T09:00:00.001Z' as Moment)).toBe(true)
  })

  it('can be shared with who is named and still at the school, not with the teacher again', () => {
    const person = (id: PersonId, leftOn: Day | null = null) => ({
      id,
      name: 'x',
      roles: [],
      groups: [],
      hasLeft: leftOn !== null,
    })
    const gone = newId<'person'>()
    const entry = track([named(KARIN), named(gone), named(ANOUK), named(newId<'person'>(), 'invited')])
    expect(
      candidatesFor(entry, [person(KARIN), person(gone, '2026-10-01' as Day), person(ANOUK)]).map(
        ({ id }) => id,
      ),
    ).toEqual([KARIN])
  })
})
