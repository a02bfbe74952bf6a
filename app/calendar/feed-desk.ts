import type { Db } from '../db/database.ts'
import { dayOf, type Moment } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { anybodyOf } from '../plan/plan-sight.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Actor, Member } from '../session/actor.ts'
import { doneStepsOf } from '../step/done-step-store.ts'
import type { Step } from '../step/step.ts'
import { openStepsOf } from '../step/step-store.ts'
import { isComing, partOf, type Visit, visitUid } from '../visit/visit.ts'
import { visitsOf } from '../visit/visit-store.ts'
import { visitText } from '../visit/visit-text.ts'
import { nameOfSpan } from '../year/free-day-text.ts'
import { freeDaysOf } from '../year/holiday-store.ts'
import { readYearMoments } from '../year/moments-store.ts'
import type { YearMoment } from '../year/year.ts'
import { titleOf } from '../year/year-text.ts'
import { type FeedEvent, type FeedKind, firstDayIn, inFeed, yearsIn } from './feed.ts'
import { appointmentEvents } from './feed-appointments-desk.ts'
import { type EvaluationDay, gatherEvaluations } from './feed-evaluations.ts'
import { peerEvents } from './feed-peers-desk.ts'
import { feedText } from './feed-text.ts'

export type Following = {
  readonly db: Db
  readonly actor: Member
  readonly language: Language
  readonly now: Moment
}

/** What stands in somebody's feed now: what is theirs, or the year of the team as the whole team may see it. */
export async function eventsFor(kind: FeedKind, at: Following): Promise<FeedEvent[]> {
  const today = dayOf(new Date(at.now))
  const events = kind === 'own' ? await ownEvents(at, yearsIn(today)) : await teamEvents(at, yearsIn(today))
  return inFeed(events, today)
}

async function ownEvents(at: Following, years: readonly SchoolYear[]): Promise<FeedEvent[]> {
  const moments = await momentsOf(at, at.actor, years)
  return [
    ...moments
      .filter((moment) => concerns(moment, at.actor))
      .map((moment) => momentEvent(moment, at.language)),
    ...(await stepEvents(at)),
    ...(await visitEvents(at)),
    ...(await appointmentEvents(at)),
    ...(await peerEvents(at)),
  ]
}

/** A meeting of the team, and what was said to concern this person: the evaluations of the own tracks. */
const concerns = ({ kind, personIds }: YearMoment, { personId }: Member) =>
  personIds === null ? kind === 'meeting' : personIds.includes(personId)

/** As anybody of the team would see it: the address may be handed on. */
async function teamEvents(at: Following, years: readonly SchoolYear[]): Promise<FeedEvent[]> {
  const anybody = anybodyOf(at.actor.schoolId)
  const moments = await momentsOf(at, anybody, years)
  const { others, days } = gatherEvaluations(moments)
  return [
    ...others.map((moment) => momentEvent(moment, at.language)),
    ...days.map((day) => evaluationsEvent(day, at.language)),
    ...(await freeEvents(at, anybody, years)),
  ]
}

async function momentsOf({ db }: Following, actor: Actor, years: readonly SchoolYear[]) {
  const each = await Promise.all(years.map((year) => readYearMoments(db, actor, year)))
  return each.flat()
}

/** A meeting has the number that its invitation has, so that a calendar with both knows them as one. */
const uidOf = ({ source, uid }: YearMoment) => `${source.kind === 'meeting' ? source.id : uid}@rode-draad`

const momentEvent = (moment: YearMoment, language: Language): FeedEvent => ({
  uid: uidOf(moment),
  from: moment.from,
  to: moment.to,
  startsAt: moment.startsAt,
  endsAt: moment.endsAt,
  title: titleOf(moment, language),
  place: moment.place,
  href: moment.href,
})

/** Its name says plan, occasion and day: on another day it is another thing, and the old one does not go on. */
const evaluationsEvent = (given: EvaluationDay, language: Language): FeedEvent => ({
  uid: `evaluations-${given.planId}-${given.occasion}-${given.day}@rode-draad`,
  from: given.day,
  to: given.day,
  ...ALL_DAY,
  title: feedText(language).evaluations(given),
  href: `/year?month=${given.day.slice(0, 7)}`,
})

async function freeEvents({ db, language }: Following, actor: Actor, years: readonly SchoolYear[]) {
  const each = await Promise.all(years.map((year) => freeDaysOf(db, actor, year)))
  return each
    .flatMap(({ spans }) => spans)
    .map(
      (span): FeedEvent => ({
        uid: `free-${span.schoolYear}-${span.key}@rode-draad`,
        from: span.from,
        to: span.to,
        ...ALL_DAY,
        title: nameOfSpan(span, language),
        href: `/year?year=${span.schoolYear}`,
      }),
    )
}

const ALL_DAY = { startsAt: null, endsAt: null, place: '' } as const

/**
 * What somebody does on a day; what others ask is answered in the product first. What is done stays as done: it was not
 * called off.
 */
async function stepEvents({ db, actor, language, now }: Following): Promise<FeedEvent[]> {
  const text = feedText(language)
  const open = (await openStepsOf(db, actor)).filter(({ part }) => part === 'doing')
  const done = await doneStepsOf(db, actor, firstDayIn(dayOf(new Date(now))))
  return [
    ...open.flatMap((step) => stepEvent(step, text.step(step.what))),
    ...done.flatMap((step) => stepEvent(step, text.done(step.what))),
  ]
}

const stepEvent = ({ id, onDay, planId, entryId }: Step, title: string): FeedEvent[] =>
  onDay === null
    ? []
    : [
        {
          uid: `${id}@rode-draad`,
          from: onDay,
          to: onDay,
          ...ALL_DAY,
          title,
          href: `/plan/${planId}/entry/${entryId}/steps#s-${id}`,
        },
      ]

/**
 * What is agreed stands in three calendars. What is only asked stands as such with who asked and with who takes the
 * class over: that moment is held. With who still has to answer it would look like agreed already.
 */
const keepsFree = (visit: Visit, { personId }: Member, now: Moment) =>
  visit.state === 'agreed' ||
  (isComing(visit, now) && (personId === visit.askedBy || personId === visit.cover))

async function visitEvents({ db, actor, language, now }: Following): Promise<FeedEvent[]> {
  const visits = (await visitsOf(db, actor)).filter((visit) => keepsFree(visit, actor, now))
  if (visits.length === 0) return []
  const { people } = await readRoster(db, actor)
  const nameOf = (id: Member['personId']) => people.find((person) => person.id === id)?.name ?? ''
  return visits.flatMap((visit) => {
    const part = partOf(visit, actor.personId)
    if (part === null || part === 'asked-to-cover') return []
    const { startsAt, endsAt, visitor, host, id } = visit
    const title = visitText(language).title[part](nameOf(visitor), nameOf(host))
    const isTentative = visit.state === 'asked'
    return [
      {
        uid: visitUid(visit),
        from: dayOf(new Date(startsAt)),
        to: dayOf(new Date(endsAt)),
        startsAt,
        endsAt,
        title: isTentative ? feedText(language).perhaps(title) : title,
        place: '',
        href: `/visits/${id}`,
        isTentative,
      },
    ]
  })
}
