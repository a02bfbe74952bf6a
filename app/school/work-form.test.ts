import { describe, expect, it } from 'vitest'
import { NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { itemFrom, parseItemName, stillOffered } from './own-list.ts'
import { BUILT_IN_FORMS, workFormKeyOf } from './work-form.ts'
import { addWorkForm, offerWorkForm, workFormsOf } from './work-form-store.ts'
import { builtInFormNames, formName, formNames } from './work-form-text.ts'

describe('a form of work', () => {
  it('has another name than those that are there, in both languages', () => {
    expect(parseItemName('co teaching', builtInFormNames(), 0)).toMatchObject({ refused: 'item-known' })
    expect(parseItemName('Taking the class over', builtInFormNames(), 0)).toMatchObject({
      refused: 'item-known',
    })
  })

  it('leads back to its key from the database, and from nothing else', () => {
    expect(workFormKeyOf('lesson-study')).toBe('lesson-study')
    for (const value of [null, '', 'Lesson-study', '__proto__', 'maths'])
      expect(workFormKeyOf(value)).toBeNull()
  })
})

eachDatabase((open, dialect) => {
  describe(`the forms of work of a school (${dialect})`, () => {
    it('begin with those that are built in, in both languages', async () => {
      const db = await open()
      const cast = await settleCast(db)
      const forms = await workFormsOf(db, cast.member('anouk'))
      expect(forms.map(({ key }) => key)).toEqual([...BUILT_IN_FORMS])
      expect(forms.map((form) => formName(form, 'nl'))).toContain('Lesbezoek bij een collega')
      expect(forms.map((form) => formName(form, 'en'))).toContain('Lesson study')
    })

    it('grow by what anybody adds, are put away by who manages the school, and stay named', async () => {
      const db = await open()
      const cast = await settleCast(db)
      const other = await settleCast(db, { name: 'De Wilg' })
      const [anouk, karin] = [cast.member('anouk'), cast.member('karin')]
      const added = await addWorkForm(db, anouk, 'Collegiale consultatie', builtInFormNames(), NOW_MOMENT)
      if (isRefusal(added)) throw new Error(added.refused)
      expect(
        await addWorkForm(db, anouk, 'collegiale consultatie!', builtInFormNames(), NOW_MOMENT),
      ).toMatchObject({
        refused: 'item-known',
      })
      expect(await offerWorkForm(db, anouk, added, false, NOW_MOMENT)).toMatchObject({ refused: 'may-not' })
      for (const key of [added, 'lesson-study'] as const)
        expect(await offerWorkForm(db, karin, key, false, NOW_MOMENT)).toBeNull()
      const away = await workFormsOf(db, anouk)
      expect(itemFrom(added, away)).toBeNull()
      expect(itemFrom('lesson-study', away)).toBeNull()
      expect(formNames(away, 'nl').get(added)).toBe('Collegiale consultatie')
      expect(formNames(away, 'nl').get('lesson-study')).toBe('Lesson study')
      expect(stillOffered(away)).toHaveLength(BUILT_IN_FORMS.length - 1)
      expect(await offerWorkForm(db, karin, 'lesson-study', true, NOW_MOMENT)).toBeNull()
      expect(itemFrom('lesson-study', await workFormsOf(db, anouk))).toBe('lesson-study')
      expect(await offerWorkForm(db, other.member('karin'), added, true, NOW_MOMENT)).toEqual({
        refused: 'item-gone',
      })
      expect((await workFormsOf(db, other.member('karin'))).map(({ key }) => key)).toEqual([
        ...BUILT_IN_FORMS,
      ])
    })
  })
})
