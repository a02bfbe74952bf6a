import { describe, expect, it } from 'vitest'
import { subjectInSentence, subjectName } from './subject-name.ts'

describe('the name of a subject', () => {
  it('is English for an English reader, where it is known', () => {
    expect(subjectName('en', 'Begrijpend lezen')).toBe('Reading comprehension')
    expect(subjectName('en', ' rekenen ')).toBe('Arithmetic')
    expect(subjectName('en', 'Schaken')).toBe('Schaken')
  })

  it('is that of the file for a Dutch reader', () => {
    expect(subjectName('nl', 'Rekenen')).toBe('Rekenen')
    expect(subjectName('nl', 'Reading')).toBe('Reading')
  })

  it('is small in a sentence, but a language is not', () => {
    expect(subjectInSentence('nl', 'Rekenen')).toBe('rekenen')
    expect(subjectInSentence('nl', 'Engels')).toBe('Engels')
    expect(subjectInSentence('en', 'Rekenen')).toBe('arithmetic')
    expect(subjectInSentence('en', 'Engels')).toBe('English')
    expect(subjectInSentence('en', 'Schaken')).toBe('Schaken')
  })
})
