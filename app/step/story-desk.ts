import { readAllAmendments } from '../adoption/amendment-store.ts'
import { versionLines } from '../adoption/snapshot-desk.ts'
import { readEvaluations } from '../evaluation/evaluation-store.ts'
import type { Entry } from '../plan/entry.ts'
import { effortOf, fieldLabels } from '../plan/entry-text.ts'
import type { AtPlan } from '../plan/plan-desk.tsx'
import { lookupOf, trackName } from '../plan/plan-sheet.ts'
import type { Roster } from '../plan/roster.ts'
import { isAmongFew } from '../plan/talk-sight.ts'
import type { House } from '../session/desk.ts'
import type { Step } from './step.ts'
import { mayReadSteps } from './step-may.ts'
import { type Story, type StoryPiece, storyOf } from './story.ts'
import { writtenOf } from './story-load.ts'
import { evaluationPieces, stepPieces, textPieces } from './story-pieces-view.ts'
import { storyText } from './story-text.ts'

/** What a higher room puts on the line of time of a goal or track: only what this reader may read. */
export type FillStory = (at: AtPlan, entry: Entry) => Promise<readonly StoryPiece[]>
const fills = new WeakMap<House, readonly FillStory[]>()

/** Said where the routes of this house are made, once for each room that has pieces. */
export const fillStory = (house: House, fill: FillStory) =>
  void fills.set(house, [...(fills.get(house) ?? []), fill])

type Told = {
  /** As this reader may see it. */
  readonly entry: Entry
  /** Of this entry, as this reader may read them. */
  readonly steps: readonly Step[]
  readonly roster: Roster
}

/** The story of a goal or track; who reads no more than a step in it gets that alone. */
export async function storyFor(at: AtPlan, told: Told): Promise<Story> {
  const { desk, reader } = at
  const text = storyText(reader.language)
  const steps = stepPieces(told.steps, text)
  if (!mayReadSteps(reader.actor, told.entry).may) return storyOf(steps, desk.today)
  const fromRooms = await Promise.all((fills.get(desk.house) ?? []).map((fill) => fill(at, told.entry)))
  const looked = evaluationPieces(
    told.entry,
    await readEvaluations(desk.db, reader.actor, at.plan),
    text,
    at.href,
  )
  return storyOf([...steps, ...looked, ...(await textsOf(at, told)), ...fromRooms.flat()], desk.today)
}

/** What happened to its text; of before its owner stood behind it only who wrote with it knows. */
async function textsOf(at: AtPlan, { entry, roster }: Told) {
  const { desk, reader, plan } = at
  const { actor, language, terms } = reader
  const written = await writtenOf(desk.db, actor, entry)
  const lookup = lookupOf(roster)
  const owner = entry.personId ? lookup.people.get(entry.personId) : undefined
  const life = {
    plan,
    entry,
    written: written.filter((one) => !isAmongFew(plan, actor, entry.id, one.at)),
    amendments: await readAllAmendments(desk.db, actor, plan),
    versions: await versionLines(at, roster),
    labels: fieldLabels(language, terms, effortOf(owner?.roles ?? [])),
    owner: trackName(entry, lookup),
  }
  return textPieces(life, storyText(language))
}
