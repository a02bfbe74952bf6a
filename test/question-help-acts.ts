import type { PersonId, QuestionId } from '../app/kernel/id.ts'
import { bookSlot, makeAppointment } from '../app/office/appointment-store.ts'
import { tellAppointmentsBy } from '../app/office/letter-desk.ts'
import { freeSlots } from '../app/office/slot-store.ts'
import { tellHeavyBy } from '../app/question/heavy-letter-desk.ts'
import { callHeavy, cameHeavy, handOnHeavy, takeBackHeavy } from '../app/question/heavy-store.ts'
import { ANSWER_KINDS, REPLIES } from '../app/tray/answer.ts'
import { tellAnswerBy } from '../app/tray/answer-letter-desk.ts'
import { answersTo, giveAnswer } from '../app/tray/answer-store.ts'
import { joinQuestions, joinsForMe, sayJoin } from '../app/tray/join-store.ts'
import { replyTo } from '../app/tray/reply-store.ts'
import type { Known } from './question-history.ts'
import {
  change,
  freshWord,
  isRunning,
  type Life,
  note,
  pick,
  readNow,
  type Scene,
  sending,
  wentThrough,
} from './question-life.ts'

/** Calls for help, answers, joining and office hours, as they happen in a history. */

export async function heavy(scene: Scene): Promise<void> {
  const { life, actor, known, act, now, who } = scene
  const question = act.doing === 'heavy' ? known.id : null
  const there = life.calls.get(who)
  const tell = tellHeavyBy(sending(scene))
  const to = act.turn % 3 === 0 ? life.cast.people.paul : null
  const id = await callHeavy(life.db, actor, { question, to }, { now, tell })
  if (typeof id !== 'string') return
  note(scene, there === undefined || there.id === id)
  if (there) return
  const opens = question !== null && who === known.asker && isRunning(known)
  life.calls.set(who, { id, question: opens ? known.id : null })
  if (opens) change(life, known.id, { isHeavy: true })
}

export async function endCall(scene: Scene): Promise<void> {
  const { life, actor, act, now, who, known } = scene
  const whose = act.doing === 'take-heavy-back' ? who : (pick([...life.calls.keys()], act.whom) ?? who)
  const call = life.calls.get(whose)
  if (!call) return
  const at = { id: call.id, now, tell: tellHeavyBy(sending(scene)) }
  const end = act.doing === 'take-heavy-back' ? takeBackHeavy : cameHeavy
  if (!wentThrough(await end(life.db, actor, at))) return
  note(scene, who === whose || who === 'karin' || who === 'paul')
  life.calls.delete(whose)
  const question = life.questions.find(({ id }) => id === call.question)
  if (act.doing === 'take-heavy-back' && question) change(life, question.id, { isHeavy: false })
  return void known
}

export async function handOn(scene: Scene): Promise<void> {
  const { life, actor, act, now, who } = scene
  const call = pick([...life.calls.values()], act.whom)
  if (!call) return
  const at = { id: call.id, now, tell: tellHeavyBy(sending(scene)) }
  if (wentThrough(await handOnHeavy(life.db, actor, at, life.cast.people.paul))) note(scene, who === 'karin')
}

/** Whether it has come to the coordinator. */
export const isWithKarin = ({ rung, isHeavy }: Known<QuestionId>) => rung === 3 || isHeavy

/** One of the four answers, with what belongs to it. */
export async function answer(scene: Scene): Promise<void> {
  const { life, actor, known, act, now, who, other } = scene
  const question = await readNow({ ...scene, actor: life.cast.member('karin') })
  const seen = question
    ? ((await answersTo(life.db, life.cast.member('karin'), question)).at(-1)?.id ?? null)
    : null
  const kind = ANSWER_KINDS[act.turn % ANSWER_KINDS.length] ?? 'yours'
  const colleague: PersonId | null = kind === 'ask' ? life.cast.people[other] : null
  const words = `Wat zou ${freshWord(life, known.id)} doen?`
  const given = { kind, words, variant: '', agreement: null, colleague, step: null }
  const [slot] = await freeSlots(life.db, actor, { with: life.cast.people.karin, now })
  const coming = slot && { ...slot, with: life.cast.people[known.asker], about: known.id }
  const moment =
    kind === 'come' && coming
      ? {
          moment: (tx: Life['db']) =>
            makeAppointment(tx, actor, coming, { now, tell: tellAppointmentsBy(sending(scene)) }),
        }
      : {}
  const made = await giveAnswer(life.db, actor, known.id, {
    given,
    seen,
    now,
    tell: tellAnswerBy(sending(scene)),
    ...moment,
  })
  if (wentThrough(made))
    note(scene, who === 'karin' && known.asker !== 'karin' && isWithKarin(known) && isRunning(known))
}

export async function reply(scene: Scene): Promise<void> {
  const { life, actor, known, act, now, who } = scene
  const question = await readNow({ ...scene, actor: life.cast.member(known.asker) })
  const last = question && (await answersTo(life.db, life.cast.member(known.asker), question)).at(-1)
  if (!last) return
  const as = REPLIES[act.turn % REPLIES.length] ?? 'thanks'
  const said = { as, words: freshWord(life, known.id) }
  const no = await replyTo(life.db, actor, last.id, said, { now, tell: tellAnswerBy(sending(scene)) })
  if (no === null) note(scene, who === known.asker)
}

export async function join(scene: Scene): Promise<void> {
  const { life, actor, known, act, now, who } = scene
  const second = pick(
    life.questions.filter(({ id, is }) => id !== known.id && is === 'running'),
    act.whom,
  )
  if (!second) return
  const made = await joinQuestions(life.db, actor, { one: known.id, other: second.id }, now)
  if (wentThrough(made)) note(scene, who === 'karin' && isWithKarin(known) && isWithKarin(second))
}

export async function sayToJoin(scene: Scene): Promise<void> {
  const { life, actor, act, now, known, who } = scene
  const [open] = await joinsForMe(life.db, life.cast.member(known.asker))
  if (!open) return
  const said = act.turn % 2 === 0 ? 'yes' : 'no'
  const no = await sayJoin(life.db, actor, open.joinId, { question: open.questionId, said }, now)
  if (no === null) note(scene, who === known.asker)
}

export async function book(scene: Scene): Promise<void> {
  const { life, actor, known, act, now, who } = scene
  const free = await freeSlots(life.db, actor, { with: life.cast.people.karin, now })
  const slot = pick(free, act.turn)
  if (!slot) return
  const given = { with: slot.host, startsAt: slot.startsAt, about: known.id }
  const made = await bookSlot(life.db, actor, given, { now, tell: tellAppointmentsBy(sending(scene)) })
  if (wentThrough(made)) note(scene, who !== 'karin')
}
