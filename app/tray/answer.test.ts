import { describe, expect, it } from 'vitest'
import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Slot } from '../visit/offer.ts'
import {
  type Answer,
  asksReply,
  LONGEST_ANSWER,
  parseReply,
  parseWords,
  takeBackNo,
  waitsForAnswer,
  waitsSince,
} from './answer.ts'
import { type AnswerChoices, parseAnswer } from './answer-form.ts'

const at = (clock: string) => `2026-11-19T${clock}:00.000Z` as Moment
const NOW = at('10:00')
const answer = (more: Partial<Answer> = {}): Answer => ({
  id: 'a' as Answer['id'],
  questionId: 'q' as Answer['questionId'],
  by: 'karin' as PersonId,
  kind: 'yours',
  words: 'Wat zag je?',
  variant: '',
  agreement: null,
  colleague: null,
  step: null,
  appointment: null,
  isOff: false,
  at: at('09:30'),
  reply: null,
  ...more,
})

describe('a question in the tray', () => {
  it('waits until there is an answer since it was brought', () => {
    expect(waitsForAnswer([], at('09:00'))).toBe(true)
    expect(waitsForAnswer([answer()], at('09:00'))).toBe(false)
    expect(waitsForAnswer([answer()], at('09:45'))).toBe(true)
  })

  it('waits again when it does not work yet, since then', () => {
    const back = answer({ reply: { as: 'not-yet', words: '', at: at('09:50') } })
    expect(waitsForAnswer([back], at('09:00'))).toBe(true)
    expect(waitsSince([back], at('09:00'))).toBe(at('09:50'))
    expect(waitsForAnswer([back, answer({ at: at('09:55') })], at('09:00'))).toBe(false)
    expect(
      waitsForAnswer([answer({ reply: { as: 'thanks', words: '', at: at('09:50') } })], at('09:00')),
    ).toBe(false)
  })

  it('waits again when nobody comes after all', () => {
    expect(waitsForAnswer([answer({ kind: 'come', isOff: true })], at('09:00'))).toBe(true)
    expect(waitsForAnswer([answer(), answer({ kind: 'come', isOff: true })], at('09:00'))).toBe(false)
  })
})

describe('an answer', () => {
  const step = {
    planId: 'p',
    entryId: 'e',
    what: 'Kijken',
    takenAt: null,
    stepId: null,
  } as unknown as Answer['step']

  it('asks for a reply until there is one, or until its step was taken', () => {
    expect(asksReply(answer())).toBe(true)
    expect(asksReply(answer({ step }))).toBe(true)
    expect(asksReply(answer({ step: step && { ...step, takenAt: NOW } }))).toBe(false)
    expect(asksReply(answer({ reply: { as: 'thanks', words: '', at: NOW } }))).toBe(false)
    expect(asksReply(answer({ isOff: true }))).toBe(false)
  })

  it('is taken back within the hour, as long as nothing was done with it', () => {
    expect(takeBackNo(answer(), NOW)).toBeNull()
    expect(takeBackNo(answer({ at: at('08:59') }), NOW)).toMatchObject({ refused: 'too-old' })
    expect(takeBackNo(answer({ reply: { as: 'thanks', words: '', at: NOW } }), NOW)).toMatchObject({
      refused: 'replied-already',
    })
    expect(takeBackNo(answer({ step: step && { ...step, takenAt: NOW } }), NOW)).toMatchObject({
      refused: 'step-taken',
    })
  })

  it('has words, and not endlessly many', () => {
    expect(parseWords('  Wat zag\nje?\u202e ')).toBe('Wat zag je?')
    expect(parseWords(' \n ')).toMatchObject({ refused: 'words-missing' })
    expect(parseWords('x'.repeat(LONGEST_ANSWER + 1))).toMatchObject({ refused: 'words-long' })
    expect(parseWords(undefined)).toMatchObject({ refused: 'words-missing' })
    expect(parseReply('boos', '')).toMatchObject({ refused: 'reply-missing' })
    expect(parseReply('thanks', 'x'.repeat(301))).toMatchObject({ refused: 'reply-long' })
    expect(parseReply('not-yet', '')).toEqual({ as: 'not-yet', words: '' })
  })
})

