import type { Db } from '../../app/db/database.ts'
import { momentOf } from '../../app/kernel/day.ts'
import type { PlanId, QuestionId } from '../../app/kernel/id.ts'
import { chooseStandIn, tellWeek } from '../../app/office/days-store.ts'
import { addHours } from '../../app/office/hours-store.ts'
import { emptyProfile } from '../../app/profile/profile.ts'
import { writeProfile } from '../../app/profile/profile-store.ts'
import type { Question, QuestionRefusal } from '../../app/question/question.ts'
import { mayHold } from '../../app/question/question-may.ts'
import { askQuestion, changeQuestion } from '../../app/question/question-write-store.ts'
import { stepTo, tieTo, withTopic, write } from '../../app/question/rung.ts'
import type { BuiltInTopic } from '../../app/school/topic.ts'
import { type Cast, NOW } from '../cast.ts'
import { done, writtenPlan } from '../written-plan.ts'

const THEN = momentOf(new Date(NOW.getTime() - 26 * 3_600_000))

/** De Regenboog on the morning of the story: a plan in input, Youssef and Kees who like to be asked, office hours. */
export async function questionTeam(db: Db) {
  const made = await writtenPlan(db)
  const { cast } = made
  const karin = cast.member('karin')
  for (const key of ['youssef', 'kees'] as const) {
    const { personId: _, changedAt: __, ...empty } = emptyProfile(cast.people[key])
    const given = { ...empty, helps: ['maths', 'parents'], often: 'any', ways: ['five-minutes'] } as const
    if (await writeProfile(db, cast.member(key), given, THEN)) throw new Error('no profile')
  }
  for (const weekday of ['2', '4'])
    done(
      await addHours(db, karin, { weekday, starts: '15:00', ends: '16:00', minutes: '20', place: 'kamer 3' }),
    )
  done(await chooseStandIn(db, karin, cast.people.paul, THEN))
  for (const key of ['karin', 'paul'] as const)
    done(await tellWeek(db, cast.member(key), { 1: 'all', 2: 'all', 3: 'all', 4: 'all', 5: 'all' }))
  return { db, ...made }
}

type Asking = {
  readonly text: string
  readonly topic?: BuiltInTopic
  /** To Karin at once. */
  readonly brought?: boolean
  readonly track?: { readonly planId: PlanId; readonly entryId: NonNullable<Question['tie']>['entryId'] }
}

/** A question that is there already, since yesterday. */
export async function askedBefore(
  db: Db,
  cast: Cast,
  who: keyof Cast['people'],
  { text, topic, brought, track }: Asking,
): Promise<QuestionId> {
  const asker = cast.member(who)
  const id = done(await askQuestion(db, asker, { text, about: 'group' }, THEN))
  const rules: ((question: Question) => Question | { readonly refused: QuestionRefusal })[] = [
    (question) => write(question, '1.idea', 'Eerst zelf gekeken.', THEN),
    (question) => (topic ? withTopic(question, topic, asker.personId, THEN) : question),
    (question) => (track ? tieTo(question, track) : question),
    (question) => (brought ? stepTo(question, 3, THEN) : question),
  ]
  for (const rule of rules)
    await changeQuestion(db, asker, { id, now: THEN }, (there) => mayHold(there, asker), rule)
  return id
}
