import { readVersions } from '../adoption/seal-store.ts'
import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { MeetingId } from '../kernel/id.ts'
import { readPolls } from '../round/poll-store.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { readDecisionFor } from '../round/round-store.ts'
import type { Actor } from '../session/actor.ts'
import { flushWriting } from '../writing/flush-desk.ts'
import { readActions } from './action-store.ts'
import type { Scene } from './meeting.ts'
import { type Minutes, minutesOf } from './minutes.ts'
import { type MinutesPoll, minutesPoll } from './minutes-decision.ts'
import { noteScope, readNotes } from './minutes-note-store.ts'

type Desk = { readonly db: Db; readonly now: Moment }

/**
 * The minutes of a meeting as they write themselves now, for everybody of the school: of decisions what nobody in
 * particular may see. Joins a transaction; outside one call `flushNotes` first.
 */
export async function gatherMinutes(
  { db, now }: Desk,
  actor: Actor,
  scene: Scene,
  school: string,
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
    found: new Map(),
    polls: await pollsIn(db, actor, id),
    version: await versionSealedIn(db, actor, scene, now),
  })
}

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

async function pollsIn(db: Db, actor: Actor, meetingId: MeetingId) {
  const byItem = new Map<string, MinutesPoll[]>()
  for (const poll of await readPolls(db, actor, meetingId, null)) {
    const told = minutesPoll(poll)
    if (told) byItem.set(poll.subjectId, [...(byItem.get(poll.subjectId) ?? []), told])
  }
  return byItem
}

/** The version that was sealed between the opening and the end of the meeting. */
async function versionSealedIn(db: Db, actor: Actor, { meeting }: Scene, now: Moment) {
  const { planId, opened, closed } = meeting
  if (planId === null || opened === null) return null
  const versions = await readVersions(db, actor, planId)
  const sealed = versions.find(
    ({ kind, sealedAt }) => kind === 'adopted' && sealedAt >= opened.at && sealedAt <= (closed?.at ?? now),
  )
  return sealed ? { number: sealed.number, sha256: sealed.sha256 } : null
}
