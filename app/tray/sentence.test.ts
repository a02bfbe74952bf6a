import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../kernel/language.ts'
import { BUILT_IN_TOPICS } from '../school/topic.ts'
import type { AnswerKind } from './answer.ts'
import { backCounts, backText, backWords } from './back-text.ts'
import {
  ASK,
  another,
  backFor,
  COME,
  type Facts,
  GOAL,
  likelyAnswer,
  openingsFor,
  STAGES,
  stageOf,
  TRACK,
  YOURS,
} from './sentence.ts'
import { sentenceText } from './sentence-text.ts'

const NOTHING: Facts = { name: 'Petra', about: 'group', topic: null, tried: 0, looked: false, helpers: [] }
const some = (facts: Partial<Facts>): Facts => ({ ...NOTHING, ...facts })

describe('a friendly sentence', () => {
  it('praises nobody for what was not done', () => {
    expect(openingsFor(NOTHING)).toEqual(['know', 'trust'])
    expect(openingsFor(some({ about: 'else' }))).toEqual(['trust'])
    expect(openingsFor(some({ tried: 1 }))).toEqual(['idea', 'know', 'trust'])
    expect(openingsFor(some({ tried: 2, looked: true }))).toEqual([
      'looked',
      'tried',
      'near',
      'know',
      'trust',
    ])
    expect(openingsFor(some({ helpers: ['Kees'] }))).toContain('helped')
  })

  it('is never the same twice running, however often somebody answers', () => {
    for (const keys of [ASK, TRACK, GOAL, COME, YOURS])
      fc.assert(
        fc.property(fc.array(fc.uuid(), { minLength: 2, maxLength: 40 }), (questions) => {
          const sent: string[] = []
          for (const id of questions) sent.unshift(another(keys as readonly string[], sent, id))
          return sent.every((one, place) => one !== sent[place + 1])
        }),
      )
  })

  it('stands as it is for one question, until something was sent', () => {
    expect(another(ASK, [], 'question')).toBe(another(ASK, [], 'question'))
    expect(another(ASK, [another(ASK, [], 'question')], 'question')).not.toBe(another(ASK, [], 'question'))
  })

  it('is there in both languages, with the name before it or without', () => {
    const facts = some({ tried: 2, looked: true, helpers: ['Kees'] })
    for (const language of LANGUAGES) {
      const text = sentenceText(language)
      const all = (given: Facts) => [
        ...YOURS.map((key) => text.yours[key](given)),
        ...ASK.map((key) => text.ask[key](given, 'Noor')),
        ...[...TRACK, ...GOAL].map((key) => text.track[key](given)),
        ...COME.map((key) => text.come[key](given)),
      ]
      for (const words of all(facts)) expect(words).toMatch(/^Petra, \p{L}.*[.?]$/u)
      for (const words of all({ ...facts, name: '' })) expect(words).toMatch(/^\p{Lu}(?!etra).*[.?]$/u)
      for (const words of ASK.map((key) => text.ask[key](facts, 'Noor'))) expect(words).toContain('Noor')
    }
  })
})

describe('a question back', () => {
  it('is of the topic or of where the asker is in the cycle, and not the last one again', () => {
    const facts = some({ topic: 'parents', looked: true, tried: 2 })
    const first = backFor(facts, backCounts(), [], 'question')
    expect(first).toMatch(/^(parents|seen)\.\d$/)
    expect(backFor(facts, backCounts(), [first], 'question')).not.toBe(first)
  })

  it('knows the four stages', () => {
    expect(stageOf(NOTHING)).toBe('before')
    expect(stageOf(some({ tried: 1 }))).toBe('idea')
    expect(stageOf(some({ tried: 1, looked: true }))).toBe('seen')
    expect(stageOf(some({ tried: 1, looked: true, helpers: ['Kees'] }))).toBe('together')
  })

  it('has as many in either language for every topic and stage, each a real and different question', () => {
    const [nl, en] = [backText('nl'), backText('en')]
    for (const list of [...BUILT_IN_TOPICS, ...STAGES]) {
      expect(en[list].length).toBe(nl[list].length)
      expect(nl[list].length).toBeGreaterThanOrEqual(3)
      for (const place of nl[list].keys()) {
        expect(backWords(`${list}.${place}`, 'nl')).toMatch(/\?$/)
        expect(backWords(`${list}.${place}`, 'en')).toMatch(/\?$/)
      }
    }
    const all = Object.values(nl).flat()
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('the answer that lies nearest', () => {
  const notYet: ReadonlySet<AnswerKind> = new Set()
  const given = { isHeavy: false, hasTrack: false, askedColleague: false, hasMatch: false, notYet }
  it('is to come when it is too heavy, else the track, else a colleague who was not asked yet', () => {
    expect(likelyAnswer({ ...given, isHeavy: true, hasTrack: true })).toBe('come')
    expect(likelyAnswer({ ...given, hasTrack: true })).toBe('track')
    expect(likelyAnswer({ ...given, hasMatch: true })).toBe('ask')
    expect(likelyAnswer({ ...given, hasMatch: true, askedColleague: true })).toBe('yours')
    expect(likelyAnswer(given)).toBe('yours')
  })

  it('is never again what does not work yet: a colleague who was not asked, else to come', () => {
    const after = (...kinds: AnswerKind[]) => ({ ...given, hasTrack: true, notYet: new Set(kinds) })
    expect(likelyAnswer(after('track'))).toBe('come')
    expect(likelyAnswer({ ...after('track'), hasMatch: true })).toBe('ask')
    expect(likelyAnswer({ ...after('track'), hasMatch: true, askedColleague: true })).toBe('come')
    expect(likelyAnswer({ ...after('track', 'ask'), hasMatch: true })).toBe('come')
  })
})
