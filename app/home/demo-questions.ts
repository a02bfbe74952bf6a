import { dayOf, type Moment } from '../kernel/day.ts'
import type { PersonId, PlanId, QuestionId } from '../kernel/id.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import { readPlan } from '../plan/plan-store.ts'
import { answerAsk, asksOf, askThem, markAnswersSeen } from '../question/ask-store.ts'
import type { Question, QuestionRefusal, RungNumber } from '../question/question.ts'
import { mayHold } from '../question/question-may.ts'
import { readQuestion } from '../question/question-store.ts'
import { askQuestion, changeQuestion, markRead } from '../question/question-write-store.ts'
import { close, did, stepTo, withTopic, write } from '../question/rung.ts'
import { momentInAmsterdam } from '../round/round-form.ts'
import type { Seed } from './demo-plan.ts'
import type { DemoAsked, DemoQuestion } from './demo-question-story.ts'

const DAY = 86_400_000

/** One thing that happened to a question, at a moment. */
type Happening = (at: Moment) => Promise<unknown>

/** A question of the story as its people would have written it, from the day it was asked to where it stands now. */
export async function seedQuestion(seed: Seed, planId: PlanId, story: DemoQuestion): Promise<QuestionId> {
  const { tx, cast } = seed
  const asked = momentsOf(seed, [story.ago, story.ago], 1)[0] ?? seed.now
  const asking = { text: story.sentence, about: story.about, tie: await tieOf(seed, planId, story) }
  const id = must(await askQuestion(tx, cast.member(story.by), asking, asked))
  const until = story.brought ?? story.closed?.ago ?? 1
  await unfold(seed, [...alone(seed, id, story), ...together(seed, id, story)], [story.ago, until])
  const last = [until, story.closed?.ago ?? until] as const
  await unfold(seed, [...withKarin(seed, id, story), ...solved(seed, id, story)], last, AFTER_SCHOOL)
  return id
}

/** Days back from today: from the first to the last. */
type Stretch = readonly [from: number, to: number]
/** In minutes of the day. */
const AFTER_TEN = 10 * 60 + 5
const AFTER_SCHOOL = 15 * 60 + 40

async function unfold(
  seed: Seed,
  happenings: readonly Happening[],
  stretch: Stretch,
  clock = AFTER_TEN + 20,
) {
  const moments = momentsOf(seed, stretch, happenings.length, clock)
  for (const [place, happens] of happenings.entries()) await happens(moments[place] ?? seed.now)
}

/** So many moments spread over a stretch of school days, each later than the one before, also on one day. */
function momentsOf(seed: Seed, [from, to]: Stretch, count: number, clock = AFTER_TEN): Moment[] {
  return Array.from({ length: count }, (_, place) => {
    const back = count === 1 ? from : from - ((from - to) * place) / (count - 1)
    const minute = clock + place * 18
    const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
    return ago(seed, Math.round(back), time)
  })
}

/** A moment of the school day so many days ago. */
export const ago = (seed: Seed, days: number, clock: string): Moment =>
  momentInAmsterdam(`${schoolDay(seed, days)}T${clock}`) ?? seed.now

/** So many days ago; of a weekend the Friday before it. */
function schoolDay({ now }: Seed, ago: number) {
  const day = new Date(Date.parse(now) - ago * DAY)
  const back = { 0: 2, 6: 1 }[day.getUTCDay()] ?? 0
  return dayOf(new Date(day.getTime() - back * DAY))
}

type Rule = (question: Question, now: Moment) => Question | Refusal<QuestionRefusal>

/** What the asker does with the own question. */
const byAsker =
  ({ tx, cast }: Seed, id: QuestionId, { by }: DemoQuestion, rule: Rule): Happening =>
  async (now) => {
    const asker = cast.member(by)
    const may = (question: Question) => mayHold(question, asker)
    must(await changeQuestion(tx, asker, { id, now }, may, (question) => rule(question, now)))
  }

const ON_RUNG = { 1: 'self', 2: 'colleague' } as const

