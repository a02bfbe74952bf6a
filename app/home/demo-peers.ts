import { dayOf, type Moment, momentOf } from '../kernel/day.ts'
import { plusDays } from '../kernel/days.ts'
import type { PeerGroupId } from '../kernel/id.ts'
import { agreeOn, answerPeers, meetPeers, showOnMap } from '../peer/peer-act-store.ts'
import { startPeers } from '../peer/peer-write-store.ts'
import type { BuiltInTopic } from '../school/topic.ts'
import type { DemoPersonKey } from './demo-cast.ts'
import type { Seed } from './demo-plan.ts'
import { ago, must } from './demo-questions.ts'

type DemoPeers = {
  readonly by: DemoPersonKey
  readonly with: readonly DemoPersonKey[]
  readonly aim: string
  readonly topic: BuiltInTopic
  /** Days before today. */
  readonly since: number
  readonly agreements: readonly string[]
}

/** Three who look at moments between lessons, two about explaining, and two about feedback of children. */
const TOGETHER: readonly DemoPeers[] = [
  {
    by: 'lotte',
    with: ['hanneke', 'daan'],
    aim: 'Rust na een wissel, op elk moment van de dag.',
    topic: 'class-climate',
    since: 34,
    agreements: ['Wat we bij elkaar zien, blijft bij ons.', 'Eerst wat goed ging, dan één vraag.'],
  },
  {
    by: 'anouk',
    with: ['samira'],
    aim: 'Kort uitleggen, snel laten oefenen.',
    topic: 'instruction',
    since: 29,
    agreements: ['Wie kijkt, zegt eerst wat ze zelf meeneemt.'],
  },
  {
    by: 'noor',
    with: ['petra'],
    aim: 'Kinderen die zelf vertellen wat ze leerden.',
    topic: 'assessment',
    since: 26,
    agreements: ['Eén keer in de maand, een kwartier.'],
  },
]

/** Pairs and triads of this term; and Bram, who asked Wilma the day before yesterday. */
export async function seedPeers(seed: Seed): Promise<void> {
  for (const one of TOGETHER) await seedGroup(seed, one)
  const asked = { aim: 'Automatiseren dat blijft hangen.', topic: 'maths', people: ['wilma'] } as const
  await start(seed, 'bram', asked, ago(seed, 2, '12:40'))
}

type Starting = {
  readonly aim: string
  readonly topic: BuiltInTopic
  readonly people: readonly DemoPersonKey[]
}

const DAYS_AHEAD = 70

async function start(
  { tx, cast, now }: Seed,
  by: DemoPersonKey,
  { aim, topic, people }: Starting,
  at: Moment,
): Promise<PeerGroupId> {
  const given = {
    aim,
    topic,
    to: plusDays(dayOf(new Date(now)), DAYS_AHEAD),
    people: people.map((key) => cast.people[key]),
  }
  return must(await startPeers(tx, cast.member(by), given, { now: at, tell: nobody }))
}

async function seedGroup(seed: Seed, { by, with: people, aim, topic, since, agreements }: DemoPeers) {
  const { tx, cast } = seed
  const id = await start(seed, by, { aim, topic, people }, ago(seed, since, '12:30'))
  const at = { id, revision: null, now: ago(seed, since - 1, '12:45'), tell: nobody }
  for (const key of people) must(await answerPeers(tx, cast.member(key), at, true))
  for (const text of agreements) must(await agreeOn(tx, cast.member(by), at, text))
  for (const startsAt of [ago(seed, since - 8, '15:30'), ago(seed, -6, '12:30')]) {
    const endsAt = momentOf(new Date(Date.parse(startsAt) + TWENTY_MINUTES))
    must(await meetPeers(tx, cast.member(by), at, { slot: { startsAt, endsAt }, place: 'de teamkamer' }))
  }
  // The two keep it to themselves, the three show the team that they learn together.
  for (const key of [by, ...people])
    if (people.length > 1) must(await showOnMap(tx, cast.member(key), at, true))
}

const TWENTY_MINUTES = 20 * 60_000

/** Nothing leaves the demo school. */
const nobody = async () => {}
