/** What the morning letter tells of; each can be turned off by itself. */
export const LETTER_KINDS = ['questions', 'steps', 'visits', 'evaluations', 'meetings', 'waits'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

export const isLetterKind = (value: unknown): value is LetterKind =>
  LETTER_KINDS.some((kind) => kind === value)
