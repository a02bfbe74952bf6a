import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import type {
  AmendmentId,
  EntryId,
  LearningTeamId,
  PersonId,
  PlanId,
  SchoolId,
  SessionId,
} from '../kernel/id.ts'
import { type Entry, type NamedPerson, UNSAID } from '../plan/entry.ts'
import { PHASES, type Phase } from '../plan/plan.ts'
import type { Roster } from '../plan/roster.ts'
import type { Member, Role } from '../session/actor.ts'
import {
  type Amendment,
  bothAgree,
  changesIn,
  isPossible,
  printLine,
  type Side,
  sidesToGo,
  yesOf,
} from './amendment.ts'
import {
  mayAgreeOn,
  mayAskPrincipal,
  mayDecline,
  mayReadAmendment,
  mayWithdrawAmendment,
  mayWriteAmendment,
  type Scene,
} from './amendment-may.ts'
import { secondsFor, sideOf } from './seconds.ts'

const person = (name: string) => name as PersonId
const TEAM = 'team' as LearningTeamId

type Person = { readonly roles: readonly Role[]; readonly hasLeft?: boolean }
const rosterOf = (people: Record<string, Person>, members: readonly string[] = []): Roster => ({
  people: Object.entries(people).map(([name, { roles, hasLeft = false }]) => ({
    id: person(name),
    name,
    roles,
    groups: [],
    hasLeft,
  })),
  learningTeams: [{ id: TEAM, name: 'Rekenen', memberIds: members.map((name) => person(name)) }],
  visionLines: [],
  hoursAWeek: null,
  pupils: null,
})

const SCHOOL = {
  karin: { roles: ['coordinator'] },
  hanneke: { roles: ['principal'] },
  anouk: { roles: ['teacher'] },
  bram: { roles: ['teacher'] },
} satisfies Record<string, Person>

const track = (owner: string | null, other: Partial<Entry> = {}): Entry => ({
  id: 'track' as EntryId,
  kind: owner === null ? 'learning-team-track' : 'teacher-track',
  position: 1,
  ...UNSAID,
  personId: owner === null ? null : person(owner),
  learningTeamId: owner === null ? TEAM : null,
  agreedAt: NOW_MOMENT,
  carriedFrom: null,
  isSealed: true,
  revision: 1,
  ...other,
})

const named = (who: string, part: NamedPerson['part']): NamedPerson => ({
  personId: person(who),
  part,
  askedAt: NOW_MOMENT,
  agreedAt: NOW_MOMENT,
  declinedAt: null,
})

const passage = (text: string) => ({ text, revision: 1, changedAt: NOW_MOMENT, changedBy: null })

const amendment = (other: Partial<Amendment> = {}): Amendment => ({
  id: 'amendment' as AmendmentId,
  planId: 'plan' as PlanId,
  kind: 'change',
  about: 'teacher-track',
  subjectId: 'track',
  why: 'Daarom.',
  madeBy: person('anouk'),
  madeAt: NOW_MOMENT,
  base: { goal: 'Lezen' },
  texts: { goal: passage('Samen lezen') },
  ties: null,
  print: 'one',
  yeses: [],
  standIn: null,
  decisionId: null,
  ended: null,
  ...other,
})

const member = (name: string, roles: readonly Role[], teams: readonly LearningTeamId[] = []): Member => ({
  kind: 'member',
  schoolId: 'school' as SchoolId,
  personId: person(name),
  name,
  roles,
  learningTeams: teams,
  sessionId: 'session' as SessionId,
  demo: false,
})
const ANOUK = member('anouk', ['teacher'])
const KARIN = member('karin', ['coordinator'])
const BRAM = member('bram', ['teacher'])
const HANNEKE = member('hanneke', ['principal'])

const scene = (other: Partial<Scene> = {}, phase: Phase = 'adopted'): Scene => ({
  plan: { phase },
  amendment: amendment(),
  entry: track('anouk'),
  roster: rosterOf(SCHOOL),
  decision: null,
  isOvertaken: false,
  ...other,
})

const STAND_IN = { standIn: { why: 'Karin is ziek.', at: NOW_MOMENT, by: person('anouk') } }
const yes = (side: Side, who: string, print = 'one') => ({
  side,
  person: person(who),
  at: NOW_MOMENT,
  print,
})

