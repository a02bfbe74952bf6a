import type { Db } from '../app/db/database.ts'
import { type Moment, momentOf } from '../app/kernel/day.ts'
import type { QuestionId } from '../app/kernel/id.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import { chooseStandIn } from '../app/office/days-store.ts'
import { addHours } from '../app/office/hours-store.ts'
import type { HeavyId } from '../app/question/heavy.ts'
import type { Question } from '../app/question/question.ts'
import { readQuestion } from '../app/question/question-store.ts'
import type { Member } from '../app/session/actor.ts'
import { type Cast, NOW } from './cast.ts'
import { type Act, type Doing, type Known, LIVING, type Living, wordOf } from './question-history.ts'
import { done } from './written-plan.ts'

/** A school that lives with questions; beside the product what ought to be so by the rules of the school. */
export type Life = {
  readonly db: Db
  readonly cast: Cast
  questions: readonly Known<QuestionId>[]
  /** Whose question each word belongs to. */
  readonly words: Map<string, QuestionId>
  /** How often each doing went through, so that a life in which nothing happens shows. */
  readonly went: Map<Doing, number>
  /** Acts that went through and should not have. */
  readonly wrongs: string[]
  /** The open calls for help, by whose they are. */
  readonly calls: Map<Living, { readonly id: HeavyId; readonly question: QuestionId | null }>
  minutes: number
}

/** The school on its first morning: Karin holds office hours, Paul stands in for her. */
export async function beginLife(db: Db, cast: Cast): Promise<Life> {
  const karin = cast.member('karin')
  for (const weekday of ['1', '2', '3', '4', '5'])
    done(
      await addHours(db, karin, { weekday, starts: '08:00', ends: '16:00', minutes: '20', place: 'kamer 3' }),
    )
  done(await chooseStandIn(db, karin, cast.people.paul, momentOf(NOW)))
  return {
    db,
    cast,
    questions: [],
    words: new Map(),
    went: new Map(),
    wrongs: [],
    calls: new Map(),
    minutes: 0,
  }
}

/** Between one act and the next, in minutes: a history is some weeks of a school. */
const PACE = 397
export const nowOf = ({ minutes }: Pick<Life, 'minutes'>): Date => new Date(NOW.getTime() + minutes * 60_000)
export const momentNow = (life: Life): Moment => momentOf(nowOf(life))
export const passOn = (life: Life) => {
  life.minutes += PACE
}

/** What one act is about, found in the school as it is then. */
export type Scene = {
  readonly life: Life
  readonly act: Act
  readonly known: Known<QuestionId>
  /** Who does it. */
  readonly who: Living
  readonly actor: Member
  /** Somebody else whom it may concern. */
  readonly other: Living
  readonly now: Moment
}

/** For the letters of an act. */
export const sending = ({ actor, now }: Scene) => ({
  actor,
  now,
  origin: 'https://regenboog.example',
  from: null,
})

export const pick = <Of>(list: readonly Of[], place: number): Of | undefined => list[place % list.length]

/** A word that stands nowhere else; from now on it belongs to this question. */
export function freshWord(life: Life, id: QuestionId): string {
  const word = wordOf(life.words.size)
  life.words.set(word, id)
  return word
}

export function change(life: Life, id: QuestionId, what: Partial<Known<QuestionId>>) {
  life.questions = life.questions.map((one) => (one.id === id ? { ...one, ...what } : one))
}

/** Whether an act went through. Null, a refusal and 'no such question' are all a no. */
export const wentThrough = (answer: unknown): boolean =>
  answer !== null && answer !== undefined && !isRefusal(answer)

/** Notes that something went through; by who had no right to it that is a fault of the product. */
export function note({ life, act, who, known }: Pick<Scene, 'life' | 'act' | 'who' | 'known'>, had: boolean) {
  life.went.set(act.doing, (life.went.get(act.doing) ?? 0) + 1)
  if (!had) life.wrongs.push(`${who} did ${act.doing} on a question of ${known.asker}`)
}

export const isRunning = ({ is }: Known<unknown>) => is === 'running'
export const readNow = ({ life, actor, known }: Scene): Promise<Question | null> =>
  readQuestion(life.db, actor, known.id)

/** The school's own people, without who is at hand. */
export const others = (...without: readonly Living[]) => LIVING.filter((key) => !without.includes(key))
