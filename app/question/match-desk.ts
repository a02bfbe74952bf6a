import type { Db } from '../db/database.ts'
import { type Day, dayOf, type Moment } from '../kernel/day.ts'
import { plusDays, weekdayOf } from '../kernel/days.ts'
import type { PersonId } from '../kernel/id.ts'
import { plainOf } from '../kernel/rich.ts'
import { type SchoolYear, schoolYearOf } from '../kernel/school-year.ts'
import { isAround, type PersonDays, presenceOn } from '../office/days.ts'
import { daysOf } from '../office/days-store.ts'
import { type Entry, isGoal, ownersOf, textOf } from '../plan/entry.ts'
import { isAdopted, type Plan } from '../plan/plan.ts'
import { mayReadTexts } from '../plan/plan-may.ts'
import { planOfToday, readPlan } from '../plan/plan-store.ts'
import type { RosterPerson } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import { mostAMonth, type Profile, profileIn } from '../profile/profile.ts'
import { profilesOf } from '../profile/profile-store.ts'
import type { Topic, TopicKey } from '../school/topic.ts'
import { topicsOf } from '../school/topic-store.ts'
import { proposeTopics } from '../school/topic-words.ts'
import type { Actor, Member } from '../session/actor.ts'
import { openOffers } from '../visit/offer-store.ts'
import type { FreeDays } from '../year/free-days.ts'
import { freeDaysOf } from '../year/holiday-store.ts'
import { notAgain } from './ask.ts'
import { loadPastAsks } from './ask-load.ts'
import { loadCalledLately } from './heavy-lately-store.ts'
import { type Match, type MatchPerson, match } from './match.ts'
import type { Question } from './question.ts'

/** Gathers what the matching looks at: a handful of queries, whatever the size of the team. */

export type At = { readonly now: Moment; readonly today: Day }
/** School days: so far ahead somebody counts as there 'these days'. */
const DAYS_AHEAD = 5
/** In days: after the longest holiday there is school again. */
const LONGEST_HOLIDAY = 70
/** In days: a free moment that comes later is not soon. */
const SOON = 10
/** So long it is remembered who helped with what; a question that is erased takes its asks along sooner. */
const DAYS_BACK = 400

/** Colleagues to offer with a question, best first, for its asker or for whoever may read it. */
export async function matchesFor(db: Db, actor: Member, question: Question, at: At): Promise<Match[]> {
  const topics = await topicsOf(db, actor)
  const people = await matchPeople(db, actor, topics, at)
  const inPeace = await db.read(actor, (sql) => loadCalledLately(sql, actor, at.today))
  return match(
    {
      key: question.id,
      asker: question.asker,
      topics: topicsSought(question, topics),
      groups: people.find(({ id }) => id === question.asker)?.groups ?? [],
      notAgain: new Set([...notAgain(question.asks), ...inPeace]),
    },
    people,
    at.today,
  )
}

/** The topic that a person confirmed; else what the words of the question propose. */
export function topicsSought(question: Question, topics: readonly Topic[]): TopicKey[] {
  if (question.topic !== null) return [question.topic.key]
  return proposeTopics(question.text.text, topics)
}

/** Everybody who can be asked, as the matching knows them. Who only leads or manages is asked by name alone. */
export async function matchPeople(
  db: Db,
  actor: Member,
  topics: readonly Topic[],
  { now, today }: At,
): Promise<MatchPerson[]> {
  const roster = await readRoster(db, actor)
  const profiles = await profilesOf(db, actor)
  const tracks = await tracksOf(db, actor, topics, today)
  const days = await daysOf(db, actor)
  const ahead = await schoolDaysAhead(db, actor, today)
  const free = await firstOffers(db, actor, now, today)
  const past = await db.read(actor, (sql) => loadPastAsks(sql, actor, plusDays(today, -DAYS_BACK)))
  return roster.people.filter(isColleague).map((person) => ({
    ...ofProfile(profileIn(profiles, person.id)),
    id: person.id,
    groups: person.groups,
    tracks: tracks.get(person.id) ?? [],
    daysIn: daysIn(days.get(person.id), ahead),
    freeAt: free.get(person.id) ?? null,
    asked: past.get(person.id) ?? [],
  }))
}

