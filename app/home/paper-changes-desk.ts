import { comparePlans, type EntryFacets, type PieceChange, type PlanDifference } from '../adoption/compare.ts'
import { labelsFor, type Naming, nameOfState, sayFacets, sayFrame } from '../adoption/compare-say-view.ts'
import { compareText } from '../adoption/compare-text.ts'
import type { Version } from '../adoption/seal.ts'
import { readVersions } from '../adoption/seal-store.ts'
import { readStateFor, sealedTitle } from '../adoption/snapshot-desk.ts'
import { NOW_REF } from '../adoption/version-line.ts'
import type { Db } from '../db/database.ts'
import type { PaperChange, PaperChanges } from '../form/plan-paper.ts'
import { dayOf, longDay } from '../kernel/day.ts'
import type { PlanId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { TEXTS_OF } from '../plan/entry.ts'
import { lookupOf } from '../plan/plan-sheet.ts'
import { type EntryState, textsInOrder } from '../plan/plan-state.ts'
import { readPlan } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Actor, Program } from '../session/actor.ts'

/** The version that the team last adopted; null before. */
export async function adoptedVersion(db: Db, actor: Actor, id: PlanId | null): Promise<Version | null> {
  const versions = id ? await readVersions(db, actor, id) : []
  return versions.find(({ kind }) => kind === 'adopted') ?? null
}

/**
 * What changed since the team adopted the plan, as everyone of the team may read it, whoever asks. Null as long as it
 * has not been adopted.
 */
export async function changesSinceAdopted(
  db: Db,
  actor: Actor,
  id: PlanId,
  { language, terms }: { language: Language; terms: Terms },
): Promise<PaperChanges | null> {
  const version = await adoptedVersion(db, actor, id)
  const plan = await readPlan(db, actor, id)
  if (!version || !plan) return null
  const everyone: Program = { kind: 'program', schoolId: actor.schoolId, tokenId: 'export' }
  const roster = await readRoster(db, actor)
  const before = await readStateFor(db, everyone, plan, roster, version.number)
  const after = await readStateFor(db, everyone, plan, roster, NOW_REF)
  if (!before || !after) return null
  const day = longDay(dayOf(new Date(version.sealedAt)), language)
  const naming = { before, after, lookup: lookupOf(roster), language, terms }
  return paperChanges(comparePlans(before, after), naming, `${sealedTitle(version, language)} (${day})`)
}

/** A difference as a paper tells it. */
export function paperChanges(difference: PlanDifference, naming: Naming, since: string): PaperChanges {
  const { entries, principles } = difference
  return {
    since,
    lines: [
      ...visionLine(difference, naming),
      ...principleLines(difference, naming),
      ...entries.there.map((change) => entryLine(change, naming)),
      ...entries.gone.map((entry) => lineOf(nameOfState(entry, naming), 'gone', [], naming)),
    ],
    before: new Map(entries.there.flatMap(earlierTexts)),
    principles: naming.after.principles.map((principle) => {
      const change = principles.there.find(({ after }) => after.id === principle.id)
      if (!change || principle.erased) return null
      if (change.is === 'added') return ''
      return change.before.text === principle.text || change.before.erased ? null : change.before.text
    }),
    gone: [
      ...principles.gone.map(({ text }) =>
        goneOf(compareText(naming.language).principle, [['text', text]], {}),
      ),
      ...entries.gone
        .filter((entry) => !isClosed(entry))
        .map((entry) => goneOf(nameOfState(entry, naming), textsInOrder(entry), labelsFor(entry, naming))),
    ],
  }
}

const goneOf = (
  name: string,
  texts: readonly (readonly [string, string])[],
  labels: Readonly<Record<string, string>>,
) => ({ name, texts: texts.map(([field, text]) => ({ label: labels[field] ?? name, text })) })

const isClosed = (entry: EntryState) => Boolean(entry.veiled || entry.erased)

const lineOf = (
  name: string,
  is: keyof ReturnType<typeof compareText>['is'],
  says: readonly string[],
  { language }: Naming,
): PaperChange => ({ name, what: compareText(language).is[is], says })

function visionLine({ frame }: PlanDifference, naming: Naming): PaperChange[] {
  if (!frame) return []
  const says = sayFrame(frame.before, frame.after, naming.language)
  return [lineOf(compareText(naming.language).frame, 'changed', says, naming)]
}

function principleLines({ principles }: PlanDifference, naming: Naming): PaperChange[] {
  const { principle } = compareText(naming.language)
  const number = (id: string) => naming.after.principles.findIndex((one) => one.id === id) + 1
  return [
    ...principles.there.map((change) =>
      lineOf(`${principle} ${number(change.after.id)}`, change.is, [], naming),
    ),
    ...principles.gone.map(() => lineOf(principle, 'gone', [], naming)),
  ]
}

function entryLine(change: PieceChange<EntryState, EntryFacets>, naming: Naming): PaperChange {
  const name = nameOfState(change.after, naming)
  if (change.is === 'added') return lineOf(name, 'added', [], naming)
  const labels: Readonly<Record<string, string>> = labelsFor(change.after, naming)
  const { texts, values } = change.facets
  const fields = isClosed(change.after) ? [] : texts.map(({ field }) => labels[field] ?? field)
  const says = [
    ...(fields.length > 0 ? [fields.join(', ')] : []),
    ...sayFacets(change.before, change.facets, change.place, naming),
  ]
  const isMoved = change.place !== null && texts.length + Object.keys(values).length === 0
  return lineOf(name, isMoved ? 'moved' : 'changed', says, naming)
}

/** The earlier text of each field that is another now; of what is new all of them, empty. */
function earlierTexts(change: PieceChange<EntryState, EntryFacets>): (readonly [string, string])[] {
  const { after } = change
  if (isClosed(after)) return []
  if (change.is === 'added') return TEXTS_OF[after.kind].map((field) => [`${after.id}:${field}`, ''] as const)
  if (change.before.erased) return []
  return change.facets.texts.map(({ field, before }) => [`${after.id}:${field}`, before] as const)
}
