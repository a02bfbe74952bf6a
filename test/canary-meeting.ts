import type { Db } from '../app/db/database.ts'
import { openRound } from '../app/deciding/decide-desk.ts'
import type { Moment } from '../app/kernel/day.ts'
import type { MeetingId, MeetingItemId, PersonId, PlanId, SchoolId } from '../app/kernel/id.ts'
import { termsFor } from '../app/kernel/language.ts'
import { isRefusal } from '../app/kernel/refusal.ts'
import { joinCodeFor } from '../app/meeting/join-store.ts'
import { currentItem, type ItemKind, type Scene } from '../app/meeting/meeting.ts'
import type { NewItem } from '../app/meeting/meeting-plan.ts'
import { planMeeting } from '../app/meeting/meeting-write-store.ts'
import { markOf } from '../app/meeting/run.ts'
import { leadMeeting, readRun } from '../app/meeting/run-store.ts'
import { addSay } from '../app/meeting/say-store.ts'
import { readScene } from '../app/meeting/scene-store.ts'
import type { Seat } from '../app/meeting/seat.ts'
import { speakAs } from '../app/round/round-room-store.ts'
import type { Keeper, Member } from '../app/session/actor.ts'
import { NOW_MOMENT } from './cast.ts'

/** The words that stand in meetings, and who may meet them. */
export const MEETING_CANARIES = [
  // Silent until the meeting is at that item.
  { word: 'kanarie-inbreng', for: ['bram'], seenBy: 'bram' },
  { word: 'kanarie-vooraf', for: ['petra'], seenBy: 'petra' },
  // Said in a round that is still open.
  { word: 'kanarie-in-de-zaal', for: ['petra'], seenBy: 'petra' },
] as const

type People = Readonly<Record<'karin' | 'anouk' | 'bram' | 'petra' | 'wilma' | 'paul', PersonId>>
type Ground = {
  readonly db: Db
  readonly keeper: Keeper
  readonly people: People
  readonly planId: PlanId
  readonly teamId: string
}

/** One meeting to come, one at the tracks of a learning team, and one with an open round. */
export async function plantMeetings(db: Db, keeper: Keeper, people: People, planId: PlanId) {
  const ground = { db, keeper, people, planId, teamId: await teamOf(db, keeper, people.wilma) }
  await plantBefore(ground)
  const running = await runAt(ground, item('tracks', ground.teamId, 'informing'))
  await plantRound(ground)
  return { code: String(await joinCodeFor(db, keeper, running, NOW_MOMENT)), running }
}

async function teamOf(db: Db, keeper: Keeper, person: PersonId) {
  const row = await db.read(keeper, (sql) =>
    sql
      .selectFrom('learning_team_member')
      .select('learning_team_id')
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow(),
  )
  return row.learning_team_id
}

const item = (kind: ItemKind, subjectId: string | null, purpose: NewItem['purpose']): NewItem => ({
  kind,
  subjectId,
  title: 'Een punt',
  text: kind === 'proposal' ? 'We bellen eerst elkaar.' : '',
  purpose,
  minutes: 10,
  carriedFrom: null,
})

/** What Bram brings in and Petra says beforehand, in the meeting that the demo school has planned. */
async function plantBefore({ db, keeper, people }: Ground) {
  const row = await db.read(keeper, (sql) =>
    sql.selectFrom('meeting').select('id').where('school_id', '=', keeper.schoolId).executeTakeFirstOrThrow(),
  )
  const scene = await sceneOf(db, keeper, row.id)
  const goal = scene.items.find(({ kind }) => kind === 'goal')
  if (!goal) throw new Error('the demo meeting talks about a goal')
  const said = { kind: 'input', text: 'kanarie-inbreng', source: null } as const
  well(await addSay(db, seatOf(keeper, row.id, people.bram), goal.id, said, NOW_MOMENT))
  await db.write(keeper, (sql) =>
    sql
      .insertInto('meeting_voice_before')
      .values({
        item_id: goal.id,
        school_id: keeper.schoolId,
        person_id: people.petra,
        answer: 'objection',
        reason: 'kanarie-vooraf',
        text_print: 'x',
        given_at: NOW_MOMENT,
      })
      .execute(),
  )
}

/** A meeting that Karin leads, opened and at its only item. */
async function runAt({ db, keeper, people, planId }: Ground, only: NewItem): Promise<MeetingId> {
  const karin = memberOf(keeper.schoolId, people.karin)
  const voters = Object.values(people)
  const meeting = {
    template: 'ordinary',
    planId,
    title: 'Overleg',
    startsAt: '2026-11-19T10:00:00.000Z' as Moment,
    minutes: 60,
    place: 'Teamkamer',
    chair: people.karin,
    minuteTaker: people.anouk,
    deciding: { rule: { kind: 'consent' }, quorum: 3, unnamed: false, absentDays: null, voters },
    items: [only],
  } as const
  const id = well(await planMeeting(db, karin, meeting, NOW_MOMENT))
  const seat = seatOf(keeper, id, people.karin)
  well(await leadMeeting(db, seat, { act: 'open' }, NOW_MOMENT))
  well(
    await leadMeeting(
      db,
      seat,
      { act: 'next', mark: await markNow(db, karin, id), leave: 'done' },
      NOW_MOMENT,
    ),
  )
  return id
}

const markNow = async (db: Db, karin: Member, id: MeetingId) =>
  markOf(await readRun(db, karin, await sceneOf(db, karin, id), NOW_MOMENT))

async function plantRound(ground: Ground) {
  const { db, keeper, people } = ground
  const id = await runAt(ground, item('proposal', null, 'decision'))
  const seat = seatOf(keeper, id, people.karin)
  const mark = await markNow(db, memberOf(keeper.schoolId, people.karin), id)
  well(await leadMeeting(db, seat, { act: 'stage', mark, stage: 'consent' }, NOW_MOMENT))
  const itemId = currentItem(await sceneOf(db, keeper, id))?.id as MeetingItemId
  const wording = { language: 'nl', terms: termsFor('nl', 'ib', 'leraar') } as const
  const decision = well(await openRound({ db, seat, meetingId: id, itemId, now: NOW_MOMENT, wording }))
  const answer = { kind: 'objection', reason: 'kanarie-in-de-zaal' } as const
  const byPetra = { how: 'self', enteredBy: null } as const
  well(await speakAs(db, keeper, decision, people.petra, answer, byPetra, NOW_MOMENT))
}

async function sceneOf(db: Db, actor: Keeper | Member, id: MeetingId): Promise<Scene> {
  const scene = await readScene(db, actor, id)
  if (!scene) throw new Error('no such meeting')
  return scene
}

const memberOf = (schoolId: SchoolId, personId: PersonId): Member => ({
  kind: 'member',
  schoolId,
  personId,
  name: 'Karin',
  roles: ['coordinator'],
  learningTeams: [],
  sessionId: 'canary' as Member['sessionId'],
  demo: true,
})

const seatOf = ({ schoolId }: Keeper, meetingId: MeetingId, person: PersonId): Seat => ({
  meetingId,
  schoolId,
  person,
  via: 'session',
  waitsAs: null,
  pass: null,
  actor: memberOf(schoolId, person),
})

function well<Answer>(answer: Answer): Exclude<NonNullable<Answer>, { readonly refused: string }> {
  if (answer === null || isRefusal(answer)) throw new Error(`not planted: ${JSON.stringify(answer)}`)
  return answer as Exclude<NonNullable<Answer>, { readonly refused: string }>
}
