import { describe, expect, it } from 'vitest'
import { LANGUAGES, termsFor } from '../kernel/language.ts'
import { writingText } from '../writing/writing-text.ts'
import { coverageText } from './coverage-text.ts'
import { entryEditText } from './entry-edit-text.ts'
import { entryHintText } from './entry-hint-text.ts'
import { effortOf, entryText, fieldLabels } from './entry-text.ts'
import { LOOSE_ENDS } from './let-loose.ts'
import { looseEndText } from './loose-end-text.ts'
import { phaseText } from './phase-text.ts'
import { mayText, refusalText } from './plan-may-text.ts'
import { planNewText } from './plan-new-text.ts'
import { planText } from './plan-text.ts'
import { principleText } from './principle-text.ts'
import { proposalText } from './proposal-text.ts'
import { yearOverviewText } from './year-overview-text.ts'

const CATALOGUES = {
  coverageText,
  entryEditText,
  entryHintText,
  entryText,
  looseEndText,
  mayText,
  phaseText,
  planNewText,
  planText,
  principleText,
  proposalText,
  refusalText,
  writingText,
  yearOverviewText,
}

/** Words that blame, or that nobody says at school. */
const UNKIND =
  /\b(?:fout(?:en)?|verplicht(?:e)?|te laat|niet voldaan|achterstallig|gebruikers?|mandatory|overdue|users?)\b/i

/** Something that serves as a name and as the words of a school. */
const given = (language: 'nl' | 'en') =>
  Object.assign(new String('Petra'), termsFor(language, 'kc', 'leerkracht'))

function* sentences(words: unknown, language: 'nl' | 'en'): Iterable<string> {
  const one = given(language)
  if (typeof words === 'string') yield words
  else if (typeof words === 'function') yield String(words(one, one, one))
  else if (words && typeof words === 'object')
    for (const part of Object.values(words)) yield* sentences(part, language)
}

describe.each(LANGUAGES)('the words of the plan in %s', (language) => {
  it.each(Object.entries(CATALOGUES))('%s is kind', (_name, catalogue) => {
    const all = [...sentences(catalogue(language), language)]
    expect(all.length).toBeGreaterThan(5)
    for (const sentence of all) expect(sentence).not.toMatch(UNKIND)
  })

  it('gives every loose end one sentence and one thing to do', () => {
    const text = looseEndText(language)
    for (const kind of LOOSE_ENDS) {
      expect(text.says[kind]('Petra')).toContain('Petra')
      expect(text.act[kind]).not.toBe('')
    }
  })

  it('calls coordinator and teacher as the school does', () => {
    const terms = termsFor(language, 'kc', 'leerkracht')
    const labels = fieldLabels(language, terms, effortOf(['teacher']))
    expect(labels.coordinatorEffort).toContain(terms.coordinator)
    expect(labels.teacherEffort).toContain(terms.teacher)
    expect(fieldLabels(language, terms, 'principal').teacherEffort).not.toContain(terms.teacher)
    expect(fieldLabels(language, terms, 'teacher')).toBe(labels)
  })
})
