import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AFTER,
  ANOUK,
  all,
  anyFrame,
  BEFORE,
  concern,
  consent,
  decisionWith,
  frame,
  inRoom,
  KARIN,
  objection,
  onePerPerson,
  PAUL,
  PETRA,
  spoken,
  TEAM,
  unnamed,
} from '../../test/spoken-round.ts'
import type { Day, Moment } from '../kernel/day.ts'
import type { ActionId, MeetingId, MeetingItemId, PersonId, SayId, SchoolId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Attendance, MeetingItem, Say, Scene } from '../meeting/meeting.ts'
import { CHOICES, type Choice, type Decision, type Frame, type Round } from '../round/round.ts'
import { seenBy } from '../round/round-standing.ts'
import { cast, close, speak } from '../round/round-voice.ts'
import { withdraw } from '../round/round-way.ts'
import { type Gathered, isWritten, minutesOf, presencesOf } from './minutes.ts'
import type { MinutesDecision } from './minutes-decision.ts'
import { storyOf } from './minutes-story-view.ts'

const NAMES: Readonly<Record<string, string>> = {
  karin: 'Karin',
  paul: 'Paul',
  anouk: 'Anouk',
  petra: 'Petra',
  sem: 'Sem',
  noor: 'Noor',
  kees: 'Kees',
}
const at = (clock: string) => `2026-11-26T${clock}:00.000Z` as Moment

const itemOf = (id: string, rest: Partial<MeetingItem> = {}): MeetingItem => ({
  id: id as MeetingItemId,
  position: 1,
  kind: 'proposal',
  subjectId: null,
  title: `Punt ${id}`,
  text: '',
  purpose: 'decision',
  minutes: 10,
  state: 'done',
  stage: null,
  spent: 605,
  decisionId: null,
  carriedFrom: null,
  addedBy: null,
  ...rest,
})

function sceneOf(items: readonly MeetingItem[], rest: Partial<Scene> = {}): Scene {
  return {
    meeting: {
      id: 'vergadering' as MeetingId,
      schoolId: 'school' as SchoolId,
      planId: null,
      template: 'ordinary',
      title: 'Teamvergadering',
      startsAt: at('14:30'),
      minutes: 90,
      place: 'Teamkamer',
      chair: KARIN,
      minuteTaker: ANOUK,
      deciding: { rule: { kind: 'consent' }, quorum: 4, unnamed: false, absentDays: null, voters: TEAM },
      phase: 'closed',
      joinCode: null,
      current: null,
      revision: 1,
      invitation: { number: 0, sentAt: null, print: null },
      cancelledAt: null,
      cancelReason: null,
      opened: { at: at('14:30'), by: KARIN },
      closed: { at: at('16:00'), by: KARIN },
      mrInformedOn: null,
    },
    items,
    attendance: [],
    says: [],
    passes: [],
    people: new Map(TEAM.map((id) => [id, { name: NAMES[id] ?? id, hasLeft: false }])),
    ...rest,
  }
}

const gathered = (scene: Scene, rest: Partial<Gathered> = {}): Gathered => ({
  school: 'De Regenboog',
  scene,
  decisions: [],
  notes: new Map(),
  actions: [],
  found: new Map(),
  polls: new Map(),
  changed: [],
  version: null,
  now: at('16:05'),
  ...rest,
})

/** The minutes of one item on which this was decided. */
function minutesWith(decision: Decision) {
  const scene = sceneOf([itemOf('a', { decisionId: decision.id })])
  return minutesOf(gathered(scene, { decisions: [seenBy(decision, null, AFTER)] }))
}

function decided(decision: Decision): MinutesDecision {
  const [item] = minutesWith(decision).items.filter(isWritten)
  if (!item?.decision) throw new Error('nothing decided')
  return item.decision
}

const wordsOf = (decision: Decision) => JSON.stringify(storyOf(minutesWith(decision), [], 'nl').items)

const closed = (given: Frame, round: Round): Round => {
  const after = close(given, round, KARIN, BEFORE)
  if (isRefusal(after)) throw new Error(after.refused)
  return after
}

