import { readVersions } from '../adoption/seal-store.ts'
import type { Db } from '../db/database.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingId } from '../kernel/id.ts'
import { type Language, type Terms, termsFor } from '../kernel/language.ts'
import { lookBackMinutes } from '../lookback/look-back-minutes-desk.ts'
import type { Scene } from '../meeting/meeting.ts'
import { readPolls } from '../round/poll-store.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { readDecisionFor } from '../round/round-store.ts'
import { readSchool } from '../school/school-store.ts'
import type { Actor } from '../session/actor.ts'
import { flushWriting } from '../writing/flush-desk.ts'
import { readActions } from './action-store.ts'
import { readChangedTracks } from './changed-track-desk.ts'
import { type Minutes, type MinutesLine, minutesOf } from './minutes.ts'
import { type MinutesPoll, minutesPoll } from './minutes-decision.ts'
import { noteScope, readNotes } from './minutes-note-store.ts'
import { sha256 } from './minutes-store.ts'

type Desk = { readonly db: Db; readonly now: Moment }

/** The name of the school, and with which words the few headings are made that come from other rooms. */
type Wording = { readonly language: Language; readonly terms: Terms }
export type MinutesWording = Wording & { readonly school: string }

/**
 * The minutes of a meeting as they write themselves now, for everybody of the school: of decisions what nobody in
 * particular may see. Joins a transaction; outside one call `flushNotes` first.
 */
export async function gatherMinutes(
  { db, now }: Desk,
  actor: Actor,
  scene: Scene,
  { school, ...wording }: MinutesWording,
): Promise<Minutes> {
  const { id } = scene.meeting
  const notes = await readNotes(db, actor, id)
  return minutesOf({
    school,
    scene,
    now,
    decisions: await decisionsIn({ db, now }, actor, scene),
    notes: new Map([...notes].map(([owner, { text }]) => [owner, text])),
    actions: await readActions(db, actor, id),
    found: await foundIn({ db, now }, actor, scene, wording),
    polls: await pollsIn(db, actor, id),
    changed: await readChangedTracks(db, actor, scene, now, wording),
    version: await versionSealedIn(db, actor, scene),
  })
}

/** What is decided on and sealed has the words of the school, whoever asks. */
export async function wordsOfSchool(db: Db, actor: Actor): Promise<MinutesWording> {
  const { name, language, coordinatorWord, teacherWord } = await readSchool(db, actor)
  return { school: name, language, terms: termsFor(language, coordinatorWord, teacherWord) }
}

/** The fingerprint of minutes as a round is held on them. */
export const printOfMinutes = (minutes: Minutes) => sha256(canonicalJson(minutes))

/** Stores at once what is being typed in the notes of a meeting. Never inside a transaction. */
export const flushNotes = (db: Db, meetingId: MeetingId) => flushWriting(db, noteScope(meetingId))

async function decisionsIn({ db, now }: Desk, actor: Actor, { items }: Scene): Promise<SeenDecision[]> {
  const seen: SeenDecision[] = []
  for (const { decisionId } of items) {
    const decision = decisionId && (await readDecisionFor(db, actor, decisionId, null, now))
    if (decision) seen.push(decision)
  }
  return seen
}

/** What the room concluded in looking back, by item. */
async function foundIn(desk: Desk, actor: Actor, scene: Scene, wording: Wording) {
  const found = new Map<string, readonly MinutesLine[]>()
  for (const item of scene.items) found.set(item.id, await lookBackMinutes(desk, actor, scene, item, wording))
  return found
}

async function pollsIn(db: Db, actor: Actor, meetingId: MeetingId) {
  const byItem = new Map<string, MinutesPoll[]>()
  for (const poll of await readPolls(db, actor, meetingId, null)) {
    const told = minutesPoll(poll)
    if (told) byItem.set(poll.subjectId, [...(byItem.get(poll.subjectId) ?? []), told])
  }
  return byItem
}

/** The first version that holds a decision of this meeting: the seal may come after its end, when a term has passed. */
async function versionSealedIn(db: Db, actor: Actor, { meeting, items }: Scene) {
  const { planId, opened } = meeting
  if (planId === null || opened === null) return null
  const decided = items.flatMap(({ decisionId }) => decisionId ?? [])
  const sealed = (await readVersions(db, actor, planId)).findLast(
    ({ kind, sealedAt, record }) =>
      kind === 'adopted' && sealedAt >= opened.at && decided.some((id) => record.includes(id)),
  )
  return sealed ? { number: sealed.number, sha256: sealed.sha256 } : null
}
