import { describe, expect, it } from 'vitest'
import {
  AFTER,
  ANOUK,
  all,
  BEFORE,
  consent,
  decisionWith,
  frame,
  fresh,
  KARIN,
  LATER,
  objection,
  PETRA,
  spoken,
  TEAM,
} from '../../test/spoken-round.ts'
import { done } from '../../test/written-plan.ts'
import { standing } from './round-standing.ts'
import { asOf } from './round-voice.ts'
import { renew, settle, stands, stoodAt, withdraw } from './round-way.ts'

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