describe('who agrees on a track', () => {
  it.each([
    ['of a teacher: the coordinator', track('anouk'), SCHOOL, false, 'coordinator', ['karin']],
    ['asked to stand in: the principal too', track('anouk'), SCHOOL, true, 'principal', ['karin', 'hanneke']],
    ['of the coordinator: the principal', track('karin'), SCHOOL, false, 'principal', ['hanneke']],
    [
      'of the coordinator, when there are two: the other',
      track('karin'),
      { ...SCHOOL, ineke: { roles: ['coordinator'] as const } },
      false,
      'coordinator',
      ['ineke'],
    ],
    [
      'when the coordinator left: the principal',
      track('anouk'),
      { ...SCHOOL, karin: { roles: ['coordinator'] as const, hasLeft: true } },
      false,
      'principal',
      ['hanneke'],
    ],
    [
      'of a coordinator in a school without a principal: who supports the track',
      track('karin', { people: [named('bram', 'support')] }),
      { karin: SCHOOL.karin, anouk: SCHOOL.anouk, bram: SCHOOL.bram },
      false,
      'supporter',
      ['bram'],
    ],
    [
      'and nobody, when nobody does',
      track('karin'),
      { karin: SCHOOL.karin, bram: SCHOOL.bram },
      false,
      'nobody',
      [],
    ],
  ] as const)('%s', (_name, entry, people, standIn, as, ids) => {
    expect(secondsFor(entry, rosterOf(people), standIn)).toEqual({ as, people: ids })
  })

  it('lets a member who coordinates speak as coordinator, and another member for the learning team', () => {
    const roster = rosterOf(SCHOOL, ['karin', 'anouk'])
    expect(sideOf(person('karin'), track(null), roster, false)).toBe('second')
    expect(sideOf(person('anouk'), track(null), roster, false)).toBe('owner')
    const alone = rosterOf(SCHOOL, ['karin'])
    expect(secondsFor(track(null), alone, false)).toEqual({ as: 'principal', people: ['hanneke'] })
    expect(sideOf(person('karin'), track(null), alone, false)).toBe('owner')
  })

  it('never is one person on both sides, whoever is in the school', () => {
    const roles = fc.subarray<Role>(['coordinator', 'teacher', 'principal'])
    const school = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), roles, { minKeys: 1 })
    fc.assert(
      fc.property(school, fc.constantFrom('a', 'b', 'c', 'd', null), fc.boolean(), (people, owner, asked) => {
        const all = Object.fromEntries(Object.entries(people).map(([name, has]) => [name, { roles: has }]))
        const roster = rosterOf(all, Object.keys(people).slice(0, 2))
        const entry = track(owner)
        const seconds = secondsFor(entry, roster, asked).people
        if (owner !== null) expect(seconds).not.toContain(owner)
        for (const person of seconds) expect(sideOf(person, entry, roster, asked)).toBe('second')
      }),
    )
  })
})

describe('a yes', () => {
  it('counts for the text to which it was said, and for no other', () => {
    const said = amendment({ yeses: [yes('owner', 'anouk')] })
    expect(yesOf(said, 'owner')).toMatchObject({ person: 'anouk' })
    expect(sidesToGo(said)).toEqual(['second'])
    expect(sidesToGo({ ...said, print: 'other' })).toEqual(['owner', 'second'])
  })

  it('is of two people: the same one twice is no agreement', () => {
    expect(bothAgree(amendment({ yeses: [yes('owner', 'anouk'), yes('second', 'karin')] }))).toBe(true)
    expect(bothAgree(amendment({ yeses: [yes('owner', 'anouk'), yes('second', 'anouk')] }))).toBe(false)
    expect(bothAgree(amendment({ yeses: [yes('owner', 'anouk', 'old'), yes('second', 'karin')] }))).toBe(
      false,
    )
  })

  it('belongs to a line in which every word, tie and base counts', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 })
    fc.assert(
      fc.property(text, text, text, (goal, support, base) => {
        const of = (g: string, s: string, b: string) =>
          printLine(amendment({ base: { goal: b }, texts: { goal: passage(g), support: passage(s) } }))
        expect(of(goal, support, base)).toBe(of(goal, support, base))
        expect(of(`${goal}!`, support, base)).not.toBe(of(goal, support, base))
        expect(of(goal, `${support}!`, base)).not.toBe(of(goal, support, base))
        expect(of(goal, support, `${base}!`)).not.toBe(of(goal, support, base))
      }),
    )
  })
})

