import { parseId, type WorkFormId } from '../kernel/id.ts'
import type { ListItem } from './own-list.ts'

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

export type WorkForm = ListItem<WorkFormKey>

/** A key as it lies in the database; null for what can't be one. */
export const workFormKeyOf = (value: string | null): WorkFormKey | null =>
  BUILT_IN_FORMS.find((key) => key === value) ?? parseId<'work-form'>(value)
