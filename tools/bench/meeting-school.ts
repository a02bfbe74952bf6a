import type { Db } from '../../app/db/database.ts'
import { openDatabase, type Where } from '../../app/db/open.ts'
import { ensureDemo } from '../../app/home/demo-school.ts'
import { type Moment, momentOf } from '../../app/kernel/day.ts'
import { type MeetingId, newId, type PersonId } from '../../app/kernel/id.ts'
import { isRefusal } from '../../app/kernel/refusal.ts'
import { planMeeting } from '../../app/meeting/meeting-write-store.ts'
import { addPeople } from '../../app/school/person-store.ts'
import { schoolsOnServer } from '../../app/school/school-store.ts'
import { readTeam } from '../../app/school/team-store.ts'
import type { Keeper, Member } from '../../app/session/actor.ts'
import { openSession } from '../../app/session/session-store.ts'

const TEXT = [
  'We kijken drie keer per jaar bij elkaar in de klas, waarvan één keer in een andere bouw.',
  'Karin neemt je groep over als je gaat kijken; je schrijft niets op wat over een kind gaat.',
].join('\n\n')

/** A meeting of a hundred people before it is opened, and a session of each. */
export type MeetingSchool = {
  readonly meeting: MeetingId
  readonly chair: string
  readonly voters: readonly string[]
}

/** The demo school with so many colleagues who all have a voice, and a meeting with so many items to decide on. */
export async function meetingSchool(where: Where, voters: number, items: number): Promise<MeetingSchool> {
  const db = await openDatabase(where)
  try {
    const now = new Date()
    await ensureDemo(db, now)
    const demo = (await schoolsOnServer(db)).find((school) => school.demo)
    if (!demo) throw new Error('no demo school')
    const keeper: Keeper = { kind: 'keeper', schoolId: demo.id }
    const team = await grownTeam(db, keeper, voters, momentOf(now))
    const chair = team.find(({ name }) => name.startsWith('Karin'))
    if (!chair) throw new Error('no Karin in the demo school')
    const people = [chair.id, ...team.map(({ id }) => id).filter((id) => id !== chair.id)].slice(0, voters)
    const meeting = await planned(db, keeper, people, items, momentOf(now))
    const cookies: string[] = []
    for (const person of people) cookies.push(await sessionOf(db, keeper, person, now))
    return { meeting, chair: await sessionOf(db, keeper, chair.id, now), voters: cookies }
  } finally {
    await db.close()
  }
}

async function grownTeam(db: Db, keeper: Keeper, count: number, now: Moment) {
  const before = (await readTeam(db, keeper)).people
  const list = Array.from({ length: Math.max(0, count - before.length) }, (_, place) => ({
    line: place + 1,
    name: `Collega ${place + 1}`,
    email: `collega${place + 1}@example.org`,
    roles: '',
    groups: '',
  }))
  const added = list.length > 0 ? await addPeople(db, keeper, list, { mayGive: () => true, now }) : null
  if (isRefusal(added)) throw new Error(`the team could not grow: ${added.refused}`)
  return (await readTeam(db, keeper)).people
}

async function planned(db: Db, keeper: Keeper, voters: PersonId[], items: number, now: Moment) {
  const [chair, minuteTaker] = voters as [PersonId, PersonId]
  const karin: Member = {
    ...keeper,
    kind: 'member',
    personId: chair,
    name: 'Karin',
    roles: ['coordinator'],
    learningTeams: [],
    sessionId: newId<'session'>(),
    demo: true,
  }
  const wish = { ...ORDINARY, startsAt: now, chair, minuteTaker, deciding: { ...BY_CONSENT, voters } }
  const made = await planMeeting(db, karin, { ...wish, items: proposals(items) }, now)
  if (isRefusal(made)) throw new Error(`no meeting: ${made.refused}`)
  return made
}

const ORDINARY = {
  template: 'ordinary',
  planId: null,
  title: 'Teamvergadering',
  minutes: 90,
  place: 'Teamkamer',
} as const
const BY_CONSENT = { rule: { kind: 'consent' }, quorum: 1, unnamed: false, absentDays: null } as const

const proposals = (items: number) =>
  Array.from({ length: items }, (_, place) => ({
    kind: 'proposal' as const,
    subjectId: null,
    title: `Voorstel ${place + 1}`,
    text: TEXT,
    purpose: 'decision' as const,
    minutes: 10,
    carriedFrom: null,
  }))

async function sessionOf(db: Db, keeper: Keeper, personId: PersonId, now: Date) {
  const opening = {
    schoolId: keeper.schoolId,
    personId,
    device: 'Chromium/Android',
    way: 'code',
    shared: false,
  } as const
  const { token } = await db.write(keeper, (sql) => openSession(sql, opening, now))
  return `session=${token}`
}
