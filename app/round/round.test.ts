import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AFTER,
  ANOUK,
  all,
  anyAnswer,
  anyFrame,
  anyPerson,
  anyRule,
  anySaid,
  BEFORE,
  CLOSES,
  concern,
  consent,
  decisionWith,
  frame,
  fresh,
  KARIN,
  objection,
  onePerPerson,
  PETRA,
  spoken,
  TEAM,
} from '../../test/spoken-round.ts'
import { done } from '../../test/written-plan.ts'
import type { PersonId } from '../kernel/id.ts'
import { standing } from './round-standing.ts'
import { outcomeOf, standingObjections, tally } from './round-tally.ts'
import { asOf, close, speak } from './round-voice.ts'

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
      reasons: 1,
      until: null,
    })
  })
})
