import { amendmentScope } from '../adoption/amendment-store.ts'
import { scopeOf } from '../evaluation/evaluation-store.ts'
import type { Plan } from '../plan/plan.ts'
import type { AtPlan } from '../plan/plan-desk.tsx'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import { talkFor } from '../plan/talk-sight.ts'
import type { Comment } from '../writing/comment.ts'
import { waitsFor } from '../writing/comment.ts'
import { readSeen } from '../writing/comment-read-store.ts'
import { readTalk } from '../writing/conversation-store.ts'
import type { FindPassage } from '../writing/passage-keeper-desk.ts'
import { type PassageTalk, type Spot, type Subject, spotsOf } from './conversation.ts'

/** The texts that a conversation page shows to this reader, each with what was said and what the reader may do. */
export async function passagesFor(
  { desk, reader, plan }: AtPlan,
  d: Drawing,
  subject: Subject,
  find: FindPassage,
): Promise<PassageTalk[]> {
  const { db } = desk
  const { actor } = reader
  // An amendment is a whole of its own, read anew with the plan in which it lies.
  const whole = subject.kind === 'amendment' ? subject.scene.amendment : plan
  const scopes = [scopeFor(subject, plan)]
  const talk = talkFor(plan, actor, await readTalk(db, actor, whole, scopes))
  const seen = await readSeen(db, actor, actor.personId, scopes)
  const shown: PassageTalk[] = []
  for (const spot of spotsOf(d.plan, subject)) {
    const kept = await find(db, actor, spot.ownerId, spot.field)
    if (!kept) continue
    const isHere = (one: { ownerId: string; field: string }) =>
      one.ownerId === spot.ownerId && one.field === spot.field
    const threads = talk.threads.filter(isHere)
    const waits = new Map<string, Comment>()
    for (const thread of threads) {
      const last = waitsFor(thread, actor.personId, kept.sight.write.may, seen.get(thread.id) ?? null)
      if (last) waits.set(thread.id, last)
    }
    shown.push({
      ...placeOf(spot),
      speaks: kept.sight.comment.may,
      suggests: kept.sight.suggest.may && !kept.sight.write.may,
      decides: kept.sight.write.may,
      declines: kept.sight.decline.may,
      threads,
      suggestions: talk.suggestions.filter(isHere),
      waits,
    })
  }
  return shown
}

function scopeFor({ kind }: Subject, plan: Plan) {
  if (kind === 'amendment') return amendmentScope(plan.id)
  return kind === 'evaluation' ? scopeOf(plan) : plan.id
}

const placeOf = ({ ownerId, field, passage }: Spot) => ({
  key: `${ownerId}.${field}`,
  ownerId,
  field,
  text: passage?.text ?? '',
  revision: passage?.revision ?? 0,
})

/** The passage that a form or address names, when this page has it. */
export const passageIn = (passages: readonly PassageTalk[], key: unknown) =>
  passages.find((one) => one.key === key) ?? null
