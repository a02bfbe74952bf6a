import { parseId, type WorkFormId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { alike, lineOf } from './line.ts'

/** The forms of work that every school begins with. */
export const BUILT_IN_FORMS = [
  'lesson-preparation',
  'lesson-visit',
  'class-cover',
  'co-teaching',
  'lesson-study',
  'board-session',
  'video-coaching',
  'coaching-talk',
  'group-review',
  'pupil-review',
  'study-day',
] as const
export type BuiltInForm = (typeof BUILT_IN_FORMS)[number]

/** What a step, a visit or a piece remembers: a built-in form, or one of the school. */
export type WorkFormKey = BuiltInForm | WorkFormId

export type WorkForm = {
  readonly key: WorkFormKey
  /** As the school calls it; null: built in, its words stand in the catalogue. */
  readonly name: string | null
  /** Put away: no longer offered, still named where it was used. */
  readonly isRetired: boolean
}

export type WorkFormRefusal =
  | 'form-name-missing'
  | 'form-name-long'
  | 'form-known'
  | 'forms-many'
  | 'form-gone'

/** In characters. */
export const LONGEST_FORM = 60
/** Of the school's own, those put away not counted. */
export const MOST_FORMS = 40

export const isBuiltIn = (value: unknown): value is BuiltInForm =>
  BUILT_IN_FORMS.includes(value as BuiltInForm)

/** A key as it lies in the database; null for what can't be one. */
export const keyOf = (value: string | null): WorkFormKey | null =>
  isBuiltIn(value) ? value : parseId<'work-form'>(value)

export const offered = (forms: readonly WorkForm[]) => forms.filter(({ isRetired }) => !isRetired)

/** A form of work from a form field: null when it is none, or no longer offered. */
export const formFrom = (value: unknown, forms: readonly WorkForm[]): WorkFormKey | null =>
  offered(forms).find(({ key }) => key === value)?.key ?? null

/**
 * The name of a new form of the school. `names`: what the forms are called now, built-in ones too, in every language;
 * the same words twice would be two tags for one thing.
 */
export function parseFormName(
  raw: unknown,
  names: readonly string[],
  own: number,
): string | Refusal<WorkFormRefusal> {
  const name = lineOf(raw)
  if (alike(name) === '') return refuse('form-name-missing', 'name')
  if (name.length > LONGEST_FORM) return refuse('form-name-long', 'name')
  if (names.some((known) => alike(known) === alike(name))) return refuse('form-known', 'name')
  return own >= MOST_FORMS ? refuse('forms-many', 'name') : name
}
