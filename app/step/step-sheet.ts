import type { Day } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { RosterPerson } from '../plan/roster.ts'
import type { WorkForm, WorkFormKey } from '../school/work-form.ts'
import type { Step } from './step.ts'

/** What a step is drawn from, for one reader; the same on the page of an entry and among one's own. */
export type StepAt = {
  /** The address of the steps of its goal or track, to which every form goes. */
  readonly action: string
  /** Where a good act leads back to: the page of the entry, or one's own steps. */
  readonly back: 'entry' | 'mine'
  readonly year: SchoolYear
  /** Whether this reader may make steps here. */
  readonly mayMake: boolean
  /** Whether this reader may change a step, and take it out. */
  readonly changes: (step: Step) => boolean
  readonly ends: (step: Step) => boolean
  /** Who reads what was seen. */
  readonly read: 'team' | 'few'
}

/** What every step on a page shares. */
export type StepFrame = {
  readonly me: PersonId
  readonly today: Day
  readonly language: Language
  /** The school's word for the coordinator. */
  readonly coordinator: string
  readonly people: readonly RosterPerson[]
  readonly nameOf: (id: PersonId) => string
  readonly forms: readonly WorkForm[]
  readonly formNames: ReadonlyMap<WorkFormKey, string>
  /** The step that was asked to be ended, by its address. */
  readonly opened: string | null
  readonly tried: StepTried | null
}

/** What was sent and not taken. */
export type StepTried = {
  /** The step that it is about; '' for a new one. */
  readonly about: string
  readonly act: string
  readonly values: Readonly<Record<string, string>>
  readonly people: readonly string[]
  readonly field: string | null
  readonly says: string
}
