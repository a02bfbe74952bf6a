import type { AmendmentNo } from '../adoption/adoption-no.ts'
import { amendmentSentence } from '../adoption/amendment-desk.ts'
import { planningSentence } from '../agenda/meeting-trouble-view.ts'
import type { Day } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { parseSchoolYear } from '../kernel/school-year.ts'
import type { PlanningNo } from '../meeting/meeting-plan.ts'
import { topicKeyOf } from '../school/topic.ts'
import type { Reader } from '../session/actor.ts'
import { putOnAgenda } from './agenda-store.ts'
import { type GoalNo, makeGoal } from './goal-store.ts'
import type { WhichPattern } from './pattern.ts'
import { patternActText } from './pattern-act-text.ts'
import type { AtPatterns } from './pattern-desk.ts'
import { keepForNext, letRest } from './pattern-store.ts'
import { patternText } from './pattern-text.ts'
import { answerText, askTexts } from './pattern-text-store.ts'
import type { PatternCard } from './scene.ts'
import { isSameTerm, TERMS } from './term.ts'

type Fields = Readonly<Record<string, string | undefined>>
/** Where the page goes on: what was done, and with a goal which one. */
export type Did = { readonly done: string; readonly goal?: string }
export type PatternsNo = GoalNo | PlanningNo
type Act = (at: AtPatterns, which: WhichPattern, form: Fields) => Promise<Did | PatternsNo>

/** The pattern that a form names; null for what can't be one. */
function whichOf(form: Fields): WhichPattern | null {
  const topic = topicKeyOf(form['topic'] ?? null)
  const year = parseSchoolYear(form['year'])
  const term = TERMS.find((number) => String(number) === form['term'])
  return topic && year && term ? { topic, year, term } : null
}

const did = async (result: Promise<unknown>, done: string): Promise<Did | PatternsNo> => {
  const answer = await result
  return isRefusal(answer) ? (answer as PatternsNo) : { done }
}

const goal: Act = async ({ desk, reader, sheet }, which, form) => {
  const planId = parseId<'plan'>(form['plan'])
  if (planId === null) return refuse('no-place')
  const words = (card: PatternCard) => goalWords(card, desk.today, sheet)
  const made = await makeGoal(desk.db, reader.actor, which, { planId, words }, desk.now)
  if (isRefusal(made)) return made
  return made.entryId
    ? { done: 'goal', goal: made.entryId }
    : { done: 'proposed', goal: made.amendmentId ?? '' }
}

type Named = Pick<AtPatterns['sheet'], 'language' | 'nameOf' | 'scene'>

/** When a pattern came up, as the plan and an agenda say it. */
const whenOf = ({ term }: PatternCard, { language, scene }: Named) =>
  patternText(language)[isSameTerm(term, scene.term) ? 'since' : 'between'][term.number]

/** Theme and number, nothing of what anybody wrote. */
function goalWords(card: PatternCard, today: Day, named: Named) {
  const { goal: text } = patternActText(named.language)
  const topic = named.nameOf(card.count.topic)
  return {
    title: text.title(topic),
    situation: text.situation(card.count.number, topic, whenOf(card, named), today),
  }
}

const agenda: Act = async ({ desk, reader, sheet }, which, form) => {
  const meetingId = parseId<'meeting'>(form['meeting'])
  if (meetingId === null) return refuse('meeting-gone')
  const { point } = patternActText(reader.language)
  const words = (card: PatternCard) => ({
    title: point.title(card.count.number, sheet.nameOf(card.count.topic)),
    text: point.text(whenOf(card, sheet)),
  })
  return did(putOnAgenda(desk.db, reader.actor, which, { meetingId, words }, desk.now), 'agenda')
}

const ACTS: Readonly<Record<string, Act>> = {
  goal,
  agenda,
  rest: ({ desk, reader }, which) => did(letRest(desk.db, reader.actor, which, true, desk.now), 'rest'),
  unrest: ({ desk, reader }, which) => did(letRest(desk.db, reader.actor, which, false, desk.now), 'back'),
  keep: ({ desk, reader }, which) => did(keepForNext(desk.db, reader.actor, which, true, desk.now), 'kept'),
  unkeep: ({ desk, reader }, which) =>
    did(keepForNext(desk.db, reader.actor, which, false, desk.now), 'unkept'),
  texts: ({ desk, reader }, which) => did(askTexts(desk.db, reader.actor, which, desk.now), 'asked'),
}

/** Does what a form on the page of patterns asks; null for what is no act. */
export async function actOnPatterns(at: AtPatterns, form: Fields): Promise<Did | PatternsNo | null> {
  const act = form['act'] ?? ''
  if (act === 'yes' || act === 'no') return answer(at, act, form)
  const [asked, which] = [Object.hasOwn(ACTS, act) ? ACTS[act] : undefined, whichOf(form)]
  if (!asked) return null
  return which === null ? refuse('pattern-gone') : asked(at, which, form)
}

function answer({ desk, reader }: AtPatterns, said: 'yes' | 'no', form: Fields): Promise<Did | PatternsNo> {
  const id = parseId<'question'>(form['question'])
  if (id === null) return Promise.resolve(refuse('text-gone'))
  return did(answerText(desk.db, reader.actor, id, said, desk.now), said)
}

/** The sentence for every way in which an act on a pattern says no: its own, else the plan's, else the meeting's. */
export function patternsSentence(no: PatternsNo, reader: Reader): string {
  const { refusal, because } = patternActText(reader.language)
  const own: Partial<Record<string, string>> = no.refused === 'may-not' ? because : refusal
  const key = no.refused === 'may-not' ? no.because : no.refused
  return (
    own[key] ??
    (amendmentSentence(no as AmendmentNo, reader) || planningSentence(no as PlanningNo, reader.language))
  )
}
