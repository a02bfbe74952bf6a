import type { Evaluation, Time } from '../evaluation/evaluation.ts'
import { mayEvaluate, mayReadEvaluation } from '../evaluation/evaluation-may.ts'
import { readEvaluations, scopeOf } from '../evaluation/evaluation-store.ts'
import type { Entry } from '../plan/entry.ts'
import { evaluationNamed } from '../plan/evaluation-id.ts'
import { entryOf } from '../plan/plan.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import { type CommentId, type Talk, waitsFor } from '../writing/comment.ts'
import { readSeen } from '../writing/comment-read-store.ts'
import { readTalk } from '../writing/conversation-store.ts'
import { isWaitingSuggestion } from '../writing/suggestion.ts'
import { talkPageText } from './conversation-text.ts'
import { entryTitle } from './conversation-view.tsx'
import type { RoomAsk } from './for-you.ts'
import type { ForYouAt } from './for-you-line-desk.ts'

/** What was said about looking back: one line an evaluation, for who reads it and spoke there or holds the pen. */
export async function ofEvaluations({ desk, reader, plan }: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  if (plan.phase === 'archived') return []
  const { db } = desk
  const scope = [scopeOf(plan)]
  const talk = await readTalk(db, reader.actor, plan, scope)
  const owners = new Set([...talk.threads, ...talk.suggestions].map(({ ownerId }) => ownerId))
  if (owners.size === 0) return []
  const seen = await readSeen(db, reader.actor, reader.actor.personId, scope)
  const evaluations = await readEvaluations(db, reader.actor, plan)
  return [...owners].flatMap((ownerId) => {
    const named = nameOf(ownerId, evaluations)
    const entry = named && entryOf(d.plan, named.entryId)
    if (!entry || !mayReadEvaluation(reader.actor, entry).may) return []
    return lineOf(d, { ownerId, entry, time: named.time }, talk, seen) ?? []
  })
}

const nameOf = (ownerId: string, evaluations: readonly Evaluation[]) =>
  evaluations.find(({ id }) => id === ownerId) ?? evaluationNamed(ownerId)

type Looked = { readonly ownerId: string; readonly entry: Entry; readonly time: Time }

function lineOf(
  d: Drawing,
  { ownerId, entry, time }: Looked,
  talk: Talk,
  seen: ReadonlyMap<string, CommentId>,
): RoomAsk | null {
  const me = d.actor.personId
  const pen = mayEvaluate(d.actor, d.plan, entry).may
  const isHere = (one: { ownerId: string }) => one.ownerId === ownerId
  const suggested = talk.suggestions
    .filter((one) => isHere(one) && isWaitingSuggestion(one) && pen && one.madeBy !== me)
    .map(({ id }) => id as string)
  const said = talk.threads
    .filter(isHere)
    .flatMap((thread) => waitsFor(thread, me, pen, seen.get(thread.id) ?? null)?.id ?? [])
  const newest = [...suggested, ...said].toSorted().at(-1)
  if (newest === undefined) return null
  const words = talkPageText(d.language).forYou
  return {
    key: `evaluation-talk:${ownerId}:${newest}`,
    title: words.title(entryTitle(d, entry)),
    note: words.note,
    act: words.act,
    href: `${d.href}/evaluation/${entry.id}/${time}/conversation`,
  }
}
