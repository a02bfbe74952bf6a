import { isReadByTeam } from '../evaluation/evaluation-may.ts'
import { type PersonId, parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { type Entry, isGoal, textOf } from '../plan/entry.ts'
import { entryText } from '../plan/entry-text.ts'
import type { Plan } from '../plan/plan.ts'
import type { AtPlan } from '../plan/plan-desk.tsx'
import { firstLine, goalNumbers, lookupOf, trackName } from '../plan/plan-sheet.ts'
import type { Roster } from '../plan/roster.ts'
import { workFormsOf } from '../school/work-form-store.ts'
import { formNames } from '../school/work-form-text.ts'
import type { Reader } from '../session/actor.ts'
import type { Desk } from '../session/desk.ts'
import { parseStep, type Step } from './step.ts'
import { answerStep, endStep, reopenStep, writeSaw } from './step-end-store.ts'
import { mayChangeStep, mayEndStep, mayMakeStep, type StepNo } from './step-may.ts'
import type { StepAt, StepFrame, StepTried } from './step-sheet.ts'
import { stepsOf } from './step-store.ts'
import { stepText } from './step-text.ts'
import { changeStep, makeStep, removeStep } from './step-write-store.ts'

/** What was done, as the notice on the next page tells it. */
export type StepDone = keyof ReturnType<typeof stepText>['says']

type AtEntry = AtPlan & { readonly entry: Entry }

const word = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Does what a form asks with the steps of an entry; answers what was done. */
export async function actOnSteps(at: AtEntry, form: FormData): Promise<StepDone | StepNo> {
  const act = word(form, 'act')
  if (act === 'make') return make(at, form)
  const id = parseId<'step'>(form.get('step'))
  if (id === null) return refuse('step-gone')
  const there = { id, entryId: at.entry.id }
  const { db, now } = at.desk
  const { actor } = at.reader
  switch (act) {
    case 'change':
      return change(at, form, there)
    case 'end': {
      const as = form.get('as') === 'let-go' ? ('let-go' as const) : ('done' as const)
      const done = as === 'done' ? 'ended' : 'letgo'
      return told(await endStep(db, actor, at.plan, there, { as, saw: word(form, 'saw') }, now), done)
    }
    case 'saw':
      return told(await writeSaw(db, actor, at.plan, there, word(form, 'saw'), now), 'saw')
    case 'reopen':
      return told(await reopenStep(db, actor, at.plan, there, now), 'reopened')
    case 'yes':
    case 'no':
      return told(await answerStep(db, actor, at.plan, there, act === 'yes', now), act)
    case 'remove':
      return told(await removeStep(db, actor, at.plan, there), 'removed')
    default:
      return refuse('step-gone')
  }
}

const told = (no: null | StepNo, done: StepDone): StepDone | StepNo => no ?? done

const rawOf = (form: FormData) => ({
  what: word(form, 'what'),
  form: word(form, 'form'),
  onDay: word(form, 'onDay'),
  people: form.getAll('people').map((id): PersonId | null => parseId<'person'>(id)),
})

async function make({ desk, reader, plan, entry }: AtEntry, form: FormData): Promise<StepDone | StepNo> {
  const forms = await workFormsOf(desk.db, reader.actor)
  const given = parseStep(rawOf(form), { forms, year: plan.schoolYear })
  if (isRefusal(given)) return given
  const made = await makeStep(desk.db, reader.actor, plan, entry.id, given, desk.now)
  return isRefusal(made) ? made : 'made'
}

async function change(at: AtEntry, form: FormData, there: Pick<Step, 'id' | 'entryId'>) {
  const { desk, reader, plan } = at
  const forms = await workFormsOf(desk.db, reader.actor)
  const before = (await stepsOf(desk.db, reader.actor, plan)).find(({ id }) => id === there.id)
  const given = parseStep(rawOf(form), { forms, year: plan.schoolYear, ...(before && { before }) })
  if (isRefusal(given)) return given
  return told(await changeStep(desk.db, reader.actor, plan, there, given, desk.now), 'changed')
}

/** What was sent and refused, to be shown again. */
export function triedOf({ language }: Reader, form: FormData, no: StepNo): StepTried {
  const text = stepText(language)
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of form) if (typeof value === 'string') values[name] = value
  const act = values['act'] ?? ''
  return {
    about: act === 'make' ? '' : (values['step'] ?? ''),
    act,
    values,
    people: form.getAll('people').filter((value) => typeof value === 'string'),
    field: 'field' in no ? (no.field ?? null) : null,
    says: no.refused === 'may-not' ? text.because[no.because] : text.refusal[no.refused],
  }
}

type Framed = {
  readonly desk: Desk
  readonly reader: Reader
  readonly roster: Roster
  readonly opened: string | null
  readonly tried: StepTried | null
}

/** What every step on a page shares, for this reader. */
export async function frameFor({ desk, reader, roster, opened, tried }: Framed): Promise<StepFrame> {
  const lookup = lookupOf(roster)
  const forms = await workFormsOf(desk.db, reader.actor)
  return {
    me: reader.actor.personId,
    today: desk.today,
    language: reader.language,
    coordinator: reader.terms.coordinator,
    people: roster.people,
    nameOf: (id) => lookup.people.get(id)?.name ?? '',
    forms,
    formNames: formNames(forms, reader.language),
    opened,
    tried,
  }
}

/** What this reader may do with the steps of an entry, and where its forms go. */
export function stepsAt(
  { reader, plan }: Pick<AtPlan, 'reader' | 'plan'>,
  entry: Entry,
  back: StepAt['back'],
): StepAt {
  const { actor } = reader
  return {
    action: `/plan/${plan.id}/entry/${entry.id}/steps`,
    back,
    year: plan.schoolYear,
    mayMake: mayMakeStep(actor, plan, entry).may,
    changes: (step) => mayChangeStep(actor, plan, entry, step).may,
    ends: (step) => mayEndStep(actor, plan, entry, step).may,
    read: isReadByTeam(entry) ? 'team' : 'few',
  }
}

/** How an entry is called above its steps: a name, 'Leerteam Rekenen', or 'doel 2 (Elk kind leest elke dag)'. */
export function entryName(plan: Plan, entry: Entry, roster: Roster, language: Reader['language']): string {
  if (!isGoal(entry)) return trackName(entry, lookupOf(roster))
  const title = firstLine(textOf(entry, 'title'), 60)
  const goal = goalName(plan, entry, language)
  return title ? `${goal} (${title})` : goal
}

/** 'doel 2' */
export const goalName = (plan: Plan, entry: Entry, language: Reader['language']) =>
  entryText(language).goalShort(goalNumbers(plan).get(entry.id) ?? '')
