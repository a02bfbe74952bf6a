import type { Db } from '../../app/db/database.ts'
import type { PlanId, QuestionId } from '../../app/kernel/id.ts'
import type { SchoolYear } from '../../app/kernel/school-year.ts'
import { makeGoal } from '../../app/pattern/goal-store.ts'
import { letRest } from '../../app/pattern/pattern-store.ts'
import { answerText, askTexts } from '../../app/pattern/pattern-text-store.ts'
import { confirmTopic } from '../../app/question/question-topic-store.ts'
import { askQuestion } from '../../app/question/question-write-store.ts'
import type { BuiltInTopic } from '../../app/school/topic.ts'
import type { Cast } from '../cast.ts'
import { AFTER, done } from '../written-plan.ts'

const ASKERS = ['petra', 'anouk', 'bram', 'petra', 'youssef'] as const
const of = (topic: BuiltInTopic) => ({ topic, year: '2026-2027' as SchoolYear, term: 1 }) as const

/** Three topics that came back: one with sentences, one of which a goal was made, and one that rests. */
export async function comesBack(db: Db, { cast, id: planId }: { readonly cast: Cast; readonly id: PlanId }) {
  const karin = cast.member('karin')
  const [, hers, his] = await askFive(db, cast, 'parents')
  await askFive(db, cast, 'digital')
  await askFive(db, cast, 'gifted')
  done(await askTexts(db, karin, of('parents'), AFTER))
  if (hers) done(await answerText(db, cast.member('anouk'), hers, 'yes', AFTER))
  if (his) done(await answerText(db, cast.member('bram'), his, 'no', AFTER))
  const words = () => ({ title: 'Samen sterker', situation: 'Vijf vragen gingen hierover.' })
  done(await makeGoal(db, karin, of('digital'), { planId, words }, AFTER))
  done(await letRest(db, karin, of('gifted'), true, AFTER))
}

async function askFive(db: Db, cast: Cast, topic: BuiltInTopic): Promise<QuestionId[]> {
  const ids: QuestionId[] = []
  for (const [at, key] of ASKERS.entries()) {
    const asked = { text: `Hoe pak ik dit aan, keer ${at + 1}? (${topic})`, about: 'else' } as const
    const id = done(await askQuestion(db, cast.member(key), asked, AFTER))
    done(await confirmTopic(db, cast.member(key), id, topic, AFTER))
    ids.push(id)
  }
  return ids
}
