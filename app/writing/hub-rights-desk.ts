import type { Connection } from '@hocuspocus/server'
import type { Fact } from '../db/announce.ts'
import { keepSession } from '../session/session-store.ts'
import { type Hub, memberBehind, type OpenText, openTexts, seatOf, type Visit } from './hub-seat-desk.ts'
import { mergeStored, storeNow } from './hub-store-desk.ts'
import { keepersOf } from './passage-keeper-desk.ts'

/** The whole socket ends: the browser signs in again first. */
export const SIGNED_OUT = 4401
const NO_RIGHT = 4403

/**
 * Something happened in this process; a server of several processes passes on here what the others tell. Facts say
 * only that: every answer is read anew.
 */
export async function hearFact(hub: Hub, { topic, schoolId, id }: Fact): Promise<void> {
  const texts = openTexts(hub).filter((open) => open.schoolId === schoolId)
  if (topic === 'passage') {
    await Promise.all(texts.filter(({ place }) => place.ownerId === id).map((open) => mergeStored(hub, open)))
  } else if (topic === 'plan') {
    const moved = texts.filter(({ place }) => isOfScope(place.scopeId, id))
    await Promise.all(moved.map((open) => weighAgain(hub, open)))
  } else if (topic !== 'meeting') await checkVisits(hub, (visit) => isMeant(visit, { topic, schoolId, id }))
}

/** The texts of a plan lie under its id, those of its evaluations under a word before it. */
export const isOfScope = (scopeId: string, id: string) => scopeId === id || scopeId.endsWith(`:${id}`)

function isMeant({ session }: Visit, { topic, schoolId, id }: Fact) {
  if (session.schoolId !== schoolId) return false
  return topic === 'session' ? session.id === id : session.personId === id || id === schoolId
}

/** Asks of everyone who is meant whether they are still here, and what they may in the texts that they have open. */
export async function checkVisits(hub: Hub, isMeant: (visit: Visit) => boolean = () => true): Promise<void> {
  const visits = [...hub.visits].filter(isMeant)
  await Promise.all(visits.map((visit) => checkVisit(hub, visit)))
  await Promise.all(openTexts(hub).map((open) => weighAgain(hub, open, (one) => visits.includes(one))))
}

async function checkVisit(hub: Hub, visit: Visit) {
  const found = await memberBehind(hub.house, visit.token)
  if (!found) return visit.close(SIGNED_OUT, 'signed-out')
  visit.member = found.member
  if (visit.hasTyped) await keepSession(hub.house.db, found.session, hub.house.now())
  visit.hasTyped = false
}

/**
 * Weighs the rights of everyone in a text again. Whose right to write is gone writes nothing more from this moment;
 * what was typed before is stored as far as it still may be, and then their browsers come back and hear what they may.
 */
async function weighAgain(hub: Hub, open: OpenText, isMeant: (visit: Visit) => boolean = () => true) {
  const meant = open.document.getConnections().filter((connection) => isMeant(seatOf(connection).visit))
  const weighed = await Promise.all(meant.map((connection) => weigh(hub, connection)))
  const ends = weighed.filter((end) => end !== null)
  if (ends.length > 0 && open.isDirty) await storeNow(hub, open)
  for (const { connection, reason } of ends) connection.close({ code: NO_RIGHT, reason })
}

async function weigh(hub: Hub, connection: Connection) {
  const { visit, place } = seatOf(connection)
  const find = keepersOf(hub.house)
  const found = await find(hub.house.db, visit.member.actor, place.ownerId, place.field)
  if (found && found.sight.write.may !== connection.readOnly) return null
  connection.readOnly = true
  return { connection, reason: found ? 'scope' : 'not-there' }
}
