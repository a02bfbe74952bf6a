import { describe, expect, it } from 'vitest'
import {
  ANOUK,
  all,
  BEFORE,
  consent,
  decisionWith,
  frame,
  fresh,
  inRoom,
  KARIN,
  objection,
  PAUL,
  PETRA,
  spoken,
  TEAM,
} from '../../test/spoken-round.ts'
import { done } from '../../test/written-plan.ts'
import type { Moment } from '../kernel/day.ts'
import type { Decision, Frame } from './round.ts'
import { nowSentence } from './round-rule-text.ts'
import { seenBy, standing } from './round-standing.ts'
import { outcomeAtClosing } from './round-tally.ts'
import { objectLate, termEnd } from './round-term.ts'
import { asOf, close, LONGEST_REASON } from './round-voice.ts'
import { hasObjectionOf, renew, settle, stands, stoodAt, withdraw } from './round-way.ts'

/** Closed in the room on Tuesday 24 November, a quarter past four; three days to come back on it. */
const CLOSED = '2026-11-24T15:15:00.000Z' as Moment
const LAST = '2026-11-27T22:59:59.999Z' as Moment
const OVER = '2026-11-27T23:00:00.000Z' as Moment
const [MISSED] = TEAM.slice(6) as [(typeof TEAM)[number]]

const agreed = (rest: Partial<Frame> = {}): Frame => ({ ...frame(), absentDays: 3, ...rest })
const stood = (given = agreed(), said = all(consent, TEAM.slice(0, 6))): Decision =>
  decisionWith(given, done(close(given, spoken(given, said, inRoom(given)), KARIN, CLOSED)))
const reason = 'Op maandag ben ik er niet.'

describe('the days to come back on a decision', () => {
  it('run to the end of the last day in the Netherlands', () => {
    expect(termEnd(agreed(), stood().rounds[0])).toBe(LAST)
    expect(standing(stood(), LAST).now).toMatchObject({ is: 'stands', until: LAST })
    expect(standing(stood(), OVER).now).toMatchObject({ is: 'stands', until: null })
    expect(nowSentence(standing(stood(), CLOSED), 'nl')).toContain('tot en met vrijdag 27 november')
  })

  it('run over the change to winter time by the calendar, not by the hour', () => {
    const given = agreed({ absentDays: 2 })
    const late = '2026-10-23T21:30:00.000Z' as Moment
    const opened = { ...inRoom(given), openedAt: late }
    const decision = decisionWith(given, done(close(given, opened, KARIN, late)))
    expect(termEnd(given, decision.rounds[0])).toBe('2026-10-25T22:59:59.999Z')
  })

  it('are not there when everyone answered, the round was by time, or nothing was agreed', () => {
    expect(standing(stood(agreed(), all(consent)), CLOSED).now).toMatchObject({ until: null })
    expect(standing(stood(frame()), CLOSED).now).toMatchObject({ until: null })
    const byTime = asOf(agreed(), spoken(agreed(), all(consent, TEAM.slice(0, 6)), fresh), CLOSED)
    expect(termEnd(agreed(), byTime)).toBeNull()
  })
})

