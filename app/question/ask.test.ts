import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOW_MOMENT } from '../../test/cast.ts'
import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import {
  type Ask,
  type AskRefusal,
  answerNo,
  answerYes,
  askColleagues,
  askOf,
  LONGEST_WORDS,
  MOST_AT_ONCE,
  namedBy,
  notAgain,
  parseYes,
  passOn,
  seenByAsker,
  unseen,
  withdrawAsk,
  withoutPerson,
} from './ask.ts'
import { reads } from './question.ts'

const PEOPLE = [
  'anouk',
  'youssef',
  'marjan',
  'lotte',
  'kees',
  'sem',
  'bram',
] as readonly string[] as readonly PersonId[]
const [ANOUK, YOUSSEF, MARJAN] = PEOPLE as readonly [PersonId, PersonId, PersonId]
const PRESENT = new Set(PEOPLE)
const LATER = '2026-11-24T14:15:00.000Z' as Moment

type Answer = readonly Ask[] | { readonly refused: AskRefusal }
const good = (answer: Answer): readonly Ask[] => {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}
const why = (answer: Answer) => (isRefusal(answer) ? answer.refused : null)
const ask = (asks: readonly Ask[], ...colleagues: PersonId[]) =>
  askColleagues(asks, { asker: ANOUK, colleagues, present: PRESENT }, NOW_MOMENT)
const asked = (...colleagues: PersonId[]) => good(ask([], ...colleagues))

describe('asking', () => {
  it('asks several colleagues at once, each once', () => {
    expect(asked(YOUSSEF, MARJAN, YOUSSEF).map(({ personId, state }) => [personId, state])).toEqual([
      [YOUSSEF, 'asked'],
      [MARJAN, 'asked'],
    ])
  })

  it('asks nobody, oneself, a stranger or the same one twice never', () => {
    expect(why(ask([]))).toBe('nobody-chosen')
    expect(why(ask([], ANOUK))).toBe('colleague-is-you')
    expect(why(ask([], 'stranger' as PersonId))).toBe('colleague-unknown')
    expect(why(ask(asked(YOUSSEF), YOUSSEF))).toBe('asked-already')
  })

  it('asks five at the same time at most; who answered no makes room', () => {
    const five = asked(...PEOPLE.slice(1, 1 + MOST_AT_ONCE))
    const last = PEOPLE.at(-1) as PersonId
    expect(why(ask(five, last))).toBe('too-many-asked')
    expect(why(ask(good(answerNo(five, YOUSSEF, NOW_MOMENT)), last))).toBeNull()
  })

  it('leaves in peace who said no or named another; whose ask was taken back may be asked anew', () => {
    const no = good(answerNo(asked(YOUSSEF), YOUSSEF, NOW_MOMENT))
    expect(why(ask(no, YOUSSEF))).toBe('asked-already')
    const first = asked(YOUSSEF)
    const back = good(withdrawAsk(first, first[0]!.id, NOW_MOMENT))
    expect(notAgain(back).has(YOUSSEF)).toBe(false)
    const again = good(ask(back, YOUSSEF))
    expect(again.map(({ personId, state }) => [personId, state])).toEqual([[YOUSSEF, 'asked']])
    expect(again[0]!.id).not.toBe(first[0]!.id)
  })
})

