import { describe, expect, it } from 'vitest'
import { newId, type PersonId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { BUILT_IN_FORMS, type WorkForm } from '../school/work-form.ts'
import { LONGEST_SAW, LONGEST_STEP, MOST_PEOPLE, parseSaw, parseStep } from './step.ts'

const forms: WorkForm[] = BUILT_IN_FORMS.map((key) => ({ key, name: null, isRetired: key === 'study-day' }))
const with_ = { forms, year: '2026-2027' as SchoolYear }
const raw = { what: 'Bij Youssef kijken', form: '', onDay: '', people: [] as (PersonId | null)[] }
const parse = (more: Partial<typeof raw>) => parseStep({ ...raw, ...more }, with_)
const person = () => newId<'person'>()

describe('a step from a form', () => {
  it('is one clean line, with a day, a form of work and people once each', () => {
    const [anouk, youssef] = [person(), person()]
    expect(
      parse({
        what: ' Bij\u0000 Youssef\n kijken \u202e',
        form: 'lesson-visit',
        onDay: '2026-12-03',
        people: [anouk, youssef, anouk],
      }),
    ).toEqual({
      what: 'Bij Youssef kijken',
      form: 'lesson-visit',
      onDay: '2026-12-03',
      people: [anouk, youssef],
    })
  })

  it.each([
    ['nothing', { what: ' \u200b ' }, 'what-missing', 'what'],
    ['a story', { what: 'x'.repeat(LONGEST_STEP + 1) }, 'what-long', 'what'],
    ['a day that is not there', { onDay: '2026-11-31' }, 'day-unknown', 'onDay'],
    ['a day in words', { onDay: 'morgen' }, 'day-unknown', 'onDay'],
    ['a day in another year', { onDay: '2027-08-01' }, 'day-outside', 'onDay'],
    ['the year zero', { onDay: '0001-01-01' }, 'day-outside', 'onDay'],
    ['a form that was put away', { form: 'study-day' }, 'form-unknown', 'form'],
    ['a form that nobody has', { form: '__proto__' }, 'form-unknown', 'form'],
    ['nobody we know', { people: [null] }, 'person-unknown', 'people'],
    ['a crowd', { people: Array.from({ length: MOST_PEOPLE + 1 }, person) }, 'people-many', 'people'],
  ])('is refused: %s', (_, more, refused, field) => {
    expect(parse(more)).toEqual({ refused, field })
  })

  it('keeps a form of work that was put away where it already stood', () => {
    const before = { form: 'study-day' } as const
    expect(parseStep({ ...raw, form: 'study-day' }, { ...with_, before })).toMatchObject({
      form: 'study-day',
    })
    expect(parseStep({ ...raw, form: 'lesson-study' }, { ...with_, before })).toMatchObject({
      form: 'lesson-study',
    })
    expect(parseStep(raw, { ...with_, before })).toMatchObject({ form: null })
  })

  it('may end without a word, and not with a page of them', () => {
    expect(parseSaw('  ')).toBe('')
    expect(parseSaw('Hij\nwacht')).toBe('Hij wacht')
    expect(parseSaw('x'.repeat(LONGEST_SAW + 1))).toMatchObject({ refused: 'saw-long' })
  })
})
