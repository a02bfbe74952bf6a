import type { Db } from '../db/database.ts'
import { clock, dayOf, longDay, type Moment } from '../kernel/day.ts'
import { type PersonId, parseId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { Entry } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import type { AtPlan } from '../plan/plan-desk.tsx'
import { type PlanState, stateOf } from '../plan/plan-state.ts'
import { stateSightOf } from '../plan/plan-state-sight.ts'
import { planText } from '../plan/plan-text.ts'
import { readRemoved } from '../plan/removed-store.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Snapshot } from '../plan/snapshot.ts'
import { readSnapshotState, readSnapshots } from '../plan/snapshot-store.ts'
import type { Actor } from '../session/actor.ts'
import type { Version } from './seal.ts'
import { readSealedEntries, readVersions } from './seal-store.ts'
import { stateOfSealed } from './sealed-state.ts'
import { snapshotText } from './snapshot-text.ts'
import { NOW_REF, type VersionLine } from './version-line.ts'

/** All versions of the plan, sealed ones among them, newest first. */
export async function versionLines({ desk, reader, plan }: AtPlan, roster: Roster): Promise<VersionLine[]> {
  const { language } = reader
  const says = saysBy(roster, language)
  const sealed = (await readVersions(desk.db, reader.actor, plan.id)).map((version) => ({
    ref: version.number,
    title: sealedTitle(version, language),
    says: says(version.sealedAt, version.sealedBy),
    at: version.sealedAt,
    isAutomatic: false,
    isSealed: true,
    concept: null,
  }))
  const kept = (await readSnapshots(desk.db, reader.actor, plan.id)).map((version) => ({
    ref: version.id,
    title: snapshotTitle(version, language),
    says: says(version.at, version.by),
    at: version.at,
    isAutomatic: version.kind === 'day',
    isSealed: false,
    concept: version.number,
  }))
  return [...sealed, ...kept].sort((one, other) => (one.at < other.at ? 1 : -1))
}

export function sealedTitle({ kind, number }: Pick<Version, 'kind' | 'number'>, language: Language) {
  const text = snapshotText(language)
  return kind === 'adopted' ? text.adopted(number) : text.beside(number)
}

function snapshotTitle({ kind, name, number, phase }: Snapshot, language: Language): string {
  const text = snapshotText(language)
  if (kind === 'own') return name ?? ''
  if (kind === 'concept') return text.concept(number ?? 1)
  if (kind === 'day') return text.day
  return kind === 'phase' ? text.phase(planText(language).phases[phase]) : text.kind[kind]
}

const saysBy = (roster: Roster, language: Language) => (at: Moment, by: PersonId | null) => {
  const text = snapshotText(language)
  const when = text.at(longDay(dayOf(new Date(at)), language), clock(at, language))
  const name = roster.people.find(({ id }) => id === by)?.name
  return name ? text.by(when, name) : when
}

/** The plan as it stood in this version, as the reader may see it; null when there is no such version. */
export async function stateAt(at: AtPlan, ref: string, roster: Roster): Promise<PlanState | null> {
  return readStateFor(at.desk.db, at.reader.actor, at.plan, roster, ref)
}

export async function readStateFor(
  db: Db,
  actor: Actor,
  plan: Plan,
  roster: Roster,
  ref: string,
): Promise<PlanState | null> {
  const removed = await readRemoved(db, actor, plan)
  const today = [...plan.entries, ...removed.flatMap((one) => (one.is === 'entry' ? [one.entry] : []))]
  const state = await wholeState(db, actor, plan, roster, ref, today)
  return state && stateSightOf(state, today, actor)
}

async function wholeState(
  db: Db,
  actor: Actor,
  plan: Plan,
  roster: Roster,
  ref: string,
  today: readonly Entry[],
): Promise<PlanState | null> {
  if (ref === NOW_REF) return stateOf(plan, roster.visionLines)
  const id = parseId<'snapshot'>(ref)
  if (id) return readSnapshotState(db, actor, plan.id, id)
  const version = (await readVersions(db, actor, plan.id)).find(({ number }) => number === ref)
  return version ? stateOfSealed(version.frame, await readSealedEntries(db, actor, version.id), today) : null
}

export const rosterAt = ({ desk, reader }: AtPlan) => readRoster(desk.db, reader.actor)

/** All versions and now, to choose from. */
export const optionsOf = (versions: readonly VersionLine[], language: Language) => [
  { value: NOW_REF, label: snapshotText(language).now },
  ...versions.map(({ ref, title, says }) => ({ value: ref, label: `${title} (${says})` })),
]
