import { dayOf, type Moment } from '../kernel/day.ts'
import { type PersonId, type PlanId, parseId } from '../kernel/id.ts'
import { schoolYearOf, yearTitle } from '../kernel/school-year.ts'
import type { Deciding, Template } from '../meeting/meeting.ts'
import { firstQuorum, type MeetingDetails } from '../meeting/meeting-plan.ts'
import { readScene } from '../meeting/scene-store.ts'
import type { PlanLine } from '../plan/plan.ts'
import { planOfToday, readPlans } from '../plan/plan-store.ts'
import type { RosterPerson } from '../plan/roster.ts'
import { whyNotFrame } from '../round/round.ts'
import { closingField, momentInAmsterdam } from '../round/round-form.ts'
import type { Reader } from '../session/actor.ts'
import type { Desk } from '../session/desk.ts'
import { lengthFor, parseTemplate, templateFor } from './agenda.ts'
import type { OpenScene } from './agenda-open.ts'
import { type Offered, offered, readOpen } from './agenda-open-desk.ts'
import { agendaText } from './agenda-text.ts'
import type { MeetingLine } from './meetings.ts'
import { readMeetings } from './meetings-store.ts'

const DAY = 86_400_000

/** What the form that plans a meeting begins with: guessed from the plan and from the last meeting. */
export type Planning = {
  readonly template: Template
  readonly planId: PlanId | null
  readonly plans: readonly PlanLine[]
  readonly people: readonly { readonly id: PersonId; readonly name: string }[]
  readonly details: Omit<MeetingDetails, 'minuteTaker'> & { readonly minuteTaker: PersonId | null }
  readonly deciding: Deciding
  readonly scene: OpenScene
  readonly offer: Offered
}

/** @param asked kind and plan as the address or the form names them */
export async function readPlanning(
  desk: Desk,
  reader: Reader,
  asked: { readonly template: string | undefined; readonly plan: string | undefined },
): Promise<Planning> {
  const { actor } = reader
  const plans = (await readPlans(desk.db, actor)).filter(({ phase }) => phase !== 'archived')
  const today = await planOfToday(desk.db, actor, desk.today)
  const plan = chosenPlan(plans, today, asked)
  const template = parseTemplate(asked.template) ?? templateFor(plan?.phase ?? null)
  const last = (await readMeetings(desk.db, actor)).findLast(({ cancelledAt }) => cancelledAt === null)
  const startsAt = firstMoment(desk.now, last)
  const scene = await readOpen(desk, actor, plan?.id ?? null, dayOf(new Date(startsAt)))
  const people = peopleOf(scene.roster.people)
  const offer = offered(scene, template, [], reader)
  const minutes = lengthFor(offer.suggested.map(({ item }) => item))
  return {
    template,
    planId: plan?.id ?? null,
    plans,
    people,
    details: { ...firstDetails(last, people), ...namedFor(template, plan, desk, reader), startsAt, minutes },
    deciding: await firstDeciding(desk, reader, last, people),
    scene,
    offer,
  }
}

/** The plan that was asked for; else, to adopt, the one that is being made; else that of today. */
function chosenPlan(
  plans: readonly PlanLine[],
  today: PlanId | null,
  asked: { readonly template: string | undefined; readonly plan: string | undefined },
): PlanLine | null {
  const id = parseId<'plan'>(asked.plan)
  const named = plans.find((plan) => plan.id === id)
  if (named) return named
  const isMade = ({ phase }: PlanLine) => phase === 'draft' || phase === 'input' || phase === 'decision'
  const ofToday = plans.find((plan) => plan.id === today)
  if (asked.template !== 'adoption' || (ofToday && isMade(ofToday))) return ofToday ?? plans[0] ?? null
  return plans.find(isMade) ?? ofToday ?? plans[0] ?? null
}

/** Everybody who is still there, by name. */
export const peopleOf = (people: readonly RosterPerson[]) =>
  people.filter(({ hasLeft }) => !hasLeft).map(({ id, name }) => ({ id, name }))

/** The weekday and time of the last meeting, at least a week ahead; else half past three in two weeks. */
function firstMoment(now: Moment, last: MeetingLine | undefined): Moment {
  const clock = last ? closingField(last.startsAt).slice(11) : '15:30'
  const weekday = last ? new Date(last.startsAt).getUTCDay() : null
  const first = Date.parse(now) + 7 * DAY
  const days = Array.from({ length: 8 }, (_, count) => new Date(first + count * DAY))
  const day =
    (weekday === null ? days[7] : days.find((one) => one.getUTCDay() === weekday)) ?? new Date(first)
  return momentInAmsterdam(`${dayOf(day)}T${clock}`) ?? (day.toISOString() as Moment)
}

function firstDetails(last: MeetingLine | undefined, people: Planning['people']) {
  const isThere = (id: PersonId | undefined) => people.some((person) => person.id === id)
  return {
    place: last?.place ?? '',
    minuteTaker: last && isThere(last.minuteTaker) ? last.minuteTaker : null,
  }
}

function namedFor(template: Template, plan: PlanLine | null, desk: Desk, { actor, language }: Reader) {
  const year = yearTitle(plan?.schoolYear ?? schoolYearOf(desk.today))
  return {
    title: agendaText(language).title[template](year),
    chair: actor.personId,
  }
}

/**
 * As the last time, else by consent; everybody has a voice and more than half take part; who can't come gives a voice
 * beforehand.
 */
async function firstDeciding(
  desk: Desk,
  { actor }: Reader,
  last: MeetingLine | undefined,
  people: Planning['people'],
): Promise<Deciding> {
  const before = last && (await readScene(desk.db, actor, last.id))?.meeting.deciding
  const voters = people.map(({ id }) => id)
  const quorum = firstQuorum(voters.length)
  const consent = { rule: { kind: 'consent' }, unnamed: false, absentDays: null } as const
  const asBefore = { ...(before ?? consent), quorum, voters }
  return whyNotFrame(asBefore) === null ? asBefore : { ...consent, quorum, voters }
}