describe('the form of an answer', () => {
  const people = [
    { id: '019aaaaa-0000-7000-8000-000000000001' as PersonId, name: 'Noor' },
    { id: '019aaaaa-0000-7000-8000-000000000002' as PersonId, name: 'Kees' },
  ]
  const turn: Slot = { startsAt: at('14:00'), endsAt: at('14:20') }
  const choices: AnswerChoices = {
    colleagues: people,
    places: [],
    planId: null,
    agreements: [
      {
        key: 'principle:1',
        words: 'De leraar houdt de pen vast.',
        href: '/plan/x#principles',
        kind: 'principle',
        number: '2',
        year: null,
      },
    ],
    turns: [turn],
    ready: (kind, colleague) => ({ words: `Klaar voor ${kind} met ${colleague}`, variant: 'klaar' }),
  }
  const parse = (form: Record<string, string>) => parseAnswer(form, choices, NOW)

  it('asks for one of the four, and for its own part', () => {
    expect(parse({})).toMatchObject({ refused: 'kind-missing' })
    expect(parse({ kind: 'constructor' })).toMatchObject({ refused: 'kind-missing' })
    expect(parse({ kind: 'ask', 'words-ask': 'Vraag het' })).toMatchObject({ refused: 'colleague-missing' })
    expect(parse({ kind: 'ask', colleague: 'x', 'words-ask': 'Vraag' })).toMatchObject({
      refused: 'colleague-unknown',
    })
    expect(parse({ kind: 'track', 'words-track': 'Past' })).toMatchObject({ refused: 'track-missing' })
    expect(parse({ kind: 'come', moment: at('15:00'), 'words-come': 'Ik kom' })).toMatchObject({
      refused: 'moment-missing',
    })
    expect(parse({ kind: 'yours' })).toMatchObject({ refused: 'words-missing', field: 'words-yours' })
  })

  it('takes a turn of the own office hours as it stands there', () => {
    const come = { kind: 'come', moment: turn.startsAt, 'words-come': 'Ik kom.' }
    expect(parse(come)).toMatchObject({
      slot: turn,
      given: { kind: 'come', words: 'Ik kom.', agreement: null },
    })
    const own = {
      kind: 'come',
      moment: 'own',
      startsAt: '2026-11-20T12:15',
      minutes: '20',
      'words-come': 'Ik kom.',
    }
    expect(parse(own)).toMatchObject({ slot: { startsAt: '2026-11-20T11:15:00.000Z' } })
    expect(parse({ ...own, startsAt: '2026-11-18T12:15' })).toMatchObject({ refused: 'time-past' })
  })

  it('lays the agreement under it when it is ticked, and no other than the plan has', () => {
    const yours = { kind: 'yours', 'words-yours': 'Wat zag je?', agree: 'yes' }
    expect(parse({ ...yours, agreement: 'principle:1' })).toMatchObject({
      given: { agreement: { words: 'De leraar houdt de pen vast.' } },
    })
    expect(parse({ ...yours, agreement: 'principle:9' })).toMatchObject({ given: { agreement: null } })
    expect(parse({ ...yours, agree: '', agreement: 'principle:1' })).toMatchObject({
      given: { agreement: null },
    })
  })

  it('names who was chosen in the sentence that stood ready, and asks when an own one names another', () => {
    const ready = 'Klaar voor ask met Noor'
    const chosen = { kind: 'ask', colleague: people[1]!.id }
    expect(parse({ ...chosen, 'words-ask': ready })).toMatchObject({
      given: { words: 'Klaar voor ask met Kees', colleague: people[1]!.id, variant: 'klaar' },
    })
    expect(parse({ ...chosen, 'words-ask': 'Vraag Noor maar eens.' })).toMatchObject({
      refused: 'colleague-named',
    })
    expect(parse({ ...chosen, 'words-ask': 'Vraag Kees maar, of anders Noor.' })).toMatchObject({
      given: { words: 'Vraag Kees maar, of anders Noor.', variant: '' },
    })
  })
})