/** Thought of, done, seen; what is still being tried has been seen by nobody. */
function cycle(seed: Seed, id: QuestionId, story: DemoQuestion, rung: 1 | 2): Happening[] {
  const tried = story[ON_RUNG[rung]]
  if (!tried) return []
  const { idea, saw } = tried
  const rules: Rule[] = [(question, now) => write(question, `${rung}.idea`, idea, now)]
  if (saw !== undefined)
    rules.push(
      (question, now) => did(question, rung, true, now),
      (question, now) => write(question, `${rung}.saw`, saw, now),
    )
  return rules.map((rule) => byAsker(seed, id, story, rule))
}

const alone = (seed: Seed, id: QuestionId, story: DemoQuestion): Happening[] => [
  byAsker(seed, id, story, (question, now) => withTopic(question, story.topic, question.asker, now)),
  ...cycle(seed, id, story, 1),
]

const together = (seed: Seed, id: QuestionId, story: DemoQuestion): Happening[] => [
  ...(story.asked ?? []).flatMap((asked) => askColleague(seed, id, story, asked)),
  ...cycle(seed, id, story, 2),
]

/** Asks a colleague, who answers, and the asker sees that; or nobody said anything yet. */
export function askColleague(
  { tx, cast }: Seed,
  id: QuestionId,
  { by }: Pick<DemoQuestion, 'by'>,
  { who, said, words = '' }: DemoAsked,
): Happening[] {
  const [asker, colleague] = [cast.member(by), cast.member(who)]
  const asks: Happening = async (now) =>
    must(await askThem(tx, asker, { id, now, tell: nobody }, [colleague.personId]))
  if (said === 'nothing') return [asks]
  const given = said === 'yes' ? ({ as: 'yes', words, startsAt: null } as const) : ({ as: 'no' } as const)
  const answers: Happening = async (now) => {
    await markRead(tx, colleague, [must(await readQuestion(tx, colleague, id))], now)
    must(await answerAsk(tx, colleague, { id, now, tell: nobody }, given))
  }
  const sees: Happening = async (now) => {
    const question = must(await readQuestion(tx, asker, id))
    await markAnswersSeen(tx, asker, question, await asksOf(tx, asker, question), now)
  }
  return [asks, answers, sees]
}

/** Nothing leaves the demo school. */
const nobody = async () => {}

function withKarin(seed: Seed, id: QuestionId, story: DemoQuestion): Happening[] {
  const { brought, wish } = story
  if (brought === undefined) return []
  const rules: Rule[] = [(question, now) => stepTo(question, 3, now)]
  if (wish !== undefined) rules.push((question, now) => write(question, '3.idea', wish, now))
  return rules.map((rule) => byAsker(seed, id, story, rule))
}

function solved(seed: Seed, id: QuestionId, story: DemoQuestion): Happening[] {
  const { closed } = story
  if (!closed) return []
  const solvedOn: RungNumber = closed.onRung
  return [
    byAsker(seed, id, story, (question, now) => close(question, { solvedOn, helped: closed.helped }, now)),
  ]
}

/** The asker's own track, when the question is tied to it. */
async function tieOf(
  { tx, cast }: Seed,
  planId: PlanId,
  { by, tied }: DemoQuestion,
): Promise<Question['tie']> {
  if (!tied) return null
  const plan = await readPlan(tx, cast.member(by), planId)
  const person: PersonId = cast.people[by]
  const entry = plan?.entries.find(({ kind, personId }) => kind === 'teacher-track' && personId === person)
  return entry ? { planId, entryId: entry.id } : null
}

/** A seed that is refused is a mistake in the demo. */
export function must<Answer>(answer: Answer): Exclude<NonNullable<Answer>, { readonly refused: string }> {
  if (answer === null || answer === undefined || isRefusal(answer))
    throw new Error(`the questions of the demo were refused: ${JSON.stringify(answer)}`)
  return answer as Exclude<NonNullable<Answer>, { readonly refused: string }>
}
