import type { Child } from 'hono/jsx'
import { parseDay } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/refusal.ts'
import { isWithin, schoolYearOf } from '../kernel/school-year.ts'
import type { Sending } from '../meeting/letters-desk.ts'
import { appointmentsAbout } from '../office/appointment-store.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { aboutOf, lookupOf } from '../plan/plan-sheet.ts'
import { readPlan } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { AtQuestion } from '../question/question-slot-desk.ts'
import { lineOf } from '../school/line.ts'
import { LONGEST_STEP, type StepRefusal } from '../step/step.ts'
import type { StepNo } from '../step/step-may.ts'
import { stepText } from '../step/step-text.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { type Answer, type AnswerRefusal, parseReply } from './answer.ts'
import type { AnswerFields } from './answer-form.ts'
import { tellAnswerBy } from './answer-letter-desk.ts'
import { mayAnswer, mayReply } from './answer-may.ts'
import { type AnswerNo, answersTo } from './answer-store.ts'
import { answerText } from './answer-text.ts'
import { type AnswersSheet, AnswersView } from './answers-view.tsx'
import { isSaid } from './join.ts'
import { type JoinNo, joinOfMine, sayJoin } from './join-store.ts'
import { replyTo, type TakenStep, takeStep } from './reply-store.ts'
import type { TrayTried } from './tray-sheet.ts'
import { trayText } from './tray-text.ts'

/** What stands on the page of a question of what was answered, for this reader. */
export async function answersSheet(at: AtQuestion, tried: TrayTried | null): Promise<AnswersSheet> {
  const { desk, reader, question } = at
  const roster = await readRoster(desk.db, reader.actor)
  const lookup = lookupOf(roster)
  const answers = await answersTo(desk.db, reader.actor, question)
  const own = await appointmentsAbout(desk.db, reader.actor, question.id)
  return {
    question,
    answers,
    isOwn: mayReply(question, reader.actor).may,
    moments: new Map(own.map(({ id, startsAt }) => [id, startsAt])),
    placeOf: await placesOf(at, answers),
    join: await joinOfMine(desk.db, reader.actor, question),
    hasLeft: (id) => lookup.people.get(id)?.hasLeft ?? true,
    tried,
    eyes: {
      me: reader.actor.personId,
      today: desk.today,
      language: reader.language,
      people: roster.people,
      nameOf: (person) => (person && lookup.people.get(person)?.name) || '',
    },
  }
}

/** The goals and tracks at which steps are offered, as the plan stands now. */
async function placesOf(
  { desk, reader }: AtQuestion,
  answers: readonly Answer[],
): Promise<AnswersSheet['placeOf']> {
  const plans = new Map<string, Plan>()
  for (const { step } of answers) {
    if (step === null || plans.has(step.planId)) continue
    const plan = await readPlan(desk.db, reader.actor, step.planId)
    if (plan) plans.set(step.planId, plan)
  }
  return ({ step }) => {
    const plan = step && plans.get(step.planId)
    const entry = plan && entryOf(plan, step.entryId)
    return entry ? { about: aboutOf(entry), href: `/plan/${plan.id}/entry/${entry.id}/steps` } : null
  }
}

/** The piece on the page of a question: what was answered; for a coordinator who answers also the way to the tray. */
export async function answersPiece(at: AtQuestion): Promise<Child | null> {
  const sheet = await answersSheet(at, null)
  const text = trayText(at.reader.language)
  const said = saidIn(at)
  const answers = mayAnswer(at.question, at.reader.actor).may
  if (sheet.answers.length === 0 && sheet.join === null && !answers) return null
  return (
    <>
      {said && (
        <div data-told="">
          <Notice kind="good" title={said} />
        </div>
      )}
      <AnswersView {...sheet} />
      {answers && (
        <p>
          <ArrowLink href={`/questions/tray?open=${at.question.id}#vraag-${at.question.id}`}>
            {text.open}
          </ArrowLink>
        </p>
      )}
    </>
  )
}

/** What was done just now, from the address of the page on which the piece stands. */
function saidIn({ desk, reader }: AtQuestion): string | null {
  const { done } = answerText(reader.language)
  const key = new URLSearchParams(desk.path.split('?')[1] ?? '').get('said') ?? ''
  return Object.hasOwn(done, key) ? done[key as keyof typeof done] : null
}

export type AnswersNo = AnswerNo | JoinNo | StepNo | Refusal<AnswerRefusal | StepRefusal>
type Acting = AtQuestion & { readonly form: AnswerFields; readonly sending: Sending }

/** What the asker does with an answer; answers what was done, by its key. */
export async function actOnAnswers(
  at: Acting,
): Promise<keyof ReturnType<typeof answerText>['done'] | AnswersNo> {
  const { form } = at
  if (form['act'] === 'join') return say(at)
  const id = parseId<'answer'>(form['answer'])
  if (id === null) return refuse('answer-gone')
  if (form['act'] === 'step') return step(at, id)
  if (form['act'] !== 'reply') return refuse('reply-missing')
  const given = parseReply(form['as'], form['words'])
  if (isRefusal(given)) return given
  const telling = { now: at.desk.now, tell: tellAnswerBy(at.sending) }
  const no = await replyTo(at.desk.db, at.reader.actor, id, given, telling)
  return no ?? (given.as === 'not-yet' ? 'not-yet' : 'replied')
}

async function step({ desk, reader, form }: Acting, id: Answer['id']): Promise<'step' | AnswersNo> {
  const given = stepIn(form, desk.today)
  if (isRefusal(given)) return given
  const made = await takeStep(desk.db, reader.actor, id, given, desk.now)
  return isRefusal(made) ? made : 'step'
}

function stepIn(
  form: AnswerFields,
  today: AtQuestion['desk']['today'],
): TakenStep | Refusal<AnswerRefusal | StepRefusal> {
  const what = lineOf(form['what'])
  if (what === '') return refuse('step-missing', 'what')
  if (what.length > LONGEST_STEP) return refuse('step-long', 'what')
  const typed = form['onDay'] ?? ''
  const onDay = typed === '' ? null : parseDay(typed)
  if (typed !== '' && onDay === null) return refuse('day-unknown', 'onDay')
  return onDay !== null && !isThisYear(onDay, today) ? refuse('day-outside', 'onDay') : { what, onDay }
}

const isThisYear = (day: TakenStep['onDay'], today: AtQuestion['desk']['today']) =>
  day !== null && isWithin(schoolYearOf(today), day)

async function say({ desk, reader, question, form }: Acting): Promise<'join-yes' | 'join-no' | AnswersNo> {
  const id = parseId<'question-join'>(form['join'])
  const said = form['said']
  if (id === null || !isSaid(said)) return refuse('join-gone')
  const no = await sayJoin(desk.db, reader.actor, id, { question: question.id, said }, desk.now)
  return no ?? (said === 'yes' ? 'join-yes' : 'join-no')
}

/** Why something was not done with an answer, in words. */
export function answersNoWords(no: AnswersNo, language: AtQuestion['reader']['language']): string {
  const text = answerText(language)
  const steps = stepText(language)
  if (no.refused === 'may-not') {
    const { because } = no
    return Object.hasOwn(text.because, because)
      ? text.because[because as keyof typeof text.because]
      : steps.because[because as keyof typeof steps.because]
  }
  return Object.hasOwn(text.refusal, no.refused)
    ? text.refusal[no.refused as keyof typeof text.refusal]
    : steps.refusal[no.refused as keyof typeof steps.refusal]
}
