import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { QuestionId } from '../kernel/id.ts'
import type { TopicKey } from '../school/topic.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { mayConfirmTopic, type QuestionNo } from './question-may.ts'
import { changeQuestion } from './question-write-store.ts'
import { withTopic } from './rung.ts'

/**
 * A person says what a question is about, in one tap: the asker, or a coordinator who reads it. Null as the key takes it
 * away. Answers null when there is no such question for this actor. That the school offers the topic is for the caller.
 */
export const confirmTopic = (
  db: Db,
  actor: Actor,
  id: QuestionId,
  key: TopicKey | null,
  now: Moment,
): Promise<'done' | QuestionNo | null> =>
  changeQuestion(
    db,
    actor,
    { id, now },
    (question) => mayConfirmTopic(question, actor),
    (question) => withTopic(question, key, personOf(actor), now),
  )
