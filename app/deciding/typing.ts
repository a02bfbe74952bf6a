import type { TypedText } from '../adoption/typed-place.ts'
import { fingerprint } from '../writing/passage.ts'

/** One text that can be typed on the page of an item: its name in the form, what it is called, what stands there. */
export type TypingField = {
  readonly key: string
  readonly label: string
  readonly text: string
  /** The part to which it belongs, where there are several; null: there is one. */
  readonly group: string | null
  /** Of one line. */
  readonly isShort: boolean
}

export type TypingForm = Readonly<Record<string, string | readonly string[] | undefined>>

const oneOf = (form: TypingForm, name: string) => [form[name]].flat()[0] ?? null

/** The texts of a form, each with the fingerprint of the text with which it was drawn. Unknown names fall away. */
export const typedIn = (form: TypingForm, fields: readonly Pick<TypingField, 'key'>[]): TypedText[] =>
  fields.flatMap(({ key }) => {
    const text = oneOf(form, `t.${key}`)
    return text === null ? [] : [{ key, text, base: oneOf(form, `b.${key}`) ?? fingerprint('') }]
  })
