import type { Context } from 'hono'
import { parseId, type QuestionId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Sending } from '../meeting/letters-desk.ts'
import type { AppointmentRefusal } from '../office/appointment.ts'
import { cancelAppointment, makeAppointment, readAppointment } from '../office/appointment-store.ts'
import { tellAppointmentsBy } from '../office/letter-desk.ts'
import { officeNo } from '../office/office-no-text.ts'
import { freeSlots } from '../office/slot-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { originForMember } from '../session/origin.ts'
import type { OfferRefusal, Slot } from '../visit/offer.ts'
import { visitNo } from '../visit/visit-no-text.ts'
import type { AnswerRefusal } from './answer.ts'
import { type AnswerFields, type ParsedAnswer, parseAnswer } from './answer-form.ts'
import { tellAnswerBy } from './answer-letter-desk.ts'
import type { TrayBecause } from './answer-may.ts'
import { type CallOff, giveAnswer, type MakeMoment, takeBackAnswer } from './answer-store.ts'
import { answerText } from './answer-text.ts'
import type { JoinRefusal } from './join.ts'
import { endJoin, joinQuestions } from './join-store.ts'
import { parseSmallAsk, type SmallAskRefusal } from './small-ask.ts'
import { logSmall, undoSmall } from './small-ask-store.ts'
import { takeQuestion } from './take-store.ts'
import { type AtTray, answerSheet, choicesOf, kindsFor } from './tray-desk.ts'
import type { AnswerSheet } from './tray-sheet.ts'
import { lyingQuestion } from './tray-store.ts'

/** What an act did: where the page goes, with what it says there. */
export type TrayDone = { readonly to: string }
export type TrayNo =
  | Refusal<AnswerRefusal | JoinRefusal | SmallAskRefusal | OfferRefusal | AppointmentRefusal>
  | { readonly refused: 'may-not'; readonly because?: TrayBecause }

export type Acting = AtTray & { readonly sending: Sending; readonly form: AnswerFields }

export function sendingFor(c: Context<OnDesk>, { desk, reader }: Pick<AtTray, 'desk' | 'reader'>): Sending {
  const origin = originForMember(desk.house.baseUrl, c.req.header('host'))
  return { actor: reader.actor, now: desk.now, origin, from: desk.house.mailFrom }
}

type Act = (at: Acting) => Promise<TrayDone | TrayNo>

/** Every act of the tray, by its name in the form. */
export const TRAY_ACTS: Readonly<Record<string, Act>> = {
  answer,
  take: (at) => take(at, true),
  leave: (at) => take(at, false),
  join,
  apart,
  'take-back': takeBack,
  small,
  'undo-small': undo,
}

const questionIn = ({ form }: Acting): QuestionId | null => parseId<'question'>(form['question'])
const done = (key: string, rest = '') => ({ to: `/questions/tray?done=${key}${rest}` })

async function answer(at: Acting): Promise<TrayDone | TrayNo> {
  const id = questionIn(at)
  const lying = id && (await lyingQuestion(at.desk.db, at.reader.actor, id))
  if (!lying) return refuse('question-gone')
  const own = { with: at.reader.actor.personId, now: at.desk.now }
  const turns = at.form['kind'] === 'come' ? await freeSlots(at.desk.db, at.reader.actor, own) : []
  const sheet = await answerSheet(at, lying, { turns })
  const parsed = parseAnswer(at.form, choicesOf(at, sheet), at.desk.now)
  if (isRefusal(parsed)) return parsed
  if (!kindsFor(sheet).includes(parsed.given.kind)) return refuse('kind-missing', 'kind')
  const sent = await send(at, sheet, parsed)
  if (isRefusal(sent)) return sent
  return sheet.other ? done('both', '#jij') : done('answered', `&to=${lying.question.asker}#jij`)
}

/** To one asker, or to both of two who are answered together: all of it or nothing. */
function send(at: Acting, { lying, other }: AnswerSheet, { given, slot }: ParsedAnswer) {
  const { desk, reader, sending, form } = at
  const giving = {
    given,
    seen: parseId<'answer'>(form['seen']),
    ...(slot && { moment: momentFor(at, lying.question, slot) }),
    now: desk.now,
    tell: tellAnswerBy(sending),
  }
  return desk.db.write<null | TrayNo>(reader.actor, async (_, tx) => {
    // Always in one order: two coordinators who answer the same two do not wait for each other.
    if (other) for (const id of [lying.question.id, other.id].sort()) await tx.hold(id)
    const first = await giveAnswer<AppointmentRefusal | 'may-not'>(
      tx,
      reader.actor,
      lying.question.id,
      giving,
    )
    if (isRefusal(first)) return first
    if (other === null) return null
    const there = await lyingQuestion(tx, reader.actor, other.id)
    const seen = there?.answers.at(-1)?.id ?? null
    const second = await giveAnswer(tx, reader.actor, other.id, { ...giving, seen })
    return isRefusal(second) ? second : null
  })
}

