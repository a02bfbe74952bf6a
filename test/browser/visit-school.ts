import type { Db } from '../../app/db/database.ts'
import type { VisitId } from '../../app/kernel/id.ts'
import { printOf } from '../../app/visit/guide.ts'
import { writeNotes } from '../../app/visit/guide-note-store.ts'
import { choosePoints, shareGuide } from '../../app/visit/guide-store.ts'
import { askBySwap } from '../../app/visit/letter-desk.ts'
import { askSwap } from '../../app/visit/swap-store.ts'
import { NOW_MOMENT } from '../cast.ts'
import { ORIGIN, visitRoom } from '../visit-room.ts'

/** Before the pages are looked at, and after. */
const BEEN = '2026-11-24T09:30'
const TO_COME = '2027-01-12T09:30'
const LATER = '2027-01-14T09:30'

/** De Regenboog with a visit in each state: one that has been, one that is agreed, one that is asked, and a swap. */
export async function visitSchool(db: Db) {
  const room = await visitRoom(db)
  const { cast } = room
  const been = await room.agreed(BEEN)
  await choosePoints(db, cast.member('lotte'), been, { picks: ['check', 'tone'], stay: [], added: [] })
  const lines = [{ point: null, text: 'Na elke vraag is het tien tellen stil.', base: 0, print: printOf('') }]
  await writeNotes(db, cast.member('samira'), been, lines, NOW_MOMENT)
  const shared = { visitor: true, coordinator: false, team: true }
  await shareGuide(db, cast.member('lotte'), been, shared, NOW_MOMENT)
  const agreed = await room.agreed(TO_COME)
  const asked = (await room.ask('bram', 'kees', { offer: await room.offer('paul', TO_COME) })) as VisitId
  const other = (await room.ask('noor', 'petra', { offer: await room.offer('karin', LATER) })) as VisitId
  await room.agree('petra', other)
  await room.offer('karin', '2027-01-19T09:30')
  await swap(db, room, agreed)
  return { cast, been, agreed, asked }
}

async function swap(db: Db, { cast, told }: Awaited<ReturnType<typeof visitRoom>>, visit: VisitId) {
  const { now, tell } = told('samira')
  const ask = askBySwap({ actor: cast.member('samira'), now, origin: ORIGIN, from: null })
  await askSwap(db, cast.member('samira'), { visit, with: cast.people.noor }, { now, tell, ask })
}
