import { amendmentAsks } from '../adoption/amendment-for-you-view.ts'
import { amendmentTitle } from '../adoption/amendment-item-view.ts'
import { mayWriteAmendment } from '../adoption/amendment-may.ts'
import type { SeenAmendment } from '../adoption/amendment-scene.ts'
import { amendmentScope, readAmendments } from '../adoption/amendment-store.ts'
import { amendmentText } from '../adoption/amendment-text.ts'
import { type Plan, takesAmendments } from '../plan/plan.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import type { Reader } from '../session/actor.ts'
import type { Desk } from '../session/desk.ts'
import { type CommentId, type Talk, waitsFor } from '../writing/comment.ts'
import { readSeen } from '../writing/comment-read-store.ts'
import { readTalk } from '../writing/conversation-store.ts'
import { isWaitingSuggestion } from '../writing/suggestion.ts'
import type { RoomAsk } from './for-you.ts'

/** Amendments of an adopted plan: a yes, a round to open, a decision to seal; and what was said about their text. */
export async function ofAmendments({ desk, reader, plan }: At, d: Drawing): Promise<RoomAsk[]> {
  if (!takesAmendments(plan.phase)) return []
  const { db, now } = desk
  const scenes = await readAmendments(db, reader.actor, plan, d.sheet.roster, now)
  const open = scenes.filter(({ amendment }) => amendment.ended === null)
  const [first] = open
  if (!first) return []
  const scope = [amendmentScope(plan.id)]
  const talk = await readTalk(db, reader.actor, first.amendment, scope)
  const seen = await readSeen(db, reader.actor, reader.actor.personId, scope)
  return [
    ...amendmentAsks(plan, open, reader),
    ...open.flatMap((scene) => talkAsk(scene, talk, seen, reader) ?? []),
  ]
}

type At = {
  readonly desk: Pick<Desk, 'db' | 'now'>
  readonly reader: Reader
  readonly plan: Plan
}

/** One line an amendment, whatever was said: a suggestion for who holds the pen, a word that waits for an answer. */
function talkAsk(
  scene: SeenAmendment,
  talk: Talk,
  seen: ReadonlyMap<string, CommentId>,
  reader: Reader,
): RoomAsk | null {
  const { amendment, plan, roster } = scene
  const me = reader.actor.personId
  const pen = mayWriteAmendment(reader.actor, scene).may
  const isHere = ({ ownerId }: { ownerId: string }) => ownerId === amendment.id
  const suggested = talk.suggestions
    .filter((one) => isHere(one) && isWaitingSuggestion(one) && pen && one.madeBy !== me)
    .map(({ id }) => id as string)
  const said = talk.threads
    .filter(isHere)
    .flatMap((thread) => waitsFor(thread, me, pen, seen.get(thread.id) ?? null)?.id ?? [])
  const newest = [...suggested, ...said].toSorted().at(-1)
  if (newest === undefined) return null
  const words = amendmentText(reader.language).forYouTalk
  return {
    key: `amendment-talk:${amendment.id}:${newest}`,
    title: words.title(amendmentTitle(plan, amendment, roster, reader)),
    note: words.note,
    act: words.act,
    href: `/plan/${plan.id}/amendment/${amendment.id}/conversation`,
  }
}
