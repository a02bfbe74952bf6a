import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ANOUK, BEFORE, KARIN, PAUL, TEAM } from '../../test/spoken-round.ts'
import { done } from '../../test/written-plan.ts'
import type { PersonId, PollId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import {
  answer,
  choiceFrom,
  choiceLine,
  choiceOf,
  closePollNow,
  mostOnOne,
  type Poll,
  type PollChoice,
  type PollQuestion,
  resultOf,
  seenPoll,
  whyNotPoll,
} from './poll.ts'

const OPTIONS = [
  { id: 'rust', text: 'Rust in de klas' },
  { id: 'lezen', text: 'Lezen' },
  { id: 'ouders', text: 'Ouders erbij' },
]
const asked: PollQuestion = {
  scopeId: 'meeting',
  subjectId: 'item',
  kind: 'dots',
  question: 'Waar praten we over?',
  options: OPTIONS,
  dots: 3,
  unnamed: false,
  voters: TEAM,
}
const poll = (rest: Partial<PollQuestion> = {}): Poll => {
  const question = { ...asked, ...rest }
  return {
    id: 'p' as PollId,
    ...question,
    openedAt: BEFORE,
    openedBy: KARIN,
    answers: [],
    box: question.unnamed ? { given: [], ballots: [] } : null,
    closed: null,
  }
}
const chosen = (so: Poll, person: PersonId, choice: PollChoice) => done(answer(so, person, choice) ?? so)

describe('dots', () => {
  it('are counted once the poll is closed', () => {
    const answered = chosen(chosen(poll(), ANOUK, { rust: 2, lezen: 1 }), PAUL, { lezen: 1 })
    expect(seenPoll(answered, ANOUK)).toMatchObject({
      answered: 2,
      result: null,
      answers: null,
      mine: { answered: true, choice: { rust: 2, lezen: 1 } },
    })
    expect(JSON.stringify(seenPoll(answered, KARIN))).not.toContain('"lezen":')
    const closed = done(closePollNow(answered, KARIN, BEFORE, true))
    expect(seenPoll(closed, null).result).toEqual({ answered: 2, counts: { rust: 2, lezen: 2, ouders: 0 } })
    expect(closePollNow(closed, PAUL, BEFORE, true)).toEqual({ refused: 'poll-closed' })
    expect(answer(closed, KARIN, { rust: 1 })).toEqual({ refused: 'poll-closed' })
  })

  it('are at most one’s own, and at most half of them on one thing', () => {
    expect([1, 2, 3, 5].map((dots) => mostOnOne({ dots }))).toEqual([1, 1, 2, 3])
    expect(answer(poll(), ANOUK, { rust: 2, lezen: 2 })).toMatchObject({ refused: 'too-many-dots' })
    expect(answer(poll(), ANOUK, { rust: 3 })).toMatchObject({ refused: 'too-many-on-one' })
    expect(answer(poll(), ANOUK, {})).toMatchObject({ refused: 'choice-missing' })
  })

  it.each<PollChoice>([
    { anders: 1 },
    { rust: -1 },
    { rust: 0.5 },
    { rust: 0 },
    { constructor: 1 },
    { rust: Number.NaN },
  ])('are not on %j', (choice) => {
    expect(answer(poll(), ANOUK, choice)).toMatchObject({ refused: 'choice-unknown' })
  })

  it('can be moved as long as the poll is open and has names', () => {
    const first = chosen(poll(), ANOUK, { rust: 1 })
    expect(answer(first, ANOUK, { rust: 1 })).toBeNull()
    expect(chosen(first, ANOUK, { ouders: 2 }).answers).toEqual([{ person: ANOUK, choice: { ouders: 2 } }])
    expect(answer(first, 'stranger' as PersonId, { rust: 1 })).toEqual({ refused: 'no-voice' })
  })

  it('come from a form with a field for each', () => {
    expect(choiceFrom(['rust', 'lezen', 'rust'])).toEqual({ lezen: 1, rust: 2 })
    fc.assert(
      fc.property(fc.array(fc.constantFrom('rust', 'lezen', 'ouders')), (ticked) => {
        expect(choiceOf(choiceLine(choiceFrom(ticked)))).toEqual(choiceFrom(ticked))
      }),
    )
  })
})

describe('without names', () => {
  it('is for good, and never tells what somebody chose', () => {
    const once = chosen(poll({ unnamed: true }), ANOUK, { rust: 1 })
    expect(answer(once, ANOUK, { lezen: 1 })).toEqual({ refused: 'already-answered' })
    expect(seenPoll(once, ANOUK).mine).toEqual({ hasVoice: true, answered: true, choice: null })
    expect(once.answers).toEqual([])
  })

  it('is not looked at when fewer than five took part', () => {
    const [four, five] = [4, 5].map((count) =>
      TEAM.slice(0, count).reduce((so, person) => chosen(so, person, { rust: 1 }), poll({ unnamed: true })),
    ) as [Poll, Poll]
    const closed = done(closePollNow(four, KARIN, BEFORE, true))
    expect(closed.closed?.result).toEqual({ answered: 4, counts: null })
    expect(closed.box?.ballots).toEqual([])
    expect(done(closePollNow(five, KARIN, BEFORE, true)).closed?.result.counts).toMatchObject({ rust: 5 })
  })
})

describe('what can be asked', () => {
  it.each([
    ['question-missing', { question: '  ' }],
    ['text-too-long', { question: 'x'.repeat(301) }],
    ['options-unknown', { options: OPTIONS.slice(0, 1) }],
    ['options-unknown', { options: [...OPTIONS, OPTIONS[0]] }],
    ['options-unknown', { options: [...OPTIONS, { id: '__proto__', text: 'Anders' }] }],
    [
      'options-unknown',
      {
        kind: 'check',
        dots: 1,
        options: [...OPTIONS, ...'abc'].map((_, id) => ({ id: `${id}`, text: 'x' })),
      },
    ],
    ['dots-unknown', { dots: 0 }],
    ['dots-unknown', { dots: 11 }],
    ['dots-unknown', { kind: 'check', dots: 2 }],
    ['voters-missing', { voters: [] }],
    ['unnamed-too-few', { unnamed: true, voters: TEAM.slice(0, 4) }],
  ])('is refused with %s', (refused, rest) => {
    expect(whyNotPoll({ ...asked, ...(rest as Partial<PollQuestion>) })).toMatchObject({ refused })
  })

  it('is a question with a few choices', () => {
    expect(whyNotPoll(asked)).toBeNull()
    expect(whyNotPoll({ ...asked, kind: 'check', dots: 1 })).toBeNull()
  })
})

it('gives one answer a person and a result that the answers give again, whatever comes in', () => {
  const anyChoice = fc
    .array(fc.constantFrom('rust', 'lezen', 'ouders', 'anders'), { maxLength: 4 })
    .map(choiceFrom)
  const anyAct = fc.oneof(
    { weight: 8, arbitrary: fc.tuple(fc.constantFrom(...TEAM, 'stranger' as PersonId), anyChoice) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
  fc.assert(
    fc.property(fc.boolean(), fc.array(anyAct, { maxLength: 30 }), (unnamed, acts) => {
      let so = poll({ unnamed })
      for (const act of acts) {
        const next = act === null ? closePollNow(so, KARIN, BEFORE, true) : answer(so, ...act)
        if (next === null || isRefusal(next)) continue
        expect(so.closed).toBeNull()
        so = next
      }
      const people = so.box?.given ?? so.answers.map(({ person }) => person)
      expect(new Set(people).size).toBe(people.length)
      expect(people).not.toContain('stranger')
      if (so.closed) expect(so.closed.result).toEqual(resultOf(so))
      else expect(so.box?.ballots.length ?? 0).toBe(so.box?.given.length ?? 0)
    }),
  )
})
