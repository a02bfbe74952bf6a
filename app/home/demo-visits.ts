import { type Day, dayOf, type Moment, momentOf } from '../kernel/day.ts'
import type { OfferId, PlanId, VisitId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { readPlan } from '../plan/plan-store.ts'
import { momentInAmsterdam } from '../round/round-form.ts'
import { type Pick, printOf } from '../visit/guide.ts'
import { keepNote, writeNotes } from '../visit/guide-note-store.ts'
import { choosePoints, readGuide, shareGuide } from '../visit/guide-store.ts'
import type { Slot } from '../visit/offer.ts'
import { offerMoments, offersOf } from '../visit/offer-store.ts'
import { agreeVisit } from '../visit/visit-change-store.ts'
import { askVisit, readVisit } from '../visit/visit-store.ts'
import type { DemoPersonKey } from './demo-cast.ts'
import type { Seed } from './demo-plan.ts'

const DAY = 86_400_000
const MINUTE = 60_000

/**
 * Going to look at each other's: Samira was at Lotte's last week and Bram at Anouk's, Ineke asks Anouk to come, Bram goes
 * to Kees, and Karin has moments left.
 */
export async function seedVisits(seed: Seed, planId: PlanId): Promise<void> {
  const before = { ...seed, now: momentOf(new Date(Date.parse(seed.now) - 14 * DAY)) }
  await seedPast(before, planId, slot(schoolDay(seed, -7), '09:30', 30), SAMIRA_AT_LOTTES)
  await seedPast(before, planId, slot(schoolDay(seed, -8), '10:45', 30), BRAM_AT_ANOUKS)
  const tuesday = weekday(seed, 2)
  const thursday = weekday(seed, 4)
  const asked = await offer(seed, 'karin', slot(tuesday, '09:30', 15), 'Ik lees graag voor.')
  await offer(seed, 'karin', slot(tuesday, '10:45', 30), 'Ik lees graag voor.')
  await offer(seed, 'karin', slot(thursday, '13:00', 30), '')
  const paul = await offer(seed, 'paul', slot(thursday, '09:00', 30), 'Rekenen mag ook.')
  await ask(seed, { by: 'ineke', visitor: 'anouk', host: 'ineke', offer: asked, question: '', planId: null })
  const question = 'Hoe laat je kinderen vertellen hoe ze rekenen?'
  const bram = await ask(seed, { by: 'bram', visitor: 'bram', host: 'kees', offer: paul, question, planId })
  await agree(seed, 'kees', bram)
}

type Looked = {
  readonly visitor: DemoPersonKey
  readonly host: DemoPersonKey
  readonly question: string
  readonly picks: readonly [Pick, Pick]
  /** What was seen at each. */
  readonly seen: readonly [string, string]
  readonly team: boolean
}

/** Lotte keeps what she recognises, and shares it with the team. */
const SAMIRA_AT_LOTTES: Looked = {
  visitor: 'samira',
  host: 'lotte',
  question: 'Hoe betrek je alle kinderen bij de instructie?',
  picks: ['check', 'question'],
  seen: [
    'Wisbordjes: in één oogopslag zag ik wie het al kon.',
    'Na elke vraag is het tien tellen stil. Pas dan noem je een naam. Een paar kinderen beginnen dan pas te denken.',
  ],
  team: true,
}
const BRAM_AT_ANOUKS: Looked = {
  visitor: 'bram',
  host: 'anouk',
  question: 'Hoe krijg je iedereen zo snel aan het lezen?',
  picks: ['start', 'talk'],
  seen: [
    'De boeken lagen klaar en jij las zelf ook. Binnen twee minuten was het stil.',
    'Na het lezen vertelden ze elkaar één zin. Ook wie anders weinig zegt.',
  ],
  team: false,
}

/** A visit that has been, with what was seen: half of it kept by whom it is about. */
async function seedPast(seed: Seed, planId: PlanId, at: Slot, looked: Looked) {
  const { visitor, host, question } = looked
  const taken = await offer(seed, 'karin', at, '')
  const id = await ask(seed, { by: visitor, visitor, host, offer: taken, question, planId })
  await agree(seed, host, id)
  await seedGuide(seed, id, looked)
}

async function seedGuide({ tx, cast, now }: Seed, id: VisitId, looked: Looked) {
  const [host, visitor] = [cast.member(looked.host), cast.member(looked.visitor)]
  must(await choosePoints(tx, host, id, { picks: looked.picks, stay: [], added: [] }))
  const visit = must(await readVisit(tx, host, id))
  const written = must(await readGuide(tx, host, visit)).points.map((point, place) => ({
    point: point.id,
    text: looked.seen[place] ?? '',
    base: 0,
    print: printOf(''),
  }))
  must(await writeNotes(tx, visitor, id, written, now))
  const notes = must(await readGuide(tx, host, visit)).notes
  for (const note of looked.team ? notes : notes.slice(0, 1))
    must(await keepNote(tx, host, id, { note: note.id, base: note.revision, text: null }, now))
  const shared = { visitor: true, coordinator: false, team: looked.team }
  must(await shareGuide(tx, host, id, shared, now))
}

type Asking = {
  readonly by: DemoPersonKey
  readonly visitor: DemoPersonKey
  readonly host: DemoPersonKey
  readonly offer: OfferId
  readonly question: string
  readonly planId: PlanId | null
}

/** The visit belongs to the visitor's own track, when there is one. */
async function ask({ tx, cast, now }: Seed, asking: Asking): Promise<VisitId> {
  const actor = cast.member(asking.by)
  const visitor = cast.people[asking.visitor]
  const plan = asking.planId && (await readPlan(tx, actor, asking.planId))
  const track = plan?.entries.find(({ personId }) => personId === visitor) ?? null
  const { offer: taken, question } = asking
  const visit = {
    visitor,
    host: cast.people[asking.host],
    chosen: { offer: taken },
    question,
    planId: track && asking.planId,
    entryId: track?.id ?? null,
  }
  return must(await askVisit(tx, actor, visit, { now, tell: nobody }))
}

/** Nothing leaves the demo school. */
const nobody = async () => {}

async function agree({ tx, cast, now }: Seed, who: DemoPersonKey, id: VisitId) {
  must(await agreeVisit(tx, cast.member(who), { id, revision: 1, now, tell: nobody }))
}

async function offer({ tx, cast, now }: Seed, who: DemoPersonKey, at: Slot, words: string): Promise<OfferId> {
  must(await offerMoments(tx, cast.member(who), { slots: [at], words }, now))
  const made = (await offersOf(tx, cast.member(who))).find(({ startsAt }) => startsAt === at.startsAt)
  if (!made) throw new Error('the demo moment that was just offered is not there')
  return made.id
}

function slot(day: Day, clock: string, minutes: number): Slot {
  const startsAt: Moment = momentInAmsterdam(`${day}T${clock}`) ?? momentOf(new Date(`${day}T${clock}:00Z`))
  return { startsAt, endsAt: momentOf(new Date(Date.parse(startsAt) + minutes * MINUTE)) }
}

const dayAfter = ({ now }: Seed, days: number) => new Date(Date.parse(now) + days * DAY)

/** The first such day of the week that is at least two days ahead. */
function weekday(seed: Seed, number: number): Day {
  const first = dayAfter(seed, 2)
  return dayOf(new Date(first.getTime() + ((number - first.getUTCDay() + 7) % 7) * DAY))
}

/** So many days from now, or the Friday before it when that is in a weekend. */
function schoolDay(seed: Seed, days: number): Day {
  const day = dayAfter(seed, days)
  const back = { 0: 2, 6: 1 }[day.getUTCDay()] ?? 0
  return dayOf(new Date(day.getTime() - back * DAY))
}

/** A seed that is refused is a mistake in the demo. */
function must<Answer>(answer: Answer): Exclude<NonNullable<Answer>, { readonly refused: string }> {
  if (answer === null || isRefusal(answer))
    throw new Error(`a demo visit was refused: ${JSON.stringify(answer)}`)
  return answer as Exclude<NonNullable<Answer>, { readonly refused: string }>
}
