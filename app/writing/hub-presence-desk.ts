import type { beforeHandleAwarenessPayload, Connection, Document } from '@hocuspocus/server'
import { freeTone, presenceOf } from './hub-presence.ts'
import { type Seat, seatOf } from './hub-seat-desk.ts'

/** Nobody appears under another's name, in another's place, or as somebody who may only read. */
export async function verifyPresence({ states, connection, document }: beforeHandleAwarenessPayload<Seat>) {
  if (!connection || connection.readOnly) return states.clear()
  const seat = seatOf(connection)
  const { personId, name } = seat.visit.member.actor
  seat.tone ||= toneFor(document, seat)
  const own = document.getClients(connection) as Set<number>
  for (const [client, state] of states) {
    const isOwn = own.size === 0 || own.has(client)
    // One that says nothing is nobody: the library lays one of its own beside those that came in.
    const isNobody = Object.keys(state).length === 0
    if (isNobody || !isOwn || isTaken(document, connection, client)) states.delete(client)
    else states.set(client, presenceOf({ id: personId, name, tone: seat.tone }, state))
  }
  // One caret a place: a browser has one, whatever else it sends.
  for (const client of [...states.keys()].slice(1)) states.delete(client)
}

const personAt = (connection: Connection) => seatOf(connection).visit.member.actor.personId

/** Whether a colleague's browser goes by this number already. */
const isTaken = (document: Document, connection: Connection, client: number) =>
  document
    .getConnections()
    .some((other) => document.getClients(other).has(client) && personAt(other) !== personAt(connection))

/** The same person has one colour in a text, also on two screens. */
function toneFor(document: Document, seat: Seat) {
  const others = document.getConnections().map(seatOf)
  const { personId } = seat.visit.member.actor
  const mine = others.find((one) => one.tone > 0 && one.visit.member.actor.personId === personId)
  return mine?.tone ?? freeTone(others.map(({ tone }) => tone).filter((tone) => tone > 0))
}
