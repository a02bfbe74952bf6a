import type { Db, Sql } from '../../app/db/database.ts'
import { type Moment, momentOf } from '../../app/kernel/day.ts'
import { newId, type PersonId } from '../../app/kernel/id.ts'
import { emptyProfile, OFTENS } from '../../app/profile/profile.ts'
import { writeProfile } from '../../app/profile/profile-store.ts'
import { schoolsOnServer } from '../../app/school/school-store.ts'
import { BUILT_IN_TOPICS } from '../../app/school/topic.ts'
import type { Keeper, Member } from '../../app/session/actor.ts'
import { growDemoPlan } from './big-plan.ts'

const TRACKS = 60
/** All of them run and lie with the coordinators: more than any tray ever holds. */
const QUESTIONS = 2_000
const ASKS_EACH = 1

export type SchoolQuestions = {
  readonly keeper: Keeper
  readonly people: readonly PersonId[]
  readonly questions: number
  readonly asks: number
}

/** The demo school as a big one: 60 colleagues with profiles, 2,000 questions that lie in the tray, each asked once of a colleague. */
export async function growQuestions(db: Db): Promise<SchoolQuestions> {
  await growDemoPlan(db, TRACKS)
  const demo = (await schoolsOnServer(db)).find((school) => school.demo)
  if (!demo) throw new Error('no demo school')
  const keeper: Keeper = { kind: 'keeper', schoolId: demo.id }
  const people = await db.read(keeper, async (sql) =>
    (
      await sql.selectFrom('person').select('id').where('school_id', '=', demo.id).orderBy('id').execute()
    ).map(({ id }) => id),
  )
  for (const [place, personId] of people.entries()) await fillProfile(db, keeper, personId, place)
  await db.write(keeper, (sql) => fillQuestions(sql, keeper, people))
  return { keeper, people, questions: QUESTIONS, asks: QUESTIONS * ASKS_EACH }
}

const one = <Of>(list: readonly Of[], place: number): Of => {
  const found = list[place % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}

/** Somebody of the school as a teacher, without a session. */
export const teacherOf = ({ schoolId }: Keeper, personId: PersonId): Member => ({
  kind: 'member',
  schoolId,
  personId,
  name: '',
  roles: ['teacher'],
  learningTeams: [],
  sessionId: newId<'session'>(),
  demo: true,
})

async function fillProfile(db: Db, keeper: Keeper, personId: PersonId, place: number) {
  const { personId: _, changedAt: __, ...empty } = emptyProfile(personId)
  const topics = [0, 5, 11].map((step) => one(BUILT_IN_TOPICS, place + step))
  const given = {
    ...empty,
    helps: topics,
    learns: [one(BUILT_IN_TOPICS, place + 3)],
    often: one(OFTENS, place),
  }
  const no = await writeProfile(db, teacherOf(keeper, personId), given, momentOf(new Date()))
  if (no) throw new Error(`a profile was refused: ${no.refused}`)
}

const DAY = 86_400_000
/** Spread over the last three hundred days, the first one longest ago. */
const momentAt = (place: number): Moment =>
  momentOf(new Date(Date.now() - Math.round(((QUESTIONS - place) / QUESTIONS) * 300 * DAY)))

async function inPieces<Row>(rows: readonly Row[], store: (piece: Row[]) => Promise<unknown>) {
  for (let from = 0; from < rows.length; from += 100) await store(rows.slice(from, from + 100))
}

async function fillQuestions(sql: Sql, keeper: Keeper, people: readonly PersonId[]) {
  const questions = Array.from({ length: QUESTIONS }, (_, place) => questionRow(keeper, people, place))
  const rungs = questions.flatMap((question) => [1, 2, 3].map((rung) => rungRow(question, rung)))
  const asks = questions.flatMap((question, place) =>
    Array.from({ length: ASKS_EACH }, (_, step) => askRow(question, people, place * 7 + step * 3 + 1)),
  )
  await inPieces(questions, (piece) => sql.insertInto('question').values(piece).execute())
  await inPieces(rungs, (piece) => sql.insertInto('question_rung').values(piece).execute())
  await inPieces(asks, (piece) => sql.insertInto('question_ask').values(piece).execute())
}

function questionRow({ schoolId }: Keeper, people: readonly PersonId[], place: number) {
  const at = momentAt(place)
  return {
    id: newId<'question'>(),
    school_id: schoolId,
    asker_id: one(people, place),
    about: 'group',
    text: `Hoe krijg ik iedereen bij de instructie, ook na de pauze? (${place + 1})`,
    text_revision: 1,
    rung: 3,
    rung_at: at,
    heavy_at: null,
    topic: one(BUILT_IN_TOPICS, place),
    topic_at: at,
    topic_by: one(people, place),
    plan_id: null,
    entry_id: null,
    asked_at: at,
    read_at: at,
    closed_at: null,
    solved_on: null,
    helped: '',
    helped_revision: 0,
    revision: 4,
    changed_at: at,
  }
}
type Row = ReturnType<typeof questionRow>

const rungRow = ({ id, school_id, asked_at }: Row, rung: number) => ({
  question_id: id,
  school_id,
  rung,
  began_at: asked_at,
  idea: 'Eerst een voorbeeld op het bord, dan pas de uitleg.',
  idea_revision: 1,
  did_at: asked_at,
  saw: 'De meeste kinderen konden beginnen, een paar nog niet.',
  saw_revision: 1,
})

/** Somebody else than the asker. */
function askRow({ id, school_id, asker_id, asked_at }: Row, people: readonly PersonId[], place: number) {
  const colleague = one(people, place) === asker_id ? one(people, place + 1) : one(people, place)
  return {
    id: newId<'asked'>(),
    school_id,
    question_id: id,
    person_id: colleague,
    asked_at,
    state: place % 3 === 0 ? 'no' : 'yes',
    answered_at: asked_at,
    words: '',
    starts_at: null,
    proposed_id: null,
    seen_at: asked_at,
  }
}