/** Teachers, experts and other staff; a coordinator is the third rung, unless there is a class as well. */
const isColleague = ({ hasLeft, roles }: RosterPerson) =>
  !hasLeft && roles.some((role) => role === 'teacher' || role === 'expert' || role === 'staff')

const ofProfile = (profile: Profile) => ({
  specialties: profile.specialties.map(({ topic }) => topic),
  helps: profile.helps,
  learns: profile.learns,
  mostAMonth: mostAMonth(profile),
  likes: profile.often !== null && profile.often !== 'not-now',
})

/** The coming school days on which somebody says to be there; null when they never said so. */
function daysIn(days: PersonDays | undefined, ahead: readonly Day[]): Day[] | null {
  const known = ahead.map((day) => [day, presenceOn(days, day)] as const)
  if (known.every(([, presence]) => presence === 'unknown')) return null
  return known.flatMap(([day, presence]) => (isAround(presence) ? [day] : []))
}

/** Today and the days after it on which there is school, as the year circle has it. */
async function schoolDaysAhead(db: Db, actor: Actor, today: Day): Promise<Day[]> {
  const free = new Map<SchoolYear, FreeDays>()
  const ahead: Day[] = []
  for (
    let day = today;
    ahead.length < DAYS_AHEAD && day < plusDays(today, LONGEST_HOLIDAY);
    day = plusDays(day, 1)
  ) {
    const year = schoolYearOf(day)
    const ofYear = free.get(year) ?? (await freeDaysOf(db, actor, year))
    free.set(year, ofYear)
    if (weekdayOf(day) <= 5 && !ofYear.isFree(day)) ahead.push(day)
  }
  return ahead
}

/** The first moment that each offers to take a class over: then they have none of their own. */
async function firstOffers(db: Db, actor: Actor, now: Moment, today: Day) {
  const until = plusDays(today, SOON)
  const first = new Map<PersonId, Moment>()
  for (const { cover, startsAt } of await openOffers(db, actor, now))
    if (!first.has(cover) && dayOf(new Date(startsAt)) < until) first.set(cover, startsAt)
  return first
}

type Tracks = ReadonlyMap<PersonId, MatchPerson['tracks']>
const known = new WeakMap<
  Plan,
  { readonly names: string; readonly topics: ReadonlyMap<Entry, readonly TopicKey[]> }
>()

/** Whose track of this year is about what, of the tracks that this reader may read in the adopted plan. */
async function tracksOf(db: Db, actor: Member, topics: readonly Topic[], today: Day): Promise<Tracks> {
  const id = await planOfToday(db, actor, today)
  const plan = id && (await readPlan(db, actor, id))
  if (!plan || !isAdopted(plan.phase)) return new Map()
  const byPerson = new Map<PersonId, MatchPerson['tracks']>()
  for (const [entry, found] of topicsOfTracks(plan, topics)) {
    if (found.length === 0 || !mayReadTexts(actor, entry).may) continue
    const track = { entryId: entry.id, topics: found }
    for (const owner of ownersOf(entry)) byPerson.set(owner, [...(byPerson.get(owner) ?? []), track])
  }
  return byPerson
}

/** What somebody wants to reach and how: the words that tell what a track is about. */
const wordsOf = (entry: Entry) => plainOf(`${textOf(entry, 'goal')}\n\n${textOf(entry, 'approach')}`)

/** What the tracks of a plan are about by their words; read once for as long as plan and topics stand. */
function topicsOfTracks(plan: Plan, topics: readonly Topic[]) {
  const names = topics.map(({ key, name, isRetired }) => `${key} ${name} ${isRetired}`).join()
  const before = known.get(plan)
  if (before?.names === names) return before.topics
  const found = new Map(
    plan.entries
      .filter((entry) => !isGoal(entry))
      .map((entry) => [entry, proposeTopics(wordsOf(entry), topics)] as const),
  )
  known.set(plan, { names, topics: found })
  return found
}