describe('answering', () => {
  it('says yes with a line and a moment, and may change that', () => {
    const yes = good(answerYes(asked(YOUSSEF), YOUSSEF, { words: 'Kom gerust', startsAt: LATER }, NOW_MOMENT))
    expect(askOf(yes, YOUSSEF)).toMatchObject({ state: 'yes', words: 'Kom gerust', startsAt: LATER })
    const other = good(answerYes(yes, YOUSSEF, { words: '', startsAt: null }, NOW_MOMENT))
    expect(askOf(other, YOUSSEF)).toMatchObject({ state: 'yes', words: '', startsAt: null })
  })

  it('says no, also after a yes, and nothing of that yes is left', () => {
    const yes = good(answerYes(asked(YOUSSEF), YOUSSEF, { words: 'Kom gerust', startsAt: LATER }, NOW_MOMENT))
    const no = askOf(good(answerNo(yes, YOUSSEF, NOW_MOMENT)), YOUSSEF)
    expect(no).toMatchObject({ state: 'no', words: '', startsAt: null })
    expect(reads(no!)).toBe(false)
  })

  it('names somebody else to the asker, who is asked by that alone not yet', () => {
    const passed = good(
      passOn(asked(YOUSSEF), YOUSSEF, { proposed: MARJAN, asker: ANOUK, present: PRESENT }, NOW_MOMENT),
    )
    expect(namedBy(passed)).toEqual([{ by: YOUSSEF, proposed: MARJAN }])
    expect(askOf(passed, MARJAN)).toBeUndefined()
    expect(namedBy(good(ask(passed, MARJAN)))).toEqual([])
  })

  it('never names oneself, the asker or somebody who is not there', () => {
    for (const proposed of [YOUSSEF, ANOUK, 'stranger' as PersonId])
      expect(
        why(passOn(asked(YOUSSEF), YOUSSEF, { proposed, asker: ANOUK, present: PRESENT }, NOW_MOMENT)),
      ).toBe('proposed-unknown')
  })

  it('is for who is asked alone, and over once it was taken back', () => {
    const one = asked(YOUSSEF)
    expect(why(answerNo(one, MARJAN, NOW_MOMENT))).toBe('not-asked')
    const back = good(withdrawAsk(one, one[0]!.id, NOW_MOMENT))
    expect(why(answerYes(back, YOUSSEF, { words: '', startsAt: null }, NOW_MOMENT))).toBe('not-asked')
    expect(why(withdrawAsk(back, one[0]!.id, NOW_MOMENT))).toBe('ask-gone')
  })

  it('is new to the asker until it was seen; and again when it changes', () => {
    const no = good(answerNo(asked(YOUSSEF), YOUSSEF, NOW_MOMENT))
    expect(unseen(no)).toHaveLength(1)
    const seen = seenByAsker(no, NOW_MOMENT)
    expect(unseen(seen)).toEqual([])
    expect(seenByAsker(seen, LATER)).toBe(seen)
  })

  it('comes to not now for who left the school, whom nobody names any more', () => {
    const two = good(
      passOn(
        asked(YOUSSEF, MARJAN),
        YOUSSEF,
        { proposed: 'kees' as PersonId, asker: ANOUK, present: PRESENT },
        NOW_MOMENT,
      ),
    )
    const left = withoutPerson(withoutPerson(two, MARJAN, NOW_MOMENT), 'kees' as PersonId, NOW_MOMENT)
    expect(left.map(({ state, proposed }) => [state, proposed])).toEqual([
      ['passed', null],
      ['no', null],
    ])
  })
})

describe('what is written with a yes', () => {
  const momentFrom = (typed: string) =>
    typed === 'later' ? LATER : typed === 'before' ? ('2026-01-01' as Moment) : null
  const parse = (form: { words?: string; startsAt?: string }) => parseYes(form, momentFrom, NOW_MOMENT)

  it('may stay empty, and is one line without hidden signs', () => {
    expect(parse({})).toEqual({ words: '', startsAt: null })
    expect(parse({ words: ' Kom\nmaar\u202E langs ', startsAt: 'later' })).toEqual({
      words: 'Kom maar langs',
      startsAt: LATER,
    })
  })

  it('says what to do with what can not be', () => {
    expect(parse({ words: 'x'.repeat(LONGEST_WORDS + 1) })).toEqual({
      refused: 'words-too-long',
      field: 'words',
    })
    expect(parse({ startsAt: 'never' })).toEqual({ refused: 'time-unknown', field: 'startsAt' })
    expect(parse({ startsAt: 'before' })).toEqual({ refused: 'time-past', field: 'startsAt' })
  })
})

describe('whatever asker and colleagues do', () => {
  const person = fc.constantFrom(...PEOPLE)
  const act = fc.oneof(
    fc
      .array(person, { maxLength: 3 })
      .map((colleagues) => (asks: readonly Ask[]) => ask(asks, ...colleagues)),
    person.map((me) => (asks: readonly Ask[]) => answerNo(asks, me, NOW_MOMENT)),
    person.map(
      (me) => (asks: readonly Ask[]) => answerYes(asks, me, { words: 'ja', startsAt: null }, NOW_MOMENT),
    ),
    fc.tuple(person, person).map(
      ([me, proposed]) =>
        (asks: readonly Ask[]) =>
          passOn(asks, me, { proposed, asker: ANOUK, present: PRESENT }, NOW_MOMENT),
    ),
    fc
      .nat(9)
      .map(
        (place) => (asks: readonly Ask[]) =>
          withdrawAsk(asks, asks[place]?.id ?? ('' as Ask['id']), NOW_MOMENT),
      ),
  )

  it('everybody has one ask at most, the asker none, and words only with a yes', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let asks: readonly Ask[] = []
        for (const one of acts) {
          const after = one(asks)
          asks = isRefusal(after) ? asks : after
        }
        const people = asks.map(({ personId }) => personId)
        expect(new Set(people).size).toBe(people.length)
        expect(people).not.toContain(ANOUK)
        expect(asks.filter(reads).length).toBeLessThanOrEqual(MOST_AT_ONCE)
        for (const { state, words, proposed } of asks) {
          expect(words === '' || state === 'yes').toBe(true)
          expect(proposed === null || state === 'passed').toBe(true)
        }
      }),
    )
  })
})
