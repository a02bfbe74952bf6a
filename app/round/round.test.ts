import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Moment } from '../kernel/day.ts'
import type { DecisionId, PersonId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import {
  type Answer,
  asOf,
  close,
  type Decision,
  type Frame,
  outcomeOf,
  type Round,
  type Rule,
  speak,
  standingObjections,
  tally,
} from './round.ts'
import { seenBy, standing } from './round-standing.ts'
import { renew, settle, stands, stoodAt, withdraw } from './round-way.ts'

const TEAM = ['karin', 'paul', 'anouk', 'petra', 'sem', 'noor', 'kees'] as PersonId[]
const [KARIN, PAUL, ANOUK, PETRA] = TEAM as [PersonId, PersonId, PersonId, PersonId]
const OPENED = '2026-11-10T08:00:00.000Z' as Moment
const BEFORE = '2026-11-12T08:00:00.000Z' as Moment
const CLOSES = '2026-11-13T15:00:00.000Z' as Moment
const AFTER = '2026-11-14T08:00:00.000Z' as Moment
const LATER = '2026-11-24T15:00:00.000Z' as Moment

const frame = (rule: Rule = { kind: 'consent' }, quorum = 4): Frame => ({
  rule,
  quorum,
  voters: TEAM,
  chair: KARIN,
})
const fresh: Round = {
  number: 1,
  text: 'We delen alles.',
  content: '',
  changeNote: null,
  openedAt: OPENED,
  openedBy: KARIN,
  closesAt: CLOSES,
  voices: [],
  closed: null,
  settled: null,
}
const consent: Answer = { kind: 'consent' }
const concern: Answer = { kind: 'concern', text: 'Mag het klein beginnen?' }
const objection: Answer = { kind: 'objection', reason: 'Niet alles is voor iedereen.' }

function spoken(given: Frame, said: readonly (readonly [PersonId, Answer])[], round = fresh): Round {
  return said.reduce((so, [person, answer]) => {
    const next = speak(given, so, person, answer, BEFORE)
    if (isRefusal(next)) throw new Error(next.refused)
    return next
  }, round)
}
const all = (answer: Answer, people = TEAM) => people.map((person) => [person, answer] as const)
const decisionWith = (given: Frame, round: Round): Decision => ({
  id: 'd' as DecisionId,
  scopeId: 'plan',
  about: 'principle',
  subjectId: 'p',
  title: 'Open zijn',
  frame: given,
  openedAt: OPENED,
  openedBy: KARIN,
  rounds: [round],
})
const done = <Value>(value: Value) => {
  if (isRefusal(value)) throw new Error(value.refused)
  return value as Exclude<Value, { refused: string }>
}

const anyAnswer = fc.oneof(
  fc.constant(consent),
  fc.option(fc.string()).map((text): Answer => ({ kind: 'concern', text })),
  fc.string({ minLength: 1 }).map((reason): Answer => ({ kind: 'objection', reason: `${reason}.` })),
)
const anyPerson = fc.constantFrom(...TEAM)
const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.constant({ kind: 'consent' } as const),
  fc.integer({ min: 50, max: 100 }).map((percentage) => ({ kind: 'majority', percentage }) as const),
)
const anyFrame = fc
  .tuple(anyRule, fc.integer({ min: 1, max: TEAM.length }))
  .map(([rule, quorum]) => frame(rule, quorum))
const anySaid = fc.array(fc.tuple(anyPerson, anyAnswer), { maxLength: 20 })
const onePerPerson = fc.uniqueArray(fc.tuple(anyPerson, anyAnswer), { selector: ([person]) => person })

describe('speaking', () => {
  it('keeps the last voice of everyone who spoke', () => {
    fc.assert(
      fc.property(anyFrame, anySaid, (given, said) => {
        const round = spoken(given, said)
        expect(Object.fromEntries(round.voices.map((voice) => [voice.person, voice.answer]))).toEqual(
          Object.fromEntries(said),
        )
        expect(round.voices).toHaveLength(new Set(said.map(([person]) => person)).size)
      }),
    )
  })

  it('comes to the same in any order', () => {
    fc.assert(
      fc.property(anyFrame, onePerPerson, fc.infiniteStream(fc.nat()), (given, said, order) => {
        const shuffled = said
          .map((one) => [order.next().value as number, one] as const)
          .sort(([a], [b]) => a - b)
        const other = spoken(
          given,
          shuffled.map(([, one]) => one),
        )
        expect(outcomeOf(given, other)).toBe(outcomeOf(given, spoken(given, said)))
      }),
    )
  })

  it('is for those with a voice, as long as the round is open', () => {
    const given = frame()
    expect(speak(given, fresh, 'stranger' as PersonId, consent, BEFORE)).toEqual({ refused: 'no-voice' })
    expect(speak(given, fresh, ANOUK, consent, CLOSES)).toEqual({ refused: 'round-closed' })
    expect(speak(given, fresh, ANOUK, { kind: 'objection', reason: ' \n' }, BEFORE)).toMatchObject({
      refused: 'reason-missing',
    })
  })
})

