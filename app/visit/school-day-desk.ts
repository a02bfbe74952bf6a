import type { Db } from '../db/database.ts'
import { type Day, dayOf } from '../kernel/day.ts'
import type { Actor } from '../session/actor.ts'
import type { House } from '../session/desk.ts'
import type { Slot } from './offer.ts'
import type { AtVisits } from './visit-desk.ts'
import type { GivenMoment } from './visit-form.ts'

/** Whether there is school on a day: the year circle knows, a room above this one; filled in `home/`. */
export type IsSchoolDay = (db: Db, actor: Actor, day: Day) => Promise<boolean>
const fills = new WeakMap<House, IsSchoolDay>()

/** Said once, where the routes of this house are made. */
export const fillSchoolDays = (house: House, fill: IsSchoolDay) => void fills.set(house, fill)

/** Of these moments those on a day with school. */
export async function onSchoolDays<Moment extends Slot>(
  { desk, reader }: Pick<AtVisits, 'desk' | 'reader'>,
  slots: readonly Moment[],
): Promise<Moment[]> {
  const fill = fills.get(desk.house)
  const there: Moment[] = []
  for (const slot of slots) {
    const day = dayOf(new Date(slot.startsAt))
    if (!fill || (await fill(desk.db, reader.actor, day))) there.push(slot)
  }
  return there
}

/** Own time on a day without school; a moment that a colleague offers was looked at when it was offered. */
export const isOnFreeDay = async (at: Pick<AtVisits, 'desk' | 'reader'>, chosen: GivenMoment) =>
  'slot' in chosen && (await onSchoolDays(at, [chosen.slot])).length === 0
