import { describe, expect, it } from 'vitest'
import { NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { BUILT_IN_FORMS, formFrom, MOST_FORMS, offered, parseFormName } from './work-form.ts'
import { addWorkForm, offerWorkForm, workFormsOf } from './work-form-store.ts'
import { builtInNames, formName, formNames } from './work-form-text.ts'

describe('the name of a form of work', () => {
  it('is one line, and another than those that are there', () => {
    expect(parseFormName('  Collegiale\tconsultatie\u0000 ', [], 0)).toBe('Collegiale consultatie')
    expect(parseFormName(' \u200b ', [], 0)).toMatchObject({ refused: 'form-name-missing' })
    expect(parseFormName('!!', [], 0)).toMatchObject({ refused: 'form-name-missing' })
    expect(parseFormName(null, [], 0)).toMatchObject({ refused: 'form-name-missing' })
    expect(parseFormName('x'.repeat(61), [], 0)).toMatchObject({ refused: 'form-name-long' })
    expect(parseFormName('co teaching', builtInNames(), 0)).toMatchObject({ refused: 'form-known' })
    expect(parseFormName('Taking the class over', builtInNames(), 0)).toMatchObject({ refused: 'form-known' })
    expect(parseFormName('Intervisie', [], MOST_FORMS)).toMatchObject({ refused: 'forms-many' })
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
      const added = await addWorkForm(db, anouk, 'Collegiale consultatie', builtInNames(), NOW_MOMENT)
      if (isRefusal(added)) throw new Error(added.refused)
      expect(
        await addWorkForm(db, anouk, 'collegiale consultatie!', builtInNames(), NOW_MOMENT),
      ).toMatchObject({
        refused: 'form-known',
      })
      expect(await offerWorkForm(db, anouk, added, false, NOW_MOMENT)).toMatchObject({ refused: 'may-not' })
      for (const key of [added, 'lesson-study'] as const)
        expect(await offerWorkForm(db, karin, key, false, NOW_MOMENT)).toBeNull()
      const away = await workFormsOf(db, anouk)
      expect(formFrom(added, away)).toBeNull()
      expect(formFrom('lesson-study', away)).toBeNull()
      expect(formNames(away, 'nl').get(added)).toBe('Collegiale consultatie')
      expect(formNames(away, 'nl').get('lesson-study')).toBe('Lesson study')
      expect(offered(away)).toHaveLength(BUILT_IN_FORMS.length - 1)
      expect(await offerWorkForm(db, karin, 'lesson-study', true, NOW_MOMENT)).toBeNull()
      expect(formFrom('lesson-study', await workFormsOf(db, anouk))).toBe('lesson-study')
      expect(await offerWorkForm(db, other.member('karin'), added, true, NOW_MOMENT)).toEqual({
        refused: 'form-gone',
      })
      expect((await workFormsOf(db, other.member('karin'))).map(({ key }) => key)).toEqual([
        ...BUILT_IN_FORMS,
      ])
    })
  })
})