describe('closing', () => {
  it('happens by the clock, with the same outcome whenever somebody looks', () => {
    fc.assert(
      fc.property(anyFrame, anySaid, (given, said) => {
        const round = spoken(given, said)
        expect(asOf(given, round, BEFORE)).toBe(round)
        const closed = asOf(given, round, CLOSES)
        expect(closed.closed).toEqual({ at: CLOSES, by: null, outcome: outcomeOf(given, round) })
        expect(asOf(given, closed, AFTER)).toBe(closed)
      }),
    )
  })

  it('is up to the chair only once everyone has answered', () => {
    const given = frame()
    expect(close(given, spoken(given, all(consent, TEAM.slice(1))), KARIN, BEFORE)).toEqual({
      refused: 'not-everyone-answered',
    })
    expect(done(close(given, spoken(given, all(consent)), KARIN, BEFORE)).closed).toEqual({
      at: BEFORE,
      by: KARIN,
      outcome: 'stands',
    })
  })

  it('is for good: a closed round takes no voice and no second closing', () => {
    fc.assert(
      fc.property(anyFrame, anySaid, anyPerson, anyAnswer, (given, said, person, answer) => {
        const closed = asOf(given, spoken(given, said), AFTER)
        expect(speak(given, closed, person, answer, BEFORE)).toEqual({ refused: 'round-closed' })
        expect(close(given, closed, KARIN, BEFORE)).toEqual({ refused: 'round-closed' })
      }),
    )
  })
})

describe('by consent', () => {
  it('never lets an objection be overruled, whoever else said what', () => {
    fc.assert(
      fc.property(anySaid, fc.integer({ min: 1, max: 7 }), (said, quorum) => {
        const given = frame({ kind: 'consent' }, quorum)
        const round = spoken(given, [...said, [PETRA, objection]])
        expect(outcomeOf(given, round)).toBe('objection')
      }),
    )
  })

  it('stands with concerns, which are heard', () => {
    const given = frame()
    const round = spoken(given, [...all(consent, TEAM.slice(0, 3)), [PETRA, concern]])
    expect(outcomeOf(given, round)).toBe('stands')
    expect(tally(round)).toEqual({ answered: 4, for: 4, objections: 0, concerns: 1 })
  })

  it('needs the quorum: fewer asked never undoes a decision, one more yes neither', () => {
    fc.assert(
      fc.property(anyRule, onePerPerson, fc.integer({ min: 2, max: 7 }), (rule, said, quorum) => {
        const round = spoken(frame(rule, quorum), said)
        if (outcomeOf(frame(rule, quorum), round) !== 'stands') return
        expect(outcomeOf(frame(rule, quorum - 1), round)).toBe('stands')
        const silent = TEAM.find((person) => !said.some(([who]) => who === person))
        if (silent)
          expect(outcomeOf(frame(rule, quorum), spoken(frame(rule), [[silent, consent]], round))).toBe(
            'stands',
          )
      }),
    )
  })
})

describe('by majority of the votes cast', () => {
  const majority = (percentage: number) => frame({ kind: 'majority', percentage }, 2)
  const votes = (yes: number, against: number) =>
    spoken(majority(50), [
      ...all(consent, TEAM.slice(0, yes)),
      ...all(objection, TEAM.slice(yes, yes + against)),
    ])

  it.each([
    [50, 3, 3, 'no-majority'],
    [50, 4, 3, 'stands'],
    [60, 3, 2, 'stands'],
    [61, 3, 2, 'no-majority'],
    [66, 4, 2, 'stands'],
    [67, 4, 2, 'no-majority'],
    [100, 6, 1, 'no-majority'],
    [100, 7, 0, 'stands'],
    [50, 0, 2, 'no-majority'],
    [50, 1, 0, 'no-quorum'],
  ] as const)('at %i per cent, %i for and %i against: %s', (percentage, yes, against, outcome) => {
    expect(outcomeOf(majority(percentage), votes(yes, against))).toBe(outcome)
  })

  it('outvotes an objection only openly: it stays in the record with its reason', () => {
    const round = asOf(majority(50), votes(5, 1), AFTER)
    expect(round.closed?.outcome).toBe('stands')
    expect(standingObjections(round)).toMatchObject([{ person: TEAM[5], answer: objection }])
    expect(standing(decisionWith(majority(50), round), AFTER).now).toEqual({
      is: 'stands',
      for: 5,
      concerns: 0,
      against: 1,
    })
  })
})

