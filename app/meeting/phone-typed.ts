/** A form that could not be taken: which act, why in a sentence, beside which field, and all that was typed. */
export type Typed = {
  readonly act: string
  readonly reason: string
  readonly field: string | null
  readonly fields: Readonly<Record<string, string | undefined>>
  readonly decision: string | null
}

/** The longest text that was typed, to show when its form is no longer there. */
export function typedWords({ fields }: Typed): string | null {
  const texts = ['objection', 'concern', 'reason', 'text'].map((name) => fields[name]?.trim() ?? '')
  return texts.find((text) => text !== '') ?? null
}
