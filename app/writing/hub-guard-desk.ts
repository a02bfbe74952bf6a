import type { beforeSyncPayload } from '@hocuspocus/server'
import type { Doc } from 'yjs'
import { checkUpdate } from './document-check.ts'
import { type Hub, type OpenText, type Seat, seatOf } from './hub-seat-desk.ts'
import { hubText } from './hub-text.ts'
import { takeFrom } from './socket-allowance.ts'

/**
 * An open text grows no further: one of the greatest length, in which every word looks different, is half of this. What
 * is larger takes the time of everyone with every store. One that was mostly deleted is made anew when nobody has it
 * open. In bytes.
 */
export const LARGEST_OPEN = 400_000

type Message = Pick<beforeSyncPayload<Seat>, 'type' | 'payload' | 'document' | 'connection'>

/** Before a message reaches a text: what would spoil it for others ends here. @throws what ends the connection */
export function weighMessage(hub: Hub, { type, payload, document, connection }: Message): void {
  const open = hub.texts.get(document)
  if (!open) return
  // Type 0 asks for the whole text, types 1 and 2 carry an update.
  if (type === 0) return weighQuestion(open, connection)
  forgetPending(document)
  const check = checkUpdate(payload, document)
  if (check === 'unsound') throw { code: 4400, reason: 'unreadable' }
  if (check === 'empty' || connection.readOnly) return
  if (open.bytes + payload.length > LARGEST_OPEN) refuseMore(connection)
  open.bytes += payload.length
}

/** A text that is asked for counts as if it were sent: it costs the server as much. */
function weighQuestion(open: OpenText, connection: Message['connection']) {
  const { visit } = seatOf(connection)
  if (!takeFrom(visit.allowance, open.bytes, performance.now())) visit.close(1008, 'too-much')
}

/** The words stay with who wrote them: their browser gives them back. */
function refuseMore(connection: Message['connection']): never {
  const says = hubText(seatOf(connection).visit.language)['text-too-long']
  connection.sendStateless(JSON.stringify({ is: 'refused', n: null, says }))
  throw { code: 4403, reason: 'may-not' }
}

/**
 * Forgets what came without what it builds on. A browser sends in order, and all that is missing when it comes back;
 * what still waits will never fit, and would be kept and passed on for ever.
 */
export function forgetPending({ store }: Doc): void {
  store.pendingStructs = null
  store.pendingDs = null
}
