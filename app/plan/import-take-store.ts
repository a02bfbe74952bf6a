import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { EntryId, LearningTeamId, PersonId, PlanId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { plainOf } from '../kernel/rich.ts'
import { previousYear, type SchoolYear } from '../kernel/school-year.ts'
import type { Actor } from '../session/actor.ts'
import { tidyText } from '../writing/passage.ts'
import { momentsIn } from './day-words.ts'
import { hasText } from './entry.ts'
import { addEntry } from './entry-store.ts'
import { type Choices, type DraftEntry, draftOf, type ImportDraft, type PlanImport } from './import.ts'
import { keptOf } from './import-kept.ts'
import { type NameRow, nameRows } from './import-people.ts'
import { markTaken } from './import-store.ts'
import { entryOf, type Plan } from './plan.ts'
import type { PlanNo } from './plan-no.ts'
import { createPlan, readPlan, readPlans } from './plan-store.ts'
import { takeInPrinciple } from './principle-store.ts'
import { insertProposal } from './proposal-store.ts'
import type { Roster } from './roster.ts'
import { setMoments, shareTrack, tieEntry } from './tie-store.ts'

export type TakeIn = {
  readonly year: SchoolYear
  readonly title: string
  /** Why the plan is there, for its record. */
  readonly why: string
  /** With what waits for a teacher: where it comes from. */
  readonly note: string
  /** For a track that the file gives no name. */
  readonly noName: string
}

type Taking = {
  readonly tx: Db
  readonly actor: Actor
  readonly now: Moment
  readonly take: TakeIn
  readonly choices: Choices
  readonly rows: readonly NameRow[]
  readonly draft: ImportDraft
}

/**
 * What was read becomes a plan in draft, all of it or nothing: principles, goals and tracks of learning teams with
 * their texts; a teacher's track with its texts as a proposal that waits for that teacher; the days that an evaluation
 * names. What found no place stays with the plan. Refused when that year has a plan.
 */
export function takeIn(
  db: Db,
  actor: Actor,
  read: PlanImport,
  roster: Roster,
  take: TakeIn,
  now: Moment,
): Promise<PlanId | PlanNo> {
  const { reading, choices } = read
  const draft = draftOf(reading, choices)
  const rows = nameRows(draft, reading.names, choices, roster)
  return db.write(actor, async (sql, tx) => {
    const taking = { tx, actor, now, take, choices, rows, draft }
    const before = (await readPlans(tx, actor)).find(
      ({ schoolYear }) => schoolYear === previousYear(take.year),
    )
    const { year: schoolYear, title, why } = take
    const made = await createPlan(
      tx,
      actor,
      { schoolYear, title, why, previousPlanId: before?.id ?? null },
      now,
    )
    if (isRefusal(made)) return made
    const planId = made
    const no = await fill(taking, planId)
    if (no) return no
    const kept = keptOf(reading, choices)
    return (await markTaken(sql, actor, read.id, planId, kept, now)) ? planId : { refused: 'stale' }
  })
}

async function planNow({ tx, actor }: Taking, id: PlanId): Promise<Plan> {
  const plan = await readPlan(tx, actor, id)
  if (plan === null) throw new Error('the plan that was just made is not there')
  return plan
}

async function fill(taking: Taking, planId: PlanId): Promise<PlanNo | null> {
  const { tx, actor, now, draft } = taking
  const plan = await planNow(taking, planId)
  for (const { written } of draft.principles) {
    const taken = await takeInPrinciple(tx, actor, plan, { text: written }, now)
    if (isRefusal(taken)) return taken
  }
  const made = new Map<DraftEntry, EntryId>()
  for (const entry of draft.entries.filter(({ fields }) => fields.length > 0)) {
    const id = await takeEntry(taking, plan, entry)
    if (isRefusal(id)) return id
    made.set(entry, id)
  }
  return tieAll(taking, await planNow(taking, planId), made)
}

/** The texts of an entry under the names of the plan; the name of a track is no text. */
function textsOf(entry: DraftEntry): Record<string, string> {
  return Object.fromEntries(
    entry.fields.flatMap(({ field, written }) => {
      const tidy = tidyText(written)
      return hasText(entry.kind, field) ? [[field, isRefusal(tidy) ? written : tidy]] : []
    }),
  )
}

const rowOf = ({ rows }: Taking, entry: DraftEntry) => rows.find((row) => row.entry === entry) ?? null

async function takeEntry(taking: Taking, plan: Plan, entry: DraftEntry): Promise<EntryId | PlanNo> {
  const { tx, actor, now, take } = taking
  const texts = textsOf(entry)
  const row = rowOf(taking, entry)
  if (row === null) return addEntry(tx, actor, plan, { kind: entry.kind, texts }, now)
  const [owner = null] = row.owners.ids
  if (row.kind === 'team') {
    const learningTeamId = owner as LearningTeamId | null
    const name = owner === null ? (row.name ?? take.noName) : null
    return addEntry(tx, actor, plan, { kind: entry.kind, learningTeamId, name, texts }, now)
  }
  if (owner === null)
    return addEntry(tx, actor, plan, { kind: entry.kind, name: row.name ?? take.noName, texts }, now)
  return takeTrack(taking, plan, entry, owner as PersonId, texts)
}

/** A teacher's track is that teacher's: the texts wait for a yes, and nobody else sees them until then. */
async function takeTrack(
  { tx, actor, now, take }: Taking,
  plan: Plan,
  entry: DraftEntry,
  personId: PersonId,
  texts: Record<string, string>,
): Promise<EntryId | PlanNo> {
  const made = await addEntry(tx, actor, plan, { kind: entry.kind, personId }, now)
  if (isRefusal(made) || Object.keys(texts).length === 0) return made
  const tooLong = Object.entries(texts).find(([, text]) => isRefusal(tidyText(text)))
  if (tooLong) return { refused: 'text-too-long', field: tooLong[0] }
  const proposal = { texts, source: 'import', note: take.note } as const
  await tx.write(actor, (sql) => insertProposal(sql, actor, plan, { id: made }, proposal, now))
  return made
}

/** Days, vision lines and duos, once everything is there. */
async function tieAll(
  taking: Taking,
  plan: Plan,
  made: ReadonlyMap<DraftEntry, EntryId>,
): Promise<PlanNo | null> {
  const { tx, actor, now, take, choices } = taking
  for (const [from, id] of made) {
    const entry = entryOf(plan, id)
    if (entry === null) continue
    const evaluation = from.fields.find(({ field }) => field === 'evaluation')?.written ?? ''
    const moments = momentsIn(plainOf(evaluation), take.year)
    const line = choices.lines[from.key]
    const row = rowOf(taking, from)
    const partner = row?.kind === 'people' ? row.owners.ids[1] : undefined
    const no =
      (moments.length > 0 ? await setMoments(tx, actor, plan, entry, moments) : null) ??
      (line ? await tieEntry(tx, actor, plan, entry, { visionLineIds: [line] }) : null)
    if (no) return no
    if (partner) await tx.write(actor, (sql) => shareTrack(sql, actor, plan, entry, partner as PersonId, now))
  }
  return null
}
