import { dayOf, type Moment } from '../kernel/day.ts'
import type { AppointmentId, QuestionId } from '../kernel/id.ts'
import { bookSlot, makeAppointment } from '../office/appointment-store.ts'
import { type DayPart, WEEKDAYS, type Weekday } from '../office/days.ts'
import { chooseStandIn, tellWeek } from '../office/days-store.ts'
import type { FreeSlot } from '../office/hours.ts'
import { addHours } from '../office/hours-store.ts'
import type { SafeKind } from '../office/safe.ts'
import { addSafe } from '../office/safe-store.ts'
import { freeSlots } from '../office/slot-store.ts'
import type { DemoPersonKey } from './demo-cast.ts'
import type { Seed } from './demo-plan.ts'
import { must } from './demo-questions.ts'

type Week = Readonly<Partial<Record<Weekday, DayPart>>>
const ALL_WEEK = Object.fromEntries(WEEKDAYS.map((day) => [day, 'all'])) as Week

/** Who works part of the week; everybody else who said when they are there, is there every day. */
const WEEKS: Readonly<Partial<Record<DemoPersonKey, Week>>> = {
  karin: { 1: 'all', 2: 'all', 4: 'all' },
  anouk: { 1: 'all', 2: 'all', 3: 'morning', 4: 'all' },
  ineke: { 4: 'afternoon', 5: 'all' },
  petra: { 1: 'all', 2: 'all', 4: 'all', 5: 'all' },
  sem: { 3: 'all', 4: 'all', 5: 'all' },
  bram: { 1: 'all', 2: 'all', 3: 'all' },
  samira: { 3: 'morning', 4: 'all', 5: 'all' },
  hanneke: { 1: 'all', 3: 'all', 4: 'all' },
  eva: { 1: 'morning', 2: 'all', 4: 'all' },
}
/** Said nothing about it, and that is fine. */
const SILENT: readonly DemoPersonKey[] = ['noor', 'wilma']

/** When people are in school, who stands in for Karin, and her office hours on Tuesday and Thursday. */
export async function seedOffice(seed: Seed): Promise<void> {
  const { tx, cast, now } = seed
  const keys = Object.keys(cast.people) as DemoPersonKey[]
  for (const key of keys)
    if (!SILENT.includes(key)) done(await tellWeek(tx, cast.member(key), WEEKS[key] ?? ALL_WEEK))
  done(await chooseStandIn(tx, cast.member('karin'), cast.people.paul, now))
  for (const weekday of ['2', '4'])
    must(
      await addHours(tx, cast.member('karin'), {
        weekday,
        starts: '15:00',
        ends: '16:00',
        minutes: '20',
        place: 'de kamer van Karin',
      }),
    )
  await seedSafe(seed)
  const [, second] = await officeDays(seed)
  for (const [place, key] of (['youssef', 'bram'] as const).entries()) {
    const slot = second?.[place]
    if (slot) await book(seed, key, slot)
  }
}

/** To whom one goes when somebody is not safe; the last one is from outside the school. */
async function seedSafe({ tx, cast }: Seed) {
  const karin = cast.member('karin')
  const inside = (kind: SafeKind, key: DemoPersonKey) =>
    addSafe(tx, karin, { kind, person: cast.people[key], name: '', phone: '' })
  must(await inside('child', 'karin'))
  must(await inside('confidant', 'hanneke'))
  const outside = {
    kind: 'confidant-outside',
    person: null,
    name: 'Marleen de Wit',
    phone: '06 5550 1234',
  } as const
  must(await addSafe(tx, karin, outside))
}

const book = async ({ tx, cast, now }: Seed, key: DemoPersonKey, { startsAt }: FreeSlot) =>
  must(
    await bookSlot(
      tx,
      cast.member(key),
      { with: cast.people.karin, startsAt, about: null },
      { now, tell: nobody },
    ),
  )

/** Karin comes to somebody, in the middle of her next office hours; null: there are none, it is a holiday. */
export async function comesInOfficeHours(
  seed: Seed,
  to: DemoPersonKey,
  about: QuestionId,
): Promise<((tx: Seed['tx'], now: Moment) => Promise<AppointmentId>) | null> {
  const [first] = await officeDays(seed)
  const slot = first?.[1]
  if (!slot) return null
  const { cast } = seed
  const given = {
    with: cast.people[to],
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    place: slot.place,
    about,
  }
  return async (tx, now) =>
    must(await makeAppointment(tx, cast.member('karin'), given, { now, tell: nobody }))
}

/** The days of Karin's office hours on which all three turns are free, the first one first. */
async function officeDays({ tx, cast, now }: Seed): Promise<FreeSlot[][]> {
  const slots = await freeSlots(tx, cast.member('karin'), { with: cast.people.karin, now })
  const days = Map.groupBy(slots, ({ startsAt }) => dayOf(new Date(startsAt)))
  return [...days.values()].filter((turns) => turns.length === 3)
}

/** Nothing leaves the demo school. */
const nobody = async () => {}

/** What answers null when it is done. */
function done(answer: unknown) {
  if (answer !== null) throw new Error(`the office of the demo was refused: ${JSON.stringify(answer)}`)
}
