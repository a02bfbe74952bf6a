import { newId } from '../kernel/id.ts'
import type { Member } from '../session/actor.ts'
import type { House } from '../session/desk.ts'
import { savedColumns } from './columns-store.ts'
import type { MessageLook, SheetLook } from './file-look.ts'
import { proposedFor } from './given.ts'
import { type Incoming, type IncomingId, isBusy } from './incoming.ts'
import { type Received, removeFolder } from './incoming-file-desk.ts'

/** Files on their way in, in the memory of this server: what is decided about them, and by whom. */

/** A file and what is being done with it. */
export type Kept = {
  readonly incoming: Incoming
  readonly folder: string
  /** Stops what is being done. */
  stop: AbortController
  work: Promise<void>
  readonly timer: NodeJS.Timeout
}

const HOUR = 3_600_000
/** So many of one person, and of all; what lies longest without anything being done goes first. */
const MOST = { own: 5, all: 20 } as const

const files = new Map<IncomingId, Kept>()

/** Lays a file before the person who brought it, with what is proposed; null when too many files are being read. */
export async function keepIncoming(
  house: House,
  actor: Member,
  { folder, fileName, size }: Received,
  look: SheetLook | MessageLook,
): Promise<Incoming | null> {
  const given = proposedFor(look, fileName, await savedColumns(house.db, actor))
  const own = [...files.values()].filter(({ incoming }) => isOf(incoming, actor))
  if (!(await makeRoom(own, MOST.own)) || !(await makeRoom([...files.values()], MOST.all))) return null
  const id = newId<'incoming'>()
  const { schoolId, personId } = actor
  const incoming: Incoming = { id, schoolId, personId, fileName, size, look, stage: { is: 'look', given } }
  const timer = setTimeout(() => void forget(id), HOUR).unref()
  files.set(id, { incoming, folder, stop: new AbortController(), work: Promise.resolve(), timer })
  return incoming
}

const isOf = (incoming: Incoming, { schoolId, personId }: Member) =>
  incoming.schoolId === schoolId && incoming.personId === personId

/** Lets the oldest go where there are too many; false when something is being done with all of them. */
async function makeRoom(kept: readonly Kept[], most: number): Promise<boolean> {
  if (kept.length < most) return true
  const oldest = kept.find(({ incoming }) => !isBusy(incoming))
  if (!oldest) return false
  await forget(oldest.incoming.id)
  return true
}

/** The file of this person; null when it is gone, or never was. */
export function keptFor(actor: Member, id: IncomingId): Kept | null {
  const kept = files.get(id)
  return kept && isOf(kept.incoming, actor) ? kept : null
}

/** Stops what is being done with a file, and throws it away. */
export async function forget(id: IncomingId): Promise<void> {
  const kept = files.get(id)
  if (!kept) return
  files.delete(id)
  clearTimeout(kept.timer)
  kept.stop.abort()
  await kept.work.catch(() => undefined)
  await removeFolder(kept.folder)
}

/** For the end of the server: what is being read or stored stops, and leaves nothing behind. */
export async function stopIncoming(): Promise<void> {
  await Promise.all([...files.keys()].map(forget))
}
