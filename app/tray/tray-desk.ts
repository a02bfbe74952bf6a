import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { PersonId } from '../kernel/id.ts'
import type { Plan } from '../plan/plan.ts'
import { mayReadTexts } from '../plan/plan-may.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { planOfToday, readPlan, readPlans } from '../plan/plan-store.ts'
import { notAgain } from '../question/ask.ts'
import { matchesFor } from '../question/match-desk.ts'
import { becauseWords } from '../question/match-text.ts'
import type { Question } from '../question/question.ts'
import { type AtQuestions, atQuestions } from '../question/question-desk.ts'
import { questionsWithCoordinators } from '../question/question-store.ts'
import type { Topic, TopicKey } from '../school/topic.ts'
import { topicsOf } from '../school/topic-store.ts'
import { topicNames } from '../school/topic-text.ts'
import type { OnDesk } from '../session/desk.ts'
import type { Slot } from '../visit/offer.ts'
import { agreementsOf, fitting, isAgreed, stepPlaces } from './agreement.ts'
import { ANSWER_KINDS, type AnswerKind, kindsNotYet } from './answer.ts'
import type { AnswerChoices, Ready } from './answer-form.ts'
import { mayAnswer, mayOpenTray } from './answer-may.ts'
import { lastVariants } from './answer-store.ts'
import { backCounts, backWords } from './back-text.ts'
import {
  ASK,
  another,
  backFor,
  backIn,
  COME,
  type Facts,
  factsOf,
  GOAL,
  likelyAnswer,
  openingIn,
  openingsFor,
  TRACK,
  yoursVariant,
} from './sentence.ts'
import { sentenceText } from './sentence-text.ts'
import type { Lying } from './tray.ts'
import type { AnswerSheet, Proposable } from './tray-sheet.ts'
import { lyingQuestion } from './tray-store.ts'

/** What every piece of the tray is drawn from, for one coordinator. */
export type AtTray = AtQuestions & {
  /** The plan of today as this reader may see it; null: there is none. */
  readonly plan: Plan | null
  readonly topics: readonly Topic[]
  readonly topicName: (key: TopicKey) => string
}

/** For who does not coordinate there is no tray. */
export async function trayAt(c: Context<OnDesk>): Promise<AtTray> {
  const at = await atQuestions(c)
  const { desk, reader } = at
  if (!mayOpenTray(reader.actor).may) throw new HTTPException(404)
  const id = await planOfToday(desk.db, reader.actor, desk.today)
  const plan = id && (await readPlan(desk.db, reader.actor, id))
  const topics = await topicsOf(desk.db, reader.actor)
  const names = topicNames(topics, reader.language)
  return {
    ...at,
    plan: plan && sightOf(plan, reader.actor),
    topics,
    topicName: (key) => names.get(key) ?? '',
  }
}

/** Somebody's first name, as one speaks to them. */
export const firstName = (name: string) => name.split(' ')[0] ?? ''

type Opening = {
  /** Free turns of the own office hours. */
  readonly turns: readonly Slot[]
  /** Somebody looks for a question to lay it together with. */
  readonly joins?: boolean
}

export async function answerSheet(
  at: AtTray,
  lying: Lying,
  { turns, joins = false }: Opening,
): Promise<AnswerSheet> {
  const { reader, eyes, plan } = at
  const { question } = lying
  const name = firstName(eyes.nameOf(question.asker))
  const other = await otherOf(at, lying)
  const facts = factsOf(question, other ? '' : name, (id) => firstName(eyes.nameOf(id)))
  const colleagues = await proposable(at, question)
  const places = stepPlaces(plan, question, at.roster, (entry) => mayReadTexts(reader.actor, entry).may)
  const askedColleague = question.asks.length > 0
  const agreed = await agreedPlan(at)
  return {
    lying,
    name,
    facts,
    colleagues,
    places,
    agreements: agreementsOf(agreed, agreed === plan ? null : agreed?.schoolYear),
    fits: fitting(agreed, question, at.topics, plan),
    turns,
    step: stepWords(question, reader.language),
    likely: likelyAnswer({
      isHeavy: question.heavyAt !== null,
      hasTrack: question.tie !== null && places[0]?.entry.id === question.tie.entryId,
      askedColleague,
      hasMatch: colleagues[0]?.because != null,
      notYet: kindsNotYet(lying.answers),
    }),
    ready: await readyFor(at, question, facts),
    other,
    joinable: joins ? await joinableWith(at, question) : null,
  }
}

