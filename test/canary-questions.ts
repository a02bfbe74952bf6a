import type { Db } from '../app/db/database.ts'
import type { Day, Moment } from '../app/kernel/day.ts'
import type { PeerGroupId, QuestionId } from '../app/kernel/id.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import { makeAppointment } from '../app/office/appointment-store.ts'
import { agreeOn, answerPeers, keepForMyself } from '../app/peer/peer-act-store.ts'
import { startPeers } from '../app/peer/peer-write-store.ts'
import { answerAsk, askThem } from '../app/question/ask-store.ts'
import type { Question, QuestionRefusal } from '../app/question/question.ts'
import { mayHold } from '../app/question/question-may.ts'
import { askQuestion, changeQuestion, throwAway } from '../app/question/question-write-store.ts'
import { close, letIn, stepTo, write } from '../app/question/rung.ts'
import type { Member } from '../app/session/actor.ts'
import { giveAnswer } from '../app/tray/answer-store.ts'
import { replyTo } from '../app/tray/reply-store.ts'
import { NOW_MOMENT } from './cast.ts'

/** Words around questions, and who of the readers may meet them: the circle of each, and nobody by a role alone. */
export const QUESTION_CANARIES = [
  // Wilma asks; Bram helps, Petra could not, Sem was let in. It has not come to Karin.
  { word: 'kanarie-vraagzin', for: ['wilma', 'bram', 'sem'], seenBy: 'bram' },
  { word: 'kanarie-bedacht', for: ['wilma', 'bram', 'sem'], seenBy: 'sem' },
  { word: 'kanarie-hulpzin', for: ['wilma', 'bram'], seenBy: 'wilma' },
  // Anouk's came to Karin, Hanneke thinks along; what Anouk says back is between her and Karin.
  { word: 'kanarie-derde', for: ['anouk', 'karin', 'hanneke'], seenBy: 'karin' },
  { word: 'kanarie-helpzin', for: ['anouk', 'karin', 'hanneke'], seenBy: 'anouk' },
  { word: 'kanarie-zinterug', for: ['anouk', 'karin'], seenBy: 'karin' },
  // Petra solved it by herself; another one was thrown away.
  { word: 'kanarie-hielp', for: ['petra'], seenBy: 'petra' },
  { word: 'kanarie-prullenbak', for: [] },
  // Karin comes to Sem.
  { word: 'kanarie-plek', for: ['karin', 'sem'], seenBy: 'sem' },
  // Bram and Sem learn together; what it brought is of each alone.
  { word: 'kanarie-leerdoel', for: ['bram', 'sem'], seenBy: 'sem' },
  { word: 'kanarie-onderons', for: ['bram', 'sem'], seenBy: 'sem' },
  { word: 'kanarie-brachtmij', for: ['bram'], seenBy: 'bram' },
] as const

type Members = Readonly<Record<'wilma' | 'bram' | 'petra' | 'sem' | 'anouk' | 'hanneke' | 'karin', Member>>
export type PlantedQuestions = {
  readonly questions: readonly QuestionId[]
  readonly peers: readonly PeerGroupId[]
}

const told = { now: NOW_MOMENT, tell: async () => {} }

/** Questions, answers, an appointment and a pair, with words in every place where words can stand. */
export async function plantQuestions(db: Db, members: Members): Promise<PlantedQuestions> {
  const karin: Member = { ...members.karin, roles: ['coordinator'] }
  const questions = [
    await plantWilmas(db, members),
    await plantAnouks(db, members, karin),
    await plantPetras(db, members),
  ]
  const at = { startsAt: '2026-11-26T10:00:00.000Z' as Moment, endsAt: '2026-11-26T10:20:00.000Z' as Moment }
  const coming = { ...at, with: members.sem.personId, place: 'kanarie-plek', about: null }
  good(await makeAppointment(db, karin, coming, told))
  return { questions, peers: [await plantPeers(db, members)] }
}

async function plantWilmas(db: Db, { wilma, bram, petra, sem }: Members) {
  const id = good(await askQuestion(db, wilma, { text: 'kanarie-vraagzin', about: 'group' }, NOW_MOMENT))
  const acting = { id, ...told }
  good(await askThem(db, wilma, acting, [bram.personId, petra.personId]))
  good(await answerAsk(db, bram, acting, { as: 'yes', words: 'kanarie-hulpzin', startsAt: null }))
  good(await answerAsk(db, petra, acting, { as: 'no' }))
  await hold(db, wilma, id, (question) => write(question, '1.idea', 'kanarie-bedacht', NOW_MOMENT))
  await hold(db, wilma, id, (question) => letIn(question, sem.personId, NOW_MOMENT))
  return id
}

async function plantAnouks(db: Db, { anouk, hanneke }: Members, karin: Member) {
  const id = good(await askQuestion(db, anouk, { text: 'kanarie-derde', about: 'lesson' }, NOW_MOMENT))
  const acting = { id, ...told }
  good(await askThem(db, anouk, acting, [hanneke.personId]))
  good(await answerAsk(db, hanneke, acting, { as: 'yes', words: '', startsAt: null }))
  await hold(db, anouk, id, (question) => stepTo(question, 3, NOW_MOMENT))
  const words = { kind: 'yours', words: 'kanarie-helpzin', variant: '' } as const
  const given = { ...words, agreement: null, colleague: null, step: null }
  const answer = good(await giveAnswer(db, karin, id, { given, seen: null, ...told }))
  const no = await replyTo(db, anouk, answer, { as: 'not-yet', words: 'kanarie-zinterug' }, told)
  if (no) throw new Error(`refused: ${JSON.stringify(no)}`)
  return id
}

async function plantPetras(db: Db, { petra }: Members) {
  const gone = good(await askQuestion(db, petra, { text: 'kanarie-prullenbak', about: 'else' }, NOW_MOMENT))
  good(await throwAway(db, petra, gone))
  const id = good(await askQuestion(db, petra, { text: 'Hoe begin ik?', about: 'else' }, NOW_MOMENT))
  const closing = { solvedOn: 1, helped: 'kanarie-hielp' } as const
  await hold(db, petra, id, (question) => close(question, closing, NOW_MOMENT))
  return id
}

async function plantPeers(db: Db, { bram, sem }: Members) {
  const given = {
    aim: 'kanarie-leerdoel',
    topic: null,
    to: '2027-01-29' as Day,
    people: [sem.personId],
  }
  const id = good(await startPeers(db, bram, given, told))
  const at = { id, revision: null, ...told }
  good(await answerPeers(db, sem, at, true))
  good(await agreeOn(db, bram, at, 'kanarie-onderons'))
  good(await keepForMyself(db, bram, at, 'kanarie-brachtmij'))
  return id
}

type Rule = (question: Question) => Question | { readonly refused: QuestionRefusal }

async function hold(db: Db, actor: Member, id: QuestionId, rule: Rule) {
  const may = (question: Question) => mayHold(question, actor)
  good(await changeQuestion(db, actor, { id, now: NOW_MOMENT }, may, rule))
}

function good<Answer>(answer: Answer): Exclude<NonNullable<Answer>, { readonly refused: string }> {
  if (answer === null || answer === undefined || isRefusal(answer))
    throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer as Exclude<NonNullable<Answer>, { readonly refused: string }>
}
