import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Moment } from '../kernel/day.ts'
import type { AskedId, PersonId, QuestionId } from '../kernel/id.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import {
  circleOf,
  isWithCoordinators,
  LONGEST_SENTENCE,
  MOST_LET_IN,
  NOTHING,
  partOf,
  type Question,
  type QuestionRefusal,
  type RungNumber,
  rungOf,
} from './question.ts'
import {
  close,
  did,
  fieldFrom,
  letIn,
  letOut,
  noLongerHeavy,
  openAgain,
  rungsTried,
  sentenceOf,
  stepTo,
  tooHeavy,
  write,
} from './rung.ts'

const ANOUK = 'anouk' as PersonId
const YOUSSEF = 'youssef' as PersonId
const PAUL = 'paul' as PersonId
const at = (clock: string) => `2026-11-19T${clock}:00.000Z` as Moment
const NOW = at('09:00')
const LATER = at('10:00')

const QUESTION: Question = {
  id: 'question' as QuestionId,
  asker: ANOUK,
  about: 'lesson',
  text: { text: 'Hoe krijg ik ook de stille kinderen aan het denken?', revision: 1 },
  rung: 1,
  rungAt: NOW,
  rungs: [],
  asks: [],
  letIn: [],
  heavyAt: null,
  topic: null,
  tie: null,
  askedAt: NOW,
  readAt: null,
  closed: null,
  helped: NOTHING,
  revision: 1,
  changedAt: NOW,
}

/** What a rule made of it, which this test does not expect to be refused. */
function made(change: Question | Refusal<QuestionRefusal>): Question {
  if (isRefusal(change)) throw new Error(`refused: ${change.refused}`)
  return change
}
const asked = (personId: PersonId, state: Question['asks'][number]['state']) => ({
  id: `ask-${personId}` as AskedId,
  personId,
  state,
  askedAt: NOW,
  answeredAt: null,
})

describe('the rungs of a question', () => {
  it('are small cycles: thought of, done, seen', () => {
    const thought = made(write(QUESTION, '1.idea', ' Twee weken\nwisbordjes. ', NOW))
    const done = made(did(thought, 1, true, LATER))
    const seen = made(write(done, '1.saw', 'Een paar kinderen kijken af.', LATER))
    expect(rungOf(seen, 1)).toEqual({
      rung: 1,
      beganAt: NOW,
      idea: { text: 'Twee weken wisbordjes.', revision: 1 },
      didAt: LATER,
      saw: { text: 'Een paar kinderen kijken af.', revision: 1 },
    })
    expect(seen.rung).toBe(1)
  })

  it('keep the first moment of done, and let it be taken back', () => {
    const done = made(did(QUESTION, 1, true, NOW))
    expect(rungOf(made(did(done, 1, true, LATER)), 1)?.didAt).toBe(NOW)
    expect(rungOf(made(did(done, 1, false, LATER)), 1)?.didAt).toBeNull()
  })

  it('bring a question to the second by writing there, and never to the third', () => {
    expect(made(write(QUESTION, '2.idea', 'Denktijd, zoals Youssef.', LATER))).toMatchObject({
      rung: 2,
      rungAt: LATER,
    })
    expect(write(QUESTION, '3.idea', 'Karin kijkt mee.', LATER)).toEqual({ refused: 'rung-ahead' })
    expect(did(QUESTION, 3, true, LATER)).toEqual({ refused: 'rung-ahead' })
  })

  it('go up and down, and keep what stands there; the third waits anew each time', () => {
    const third = made(write(made(stepTo(QUESTION, 3, NOW)), '3.idea', 'Samen voorbereiden.', NOW))
    const down = made(stepTo(third, 1, LATER))
    expect(down.rung).toBe(1)
    expect(sentenceOf(down, '3.idea').text).toBe('Samen voorbereiden.')
    const again = made(stepTo(down, 3, LATER))
    expect(rungOf(again, 3)).toMatchObject({ beganAt: LATER, idea: { text: 'Samen voorbereiden.' } })
    expect(stepTo(again, 3, at('11:00'))).toBe(again)
  })

  it('taken back from the coordinators is theirs no more, also when it was too heavy', () => {
    const heavy = made(stepTo(made(tooHeavy(QUESTION, NOW)), 3, NOW))
    expect(isWithCoordinators(heavy)).toBe(true)
    expect(isWithCoordinators(made(stepTo(heavy, 2, LATER)))).toBe(false)
    const below = made(stepTo(made(tooHeavy(QUESTION, NOW)), 2, LATER))
    expect(isWithCoordinators(below)).toBe(true)
  })

  it('refuse a question without a sentence, one that is too long, and writing in a closed one', () => {
    expect(write(QUESTION, 'text', ' \n ', NOW)).toEqual({ refused: 'text-missing', field: 'text' })
    expect(write(QUESTION, '1.saw', 'a'.repeat(LONGEST_SENTENCE + 1), NOW)).toEqual({
      refused: 'text-long',
      field: '1.saw',
    })
    const closed = made(close(QUESTION, { solvedOn: 1, helped: '' }, LATER))
    expect(write(closed, '1.idea', 'Nog iets', LATER)).toEqual({ refused: 'closed', field: '1.idea' })
    expect(stepTo(closed, 3, LATER)).toEqual({ refused: 'closed' })
    expect(tooHeavy(closed, LATER)).toEqual({ refused: 'closed' })
  })

  it('know their fields, whatever an address says', () => {
    expect(fieldFrom('2.saw')).toBe('2.saw')
    for (const raw of ['', '4.saw', '1.did', '__proto__', '1.idea.x', '1']) expect(fieldFrom(raw)).toBeNull()
  })
})