describe('after an objection', () => {
  const given = frame()
  const objected = () =>
    decisionWith(
      given,
      asOf(given, spoken(given, [...all(consent, TEAM.slice(0, 3)), [PETRA, objection]]), AFTER),
    )
  const renewal = {
    text: 'We zijn open. Iedereen kiest zelf.',
    content: '',
    changeNote: 'Iedereen kiest nu zelf.',
    closesAt: LATER,
  }

  it('asks for a changed text and a word about it before the next round', () => {
    expect(renew(objected(), { ...renewal, text: ' We  delen alles.\n' }, KARIN, AFTER)).toMatchObject({
      refused: 'text-not-changed',
    })
    expect(renew(objected(), { ...renewal, changeNote: ' ' }, KARIN, AFTER)).toMatchObject({
      refused: 'change-note-missing',
    })
    expect(renew(objected(), { ...renewal, closesAt: AFTER }, KARIN, AFTER)).toMatchObject({
      refused: 'closing-time-past',
    })
    const renewed = done(renew(objected(), renewal, KARIN, AFTER))
    expect(renewed.rounds.map((round) => [round.number, round.text])).toEqual([
      [1, fresh.text],
      [2, renewal.text],
    ])
    expect(renewed.rounds[0]).toEqual(objected().rounds[0])
    expect(standing(renewed, AFTER).now).toMatchObject({ is: 'open', stillNeeded: 4 })
  })

  it('does not start anew what is open or stands', () => {
    expect(renew(decisionWith(given, fresh), renewal, KARIN, BEFORE)).toEqual({ refused: 'round-open' })
    const stood = decisionWith(given, asOf(given, spoken(given, all(consent)), AFTER))
    expect(renew(stood, renewal, KARIN, AFTER)).toEqual({ refused: 'decision-stands' })
    expect(settle(stood, 'small-group', 'Toch maar niet.', KARIN, AFTER)).toEqual({
      refused: 'decision-stands',
    })
  })

  it('is no decision: the chair says where it goes, and that decides nothing', () => {
    const settled = done(
      settle(objected(), 'small-group', 'Petra, Noor en Kees zoeken een tekst.', KARIN, AFTER),
    )
    expect(stands(settled)).toBe(false)
    expect(done(renew(settled, renewal, KARIN, AFTER)).rounds).toHaveLength(2)
    const dropped = done(settle(objected(), 'dropped', 'We laten het los.', KARIN, AFTER))
    expect(standing(dropped, LATER).now).toEqual({ is: 'dropped' })
    expect(renew(dropped, renewal, KARIN, AFTER)).toEqual({ refused: 'was-dropped' })
  })

  it('stands when the objector takes it back, and only the objector can', () => {
    expect(withdraw(objected(), ANOUK, LATER)).toEqual({ refused: 'no-objection' })
    const taken = done(withdraw(objected(), PETRA, LATER))
    expect(stands(taken)).toBe(true)
    expect(stoodAt(taken)).toBe(LATER)
    expect(taken.rounds[0].closed).toEqual(objected().rounds[0].closed)
    expect(withdraw(taken, PETRA, LATER)).toEqual({ refused: 'no-objection' })
  })

  it('does not make a quorum out of an objection taken back by too few', () => {
    const few = decisionWith(given, asOf(given, spoken(given, [[PETRA, objection]]), AFTER))
    expect(standing(done(withdraw(few, PETRA, LATER)), LATER).now).toEqual({ is: 'no-quorum', missing: 3 })
  })

  it('needs no other text when only the quorum was missed', () => {
    const few = decisionWith(given, asOf(given, spoken(given, all(consent, [ANOUK])), AFTER))
    expect(done(renew(few, { ...renewal, text: fresh.text }, KARIN, AFTER)).rounds).toHaveLength(2)
  })
})

describe('while a round is open', () => {
  it('tells nobody more than how many, and to each the own voice', () => {
    fc.assert(
      fc.property(anyFrame, anySaid, anyPerson, (given, said, person) => {
        const decision = decisionWith(given, spoken(given, said))
        const seen = seenBy(decision, person, BEFORE)
        const own = said.findLast(([who]) => who === person)?.[1] ?? null
        expect(seen.rounds[0].voices).toBeNull()
        expect(seen.mine.answer).toEqual(own)
        expect(Object.keys(seen.standing.now).sort()).toEqual(['closesAt', 'everyone', 'is', 'stillNeeded'])
        const heard = [
          ...said,
          [
            TEAM.find((who) => who !== person) ?? PAUL,
            { kind: 'objection', reason: 'ONLY AFTERWARDS' },
          ] as const,
        ]
        const other = decisionWith(given, spoken(given, heard))
        expect(JSON.stringify(seenBy(other, person, BEFORE))).not.toContain('ONLY AFTERWARDS')
        expect(JSON.stringify(seenBy(other, person, AFTER))).toContain('ONLY AFTERWARDS')
      }),
    )
  })

  it('shows the voices by name once it has closed', () => {
    const given = frame()
    const decision = decisionWith(
      given,
      spoken(given, [
        [ANOUK, consent],
        [PAUL, concern],
      ]),
    )
    expect(seenBy(decision, KARIN, AFTER).rounds[0].voices?.map((voice) => voice.person)).toEqual([
      ANOUK,
      PAUL,
    ])
  })
})
