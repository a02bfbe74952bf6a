import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AFTER,
  ANOUK,
  all,
  anyAnswer,
  anyPerson,
  anyRule,
  BEFORE,
  concern,
  consent,
  frame,
  fresh,
  inRoom,
  KARIN,
  LATER,
  objection,
  PAUL,
  PETRA,
  spoken,
  TEAM,
  unnamed,
} from '../../test/spoken-round.ts'
import { done } from '../../test/written-plan.ts'
import type { PersonId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { type Answer, CHOICES, type Choice, type Frame, type Round } from './round.ts'
import { countHands } from './round-count.ts'
import { outcomeAtClosing, tally, totalOf } from './round-tally.ts'
import { asOf, cast, close, closeEarly, LONGEST_REASON, type Said, speak } from './round-voice.ts'

const byPhone: Said = { how: 'phone', enteredBy: KARIN }
const beforehand: Said = { how: 'before', enteredBy: null }

describe('a round in the room', () => {
  const given = frame()

  it('is closed by who leads at any moment, and by no clock', () => {
    const round = spoken(given, all(consent, TEAM.slice(0, 4)), inRoom(given))
    expect(asOf(given, round, LATER)).toBe(round)
    expect(done(close(given, round, KARIN, BEFORE)).closed).toEqual({
      at: BEFORE,
      by: KARIN,
      outcome: 'stands',
    })
    expect(done(close(given, inRoom(given), KARIN, BEFORE)).closed?.outcome).toBe('no-quorum')
  })

  it('closes once', () => {
    const closed = done(close(given, inRoom(given), KARIN, BEFORE))
    expect(close(given, closed, PAUL, BEFORE)).toEqual({ refused: 'round-closed' })
    expect(closeEarly(given, closed, PAUL, BEFORE)).toEqual({ refused: 'round-closed' })
  })

  it('is not closed from outside the room', () => {
    const round = spoken(given, all(consent), inRoom(given))
    expect(closeEarly(given, round, KARIN, BEFORE)).toEqual({ refused: 'held-in-room' })
    expect(done(closeEarly(given, spoken(given, all(consent)), KARIN, BEFORE)).closed?.outcome).toBe('stands')
  })
})

describe('a voice for somebody who is not there', () => {
  const given = frame()

  it('keeps who entered it, and gives way to the person’s own', () => {
    const entered = done(speak(given, inRoom(given), PETRA, concern, BEFORE, byPhone))
    expect(entered.voices).toMatchObject([{ person: PETRA, how: 'phone', enteredBy: KARIN }])
    const own = done(speak(given, entered, PETRA, objection, BEFORE))
    expect(own.voices).toMatchObject([{ person: PETRA, answer: objection, how: 'self', enteredBy: null }])
  })

  it('never takes the place of what the person said', () => {
    const own = done(speak(given, inRoom(given), PETRA, objection, BEFORE))
    expect(speak(given, own, PETRA, consent, BEFORE, byPhone)).toEqual({ refused: 'has-own-voice' })
    expect(speak(given, own, PETRA, consent, BEFORE, beforehand)).toEqual({ refused: 'has-own-voice' })
    const before = done(speak(given, inRoom(given), PETRA, concern, BEFORE, beforehand))
    expect(speak(given, before, PETRA, consent, BEFORE, byPhone)).toEqual({ refused: 'has-own-voice' })
    expect(done(speak(given, before, PETRA, consent, BEFORE)).voices).toMatchObject([{ how: 'self' }])
  })

  it('is one’s own when one enters it oneself', () => {
    const round = speak(given, inRoom(given), KARIN, consent, BEFORE, byPhone)
    expect(done(round).voices).toMatchObject([{ person: KARIN, how: 'self', enteredBy: null }])
  })

  it('asks a reason for an objection too, and keeps it within bounds', () => {
    const said = (answer: Answer) => speak(given, inRoom(given), PETRA, answer, BEFORE, byPhone)
    expect(said({ kind: 'objection', reason: ' \n ' })).toMatchObject({ refused: 'reason-missing' })
    const longest = 'x'.repeat(LONGEST_REASON)
    expect(done(said({ kind: 'objection', reason: longest })).voices).toHaveLength(1)
    expect(said({ kind: 'objection', reason: `${longest}x` })).toMatchObject({ refused: 'text-too-long' })
    expect(said({ kind: 'concern', text: `${longest}x` })).toMatchObject({ refused: 'text-too-long' })
  })

  it('stays as it is when the same comes in once more', () => {
    const once = done(speak(given, inRoom(given), ANOUK, concern, BEFORE))
    expect(speak(given, once, ANOUK, { ...concern }, AFTER)).toBe(once)
  })
})

describe('a vote without names', () => {
  const voted = (choices: readonly Choice[], round = inRoom(unnamed)) =>
    choices.reduce(
      (so, choice, place) => done(cast(unnamed, so, TEAM[place] as PersonId, choice, BEFORE)),
      round,
    )

  it('takes one ballot a person, for good, and says kindly that it is in', () => {
    const round = voted(['for', 'against'])
    expect(cast(unnamed, round, KARIN, 'against', BEFORE)).toEqual({ refused: 'already-voted' })
    const closed = done(close(unnamed, round, KARIN, BEFORE))
    expect(cast(unnamed, closed, KARIN, 'for', BEFORE)).toEqual({ refused: 'already-voted' })
    expect(cast(unnamed, closed, PETRA, 'for', BEFORE)).toEqual({ refused: 'round-closed' })
  })

  it('takes no voice by name, and a round by name takes no ballot', () => {
    expect(speak(unnamed, inRoom(unnamed), KARIN, consent, BEFORE)).toEqual({ refused: 'vote-unnamed' })
    expect(cast(frame(), inRoom(frame()), KARIN, 'for', BEFORE)).toEqual({ refused: 'vote-named' })
    expect(cast(unnamed, inRoom(unnamed), 'stranger' as PersonId, 'for', BEFORE)).toEqual({
      refused: 'no-voice',
    })
  })

  it.each([
    [['for', 'for', 'for', 'against', 'against'], 'stands'],
    [['for', 'for', 'against', 'against', 'blank'], 'no-majority'],
    [['for', 'blank', 'blank', 'blank', 'blank'], 'stands'],
    [['blank', 'blank', 'blank', 'blank', 'blank'], 'no-majority'],
    [['for', 'for', 'for', 'for'], 'no-quorum'],
  ] as [Choice[], string][])('with %j: %s', (choices, outcome) => {
    expect(done(close(unnamed, voted(choices), KARIN, BEFORE)).closed?.outcome).toBe(outcome)
  })

  it('is not opened when too few took part', () => {
    const closed = done(close(unnamed, voted(['for', 'against', 'for', 'for']), KARIN, BEFORE))
    expect(closed.box).toEqual({ given: TEAM.slice(0, 4).sort(), ballots: null })
    expect(outcomeAtClosing(unnamed, closed)).toBe('no-quorum')
  })
})

/** Everything that can come in during a round in the room, in any order, sensible or not. */
type Act = (given: Frame, round: Round) => Round | { refused: string }
const anySaidHow: fc.Arbitrary<Said> = fc.oneof(
  fc.constant({ how: 'self', enteredBy: null } as const),
  fc.constant(beforehand),
  fc
    .tuple(fc.constantFrom('phone' as const, 'hand' as const), anyPerson)
    .map(([how, enteredBy]) => ({ how, enteredBy })),
)
const anyNumber = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.constantFrom(-1, 0.5, Number.NaN, 1e9))
const anyAct: fc.Arbitrary<Act> = fc
  .oneof(
    { weight: 6, arbitrary: fc.tuple(anyPerson, anyAnswer, anySaidHow) },
    { weight: 4, arbitrary: fc.tuple(anyPerson, fc.constantFrom(...CHOICES)) },
    {
      weight: 1,
      arbitrary: fc.record({ for: anyNumber, concerns: anyNumber, against: anyNumber, blank: anyNumber }),
    },
    { weight: 1, arbitrary: fc.constant('close' as const) },
  )
  .map((given): Act => {
    if (given === 'close') return (frame_, round) => close(frame_, round, KARIN, BEFORE)
    if (!Array.isArray(given))
      return (frame_, round) => countHands(frame_, round, { ...given, method: 'paper', by: KARIN }, BEFORE)
    const [person, said, how] = given
    return typeof said === 'string'
      ? (frame_, round) => cast(frame_, round, person, said, BEFORE)
      : (frame_, round) => speak(frame_, round, person, said, BEFORE, how)
  })
