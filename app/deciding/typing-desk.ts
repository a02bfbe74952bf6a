import { askedApart, isOfNow, itemKey } from '../adoption/adoption.ts'
import { readAdoption } from '../adoption/adoption-store.ts'
import { isOfTeam } from '../adoption/amendment.ts'
import { amendmentLabel } from '../adoption/amendment-item-view.ts'
import { readAmendment } from '../adoption/amendment-store.ts'
import { itemLabel, itemTitle, nameOfEntry, type Wording } from '../adoption/item-view.ts'
import { type TypedPlace, typedPlaces } from '../adoption/typed-place.ts'
import { amendedPlaces } from '../adoption/typed-store.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import { type MeetingItem, nameIn, type Scene } from '../meeting/meeting.ts'
import type { Seat } from '../meeting/seat.ts'
import { tracksOf } from '../meeting/track-of.ts'
import { type Entry, type EntryText, isGoal, ownersOf, TEXTS_OF, textOf } from '../plan/entry.ts'
import { effortOf, fieldLabels } from '../plan/entry-text.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { isOwner } from '../plan/plan-may.ts'
import { readPlan } from '../plan/plan-store.ts'
import { isWaiting } from '../plan/proposal.ts'
import { readProposals } from '../plan/proposal-store.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Actor } from '../session/actor.ts'
import { planItem } from './decide.ts'
import type { TypingField } from './typing.ts'
import { typingText } from './typing-text.ts'

type At = {
  readonly db: Db
  readonly now: Moment
  readonly actor: Actor
  readonly scene: Scene
  readonly item: MeetingItem
  readonly wording: Wording
}

/** The texts of an item that who leads the meeting types: none where it is changed elsewhere. */
export async function fieldsOfItem(at: At): Promise<TypingField[]> {
  const { item, scene, db, actor, now, wording } = at
  if (item.kind === 'proposal') {
    const label = typingText(wording.language).textLabel
    return [{ key: 'text', label, text: item.text, group: null, isShort: false }]
  }
  const { planId } = scene.meeting
  if (planId === null) return []
  if (item.kind === 'amendment') return amendmentFields(at)
  const about = planItem(item)
  const adoption = about && (await readAdoption(db, actor, planId, now))
  if (!about || !adoption) return []
  const { plan, roster, decisions } = adoption
  const apart = askedApart(decisions.filter((one) => isOfNow(plan, one)))
  const places = typedPlaces(plan, about, apart)
  const isOne = new Set(places.map(({ of }) => itemKey(of))).size < 2
  return places.map((place) => fieldOf(plan, roster, place, wording, isOne && about.about !== 'effort'))
}

function fieldOf(
  plan: Plan,
  roster: Roster,
  { of, ownerId, field, key, text }: TypedPlace,
  wording: Wording,
  isOne: boolean,
): TypingField {
  const { language, terms } = wording
  const labels = fieldLabels(language, terms, 'coordinator')
  const entry = plan.entries.find(({ id }) => id === ownerId)
  const isEffort = of.about === 'effort'
  const label =
    of.about === 'principle'
      ? itemTitle(plan, of, wording)
      : isEffort && entry
        ? nameOfEntry(entry, roster)
        : labels[field as EntryText]
  const group = isOne ? null : isEffort ? itemTitle(plan, of, wording) : itemLabel(plan, of, wording)
  return { key, label, text, group, isShort: field === 'title' }
}

async function amendmentFields({ db, now, actor, scene, item, wording }: At): Promise<TypingField[]> {
  const id = parseId<'amendment'>(item.subjectId)
  const plan = scene.meeting.planId && (await readPlan(db, actor, scene.meeting.planId))
  const seen = plan && id && (await readAmendment(db, actor, plan, id, now))
  if (!seen || !isOfTeam(seen.amendment)) return []
  return amendedPlaces(seen.amendment).map(({ key, field, text }) => ({
    key,
    text,
    label: amendmentLabel(seen, field, wording),
    group: null,
    isShort: field === 'title',
  }))
}

export type AtTracks = { readonly plan: Plan; readonly roster: Roster; readonly tracks: readonly Entry[] }

/** The tracks that an item is about; null for an item of another kind. */
export async function tracksAt({
  db,
  actor,
  scene,
  item,
}: Omit<At, 'wording' | 'now'>): Promise<AtTracks | null> {
  if (item.kind !== 'track' && item.kind !== 'tracks') return null
  const plan = scene.meeting.planId && (await readPlan(db, actor, scene.meeting.planId))
  if (!plan) return null
  const roster = await readRoster(db, actor)
  return { plan, roster, tracks: tracksOf(plan, roster, item) }
}

export const trackIn = ({ plan, tracks }: AtTracks, id: unknown) =>
  tracks.find((entry) => entry === entryOf(plan, parseId<'entry'>(id))) ??
  (tracks.length === 1 ? (tracks[0] ?? null) : null)

/** The fields of a track, by the names of the form of Figuur 1. */
export function fieldsOfTrack(roster: Roster, entry: Entry, { language, terms }: Wording): TypingField[] {
  if (isGoal(entry)) return []
  const [owner] = ownersOf(entry)
  const roles = roster.people.find(({ id }) => id === owner)?.roles ?? []
  const labels = fieldLabels(language, terms, effortOf(roles))
  return TEXTS_OF[entry.kind].map((field) => ({
    key: field,
    label: labels[field],
    text: textOf(entry, field),
    group: null,
    isShort: false,
  }))
}

/** Somebody who leads laid a text before this member, at this item; null: nothing waits for an answer. */
export async function trackAskedOf(
  db: Db,
  { actor, via, meetingId }: Seat,
  scene: Scene,
  item: MeetingItem,
): Promise<{ readonly href: string; readonly by: string } | null> {
  if (via !== 'session' || actor.kind !== 'member' || scene.meeting.phase !== 'running') return null
  const found = await tracksAt({ db, actor, scene, item })
  const mine = found?.tracks.filter((entry) => isOwner(actor, entry)).map(({ id }) => id) ?? []
  if (!found || mine.length === 0) return null
  const waiting = (await readProposals(db, actor, found.plan)).find(
    (one) => mine.includes(one.entryId) && one.source === 'meeting' && isWaiting(one),
  )
  if (!waiting) return null
  const href = `/meeting/${meetingId}/text/${item.id}?track=${waiting.entryId}`
  return { href, by: nameIn(scene, waiting.madeBy) ?? '' }
}