/** The plan of today once it is adopted; until then the one before it that is, so that agreements hold all year. */
async function agreedPlan({ desk, reader, plan }: AtTray): Promise<Plan | null> {
  if (plan === null || isAgreed(plan.phase)) return plan
  const earlier = (await readPlans(desk.db, reader.actor)).find(
    ({ schoolYear, phase }) => schoolYear < plan.schoolYear && isAgreed(phase),
  )
  const found = earlier ? await readPlan(desk.db, reader.actor, earlier.id) : null
  return found && sightOf(found, reader.actor)
}

const MOST_JOINABLE = 60

async function otherOf({ desk, reader }: AtTray, { join, question }: Lying): Promise<Question | null> {
  if (join === null) return null
  const id = join.one.question === question.id ? join.other.question : join.one.question
  return (await lyingQuestion(desk.db, reader.actor, id))?.question ?? null
}

async function joinableWith({ desk, reader }: AtTray, question: Question): Promise<readonly Question[]> {
  const all = await questionsWithCoordinators(desk.db, reader.actor, { limit: MOST_JOINABLE, offset: 0 })
  const alike = (one: Question) => Number(one.topic !== null && one.topic.key === question.topic?.key)
  return all
    .filter((one) => one.asker !== question.asker && mayAnswer(one, reader.actor).may)
    .sort((one, other) => alike(other) - alike(one))
}

/** Colleagues to propose: first who is offered with why, then all others by name; never who was asked for this. */
async function proposable(at: AtTray, question: Question): Promise<Proposable[]> {
  const { desk, reader, eyes, roster } = at
  const matches = await matchesFor(desk.db, reader.actor, question, { now: desk.now, today: desk.today })
  const words = { language: reader.language, today: desk.today, topicName: at.topicName }
  const asked = notAgain(question.asks)
  const offered = matches
    .filter(({ person }) => person !== reader.actor.personId)
    .map((one): Proposable => {
      const name = firstName(eyes.nameOf(one.person))
      return { id: one.person, name, because: becauseWords(one, name, words) }
    })
  const known = new Set<PersonId>([
    question.asker,
    reader.actor.personId,
    ...asked,
    ...offered.map(({ id }) => id),
  ])
  const others = roster.people
    .filter(({ id, hasLeft }) => !hasLeft && !known.has(id))
    .map(({ id, name }): Proposable => ({ id, name: firstName(name), because: null }))
  return [...offered, ...others]
}

const STEPS = ['0', '1', '2'] as const
const stepWords = ({ id }: Question, language: AtTray['reader']['language']) =>
  sentenceText(language).step[Number(another(STEPS, [], id))] ?? ''

/** The sentences that stand ready: another than this coordinator sent last. */
async function readyFor(at: AtTray, question: Question, facts: Facts): Promise<AnswerChoices['ready']> {
  const { desk, reader } = at
  const past = await desk.db.read(reader.actor, (sql) =>
    lastVariants(sql, reader.actor, reader.actor.personId),
  )
  const of = (kind: AnswerKind) => past.get(kind) ?? []
  const text = sentenceText(reader.language)
  const openings = of('yours').map(openingIn)
  const opening = another(openingsFor(facts), openings, question.id)
  const back = backFor(facts, backCounts(), of('yours').map(backIn), question.id)
  const ask = another(ASK, of('ask'), question.id)
  const come = another(COME, of('come'), question.id)
  const track = another(TRACK, of('track'), question.id)
  const goal = another(GOAL, of('track'), question.id)
  return (kind, colleague, isOwnTrack): Ready => {
    if (kind === 'ask') return { words: text.ask[ask](facts, colleague), variant: ask }
    if (kind === 'come') return { words: text.come[come](facts), variant: come }
    if (kind === 'track') {
      const variant = isOwnTrack ? track : goal
      return { words: text.track[variant](facts), variant }
    }
    return {
      words: `${text.yours[opening](facts)} ${backWords(back, reader.language)}`,
      variant: yoursVariant(opening, back),
    }
  }
}

/** What the form of an answer could choose from, to read it back. */
export const choicesOf = (at: AtTray, sheet: AnswerSheet): AnswerChoices => ({
  colleagues: sheet.colleagues,
  places: sheet.places,
  planId: at.plan?.id ?? null,
  agreements: sheet.agreements,
  turns: sheet.turns,
  ready: sheet.ready,
})

/** Two who are answered together get the same sentence: what needs one moment or one track does not fit then. */
export const kindsFor = ({ other }: AnswerSheet): readonly AnswerKind[] =>
  other === null ? ANSWER_KINDS : ['yours', 'ask']
