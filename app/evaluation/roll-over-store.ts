import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { EntryId, PlanId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { nextYear, type SchoolYear } from '../kernel/school-year.ts'
import { writeAim, writeWeekHours } from '../plan/aim-store.ts'
import { type Entry } from '../plan/entry.ts'
import { addEntry } from '../plan/entry-store.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import type { PlanNo } from '../plan/plan-no.ts'
import { createPlan, readPlan } from '../plan/plan-store.ts'
import { takeInPrinciple } from '../plan/principle-store.ts'
import { insertProposal } from '../plan/proposal-store.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import { tieEntry } from '../plan/tie-store.ts'
import type { Actor } from '../session/actor.ts'
import { openThread } from '../writing/comment-store.ts'
import type { FindPassage } from '../writing/passage-keeper-desk.ts'
import { type EvaluationBecause, mayRollOver } from './evaluation-may.ts'
import { readAllEvaluations } from './evaluation-store.ts'
import { adjustOf, goesAlong, textsOf, tieOf } from './roll-over.ts'
import { isDropped, type TeamChoice, themeGoals } from './team-look.ts'
import { noteConditions, readTeamChoices } from './team-look-store.ts'

export type RollOverNo = PlanNo | { readonly refused: 'may-not'; readonly because: EvaluationBecause }
export type RollOverWords = {
  readonly title: (year: SchoolYear) => string
  /** Why the new plan is there, for its record. */
  readonly why: (year: SchoolYear) => string
  /** With a teacher's carried text: that it is last year's, and waits for a yes. */
  readonly note: (year: SchoolYear) => string
  /** With what goes along to be adjusted: in which words. */
  readonly adjust: (words: string) => string
}

/**
 * Begins next year's plan from this one: what is not stopped goes along, principles as known ones, a teacher's text as
 * a proposal that waits for that teacher. What the team decided in its meeting flows in: what is to be adjusted is
 * said at the goal, principles it let go stay behind, themes that became a goal are goals without a vision line yet, and
 * the conditions lie before the principal. People who left are not carried. Refused when that year has a plan.
 */
export function rollOver(
  db: Db,
  actor: Actor,
  id: PlanId,
  words: RollOverWords,
  find: FindPassage,
  now: Moment,
): Promise<PlanId | RollOverNo | null> {
  return db.write(actor, async (_sql, tx) => {
    const old = await readPlan(tx, actor, id)
    if (old === null) return null
    const may = mayRollOver(actor, old)
    if (!may.may) return { refused: 'may-not', because: may.because }
    const year = nextYear(old.schoolYear)
    const fresh = {
      schoolYear: year,
      title: words.title(year),
      previousPlanId: old.id,
      why: words.why(old.schoolYear),
    }
    const made = await createPlan(tx, actor, fresh, now)
    if (isRefusal(made)) return made
    const newId = made
    return (await carry({ tx, actor, now, words, find }, old, newId)) ?? newId
  })
}

type Carrying = {
  readonly tx: Db
  readonly actor: Actor
  readonly now: Moment
  readonly words: RollOverWords
  readonly find: FindPassage
}

async function carry(carrying: Carrying, old: Plan, newId: PlanId): Promise<RollOverNo | null> {
  const { tx, actor } = carrying
  const roster = await readRoster(tx, actor)
  const evaluations = await readAllEvaluations(tx, actor, old)
  const plan = await fresh(carrying, newId)
  const choices = await readTeamChoices(tx, actor, old)
  const notSaid = await carryAim(carrying, old, newId)
  if (notSaid) return notSaid
  const wrong = await carryPrinciples(carrying, old, plan, choices)
  if (wrong) return wrong
  const carried = new Map<string, EntryId>()
  for (const entry of goesAlong(old, evaluations, roster)) {
    const adjust = adjustOf(entry, evaluations)
    const made = await carryEntry(carrying, old, plan, entry, adjust)
    if (isRefusal(made)) return made
    carried.set(entry.id, made)
  }
  const no = await addThemeGoals(carrying, plan, choices)
  if (no) return no
  await noteConditions(tx, actor, old, carrying.now)
  return tieCarried(carrying, old, newId, roster, carried)
}

/** The aim and the hours of the week go along as known ones, until the team agrees otherwise. */
async function carryAim(carrying: Carrying, old: Plan, newId: PlanId) {
  const { tx, actor } = carrying
  const no = await writeAim(tx, actor, await fresh(carrying, newId), old.preventiveAim)
  return no ?? writeWeekHours(tx, actor, await fresh(carrying, newId), old)
}

async function fresh({ tx, actor }: Carrying, id: PlanId): Promise<Plan> {
  const plan = await readPlan(tx, actor, id)
  if (plan === null) throw new Error('the plan that was just made is not there')
  return plan
}

async function carryPrinciples(
  { tx, actor, now }: Carrying,
  old: Plan,
  plan: Plan,
  choices: readonly TeamChoice[],
) {
  for (const { id, preset, text } of old.principles) {
    if (isDropped(choices, id)) continue
    const taken = await takeInPrinciple(tx, actor, plan, { preset, text: text.text, carriedFrom: id }, now)
    if (isRefusal(taken)) return taken as RollOverNo
  }
  return null
}

/** Goals and tracks of learning teams with their texts; a teacher's track empty, with last year's text to say yes to. */
async function carryEntry(
  carrying: Carrying,
  old: Plan,
  plan: Plan,
  entry: Entry,
  adjust: string,
): Promise<EntryId | RollOverNo> {
  const { tx, actor, now, words } = carrying
  const { kind, personId, learningTeamId, name, weight } = entry
  const isTeachers = kind === 'teacher-track'
  const texts = textsOf(entry)
  const shell = { kind, personId, learningTeamId, name, weight, carriedFrom: entry.id }
  const made = await addEntry(tx, actor, plan, isTeachers ? shell : { ...shell, texts }, now)
  if (isRefusal(made)) return made
  if (!isTeachers) return (await sayAdjust(carrying, made, adjust)) ?? made
  if (Object.keys(texts).length === 0) return made
  const note = [words.note(old.schoolYear), ...(adjust === '' ? [] : [words.adjust(adjust)])].join(' ')
  const proposal = { texts, source: 'last-year', note } as const
  await tx.write(actor, (sql) => insertProposal(sql, actor, plan, { id: made }, proposal, now))
  return made
}

/** What is to be adjusted stands as a comment at its approach, where the team and the coordinator talk it through. */
async function sayAdjust(
  { tx, actor, find, now, words }: Carrying,
  ownerId: EntryId,
  adjust: string,
): Promise<RollOverNo | null> {
  if (adjust === '') return null
  const said = { text: words.adjust(adjust), about: null }
  const thread = await openThread(tx, actor, find, { ownerId, field: 'approach' }, said, now)
  return isRefusal(thread) ? (thread as RollOverNo) : null
}

/** A theme that the team made a goal of: in its words, and hanging on nothing yet. */
async function addThemeGoals({ tx, actor, now }: Carrying, plan: Plan, choices: readonly TeamChoice[]) {
  for (const { text } of themeGoals(choices)) {
    const made = await addEntry(tx, actor, plan, { kind: 'team-goal', texts: { title: text } }, now)
    if (isRefusal(made)) return made
  }
  return null
}

/** What hangs on what, once all that goes along is there. */
async function tieCarried(
  carrying: Carrying,
  old: Plan,
  newId: PlanId,
  roster: Roster,
  carried: ReadonlyMap<string, EntryId>,
) {
  const { tx, actor } = carrying
  const plan = await fresh(carrying, newId)
  for (const entry of old.entries) {
    const made = entryOf(plan, carried.get(entry.id) ?? null)
    const no = made && (await tieEntry(tx, actor, plan, made, tieOf(entry, roster, carried)))
    if (no) return no
  }
  return null
}
