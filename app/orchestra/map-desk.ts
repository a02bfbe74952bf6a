import type { Context } from 'hono'
import { momentOf } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { plainOf } from '../kernel/rich.ts'
import { peersSeen } from '../peer/peer-store.ts'
import { type Entry, ownersOf, textOf } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { mayReadTexts } from '../plan/plan-may.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { planOfToday, readPlan } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Profile } from '../profile/profile.ts'
import { profilesOf } from '../profile/profile-store.ts'
import { stillOffered } from '../school/own-list.ts'
import { readTeam } from '../school/team-store.ts'
import type { Topic } from '../school/topic.ts'
import { topicsOf } from '../school/topic-store.ts'
import { proposeTopics } from '../school/topic-words.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { readLearnings, type Shows } from './learning-store.ts'
import { seatedBySection } from './orchestra.ts'
import { learningIn, type MapFacts, type TeamMap, type Together, teamMap } from './team-map.ts'

// Words name more than a track is about: what most of them are about is enough.
const TOPICS_OF_TRACK = 1

/** The map as this reader may see it, with all topics of the school, those put away too. */
export async function teamMapFor(c: Context<OnDesk>): Promise<{ map: TeamMap; topics: readonly Topic[] }> {
  const { db, house, today } = deskOf(c)
  const { actor } = readerOf(c)
  const [roster, team, topics, profiles] = await Promise.all([
    readRoster(db, actor),
    readTeam(db, actor),
    topicsOf(db, actor),
    profilesOf(db, actor),
  ])
  const entries = await tracksFor(c)
  const learned = await readLearnings(db, actor, showsOf(profiles), momentOf(house.now()))
  const { learnings, together } = learningIn(entries)
  const facts: MapFacts = {
    benches: seatedBySection(
      roster.people.filter(({ hasLeft }) => !hasLeft),
      team,
    ),
    profiles,
    tracks: entries.map((entry) => ({
      entry,
      topics: proposeTopics(wordsIn(entry), topics, TOPICS_OF_TRACK),
    })),
    topics: stillOffered(topics).map(({ key }) => key),
    learningTeams: roster.learningTeams,
    learnings: [...learnings, ...learned],
    together: [...together, ...(await peersSeen(db, actor, today)).map(asPeers)],
  }
  return { map: teamMap(facts), topics }
}

const asPeers = ({ people }: { readonly people: readonly PersonId[] }): Together => ({ people, way: 'peer' })

/** The tracks of today's plan whose texts this reader reads. */
async function tracksFor(c: Context<OnDesk>): Promise<Entry[]> {
  const { db, today } = deskOf(c)
  const { actor } = readerOf(c)
  const id = await planOfToday(db, actor, today)
  const plan: Plan | null = id && (await readPlan(db, actor, id))
  if (!plan) return []
  return sightOf(plan, actor).entries.filter(
    (entry) => ownersOf(entry).length > 0 && mayReadTexts(actor, entry).may,
  )
}

const wordsIn = (entry: Entry) =>
  (['goal', 'approach', 'startSituation'] as const).map((field) => plainOf(textOf(entry, field))).join(' ')

const showsOf = (profiles: readonly Profile[]): Shows => ({
  visits: profiles.filter(({ showsVisits }) => showsVisits).map(({ personId }) => personId),
  questions: profiles.filter(({ showsQuestions }) => showsQuestions).map(({ personId }) => personId),
})