describe('what an amendment changes', () => {
  it('is the texts that differ, in the order of the form', () => {
    const { base, texts } = {
      base: { goal: 'Lezen', support: 'Karin' },
      texts: { support: passage(''), goal: passage('Lezen'), startSituation: passage('Nieuw') },
    }
    expect(changesIn(amendment({ base, texts }))).toEqual([
      { field: 'startSituation', before: '', after: 'Nieuw' },
      { field: 'support', before: 'Karin', after: '' },
    ])
  })

  it('is never a new track, nor a track that goes: those are of their owners', () => {
    expect(isPossible('remove', 'teacher-track')).toBe(false)
    expect(isPossible('new', 'learning-team-track')).toBe(false)
    expect(isPossible('remove', 'principle')).toBe(true)
  })
})

describe('who may, with an amendment of a track', () => {
  it('read: its two sides and who was invited, until it is agreed', () => {
    const invited = scene({ entry: track('anouk', { people: [named('bram', 'invited')] }) })
    for (const who of [ANOUK, KARIN]) expect(mayReadAmendment(who, scene()).may).toBe(true)
    for (const who of [BRAM, HANNEKE]) expect(mayReadAmendment(who, scene()).may).toBe(false)
    expect(mayReadAmendment(BRAM, invited)).toEqual({ may: true, because: 'invited' })
    expect(mayWriteAmendment(BRAM, invited).may).toBe(false)
    expect(mayReadAmendment(HANNEKE, scene({ amendment: amendment(STAND_IN) })).may).toBe(true)
    const ended = { at: NOW_MOMENT, by: null, words: '', version: '1.1' }
    const agreed = amendment({ ended: { is: 'agreed', ...ended } })
    expect(mayReadAmendment(BRAM, scene({ amendment: agreed })).because).toBe('was-agreed')
    const declined = amendment({ ended: { is: 'declined', ...ended } })
    expect(mayReadAmendment(BRAM, scene({ amendment: declined })).may).toBe(false)
  })

  it('never a program', () => {
    const program = { kind: 'program', schoolId: 'school' as SchoolId, tokenId: 't' } as const
    const goal = scene({ amendment: amendment({ about: 'team-goal' }), entry: null })
    for (const one of [scene(), goal]) expect(mayReadAmendment(program, one).may).toBe(false)
    for (const may of [mayWriteAmendment, mayAgreeOn, mayWithdrawAmendment])
      expect(may(program, scene()).may).toBe(false)
  })

  it('write and agree only while the plan is in force', () => {
    for (const phase of PHASES) {
      const open = phase === 'adopted' || phase === 'mid-evaluation'
      expect(mayWriteAmendment(ANOUK, scene({}, phase)).may).toBe(open)
      expect(mayAgreeOn(KARIN, scene({}, phase)).may).toBe(open)
      expect(mayWithdrawAmendment(ANOUK, scene({}, phase)).may).toBe(true)
    }
  })

  it('take back is of the side that made it, saying no of the other', () => {
    expect(mayWithdrawAmendment(ANOUK, scene()).may).toBe(true)
    expect(mayDecline(ANOUK, scene()).may).toBe(false)
    expect(mayDecline(KARIN, scene()).may).toBe(true)
    expect(mayWithdrawAmendment(KARIN, scene()).may).toBe(false)
    const hers = scene({ amendment: amendment({ madeBy: person('karin') }) })
    expect(mayDecline(ANOUK, hers).may).toBe(true)
    expect(mayWithdrawAmendment(KARIN, hers).may).toBe(true)
  })

  it('ask the principal: the owner, once', () => {
    expect(mayAskPrincipal(ANOUK, scene()).may).toBe(true)
    expect(mayAskPrincipal(KARIN, scene()).may).toBe(false)
    expect(mayAskPrincipal(ANOUK, scene({ amendment: amendment(STAND_IN) })).may).toBe(false)
    expect(mayAgreeOn(HANNEKE, scene()).may).toBe(false)
    expect(mayAgreeOn(HANNEKE, scene({ amendment: amendment(STAND_IN) })).because).toBe('stands-in')
  })
})
