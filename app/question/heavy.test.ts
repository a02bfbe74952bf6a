import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import { at } from '../../test/visit-room.ts'
import type { PersonId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Actor, Role } from '../session/actor.ts'
import {
  came,
  cannotGo,
  come,
  type HeavyCall,
  type HeavyId,
  handOn,
  isPast,
  newCall,
  see,
  takeBack,
  waitsFor,
} from './heavy.ts'
import { mayCome, mayHandOn, mayKnowCall, maySayCame, maySayCannot, mayTakeBack } from './heavy-may.ts'

const [SEM, KARIN, ELS, PAUL] = ['sem', 'karin', 'els', 'paul'] as PersonId[] as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
]
const CALL = newCall({ id: 'call' as HeavyId, asker: SEM, question: null, to: null, now: NOW_MOMENT })
const LATER = at('2026-11-19T12:15')
const good = (answer: ReturnType<typeof see>): HeavyCall => {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}
const actor = (personId: PersonId, ...roles: Role[]): Actor =>
  ({ kind: 'member', schoolId: 'school', personId, roles, learningTeams: [] }) as unknown as Actor

describe('too heavy', () => {
  it('waits for the coordinators; who says first that they saw it stays who did', () => {
    expect(waitsFor(CALL)).toBe('coordinators')
    const seen = good(see(CALL, KARIN, NOW_MOMENT))
    expect(good(see(seen, ELS, LATER)).seen).toEqual({ by: KARIN, at: NOW_MOMENT })
    expect(waitsFor(seen)).toBe('coordinators')
  })

  it('shows no time but the one that somebody gave', () => {
    expect(good(come(CALL, KARIN, null, NOW_MOMENT)).coming).toEqual({
      by: KARIN,
      at: null,
      saidAt: NOW_MOMENT,
    })
    const at1215 = good(come(CALL, KARIN, LATER, NOW_MOMENT))
    expect(at1215).toMatchObject({ coming: { at: LATER }, seen: { by: KARIN } })
    expect(waitsFor(at1215)).toBe('nobody')
    expect(isPast(at1215, NOW_MOMENT)).toBe(false)
    expect(isPast(at1215, at('2026-11-19T12:20'))).toBe(true)
    expect(come(CALL, KARIN, NOW_MOMENT, LATER)).toEqual({ refused: 'clock-past', field: 'at' })
  })

  it('handed on waits for who stands in; who can not go gives it back, without why', () => {
    const handed = good(handOn(CALL, KARIN, PAUL, NOW_MOMENT))
    expect(waitsFor(handed)).toBe('stand-in')
    const goes = good(come(handed, PAUL, null, LATER))
    expect(goes.handed).toMatchObject({ answer: 'yes' })
    const back = good(cannotGo(goes, PAUL, LATER))
    expect(back).toMatchObject({ coming: null, handed: { answer: 'no' } })
    expect(waitsFor(back)).toBe('coordinators')
    expect(cannotGo(back, PAUL, LATER)).toEqual({ refused: 'not-handed' })
    expect(handOn(CALL, KARIN, SEM, NOW_MOMENT)).toMatchObject({ refused: 'stand-in-unknown' })
  })

  it('handed on, who was to come does not any more; of who comes already it is not asked', () => {
    const comes = good(come(CALL, KARIN, LATER, NOW_MOMENT))
    expect(good(handOn(comes, KARIN, PAUL, NOW_MOMENT)).coming).toBeNull()
    const paul = good(come(good(handOn(CALL, KARIN, PAUL, NOW_MOMENT)), PAUL, null, NOW_MOMENT))
    expect(handOn(paul, ELS, PAUL, NOW_MOMENT)).toMatchObject({ refused: 'comes-already' })
  })

  it('is known by the asker, the coordinators and who was asked to go, as long as they were', () => {
    const handed = good(handOn(CALL, KARIN, PAUL, NOW_MOMENT))
    const no = good(cannotGo(handed, PAUL, NOW_MOMENT))
    const knows = (call: HeavyCall) =>
      [
        actor(SEM, 'teacher'),
        actor(KARIN, 'coordinator'),
        actor(PAUL, 'principal'),
        actor(ELS, 'teacher'),
      ].map((one) => mayKnowCall(one, call).may)
    expect(knows(CALL)).toEqual([true, true, false, false])
    expect(knows(handed)).toEqual([true, true, true, false])
    expect(knows(no)).toEqual([true, true, false, false])
  })

  it('of a coordinator is for the others to come to', () => {
    const own = { ...CALL, asker: KARIN }
    expect(mayCome(actor(KARIN, 'coordinator'), own).may).toBe(false)
    expect(mayHandOn(actor(KARIN, 'coordinator'), own).may).toBe(false)
    expect(mayTakeBack(actor(KARIN, 'coordinator'), own).may).toBe(true)
    expect(mayCome(actor(ELS, 'coordinator'), own).may).toBe(true)
    const program = { kind: 'program', schoolId: 'school', tokenId: 't' } as unknown as Actor
    expect(
      [mayCome, mayKnowCall, mayTakeBack, maySayCame, maySayCannot].map((may) => may(program, own).may),
    ).toEqual(Array(5).fill(false))
  })

  it('once it is over stays over, whatever anybody does; and nobody ever comes who did not say so', () => {
    const people = fc.constantFrom(KARIN, ELS, PAUL, SEM)
    const acts = fc.array(
      fc.tuple(fc.constantFrom('see', 'now', 'at', 'hand', 'cannot', 'came', 'back'), people),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(acts, (history) => {
        let call = CALL
        const said = new Set<PersonId>()
        for (const [act, by] of history) {
          const answer = doAct(call, act, by)
          if (call.ended) expect(answer).toEqual({ refused: 'call-ended' })
          if (isRefusal(answer)) continue
          if (act === 'now' || act === 'at') said.add(by)
          expect(answer.calledAt).toBe(call.calledAt)
          expect(answer.question).toBeNull()
          if (call.seen) expect(answer.seen).toEqual(call.seen)
          if (answer.coming) expect(said.has(answer.coming.by)).toBe(true)
          if (answer.handed?.answer === 'pending') expect(answer.coming?.by).not.toBe(answer.handed.to)
          call = answer
        }
      }),
    )
  })
})

function doAct(call: HeavyCall, act: string, by: PersonId) {
  if (act === 'see') return see(call, by, LATER)
  if (act === 'now') return come(call, by, null, LATER)
  if (act === 'at') return come(call, by, at('2026-11-19T14:15'), LATER)
  if (act === 'hand') return handOn(call, KARIN, by, LATER)
  if (act === 'cannot') return cannotGo(call, by, LATER)
  return act === 'came' ? came(call, by, LATER) : takeBack(call, LATER)
}