describe('who was there', () => {
  const attendance = (person: PersonId, rest: Partial<Attendance>): Attendance => ({
    person,
    how: 'present',
    arrivedAt: at('14:31'),
    leftAt: null,
    notedAt: at('14:31'),
    notedBy: null,
    ...rest,
  })
  const guest = 'wilma' as PersonId
  const there = presencesOf(
    sceneOf([], {
      attendance: [
        attendance(KARIN, {}),
        attendance(ANOUK, { arrivedAt: at('14:50') }),
        attendance(PAUL, { leftAt: at('15:30'), how: 'remote' }),
        attendance(PETRA, { how: 'absent-notice', arrivedAt: null }),
        attendance(guest, { how: 'present' }),
      ],
      people: new Map([...TEAM, guest].map((id) => [id, { name: NAMES[id] ?? 'Wilma', hasLeft: false }])),
    }),
  )
  const of = (name: string) => there.find(({ person }) => person.name === name)

  it('tells who came later and who went sooner, and of nobody else a time', () => {
    expect(of('Karin')).toMatchObject({ how: 'present', arrivedAt: null, leftAt: null })
    expect(of('Anouk')).toMatchObject({ arrivedAt: at('14:50'), leftAt: null })
    expect(of('Paul')).toMatchObject({ how: 'remote', leftAt: at('15:30') })
  })

  it('tells absence as it was noted, and of whom nothing was written down just that', () => {
    expect(of('Petra')).toMatchObject({ how: 'absent-notice' })
    expect(of('Kees')).toMatchObject({ how: 'not-noted', hasVoice: true })
    expect(of('Wilma')).toMatchObject({ hasVoice: false })
    const names = there.map(({ person }) => person.name)
    expect(names).toEqual(names.toSorted())
  })
})

describe('a decision in the minutes', () => {
  it('names who objected and why, and what was said of it afterwards', () => {
    const given = frame()
    const round = spoken(given, [...all(consent, [KARIN, ANOUK, PETRA]), [PAUL, objection]], inRoom(given))
    const decision = decisionWith(given, closed(given, round))
    const back = withdraw(decision, PAUL, AFTER)
    if (isRefusal(back)) throw new Error(back.refused)
    expect(decided(decision)).toMatchObject({ outcome: 'objection', rounds: [{ outcome: 'objection' }] })
    expect(decided(back)).toMatchObject({ outcome: 'stands' })
    expect(wordsOf(back)).toContain('Bezwaar van Paul')
    expect(wordsOf(back)).toContain('Paul nam het bezwaar terug')
    expect(wordsOf(back)).toContain('1 keer bezwaar')
  })

  it('tells a concern with its owner, also where none was put in words', () => {
    const given = frame()
    const said = [...all(consent, [KARIN, ANOUK]), [PETRA, concern], [PAUL, { kind: 'concern', text: null }]]
    const round = spoken(given, said as never, inRoom(given))
    const words = wordsOf(decisionWith(given, closed(given, round)))
    expect(words).toContain('Zorg van Petra')
    expect(words).toContain('“Mag het klein beginnen?”')
    expect(words).toContain('zonder toelichting')
  })

  it('says who read a voice in, and which was given beforehand', () => {
    const given = frame()
    let round: Round = inRoom(given)
    for (const [person, how, by] of [
      [PAUL, 'phone', ANOUK],
      [PETRA, 'before', null],
      [KARIN, 'self', null],
      [ANOUK, 'self', null],
    ] as const) {
      const next = speak(given, round, person, consent, BEFORE, { how, enteredBy: by })
      if (isRefusal(next)) throw new Error(next.refused)
      round = next
    }
    const words = wordsOf(decisionWith(given, closed(given, round)))
    expect(words).toContain('Paul (per telefoon, opgeschreven door Anouk)')
    expect(words).toContain('Petra (vooraf gegeven)')
  })

  it('tells hands that were counted as numbers, with who counted, and calls nobody silent', () => {
    const given = frame()
    const counted = {
      method: 'hands',
      for: 5,
      concerns: 0,
      against: 0,
      blank: 0,
      by: ANOUK,
      at: BEFORE,
    } as const
    const round = closed(given, { ...inRoom(given), counted })
    const told = decided(decisionWith(given, round))
    expect(told.rounds[0]).toMatchObject({ answered: 5, counts: { for: 5 }, silent: null, voices: [] })
    expect(wordsOf(decisionWith(given, round))).toContain('Daarvan 5 handen consent, geteld door Anouk.')
  })

  it('tells a missed quorum, and what the chair did with it', () => {
    const given = frame()
    const round = closed(given, spoken(given, all(consent, [KARIN]), inRoom(given)))
    const settled = { way: 'later-meeting', note: 'In januari.', at: AFTER, by: KARIN } as const
    const decision = decisionWith(given, { ...round, settled })
    expect(decided(decision).outcome).toBe('no-quorum')
    expect(wordsOf(decision)).toContain('In januari.')
  })

  it('has no word on a round that is open', () => {
    const given = frame()
    const decision = decisionWith(given, spoken(given, [[PAUL, objection]], inRoom(given)))
    expect(decided(decision)).toMatchObject({ outcome: 'open', rounds: [] })
    expect(wordsOf(decision)).not.toContain(objection.kind === 'objection' ? objection.reason : '')
  })

  it('tells an unnamed vote in numbers, without anybody, and nothing when too few took part', () => {
    const vote = (...choices: Choice[]) =>
      choices.reduce((round, choice, index) => {
        const next = cast(unnamed, round, TEAM[index] as PersonId, choice, BEFORE)
        if (isRefusal(next)) throw new Error(next.refused)
        return next
      }, inRoom(unnamed))
    const five = decisionWith(unnamed, closed(unnamed, vote('for', 'for', 'for', 'against', 'blank')))
    expect(decided(five).rounds[0]).toMatchObject({
      counts: { for: 3, against: 1, blank: 1 },
      voices: null,
      silent: null,
    })
    expect(wordsOf(five)).toContain('3 keer voor, 1 keer tegen, 1 keer blanco.')
    const three = decisionWith(unnamed, closed(unnamed, vote('for', 'for', 'for')))
    expect(decided(three).rounds[0]).toMatchObject({ counts: null, outcome: 'no-quorum' })
  })
})