describe('an objection afterwards', () => {
  it('undoes what stood; the round keeps the outcome it closed with', () => {
    const back = done(objectLate(stood(), MISSED, ` ${reason} `, LAST))
    expect(stands(back)).toBe(false)
    expect(standing(back, OVER).now).toEqual({ is: 'objection', objections: 1, late: 1 })
    const [round] = back.rounds
    expect(round.late).toEqual([{ person: MISSED, reason, at: LAST, withdrawnAt: null }])
    expect(round.closed?.outcome).toBe('stands')
    expect(outcomeAtClosing(back.frame, round)).toBe('stands')
  })

  it('is for voters without a voice, with a reason, in time, on what stands', () => {
    const no = (decision: Decision, person = MISSED, why = reason, now = CLOSED) =>
      objectLate(decision, person, why, now)
    expect(no(stood(), PETRA)).toEqual({ refused: 'was-there' })
    expect(no(stood(), 'stranger' as typeof PETRA)).toEqual({ refused: 'no-voice' })
    expect(no(stood(), MISSED, ' \n')).toMatchObject({ refused: 'reason-missing' })
    expect(no(stood(), MISSED, 'x'.repeat(LONGEST_REASON + 1))).toMatchObject({ refused: 'text-too-long' })
    expect(no(stood(), MISSED, reason, OVER)).toEqual({ refused: 'term-over' })
    expect(no(stood(frame()))).toEqual({ refused: 'no-term' })
    expect(no(stood(agreed(), [[PETRA, objection]]))).toEqual({ refused: 'does-not-stand' })
    expect(no(decisionWith(agreed(), inRoom(agreed())))).toEqual({ refused: 'round-open' })
  })

  it('is there once when it is sent twice, and can be said better in the same days', () => {
    const back = done(objectLate(stood(), MISSED, reason, CLOSED))
    expect(objectLate(back, MISSED, reason, OVER)).toBe(back)
    const better = done(objectLate(back, MISSED, 'Op maandag is er niemand.', LAST))
    expect(better.rounds[0].late).toMatchObject([{ person: MISSED, reason: 'Op maandag is er niemand.' }])
  })

  it('is taken back by the objector alone, and then the decision stands again', () => {
    const back = done(objectLate(stood(), MISSED, reason, CLOSED))
    expect(hasObjectionOf(back, MISSED)).toBe(true)
    expect(withdraw(back, ANOUK, LAST)).toEqual({ refused: 'no-objection' })
    const taken = done(withdraw(back, MISSED, LAST))
    expect(stands(taken)).toBe(true)
    expect(stoodAt(taken)).toBe(LAST)
    expect(taken.rounds[0].late).toMatchObject([{ reason, withdrawnAt: LAST }])
  })

  it('leads to a new round, in the room or by time, with another text', () => {
    const back = done(objectLate(stood(), MISSED, reason, CLOSED))
    const renewal = { text: 'Op dinsdag.', content: '', changeNote: 'Dinsdag in plaats van maandag.' }
    expect(renew(back, { ...renewal, text: back.rounds[0].text, closesAt: null }, KARIN, LAST)).toMatchObject(
      {
        refused: 'text-not-changed',
      },
    )
    const inTheRoom = done(renew(back, { ...renewal, closesAt: null }, KARIN, LAST))
    expect(inTheRoom.rounds[1]).toMatchObject({ held: 'room', late: [], counted: null })
    const byTime = done(
      renew(back, { ...renewal, closesAt: '2026-12-01T15:00:00.000Z' as Moment }, KARIN, LAST),
    )
    expect(byTime.rounds[1]).toMatchObject({ held: 'time' })
    expect(byTime.frame).toBe(back.frame)
    const dropped = done(settle(back, 'dropped', 'We laten het los.', KARIN, LAST))
    expect(objectLate(dropped, MISSED, 'Nog een reden.', LAST)).toEqual({ refused: 'was-dropped' })
  })

  it('asks a majority to vote once more, also on the same text', () => {
    const given = agreed({ rule: { kind: 'majority', percentage: 50 } })
    const back = done(objectLate(stood(given), MISSED, reason, CLOSED))
    expect(standing(back, LAST).now).toEqual({ is: 'objection', objections: 1, late: 1 })
    const again = {
      text: back.rounds[0].text,
      content: '',
      changeNote: 'Met de reden erbij.',
      closesAt: null,
    }
    expect(done(renew(back, again, KARIN, LAST)).rounds).toHaveLength(2)
  })

  it('is offered to who missed the round, as long as it can be', () => {
    const until = (person: typeof PETRA | null, decision = stood(), now = CLOSED) =>
      seenBy(decision, person, now).mine.objectUntil
    expect(until(MISSED)).toBe(LAST)
    expect(until(PAUL)).toBeNull()
    expect(until(null)).toBeNull()
    expect(until(MISSED, stood(), OVER)).toBeNull()
    expect(until(MISSED, done(objectLate(stood(), MISSED, reason, CLOSED)))).toBeNull()
    expect(until(MISSED, decisionWith(agreed(), { ...fresh, openedAt: BEFORE }))).toBeNull()
  })
})
