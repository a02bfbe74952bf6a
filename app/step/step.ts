import { type Day, type Moment, parseDay } from '../kernel/day.ts'
import type { EntryId, PersonId, PlanId, StepId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { isWithin, type SchoolYear } from '../kernel/school-year.ts'
import { lineOf } from '../school/line.ts'
import { itemFrom } from '../school/own-list.ts'
import type { WorkForm, WorkFormKey } from '../school/work-form.ts'

/** A small next step of a goal or a track: what, who, when; done with a line of what was seen. */
export type Step = {
  readonly id: StepId
  readonly planId: PlanId
  readonly entryId: EntryId
  readonly what: string
  /** By which form of work; null: none in particular. */
  readonly form: WorkFormKey | null
  readonly onDay: Day | null
  readonly people: readonly StepPerson[]
  readonly madeAt: Moment
  readonly madeBy: PersonId | null
  /** The last change of any of this, an answer of somebody who was asked too. */
  readonly changedAt: Moment
  readonly ended: StepEnd | null
}

/** Who does it. Whoever makes a step says so of oneself; others are asked, and answer. */
export type StepPerson = {
  readonly personId: PersonId
  readonly askedAt: Moment
  readonly agreedAt: Moment | null
  readonly declinedAt: Moment | null
}

export const STEP_ENDS = ['done', 'let-go'] as const
export type StepEnd = {
  readonly as: (typeof STEP_ENDS)[number]
  readonly at: Moment
  readonly by: PersonId | null
  /** One line of what was seen; '' when nothing was written, or when the reader may not read it. */
  readonly saw: string
}

/** A step that waits for somebody: to be done, or for an answer. */
export type MyStep = Step & { readonly part: 'doing' | 'asked' }

export type StepRefusal =
  | 'what-missing'
  | 'what-long'
  | 'saw-long'
  | 'day-unknown'
  | 'day-outside'
  | 'form-unknown'
  | 'person-unknown'
  | 'people-many'
  | 'enough-steps'
  | 'step-gone'
  | 'ended-already'
  | 'still-open'
  | 'not-asked'
  | 'entry-gone'

/** In characters. */
export const LONGEST_STEP = 200
export const LONGEST_SAW = 300
/** In one step: more people than this is a meeting. */
export const MOST_PEOPLE = 12
/** Open at one goal or track; more than this is no longer a next step. */
export const MOST_OPEN_STEPS = 30
/** Of one goal or track in a year, ended ones too: keeps one form from filling the database. */
export const MOST_STEPS = 300

export type GivenStep = Pick<Step, 'what' | 'form' | 'onDay'> & { readonly people: readonly PersonId[] }

type RawStep = {
  readonly what: string
  readonly form: string
  readonly onDay: string
  readonly people: readonly (PersonId | null)[]
}

/** A step from a form. A day and a form of work may stay empty; a day lies in the year of the plan. */
export function parseStep(
  raw: RawStep,
  { forms, year, before }: { forms: readonly WorkForm[]; year: SchoolYear; before?: Pick<Step, 'form'> },
): GivenStep | Refusal<StepRefusal> {
  const what = lineOf(raw.what)
  if (what === '') return refuse('what-missing', 'what')
  if (what.length > LONGEST_STEP) return refuse('what-long', 'what')
  const onDay = raw.onDay === '' ? null : parseDay(raw.onDay)
  if (raw.onDay !== '' && onDay === null) return refuse('day-unknown', 'onDay')
  if (onDay !== null && !isWithin(year, onDay)) return refuse('day-outside', 'onDay')
  // A form that was put away meanwhile stays where it stood.
  const stays = before?.form != null && raw.form === before.form
  const form = stays ? before.form : itemFrom(raw.form, forms)
  if (raw.form !== '' && form === null) return refuse('form-unknown', 'form')
  const people = [...new Set(raw.people.filter((id) => id !== null))]
  if (people.length < new Set(raw.people).size) return refuse('person-unknown', 'people')
  return people.length > MOST_PEOPLE ? refuse('people-many', 'people') : { what, form, onDay, people }
}

/** What was seen, from a form: one line, which may stay empty. */
export function parseSaw(raw: string): string | Refusal<StepRefusal> {
  const saw = lineOf(raw)
  return saw.length > LONGEST_SAW ? refuse('saw-long', 'saw') : saw
}

export const personIn = (step: Pick<Step, 'people'>, id: PersonId | null) =>
  step.people.find(({ personId }) => personId === id) ?? null

/** What somebody has to do with a step: does it, is asked and has not answered, said no, or is not named. */
export function partOf(
  step: Pick<Step, 'people'>,
  id: PersonId | null,
): 'doing' | 'asked' | 'declined' | null {
  const person = personIn(step, id)
  if (person === null) return null
  if (person.declinedAt !== null) return 'declined'
  return person.agreedAt === null ? 'asked' : 'doing'
}

const NO_DAY = '9999-12-31'
const dayKey = ({ onDay, id }: Pick<Step, 'onDay' | 'id'>) => `${onDay ?? NO_DAY} ${id}`

/** Those still to do: by day, those without a day last. */
export const openSteps = <Of extends Step>(steps: readonly Of[]): Of[] =>
  steps.filter(({ ended }) => ended === null).sort((one, other) => (dayKey(one) < dayKey(other) ? -1 : 1))

/** Those that ended, the newest first. */
export const endedSteps = (steps: readonly Step[]): Step[] =>
  steps
    .filter(({ ended }) => ended !== null)
    .sort((one, other) => ((one.ended?.at ?? '') > (other.ended?.at ?? '') ? -1 : 1))

/** The step that comes first at a goal or track; null when there is none. */
export const nextStep = (steps: readonly Step[], entryId: EntryId): Step | null =>
  openSteps(steps.filter((step) => step.entryId === entryId))[0] ?? null