describe('the rest of the minutes', () => {
  const say = (id: string, kind: Say['kind'], text: string, doneAt: Moment | null): Say => ({
    id: id as SayId,
    item: 'a' as MeetingItemId,
    person: PETRA,
    kind,
    text,
    source: null,
    theme: null,
    saidAt: at('15:00'),
    doneAt,
  })

  it('keeps what was talked through, in no order and of nobody', () => {
    const says = [
      say('1', 'question', 'Wie begint?', at('15:05')),
      say('2', 'question', 'Hoe lang duurt het?', at('15:06')),
      say('3', 'reaction', 'Niet besproken.', null),
    ]
    const minutes = minutesOf(gathered(sceneOf([itemOf('a')], { says })))
    expect(minutes.items[0]).toMatchObject({
      said: [
        { kind: 'question', text: 'Hoe lang duurt het?' },
        { kind: 'question', text: 'Wie begint?' },
      ],
      spent: 10,
    })
    expect(JSON.stringify(minutes.items)).not.toContain('Petra')
  })

  it('lists actions with their owner, what moves on, the version and the line for the council', () => {
    const action = { id: 'x' as ActionId, meeting: 'vergadering' as MeetingId, item: 'a' as MeetingItemId }
    const given = { owner: PETRA, what: 'Lijst maken', due: '2026-12-03' as Day }
    const kept = { addedAt: at('15:00'), doneAt: null, doneBy: null }
    const scene = sceneOf([itemOf('a'), itemOf('b', { state: 'carried', spent: 0 })])
    const story = storyOf(
      minutesOf(
        gathered(
          { ...scene, meeting: { ...scene.meeting, mrInformedOn: '2026-12-10' as Day } },
          {
            actions: [{ ...action, ...given, ...kept }],
            version: { number: '1.0', sha256: 'ab'.repeat(32) },
          },
        ),
      ),
      [],
      'nl',
    )
    expect(story.actions).toEqual([['Petra', 'Lijst maken', '3 december 2026']])
    expect(story.carried).toEqual(['Punt b'])
    expect(story.closing.join(' ')).toContain('Versie 1.0')
    expect(story.closing.join(' ')).toContain('Ter informatie aan de MR op 10 december 2026.')
  })

  it('tells what was noted or agreed only after it lay before the team', () => {
    const noted = { person: PETRA, how: 'present', arrivedAt: null, leftAt: null, notedBy: ANOUK } as const
    const scene = sceneOf([itemOf('a')], { attendance: [{ ...noted, notedAt: at('17:00') }] })
    const action = { id: 'x' as ActionId, meeting: 'vergadering' as MeetingId, item: null, owner: PETRA }
    const actions = [
      { ...action, what: 'Lijst maken', due: null, addedAt: at('17:00'), doneAt: null, doneBy: null },
    ]
    const minutes = minutesOf(gathered(scene, { actions }))
    const put = { at: at('16:30'), notes: new Map() }
    const [after, before] = [storyOf(minutes, [], 'nl', put), storyOf(minutes, [], 'nl')]
    expect(after.presence.find(([name]) => name === 'Petra')?.[2]).toContain(
      'nadat de notulen waren voorgelegd',
    )
    expect(after.actions[0]?.[1]).toBe('Lijst maken (erbij gekomen nadat de notulen waren voorgelegd)')
    expect(before.presence.find(([name]) => name === 'Petra')?.[2]).toBe('')
    expect(before.actions[0]?.[1]).toBe('Lijst maken')
  })

  it('tells a note that changed after it was put before the team with what changed', () => {
    const notes = new Map([['a', 'We spraken lang.']])
    const minutes = minutesOf(gathered(sceneOf([itemOf('a')]), { notes }))
    expect(storyOf(minutes, [], 'nl', { at: at('16:10'), notes: new Map() }).items[0]?.parts).toEqual([
      { is: 'change', label: expect.stringContaining('aangevuld'), before: '', after: 'We spraken lang.' },
    ])
    expect(storyOf(minutes, [], 'nl', { at: at('16:10'), notes }).items[0]?.parts).toEqual([
      { is: 'rich', label: 'Besproken', text: 'We spraken lang.' },
    ])
  })
})

