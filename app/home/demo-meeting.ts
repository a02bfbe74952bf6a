import type { PointGroup } from '../agenda/agenda-open.ts'
import { offered, readOpen } from '../agenda/agenda-open-desk.ts'
import { dayOf, type Moment, momentOf } from '../kernel/day.ts'
import type { MeetingId, PlanId } from '../kernel/id.ts'
import { termsFor } from '../kernel/language.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { attend } from '../meeting/attend-store.ts'
import type { ItemKind, Scene } from '../meeting/meeting.ts'
import type { NewItem } from '../meeting/meeting-plan.ts'
import { planMeeting } from '../meeting/meeting-write-store.ts'
import { addSay } from '../meeting/say-store.ts'
import { readScene } from '../meeting/scene-store.ts'
import type { Seat } from '../meeting/seat.ts'
import { momentInAmsterdam } from '../round/round-form.ts'
import { DEMO_PEOPLE, DEMO_SCHOOL, type DemoPersonKey } from './demo-cast.ts'
import type { Seed } from './demo-plan.ts'

/** The team meeting in which this year's plan is put to the team: a week ahead, with what colleagues said to it. */
export async function seedMeeting(seed: Seed, planId: PlanId): Promise<void> {
  const { tx, cast, now } = seed
  const karin = cast.member('karin')
  const startsAt = aWeekAhead(now)
  const meeting = {
    template: 'adoption',
    planId,
    title: 'Teamvergadering: ons begeleidingsplan',
    startsAt,
    minutes: 90,
    place: 'teamkamer',
    chair: cast.people.karin,
    minuteTaker: cast.people.anouk,
    deciding: {
      rule: { kind: 'consent' },
      quorum: 12,
      unnamed: false,
      absentDays: null,
      voters: DEMO_PEOPLE.map(({ key }) => cast.people[key]),
    },
    items: await agenda(seed, planId, startsAt),
  } as const
  const id = must(await planMeeting(tx, karin, meeting, now))
  await saidBefore(seed, id)
}

const A_DAY = 86_400_000
const THURSDAY = 4

/** The Thursday of about a week ahead, at a quarter past three: after school. */
function aWeekAhead(now: Moment): Moment {
  const earliest = new Date(Date.parse(now) + 5 * A_DAY)
  const wait = (THURSDAY - earliest.getUTCDay() + 7) % 7
  const day = dayOf(new Date(earliest.getTime() + wait * A_DAY))
  return momentInAmsterdam(`${day}T15:15`) ?? momentOf(new Date(`${day}T14:15:00Z`))
}

/** How many of a sort fit in an hour and a half. */
const MOST: Partial<Record<PointGroup, number>> = { principles: 5, goals: 3, tracks: 1, whole: 1 }

async function agenda({ tx, cast, now }: Seed, planId: PlanId, startsAt: Moment): Promise<NewItem[]> {
  const scene = await readOpen({ db: tx, now }, cast.member('karin'), planId, dayOf(new Date(startsAt)))
  const { coordinatorWord, teacherWord } = DEMO_SCHOOL
  const wording = { language: 'nl', terms: termsFor('nl', coordinatorWord, teacherWord) } as const
  const bySort = Map.groupBy(offered(scene, 'adoption', [], wording).suggested, ({ point }) => point.group)
  const some = [...bySort].flatMap(([group, points]) => points.slice(0, MOST[group] ?? 0))
  return [
    own('Welkom', 'Even aankomen. Wie is er, en wie doet op afstand mee?'),
    ...some.map(({ item }) => item),
    own('Wat spreken we af?', 'Wie doet wat, en voor wanneer?'),
  ]
}

const own = (title: string, text: string): NewItem => ({
  kind: 'free',
  subjectId: null,
  title,
  text,
  purpose: 'informing',
  minutes: 5,
  carriedFrom: null,
})

/** What colleagues brought in beforehand, and who will not be there. */
async function saidBefore({ tx, cast, now }: Seed, meetingId: MeetingId) {
  const scene = await readScene(tx, cast.member('karin'), meetingId)
  if (scene === null) throw new Error('the meeting that was just planned is not there')
  const seat = (who: DemoPersonKey): Seat => ({
    meetingId,
    schoolId: scene.meeting.schoolId,
    person: cast.people[who],
    via: 'session',
    waitsAs: null,
    pass: null,
    actor: cast.member(who),
  })
  const say = async (who: DemoPersonKey, kind: ItemKind, text: string) =>
    must(await addSay(tx, seat(who), itemOfKind(scene, kind), { kind: 'input', text, source: null }, now))
  await say(
    'youssef',
    'goal',
    'Mooi doel. Laten we klein beginnen: één les per week die we samen voorbereiden.',
  )
  await say('lotte', 'goal', 'Kunnen we bij elkaar kijken zonder dat het extra tijd kost?')
  await say('noor', 'principle', 'Dit principe helpt mij: ik durf eerder om hulp te vragen.')
  must(await attend(tx, { seat: seat('petra'), person: cast.people.petra, what: 'absent-notice', now }))
}

function itemOfKind({ items }: Scene, kind: ItemKind) {
  const item = items.find((one) => one.kind === kind)
  if (!item) throw new Error(`the demo meeting has no item of kind ${kind}`)
  return item.id
}

/** A seed that is refused is a mistake in the demo. */
function must<Answer>(answer: Answer): Exclude<NonNullable<Answer>, { readonly refused: string }> {
  if (answer === null || isRefusal(answer)) throw new Error(`the demo meeting was refused: ${String(answer)}`)
  return answer as Exclude<NonNullable<Answer>, { readonly refused: string }>
}