const anyRoomFrame = fc.oneof(
  fc.tuple(anyRule, fc.integer({ min: 1, max: 7 })).map(([rule, quorum]) => frame(rule, quorum)),
  fc.integer({ min: 5, max: 7 }).map((quorum) => ({ ...unnamed, quorum })),
)

describe('whatever comes in, in any order', () => {
  it('leaves one voice a person, and an outcome that the record gives again', () => {
    fc.assert(
      fc.property(anyRoomFrame, fc.array(anyAct, { maxLength: 40 }), (given, acts) => {
        let round = inRoom(given)
        for (const act of acts) {
          const next = act(given, round)
          if (isRefusal(next)) continue
          if (round.closed !== null) throw new Error('a closed round changed')
          for (const before of round.voices) {
            const after = next.voices.find(({ person }) => person === before.person)
            expect(after).toBeDefined()
            if (before.enteredBy === null) expect(after?.enteredBy).toBeNull()
          }
          round = next
        }
        const people = round.voices.map(({ person }) => person)
        expect(new Set(people).size).toBe(people.length)
        if (given.unnamed) expect(people).toEqual([])
        const { given: gave = [], ballots } = round.box ?? {}
        expect(new Set(gave).size).toBe(gave.length)
        if (ballots) expect(ballots).toHaveLength(gave.length)
        if (round.closed) {
          expect(tally(round).answered).toBeLessThanOrEqual(given.voters.length)
          expect(outcomeAtClosing(given, round)).toBe(round.closed.outcome)
          expect(gave.length > 0 && totalOf(round.counted) > 0).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('never loses an objection by consent: it is in the outcome, whoever closes when', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 25 }), fc.array(anyAct, { maxLength: 10 }), (acts, more) => {
        const given = frame({ kind: 'consent' }, 4)
        const step = (so: Round, act: Act) => {
          const next = act(given, so)
          return isRefusal(next) ? so : next
        }
        const open = acts
          .filter((_, place) => place < 25)
          .reduce((so, act) => {
            const next = step(so, act)
            return next.closed === null ? next : so
          }, inRoom(given))
        const objected = done(speak(given, open, PETRA, objection, BEFORE))
        const others = more.reduce((so, act) => {
          const next = step(so, act)
          const isHers = next.voices.find(({ person }) => person === PETRA)?.answer.kind === 'objection'
          return next.closed === null && isHers ? next : so
        }, objected)
        const counted = countHands(given, others, null, BEFORE)
        const closed = close(given, isRefusal(counted) ? others : counted, KARIN, BEFORE)
        expect(done(closed).closed?.outcome).toBe('objection')
      }),
    )
  })

  it('by time: nothing of a room changes what the clock closes', () => {
    const given = frame()
    expect(
      countHands(
        given,
        fresh,
        { method: 'hands', for: 4, concerns: 0, against: 0, blank: 0, by: KARIN },
        BEFORE,
      ),
    ).toEqual({ refused: 'not-in-the-room' })
    expect(close(given, spoken(given, all(consent, TEAM.slice(1))), KARIN, BEFORE)).toEqual({
      refused: 'not-everyone-answered',
    })
  })
})
