import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { askBySwap, tellBy } from './letter-desk.ts'
import type { VisitTried } from './moment-view.tsx'
import { canSwap, type OpenSwap, swapAsks } from './swap.ts'
import { askSwap, endSwap, openSwapsOf, type Swapping, sayYes } from './swap-store.ts'
import { SwapPart } from './swap-view.tsx'
import type { Visit, VisitNo } from './visit.ts'
import { type AtVisits, colleaguesOf } from './visit-desk.ts'
import type { VisitForm } from './visit-form.ts'

const swapping = ({ desk, sending }: AtVisits): Swapping => ({
  now: desk.now,
  tell: tellBy(sending),
  ask: askBySwap(sending),
})

/** Asks a colleague to swap moments; answers the name of what was done. */
export async function askToSwap(at: AtVisits, visit: Visit, form: VisitForm): Promise<string | VisitNo> {
  const colleague = parseId<'person'>(form['swapWith'])
  if (colleague === null) return refuse('cover-unknown', 'swapWith')
  const given = { visit: visit.id, with: colleague }
  const answer = await askSwap(at.desk.db, at.reader.actor, given, swapping(at))
  return isRefusal(answer) ? answer : 'swap'
}

/** Yes: with an own visit, or as who is visited. */
export async function yesToSwap(at: AtVisits, form: VisitForm): Promise<string | VisitNo> {
  const swap = parseId<'visit-swap'>(form['swap'])
  if (swap === null) return refuse('swap-gone')
  const given = { swap, other: parseId<'visit'>(form['other']) }
  const answer = await sayYes(at.desk.db, at.reader.actor, given, swapping(at))
  if (isRefusal(answer)) return answer
  return answer === 'swapped' ? 'swapped' : 'swap-yes'
}

/** No, or the question taken back. */
export async function noToSwap(at: AtVisits, form: VisitForm): Promise<string | VisitNo> {
  const swap = parseId<'visit-swap'>(form['swap'])
  if (swap === null) return refuse('swap-gone')
  const answer = await endSwap(at.desk.db, at.reader.actor, swap, at.desk.now)
  return isRefusal(answer) ? answer : 'swap-no'
}

/** What waits for this reader: to choose an own visit, or a yes. */
export async function swapsAsked({ desk, reader, eyes }: AtVisits): Promise<OpenSwap[]> {
  const open = await openSwapsOf(desk.db, reader.actor, desk.now)
  return open.filter(({ swap, one, other }) => swapAsks(swap, one, other, eyes.me) !== null)
}

/** On the page of a visit, for its visitor as long as it can be swapped. */
export async function swapPiece(at: AtVisits, visit: Visit, tried: VisitTried | null) {
  const { desk, reader, eyes } = at
  if (eyes.me !== visit.visitor || !canSwap(visit, desk.now)) return null
  const open = (await openSwapsOf(desk.db, reader.actor, desk.now)).find(({ one }) => one.id === visit.id)
  return (
    <SwapPart visit={visit} open={open ?? null} colleagues={colleaguesOf(at)} tried={tried} eyes={eyes} />
  )
}