describe('closing a question', () => {
  it('takes what helped along, which may stay empty, and the rung where it was solved', () => {
    const closed = made(close(QUESTION, { solvedOn: 1, helped: 'Eerst in tweetallen.' }, LATER))
    expect(closed.closed).toEqual({ at: LATER, solvedOn: 1 })
    expect(closed.helped.text).toBe('Eerst in tweetallen.')
    expect(made(close(QUESTION, { solvedOn: null, helped: '' }, LATER)).closed?.solvedOn).toBeNull()
    expect(close(closed, { solvedOn: 2, helped: '' }, LATER)).toEqual({ refused: 'closed' })
  })

  it('may have been solved with the coordinators when it went straight to them, or was there before', () => {
    expect(rungsTried(QUESTION)).toEqual([1])
    expect(rungsTried(made(tooHeavy(QUESTION, NOW)))).toEqual([1, 3])
    const there = made(stepTo(QUESTION, 3, NOW))
    expect(rungsTried(there)).toEqual([1, 2, 3])
    expect(rungsTried(made(stepTo(there, 2, LATER)))).toEqual([1, 2, 3])
  })

  it('ends too heavy, and is undone with everything where it was', () => {
    const heavy = made(tooHeavy(made(write(QUESTION, '2.idea', 'Denktijd', NOW)), NOW))
    const closed = made(close(heavy, { solvedOn: 2, helped: '' }, LATER))
    expect(closed.heavyAt).toBeNull()
    const again = made(openAgain(closed, LATER))
    expect(again).toMatchObject({ closed: null, rung: 2, rungAt: LATER })
    expect(sentenceOf(again, '2.idea').text).toBe('Denktijd')
    expect(openAgain(again, LATER)).toEqual({ refused: 'still-open' })
  })

  it('lets what helped be written better afterwards, and nothing else', () => {
    const closed = made(close(QUESTION, { solvedOn: 1, helped: '' }, LATER))
    expect(made(write(closed, 'helped', 'Minder zeggen.', LATER)).helped.text).toBe('Minder zeggen.')
    expect(write(QUESTION, 'helped', 'Te vroeg', NOW)).toEqual({ refused: 'still-open' })
  })
})

describe('the circle', () => {
  it('is the asker, who is asked or said yes, and whom the asker let in', () => {
    const question = { ...made(letIn(QUESTION, PAUL, NOW)), asks: [asked(YOUSSEF, 'asked')] }
    expect(circleOf(question)).toEqual([ANOUK, YOUSSEF, PAUL])
    expect(partOf(question, PAUL)).toBe('let-in')
    expect(partOf(letOut(question, PAUL), PAUL)).toBeNull()
  })

  it('is left by who says no, passes on, or is no longer asked', () => {
    for (const state of ['no', 'passed', 'withdrawn'] as const)
      expect(circleOf({ ...QUESTION, asks: [asked(YOUSSEF, state)] })).toEqual([ANOUK])
  })

  it('is left by who never answered, once it is closed; who thought along stays', () => {
    const closed = made(close(QUESTION, { solvedOn: 2, helped: '' }, LATER))
    expect(circleOf({ ...closed, asks: [asked(YOUSSEF, 'asked'), asked(PAUL, 'yes')] })).toEqual([
      ANOUK,
      PAUL,
    ])
  })

  it('takes nobody twice, nor everybody', () => {
    expect(letIn(QUESTION, ANOUK, NOW)).toEqual({ refused: 'reads-already', field: 'person' })
    const full = Array.from({ length: MOST_LET_IN }, (_, place) => `p${place}` as PersonId).reduce(
      (question, person) => made(letIn(question, person, NOW)),
      QUESTION,
    )
    expect(letIn(full, PAUL, NOW)).toEqual({ refused: 'readers-many', field: 'person' })
  })
})

describe('whatever is done with a question', () => {
  const rung = fc.constantFrom<RungNumber[]>(1, 2, 3)
  const act = fc.oneof(
    rung.map((to) => (question: Question) => stepTo(question, to, LATER)),
    fc
      .tuple(fc.constantFrom('text', '1.idea', '2.saw', '3.idea', 'helped'), fc.string({ unit: 'grapheme' }))
      .map(([field, text]) => (question: Question) => {
        const known = fieldFrom(field)
        return known === null ? question : write(question, known, text, LATER)
      }),
    fc.tuple(rung, fc.boolean()).map(
      ([to, done]) =>
        (question: Question) =>
          did(question, to, done, LATER),
    ),
    rung.map((solvedOn) => (question: Question) => close(question, { solvedOn, helped: '' }, LATER)),
    fc.constant((question: Question) => openAgain(question, LATER)),
    fc.constant((question: Question) => tooHeavy(question, LATER)),
    fc.constant((question: Question): Question => noLongerHeavy(question)),
  )

  it('the asker keeps it, the question stays a sentence, and what was written stays on its rung', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let question = QUESTION
        for (const one of acts) {
          const next = one(question)
          if (isRefusal(next)) continue
          for (const there of question.rungs) expect(rungOf(next, there.rung)).not.toBeNull()
          question = next
        }
        expect(partOf(question, ANOUK)).toBe('asker')
        expect(question.text.text).not.toBe('')
        const numbers = question.rungs.map((one) => one.rung)
        expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
        if (question.closed) expect(question.heavyAt).toBeNull()
      }),
    )
  })
})
