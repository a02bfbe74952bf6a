import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import type { Scene } from '../meeting/meeting.ts'
import { tracksOf } from '../meeting/track-of.ts'
import { type Entry, ownersOf, TEXTS_OF } from '../plan/entry.ts'
import { effortOf, fieldLabels } from '../plan/entry-text.ts'
import { lookupOf, trackName } from '../plan/plan-sheet.ts'
import { readPlan } from '../plan/plan-store.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Actor } from '../session/actor.ts'
import { readPastTexts } from '../writing/passage-store.ts'
import { type ChangedText, type ChangedTrack, changedId } from './changed-track.ts'
import { namedIn } from './minutes.ts'

type Wording = { readonly language: Language; readonly terms: Terms }
type Between = { readonly from: Moment; readonly to: Moment }

/**
 * The tracks that were talked through and of which a text changed meanwhile, each once, at its first item. Only of tracks
 * that the team could read as the meeting opened: what was written before that stays out of sight.
 */
export async function readChangedTracks(
  db: Db,
  actor: Actor,
  scene: Scene,
  now: Moment,
  wording: Wording,
): Promise<ChangedTrack[]> {
  const { planId, opened, closed } = scene.meeting
  const items = scene.items.filter(({ kind }) => kind === 'track' || kind === 'tracks')
  const plan = planId && items.length > 0 ? await readPlan(db, actor, planId) : null
  if (!plan || opened === null) return []
  const roster = await readRoster(db, actor)
  const between = { from: opened.at, to: closed?.at ?? now }
  const found = new Map<string, ChangedTrack>()
  for (const item of items)
    for (const entry of tracksOf(plan, roster, item).filter((one) => wasReadAt(one, opened.at))) {
      if (found.has(entry.id)) continue
      const texts = await changedTexts({ db, actor, scene, between, wording }, entry, roster)
      if (texts.length === 0) continue
      const title = trackName(entry, lookupOf(roster))
      found.set(entry.id, {
        id: changedId(item.id, entry.id),
        erased: null,
        track: entry.id,
        title,
        texts,
      })
    }
  return [...found.values()]
}

const wasReadAt = ({ agreedAt }: Entry, at: Moment) => agreedAt !== null && agreedAt <= at

type At = {
  readonly db: Db
  readonly actor: Actor
  readonly scene: Scene
  readonly between: Between
  readonly wording: Wording
}

async function changedTexts(at: At, entry: Entry, roster: Roster): Promise<ChangedText[]> {
  const { db, actor, scene, between, wording } = at
  const [owner] = ownersOf(entry)
  const roles = roster.people.find(({ id }) => id === owner)?.roles ?? []
  const labels = fieldLabels(wording.language, wording.terms, effortOf(roles))
  const named = namedIn(scene)
  const changed: ChangedText[] = []
  for (const field of TEXTS_OF[entry.kind]) {
    const now = entry.texts[field]
    if (!now || now.changedAt <= between.from) continue
    const past = await db.read(actor, (sql) => readPastTexts(sql, actor, { ownerId: entry.id, field }))
    const ended = [now, ...past].find(({ changedAt }) => changedAt <= between.to)
    const before = past.find(({ changedAt }) => changedAt <= between.from)?.text ?? ''
    if (!ended || ended.changedAt <= between.from || ended.text === before) continue
    changed.push({
      label: labels[field],
      before,
      after: ended.text,
      by: ended.changedBy && named(ended.changedBy),
    })
  }
  return changed
}
