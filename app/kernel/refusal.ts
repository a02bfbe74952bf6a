/**
 * A refusal is a value, not an exception: what could not be done and, where it helps, the field it is about.
 * Each room has its own closed list of reasons; its text file has a sentence for each in both languages.
 */
export type Refusal<Reason extends string> = { readonly refused: Reason; readonly field?: string }

export const refuse = <const Reason extends string>(refused: Reason, field?: string): Refusal<Reason> =>
  field === undefined ? { refused } : { refused, field }

export const isRefusal = (value: unknown): value is { readonly refused: string } =>
  typeof value === 'object' && value !== null && 'refused' in value

/**
 * A refusal found deep inside a transaction: thrown, so that nothing of it stays; the transaction answers it as the
 * value that it carries.
 */
export class RefusedInside extends Error {
  readonly refusal: Refusal<string>
  constructor(refusal: Refusal<string>) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** The answer to 'who may': always with the reason, so that the page can say why. */
export type May<Because extends string = string> =
  | { readonly may: true; readonly because: Because }
  | { readonly may: false; readonly because: Because }

export const yes = <const Because extends string>(because: Because) => ({ may: true, because }) as const
export const no = <const Because extends string>(because: Because) => ({ may: false, because }) as const
