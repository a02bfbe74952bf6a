import { unreadVersionsOf } from '../adoption/read-store.ts'
import type { ComingMeeting } from '../agenda/meetings.ts'
import { comingMeetingsOf } from '../agenda/meetings-store.ts'
import { cameBackOn, openForLateObjection } from '../deciding/late-store.ts'
import { askedToLookBack } from '../evaluation/asked-store.ts'
import { askedLine } from '../evaluation/asked-view.tsx'
import { openYieldsOf } from '../evaluation/yield-store.ts'
import { clock, type Day, dayOf, type Moment, shortDay, weekDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { isOpenToJoin } from '../meeting/pass.ts'
import { openActionsOf } from '../minutes/action-store.ts'
import { minutesToCompleteOf } from '../minutes/minutes-list-store.ts'
import { firstLine } from '../plan/plan-sheet.ts'
import type { Drawing } from '../plan/plan-sheet-view.ts'
import type { RoomAsk } from './for-you.ts'
import type { ForYouAt } from './for-you-line-desk.ts'
import { forYouMeetingText } from './for-you-meeting-text.ts'

const A_WEEK = 7 * 86_400_000
const TWO_WEEKS = 2 * A_WEEK

/** A meeting that runs, or that comes within the week; minutes to complete; a decision to come back on. */
export async function ofMeetings({ desk, reader }: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  const { db, now } = desk
  const coming = await comingMeetingsOf(db, reader.actor, now)
  const minutes = await minutesToCompleteOf(db, reader.actor)
  const { minutes: words, late, cameBack } = forYouMeetingText(d.language)
  const open = await openForLateObjection(db, reader.actor, now)
  const back = await cameBackOn(db, reader.actor, now)
  return [
    ...coming.flatMap((meeting) => lineOf(meeting, d.language, now) ?? []),
    ...minutes.map(({ meetingId, title }) => ({
      ...words,
      key: `minutes:${meetingId}`,
      letter: 'meetings' as const,
      title: words.title(title),
      href: `/meeting/${meetingId}/minutes`,
    })),
    ...back.map(({ meetingId, itemId, title }) => ({
      ...cameBack,
      key: `came-back:${itemId}`,
      title: cameBack.title(firstLine(title, 60)),
      href: `/meeting/${meetingId}/minutes`,
    })),
    ...open.map(({ meetingId, itemId, title, until }) => ({
      key: `late:${itemId}`,
      title: late.title(weekDay(dayOf(new Date(until)), d.language)),
      note: late.note(firstLine(title, 60)),
      act: late.act,
      href: `/meeting/${meetingId}/phone`,
    })),
  ]
}

function lineOf(meeting: ComingMeeting, language: Language, now: Moment): RoomAsk | null {
  const text = forYouMeetingText(language)
  const { id, title, phase, startsAt } = meeting
  const phone = { href: `/meeting/${id}/phone`, letter: 'meetings' } as const
  if (phase === 'running')
    return { ...text.running, ...phone, key: `meeting-running:${id}`, title: text.running.title(title) }
  const comes = meeting.said !== 'absent-notice'
  if (isOpenToJoin({ ...meeting, opened: null }, now) && comes) {
    const begins = text.soon.title(title, clock(startsAt, language))
    return { ...text.soon, ...phone, key: `meeting:${id}`, title: begins, on: startsOn(meeting) }
  }
  if (startsOn(meeting) === dayOf(new Date(now)) && startsAt > now && comes) return ofToday(meeting, language)
  const isFar = Date.parse(startsAt) - Date.parse(now) > A_WEEK
  return meeting.isSilent && !isFar ? ofTheWeek(meeting, language) : null
}

const startsOn = ({ startsAt }: ComingMeeting) => dayOf(new Date(startsAt))

/** In the morning of its day, for who did not say no. */
function ofToday(meeting: ComingMeeting, language: Language): RoomAsk {
  const { title, note, act } = forYouMeetingText(language).today
  return {
    key: `meeting-day:${meeting.id}`,
    title: title(meeting.title, clock(meeting.startsAt, language)),
    note: note(meeting.place),
    act,
    href: `/meeting/${meeting.id}`,
    letter: 'meetings',
    on: startsOn(meeting),
    own: true,
  }
}

/** In its week, for who said nothing about it yet. */
function ofTheWeek(meeting: ComingMeeting, language: Language): RoomAsk {
  const { title, note, act } = forYouMeetingText(language).coming
  return {
    key: `meeting:${meeting.id}`,
    title: title(meeting.title, weekDay(startsOn(meeting), language)),
    note: note(meeting.place),
    act,
    href: `/meeting/${meeting.id}`,
    letter: 'meetings',
    on: startsOn(meeting),
  }
}

const isSoon = (day: Day | null, now: Moment) => day !== null && Date.parse(day) - Date.parse(now) < TWO_WEEKS

/**
 * What this person took on in a meeting, and what they promised to share: when its day is near, or none was named.
 * What somebody wrote stands in the note: a title goes along by mail.
 */
export async function ofPromises({ desk, reader }: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  const { db, now } = desk
  const text = forYouMeetingText(d.language)
  const dayIn = (day: Day | null) => day && shortDay(day, d.language)
  const actions = await openActionsOf(db, reader.actor)
  const promised = await openYieldsOf(db, reader.actor)
  const isNear = (day: Day | null) => day === null || isSoon(day, now)
  return [
    ...actions
      .filter(({ due }) => isNear(due))
      .map(({ id, meeting, what, due }) => ({
        key: `action:${id}`,
        title: text.action.title(dayIn(due)),
        note: firstLine(what, 90),
        act: text.action.act,
        href: `/meeting/${meeting}/minutes#actions`,
      })),
    ...promised
      .filter(({ dueOn }) => isNear(dueOn))
      .map(({ id, planId, what, dueOn }) => ({
        key: `promised:${id}`,
        title: text.promised.title(dayIn(dueOn)),
        note: text.promised.note(firstLine(what, 90)),
        act: text.promised.act,
        href: `/plan/${planId}/yields`,
      })),
  ]
}

const TWO_MONTHS = 61 * 86_400_000

/** A version that was adopted lately and that this person did not say yet to have read. */
export async function ofVersions({ desk, reader }: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  const words = forYouMeetingText(d.language).version
  const unread = await unreadVersionsOf(desk.db, reader.actor)
  return unread
    .filter(({ sealedAt }) => Date.parse(desk.now) - Date.parse(sealedAt) < TWO_MONTHS)
    .map(({ planId, number }) => ({
      ...words,
      key: `version:${planId}:${number}`,
      title: words.title(number),
      href: `/plan/${planId}/version/${number}`,
    }))
}

/** What this person is asked to write before the team looks back. */
export async function ofLookingBack({ desk, reader, plan }: ForYouAt, d: Drawing): Promise<RoomAsk[]> {
  const asked = await askedToLookBack(desk.db, reader.actor, plan)
  const { language, terms } = reader
  return asked.map((one) => ({
    ...askedLine(one, { plan, lookup: d.lookup, words: { language, terms } }),
    letter: 'evaluations' as const,
  }))
}