/** The outcome from nothing but what stands in the minutes. */
function recomputed({ rule, quorum, rounds }: MinutesDecision) {
  const round = rounds.at(-1)
  if (!round) return 'open'
  const counts = round.counts ?? { for: 0, concerns: 0, against: 0, blank: 0 }
  const inFavour = counts.for + counts.concerns
  if (rule.kind === 'consent' && counts.against > 0) return 'objection'
  if (round.answered < quorum || round.answered === 0) return 'no-quorum'
  if (rule.kind === 'consent') return 'stands'
  const cast = inFavour + counts.against
  const carried =
    rule.percentage === 50 ? inFavour * 2 > cast : cast > 0 && inFavour * 100 >= rule.percentage * cast
  return carried ? 'stands' : 'no-majority'
}

describe('the minutes of any meeting', () => {
  const anyBallots = fc.array(fc.constantFrom(...CHOICES), { maxLength: TEAM.length })
  const anyUnnamed = anyBallots.map((choices) =>
    decisionWith(
      unnamed,
      closed(
        unnamed,
        choices.reduce<Round>((round, choice, index) => {
          const next = cast(unnamed, round, TEAM[index] as PersonId, choice, BEFORE)
          return isRefusal(next) ? round : next
        }, inRoom(unnamed)),
      ),
    ),
  )
  const anyNamed = fc
    .tuple(anyFrame, onePerPerson)
    .map(([given, said]) => decisionWith(given, closed(given, spoken(given, said, inRoom(given)))))

  it('name nobody beside an unnamed ballot', () => {
    fc.assert(
      fc.property(anyUnnamed, (decision) => {
        const told = `${JSON.stringify(decided(decision))}${wordsOf(decision)}`
        for (const person of TEAM) {
          expect(told).not.toContain(NAMES[person])
          expect(told).not.toContain(`"${person}"`)
        }
      }),
    )
  })

  it('give the outcome that one computes again from them', () => {
    fc.assert(
      fc.property(fc.oneof(anyNamed, anyUnnamed), (decision) => {
        const told = decided(decision)
        expect(recomputed(told)).toBe(told.outcome)
        expect(told.rounds.at(-1)?.outcome).toBe(told.outcome)
      }),
    )
  })

  it('name every voice of a round by name once, and every voter that was silent', () => {
    fc.assert(
      fc.property(anyNamed, (decision) => {
        const [round] = decided(decision).rounds
        const named = [
          ...(round?.voices ?? []).map(({ person }) => person.id),
          ...(round?.silent ?? []).map(({ id }) => id),
        ]
        expect([...named].sort()).toEqual([...TEAM].sort())
      }),
    )
  })
})
