import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AFTER,
  ANOUK,
  anyFrame,
  anyPerson,
  anySaid,
  BEFORE,
  concern,
  consent,
  decisionWith,
  frame,
  KARIN,
  PAUL,
  spoken,
  TEAM,
} from '../../test/spoken-round.ts'
import { seenBy } from './round-standing.ts'

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
