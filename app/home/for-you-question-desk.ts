import { dayOf } from '../kernel/day.ts'
import { daysBetween } from '../kernel/days.ts'
import type { PersonId } from '../kernel/id.ts'
import { textsAsked } from '../pattern/pattern-text-store.ts'
import { askAnswers, asksWaiting } from '../question/ask-waiting-store.ts'
import { partOf, type Question } from '../question/question.ts'
import { questionsOf } from '../question/question-store.ts'
import { answersForMe } from '../tray/answer-store.ts'
import { joinsForMe } from '../tray/join-store.ts'
import { trayCount } from '../tray/tray-store.ts'
import type { RoomAsk } from './for-you.ts'
import type { Eyes, ForYouWho } from './for-you-line-desk.ts'
import { forYouQuestionText } from './for-you-question-text.ts'

type NameOf = (person: PersonId | null) => string

/** The first name of a colleague; '' for who is no longer known. */
export const namesFrom =
  (d: Eyes): NameOf =>
  (person) =>
    ((person && d.lookup.people.get(person)?.name) || '').split(' ')[0] ?? ''

/** What colleagues ask of this person, what was said back on questions of their own, and what these wait for. */
export async function ofQuestions(at: ForYouWho, d: Eyes): Promise<RoomAsk[]> {
  const nameOf = namesFrom(d)
  return [
    ...(await asked(at, nameOf)),
    ...(await said(at, nameOf)),
    ...(await answered(at, nameOf)),
    ...(await inTheTray(at)),
    ...(await consent(at)),
    ...(await ofCircle(at, nameOf)),
  ]
}

async function asked({ desk, reader }: ForYouWho, nameOf: NameOf): Promise<RoomAsk[]> {
  const text = forYouQuestionText(reader.language).asked
  const waiting = await asksWaiting(desk.db, reader.actor)
  return waiting.map(({ id, question, asker }) => ({
    key: `question-asked:${id}`,
    title: nameOf(asker) ? text.title(nameOf(asker)) : text.someone,
    note: text.note,
    act: text.act,
    href: `/questions/${question}/answer`,
    letter: 'questions',
  }))
}

async function said({ desk, reader }: ForYouWho, nameOf: NameOf): Promise<RoomAsk[]> {
  const text = forYouQuestionText(reader.language).said
  const answers = await askAnswers(desk.db, reader.actor)
  return answers.map(({ id, question, colleague, state, answeredAt }) => ({
    key: `question-said:${id}:${answeredAt}`,
    title: nameOf(colleague) ? text[state](nameOf(colleague)) : text.someone,
    note: text.note[state],
    act: text.act,
    href: `/questions/${question}#ask`,
    letter: 'questions',
  }))
}

/** The coordinator's answers, and whether a colleague with a question like it may know of this one. */
async function answered({ desk, reader }: ForYouWho, nameOf: NameOf): Promise<RoomAsk[]> {
  const text = forYouQuestionText(reader.language)
  const answers = await answersForMe(desk.db, reader.actor)
  const joins = await joinsForMe(desk.db, reader.actor)
  return [
    ...answers.map(({ questionId, answerId, by }) => ({
      key: `question-answer:${answerId}`,
      title: nameOf(by) ? text.answer.title(nameOf(by)) : text.answer.someone,
      note: text.answer.note,
      act: text.answer.act,
      href: `/questions/${questionId}#answers`,
      letter: 'questions' as const,
    })),
    ...joins.map(({ questionId, joinId, by }) => ({
      key: `question-join:${joinId}`,
      title: nameOf(by) ? text.join.title(nameOf(by)) : text.join.someone,
      note: text.join.note,
      act: text.join.act,
      href: `/questions/${questionId}#answers`,
      letter: 'questions' as const,
    })),
  ]
}

/** For coordinators, one line whatever the number; another key only when a new one came. */
async function inTheTray({ desk, reader }: ForYouWho): Promise<RoomAsk[]> {
  const { waiting, newestSince } = await trayCount(desk.db, reader.actor)
  if (waiting === 0) return []
  const text = forYouQuestionText(reader.language).tray
  const title = waiting === 1 ? text.one : text.more(String(waiting))
  const key = `tray:${newestSince ?? ''}`
  return [{ key, title, note: text.note, act: text.act, href: '/questions/tray', letter: 'questions' }]
}

/** Whether one's sentence may stand with a pattern: asked once, and leaving it is fine. */
async function consent({ desk, reader }: ForYouWho): Promise<RoomAsk[]> {
  const text = forYouQuestionText(reader.language).consent
  const open = await textsAsked(desk.db, reader.actor, desk.now)
  return open.map(({ questionId }) => ({
    key: `question-consent:${questionId}`,
    title: text.title,
    note: text.note,
    act: text.act,
    href: '/questions/together#jouw-zin',
    letter: 'questions',
  }))
}

/** In days: so long something is tried before the product asks about it. */
const A_WEEK = 7
const TWO_WEEKS = 14

async function ofCircle(at: ForYouWho, nameOf: NameOf): Promise<RoomAsk[]> {
  const me = at.reader.actor.personId
  const all = await questionsOf(at.desk.db, at.reader.actor)
  const mine = all.filter(({ asker }) => asker === me)
  return [...letIn(at, all, nameOf), ...ownQuestion(at, mine)]
}

/** Who lets this person read along: a quiet line for a week, of questions that run. By mail a letter told it at once. */
function letIn({ desk, reader }: ForYouWho, all: readonly Question[], nameOf: NameOf): RoomAsk[] {
  const text = forYouQuestionText(reader.language).letIn
  const me = reader.actor.personId
  return all.flatMap((question): RoomAsk[] => {
    const entered = question.letIn.find(({ personId }) => personId === me)
    if (!entered || question.closed !== null || partOf(question, me) !== 'let-in') return []
    if (daysBetween(dayOf(new Date(entered.at)), desk.today) > A_WEEK) return []
    const title = nameOf(question.asker) ? text.title(nameOf(question.asker)) : text.someone
    const { note, act } = text
    const key = `question-let-in:${question.id}:${entered.at}`
    return [{ key, title, note, act, href: `/questions/${question.id}`, letter: null, own: true }]
  })
}

/** At most one line about a question of one's own, on Vandaag alone: what is tried and not seen yet, or its topic. */
function ownQuestion({ desk, reader }: ForYouWho, mine: readonly Question[]): RoomAsk[] {
  const ageOf = ({ changedAt }: Question) => daysBetween(dayOf(new Date(changedAt)), desk.today)
  const text = forYouQuestionText(reader.language)
  const tried = mine.find((one) => isTried(one) && ageOf(one) >= A_WEEK)
  if (tried) return [ownLine(tried, 'look', text.look)]
  const open = mine.find((one) => one.topic === null && one.closed !== null && ageOf(one) <= TWO_WEEKS)
  return open ? [ownLine(open, 'topic', text.topic)] : []
}

/** Something was thought of, and nothing seen yet, on the rung where it stands; what lies with Karin waits for her. */
function isTried({ closed, rung, rungs, heavyAt }: Question): boolean {
  const here = rungs.find((one) => one.rung === rung)
  if (closed !== null || rung === 3 || heavyAt !== null || !here) return false
  return here.idea.text !== '' && here.saw.text === ''
}

type OwnWords = { readonly title: string; readonly note: string; readonly act: string }

const ownLine = ({ id, revision }: Question, what: string, words: OwnWords): RoomAsk => ({
  ...words,
  key: `question-${what}:${id}:${revision}`,
  href: `/questions/${id}`,
  letter: null,
  own: true,
})
