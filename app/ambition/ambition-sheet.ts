import type { EntryId, PlanId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Ambition, AmbitionFigure } from './ambition.ts'
import type { AmbitionTried } from './ambition-form.ts'
import type { Measured, YearOf } from './measured.ts'
import type { Stand } from './stand.ts'

/** An ambition with where it stands, for the eyes of everybody of the school. */
export type AmbitionSheet = {
  readonly ambition: Ambition
  readonly stand: Stand
  /** The name of the learning team whose it is; null: of the whole team. */
  readonly team: string | null
  /** Where it began, as that may be shown today. */
  readonly from: AmbitionFigure | null
  /** The last figure there is of it, whatever year it is of. */
  readonly now: Measured | 'hidden' | null
}

/** To what an ambition can be tied: goals and learning teams' tracks of one plan, by name. */
export type GoalChoices = {
  readonly planId: PlanId
  readonly goals: readonly { readonly id: EntryId; readonly name: string }[]
}

/** Where it hangs; `name` null: an amendment that proposes it. */
export type GoalPlace = { readonly href: string; readonly name: string | null }

/** Everything that the page of one ambition shows. */
export type OneProps = {
  readonly sheet: AmbitionSheet
  /** Oldest first. */
  readonly years: readonly YearOf[]
  readonly ahead: readonly SchoolYear[]
  /** Null: nowhere, or it has gone. */
  readonly goal: GoalPlace | null
  /** To what it can be tied; null: no plan, or the reader may not. */
  readonly goals: GoalChoices | null
  /** Whether the reader may change it, and it still runs. */
  readonly keeps: boolean
  /** Whether the data talk that it came from is the reader's too: else the way there would end at nothing. */
  readonly readsTalk: boolean
  readonly tried: (AmbitionTried & { readonly act: string }) | null
  readonly language: Language
}
