import { describe, expect, it } from 'vitest'
import type { Moment } from '../kernel/day.ts'
import type { AskedId, PersonId, SchoolId, SessionId } from '../kernel/id.ts'
import type { Actor, Role } from '../session/actor.ts'
import type { AskState, Question } from './question.ts'
import { mayAsk, mayConfirmTopic, mayHold, mayRead, mayThrowAway } from './question-may.ts'

const NOW = '2026-11-19T09:00:00.000Z' as Moment
const who = (name: string, ...roles: Role[]): Actor => ({
  kind: 'member',
  schoolId: 'school' as SchoolId,
  personId: name as PersonId,
  name,
  roles,
  learningTeams: [],
  sessionId: 'session' as SessionId,
  demo: false,
})
const ANOUK = who('anouk', 'teacher')
const YOUSSEF = who('youssef', 'teacher')
const KARIN = who('karin', 'coordinator')
const PAUL = who('paul', 'principal')
const KEEPER: Actor = { kind: 'keeper', schoolId: 'school' as SchoolId }
const PROGRAM: Actor = { kind: 'program', schoolId: 'school' as SchoolId, tokenId: 'token' }

type Circle = Pick<Question, 'asker' | 'asks' | 'letIn' | 'rung' | 'heavyAt' | 'closed' | 'readAt'>
const QUESTION: Circle = {
  asker: 'anouk' as PersonId,
  asks: [],
  letIn: [],
  rung: 1,
  heavyAt: null,
  closed: null,
  readAt: null,
}
const askedOf = (state: AskState): Circle => ({
  ...QUESTION,
  rung: 2,
  asks: [{ id: 'ask' as AskedId, personId: 'youssef' as PersonId, state, askedAt: NOW, answeredAt: null }],
})

describe('who reads a question', () => {
  it('on the first rung the asker alone', () => {
    expect(mayRead(QUESTION, ANOUK)).toEqual({ may: true, because: 'own-question' })
    expect(mayRead(QUESTION, YOUSSEF)).toEqual({ may: false, because: 'not-in-circle' })
    expect(mayRead(QUESTION, KARIN)).toEqual({ may: false, because: 'not-yet-coordinator' })
    expect(mayRead(QUESTION, PAUL).may).toBe(false)
  })

  it('a colleague from being asked until saying no', () => {
    const reads = (state: AskState) => mayRead(askedOf(state), YOUSSEF).may
    expect([reads('asked'), reads('yes'), reads('no'), reads('passed'), reads('withdrawn')]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    expect(mayRead(askedOf('yes'), KARIN).may).toBe(false)
  })

  it('the coordinators from the third rung on, or when it is too heavy, and no longer after that', () => {
    expect(mayRead({ ...QUESTION, rung: 3 }, KARIN)).toEqual({ may: true, because: 'with-coordinators' })
    expect(mayRead({ ...QUESTION, heavyAt: NOW }, KARIN).may).toBe(true)
    expect(mayRead({ ...QUESTION, rung: 2 }, KARIN).may).toBe(false)
  })

  it('the principal only when the asker lets them in by name', () => {
    for (const question of [
      { ...QUESTION, rung: 3 as const },
      { ...QUESTION, heavyAt: NOW },
    ])
      expect(mayRead(question, PAUL).may).toBe(false)
    const invited = { ...QUESTION, letIn: [{ personId: 'paul' as PersonId, at: NOW }] }
    expect(mayRead(invited, PAUL)).toEqual({ may: true, because: 'let-in' })
  })

  it('the administrator, programs and the product itself never', () => {
    const open = { ...QUESTION, rung: 3 as const, heavyAt: NOW }
    for (const actor of [who('beheer', 'administrator'), who('bestuur', 'staff'), KEEPER, PROGRAM])
      expect(mayRead(open, actor).may).toBe(false)
  })
})

describe('who does what with a question', () => {
  it('everybody of the team asks; a program does not', () => {
    expect(mayAsk(PAUL).may).toBe(true)
    expect(mayAsk(PROGRAM).may).toBe(false)
  })

  it('the asker holds it, whoever reads it', () => {
    expect(mayHold(QUESTION, ANOUK).may).toBe(true)
    for (const actor of [YOUSSEF, KARIN, PAUL, KEEPER, PROGRAM])
      expect(mayHold(QUESTION, actor).may).toBe(false)
  })

  it('it is thrown away by the asker, until somebody has read it', () => {
    expect(mayThrowAway(QUESTION, ANOUK).may).toBe(true)
    expect(mayThrowAway({ ...QUESTION, readAt: NOW }, ANOUK)).toEqual({ may: false, because: 'was-read' })
    expect(mayThrowAway(QUESTION, KARIN).may).toBe(false)
  })

  it('the topic is confirmed by the asker, and by a coordinator who reads it', () => {
    expect(mayConfirmTopic(QUESTION, ANOUK).may).toBe(true)
    expect(mayConfirmTopic(QUESTION, KARIN).may).toBe(false)
    expect(mayConfirmTopic({ ...QUESTION, rung: 3 }, KARIN).may).toBe(true)
    expect(mayConfirmTopic(askedOf('yes'), YOUSSEF).may).toBe(false)
  })
})
