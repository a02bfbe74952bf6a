import { describe, expect, it } from 'vitest'
import {
  all,
  BEFORE,
  concern,
  consent,
  decisionWith,
  frame,
  inRoom,
  KARIN,
  objection,
  PETRA,
  spoken,
  TEAM,
  unnamed,
} from '../../test/spoken-round.ts'
import { done } from '../../test/written-plan.ts'
import type { Counted, Frame, Round } from './round.ts'
import { countHands } from './round-count.ts'
import { standing } from './round-standing.ts'
import { tally } from './round-tally.ts'
import { cast, close, speak } from './round-voice.ts'

const NONE = { for: 0, concerns: 0, against: 0, blank: 0 }
const hands = (counts: Partial<typeof NONE>): Omit<Counted, 'at'> => ({
  method: 'hands',
  by: KARIN,
  ...NONE,
  ...counts,
})
const papers = (counts: Partial<typeof NONE>) => ({ ...hands(counts), method: 'paper' as const })
const closed = (given: Frame, round: Round) => done(close(given, round, KARIN, BEFORE))
const [FIFTH] = TEAM.slice(4) as [(typeof TEAM)[number]]

describe('hands by consent', () => {
  const given = frame()

  it('count for the others, beside who said something by name', () => {
    const round = spoken(given, [[PETRA, concern]], inRoom(given))
    const counted = done(countHands(given, round, hands({ for: 4, concerns: 1 }), BEFORE))
    expect(counted.counted).toMatchObject({ method: 'hands', by: KARIN, at: BEFORE })
    expect(tally(counted)).toEqual({ answered: 6, for: 6, objections: 0, concerns: 2 })
    expect(standing(decisionWith(given, closed(given, counted)), BEFORE)).toMatchObject({
      answered: 6,
      now: { is: 'stands', for: 6, concerns: 2 },
    })
  })

  it('are never objections: each of those has a name and a reason', () => {
    expect(countHands(given, inRoom(given), hands({ for: 5, against: 1 }), BEFORE)).toEqual({
      refused: 'objection-needs-owner',
      field: 'against',
    })
    const objected = spoken(given, [[PETRA, objection]], inRoom(given))
    const counted = done(countHands(given, objected, hands({ for: 6 }), BEFORE))
    expect(closed(given, counted).closed?.outcome).toBe('objection')
  })

  it('are never more than there are colleagues', () => {
    const round = spoken(given, [[PETRA, concern]], inRoom(given))
    expect(countHands(given, round, hands({ for: 7 }), BEFORE)).toMatchObject({ refused: 'counted-too-many' })
    for (const wrong of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e6])
      expect(countHands(given, round, hands({ for: wrong }), BEFORE)).toMatchObject({
        refused: 'count-unknown',
        field: 'for',
      })
    expect(countHands(given, round, hands({ blank: 1 }), BEFORE)).toMatchObject({ refused: 'count-unknown' })
  })

  it('let a late objection in, and are then counted anew before the round closes', () => {
    const all7 = done(countHands(given, inRoom(given), hands({ for: 7 }), BEFORE))
    expect(speak(given, all7, PETRA, consent, BEFORE)).toEqual({ refused: 'counted-already' })
    const objected = done(speak(given, all7, PETRA, objection, BEFORE))
    expect(close(given, objected, KARIN, BEFORE)).toEqual({ refused: 'counted-too-many' })
    const anew = done(countHands(given, objected, hands({ for: 6 }), BEFORE))
    expect(closed(given, anew).closed?.outcome).toBe('objection')
  })

  it('can be taken away again, and stand still once the round is closed', () => {
    const counted = done(countHands(given, inRoom(given), hands({ for: 5 }), BEFORE))
    expect(done(countHands(given, counted, null, BEFORE)).counted).toBeNull()
    expect(done(countHands(given, counted, hands({}), BEFORE)).counted).toBeNull()
    expect(countHands(given, closed(given, counted), null, BEFORE)).toEqual({ refused: 'round-closed' })
  })
})

describe('hands and papers by majority', () => {
  const given = frame({ kind: 'majority', percentage: 60 }, 5)

  it('count for, against and blank; blank takes part and is not cast', () => {
    const counted = done(countHands(given, inRoom(given), hands({ for: 3, against: 2, blank: 2 }), BEFORE))
    expect(closed(given, counted).closed?.outcome).toBe('stands')
    const other = done(countHands(given, inRoom(given), hands({ for: 2, against: 2, blank: 3 }), BEFORE))
    expect(closed(given, other).closed?.outcome).toBe('no-majority')
  })

  it('take the place of ballots, never beside them, and never fewer than five', () => {
    expect(countHands(unnamed, inRoom(unnamed), hands({ for: 6 }), BEFORE)).toMatchObject({
      refused: 'vote-unnamed',
    })
    expect(countHands(unnamed, inRoom(unnamed), papers({ for: 4 }), BEFORE)).toMatchObject({
      refused: 'counted-too-few',
    })
    const voted = done(cast(unnamed, inRoom(unnamed), PETRA, 'for', BEFORE))
    expect(countHands(unnamed, voted, papers({ for: 5 }), BEFORE)).toEqual({ refused: 'ballots-given' })
    const counted = done(countHands(unnamed, inRoom(unnamed), papers({ for: 3, against: 2 }), BEFORE))
    expect(cast(unnamed, counted, FIFTH, 'for', BEFORE)).toEqual({ refused: 'counted-already' })
    expect(closed(unnamed, counted).closed?.outcome).toBe('stands')
  })

  it('an objection by name is a vote against: who was counted has voted', () => {
    const counted = done(countHands(given, inRoom(given), hands({ for: 7 }), BEFORE))
    expect(speak(given, counted, PETRA, objection, BEFORE)).toEqual({ refused: 'counted-already' })
    const named = spoken(given, all(objection, [PETRA]), inRoom(given))
    expect(tally(done(countHands(given, named, hands({ for: 6 }), BEFORE)))).toMatchObject({
      answered: 7,
      objections: 1,
    })
  })
})
