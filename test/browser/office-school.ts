import type { Db } from '../../app/db/database.ts'
import type { Day } from '../../app/kernel/day.ts'
import { bookSlot } from '../../app/office/appointment-store.ts'
import { chooseStandIn, tellDay, tellWeek } from '../../app/office/days-store.ts'
import { addHours, closeDay } from '../../app/office/hours-store.ts'
import { addSafe } from '../../app/office/safe-store.ts'
import { callHeavy, comeHeavy, handOnHeavy } from '../../app/question/heavy-store.ts'
import type { Cast } from '../cast.ts'
import { at } from '../visit-room.ts'
import { AFTER, done } from '../written-plan.ts'

const told = { now: AFTER, tell: async () => {} }
const TODAY = AFTER.slice(0, 10) as Day

/** Office hours on Thursday, a turn that Anouk has, own days, names for when it is not safe, and three calls. */
export async function keepsOffice(db: Db, { cast }: { readonly cast: Cast }) {
  const karin = cast.member('karin')
  const { people } = cast
  const hours = { weekday: '4', starts: '15:00', ends: '16:00', minutes: '20', place: 'kamer van Karin' }
  done(await addHours(db, karin, hours))
  await closeDay(db, karin, { day: '2026-12-03' as Day, isClosed: true }, TODAY)
  await tellWeek(db, karin, { 1: 'all', 2: 'all', 3: 'morning', 4: 'all' })
  await tellWeek(db, cast.member('anouk'), { 1: 'all', 3: 'afternoon' })
  await tellDay(db, cast.member('anouk'), { day: '2026-12-01' as Day, isIn: false }, TODAY)
  await tellDay(db, cast.member('sem'), { day: TODAY, isIn: false }, TODAY)
  await chooseStandIn(db, karin, people.paul, AFTER)
  const first = { with: people.karin, startsAt: at('2026-11-26T15:00'), about: null }
  const appointment = done(await bookSlot(db, cast.member('anouk'), first, told))
  done(await addSafe(db, karin, { kind: 'child', person: people.ineke, name: '', phone: '' }))
  const outside = { kind: 'confidant-outside', person: null, name: 'Marleen de Wit' } as const
  done(await addSafe(db, karin, { ...outside, phone: '06 5550 1234' }))
  const call = async (key: 'sem' | 'noor' | 'lotte') =>
    done(await callHeavy(db, cast.member(key), { question: null, to: null }, told))
  const waits = await call('sem')
  const coming = await call('noor')
  await comeHeavy(db, karin, { id: coming, ...told }, at('2026-11-25T12:15'))
  const handed = await call('lotte')
  await handOnHeavy(db, karin, { id: handed, ...told }, people.paul)
  return { appointment, waits }
}