/** The appointment of 'I come', with letters and calendar of its own. */
const momentFor =
  (
    { reader, sending }: Acting,
    { asker, id }: { asker: AnswerSheet['lying']['question']['asker']; id: QuestionId },
    slot: Slot,
  ): MakeMoment<AppointmentRefusal | 'may-not'> =>
  (tx) =>
    makeAppointment(
      tx,
      reader.actor,
      { ...slot, with: asker, place: '', about: id },
      { now: sending.now, tell: tellAppointmentsBy(sending) },
    )

async function take(at: Acting, isTaken: boolean): Promise<TrayDone | TrayNo> {
  const id = questionIn(at)
  if (id === null) return refuse('question-gone')
  const no = await takeQuestion(at.desk.db, at.reader.actor, id, { isTaken, now: at.desk.now })
  return no ?? done(isTaken ? 'taken' : 'left', `#vraag-${id}`)
}

async function join(at: Acting): Promise<TrayDone | TrayNo> {
  const id = questionIn(at)
  const other = parseId<'question'>(at.form['other'])
  if (id === null) return refuse('question-gone')
  if (other === null) return refuse('other-missing', 'other')
  const made = await joinQuestions(at.desk.db, at.reader.actor, { one: id, other }, at.desk.now)
  return isRefusal(made) ? made : done('joined', `&open=${id}#vraag-${id}`)
}

async function apart(at: Acting): Promise<TrayDone | TrayNo> {
  const id = questionIn(at)
  const joinId = parseId<'question-join'>(at.form['join'])
  const lying = id && (await lyingQuestion(at.desk.db, at.reader.actor, id))
  if (!lying || joinId === null) return refuse('join-gone')
  const no = await endJoin(at.desk.db, at.reader.actor, joinId, lying.question, at.desk.now)
  return no ?? done('apart', `&open=${lying.question.id}#vraag-${lying.question.id}`)
}

async function takeBack(at: Acting): Promise<TrayDone | TrayNo> {
  const id = parseId<'answer'>(at.form['answer'])
  if (id === null) return refuse('answer-gone')
  const no = await takeBackAnswer(at.desk.db, at.reader.actor, id, {
    now: at.desk.now,
    callOff: callOffFor(at),
  })
  return no ?? done('taken-back')
}

/** A visit that is called off by somebody meanwhile, or that has been, stays as it is. */
const callOffFor =
  ({ reader, sending }: Acting): CallOff =>
  async (tx, id) => {
    const there = await readAppointment(tx, reader.actor, id)
    if (!there) return null
    const at = { id, revision: there.revision, now: sending.now, tell: tellAppointmentsBy(sending) }
    return cancelAppointment(tx, reader.actor, at)
  }

async function small(at: Acting): Promise<TrayDone | TrayNo> {
  const given = parseSmallAsk(at.form['small'], at.form['said'])
  if (isRefusal(given)) return given
  const once = /^[\w-]{1,40}$/.exec(at.form['once'] ?? '')?.[0] ?? crypto.randomUUID()
  const { db, today: day, now } = at.desk
  const id = await logSmall(db, at.reader.actor, { ...given, day, once, now })
  return isRefusal(id) ? id : done('small', `&small=${id}#tussendoor`)
}

async function undo(at: Acting): Promise<TrayDone | TrayNo> {
  const id = parseId<'small-ask'>(at.form['small'])
  const no = id === null ? refuse('small-gone') : await undoSmall(at.desk.db, at.reader.actor, id)
  return no ?? done('undone', '#tussendoor')
}

/** Why something was not done, in words. */
export function trayNoWords(no: TrayNo, language: AtTray['reader']['language']): string {
  const text = answerText(language)
  if (no.refused === 'may-not')
    return no.because ? text.because[no.because] : officeNo({ refused: 'may-not' }, language)
  if (Object.hasOwn(text.refusal, no.refused)) return text.refusal[no.refused as keyof typeof text.refusal]
  return OFFERS.has(no.refused)
    ? visitNo(no as Refusal<OfferRefusal>, language)
    : officeNo(no as Refusal<AppointmentRefusal>, language)
}

const OFFERS = new Set<string>(['time-unknown', 'time-past', 'too-far', 'length-unknown', 'no-school-hours'])
