import type { Connection, Document, Hocuspocus } from '@hocuspocus/server'
import { momentOf } from '../kernel/day.ts'
import { type PersonId, parseId, type SchoolId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { House } from '../session/desk.ts'
import { findMember, findSession, type Membership, type OpenSession } from '../session/session-store.ts'
import { idOf } from './document.ts'
import { openDocument, type Place } from './document-store.ts'
import type { NotStored } from './hub-text.ts'
import { keepersOf, type PassageKeeper } from './passage-keeper-desk.ts'
import type { Allowance } from './socket-allowance.ts'

/** Somebody with an open socket; who it is and what they may is asked anew again and again. */
export type Visit = {
  readonly token: string
  readonly session: OpenSession
  readonly language: Language
  member: Membership
  readonly allowance: Allowance
  /** How many texts were opened on it and not closed. */
  open: number
  /** Whether anything was typed since the session was last looked at: who writes is in. */
  hasTyped: boolean
  readonly close: (code: number, reason: string) => void
}

/** Somebody's place in one text. */
export type Seat = {
  readonly visit: Visit
  readonly place: Place
  readonly keeper: PassageKeeper
  /** The colour by which colleagues know them here; 0 until they begin. */
  tone: number
}

/** What became of storing: the revision of the passage (0: nothing was ever written), or why not. */
export type Outcome = { readonly stored: number } | { readonly refused: NotStored }

/** A text that is open, as the server knows it beside its words. */
export type OpenText = {
  readonly document: Document
  readonly schoolId: SchoolId
  readonly place: Place
  readonly keeper: PassageKeeper
  /** Of the stored document, to see whether somebody else changed it. */
  revision: number
  /** How large it is, about. */
  bytes: number
  /** Who changed it since it was stored, the last one last. */
  readonly writers: Map<PersonId, Visit>
  isDirty: boolean
  storing: Promise<Outcome> | null
  last: Outcome
}

/** Everything that belongs to writing together in one house. */
export type Hub = {
  readonly house: House
  readonly log: (line: string) => void
  readonly server: Hocuspocus<Seat>
  readonly texts: WeakMap<Document, OpenText>
  readonly visits: Set<Visit>
  isStopping: boolean
}

export const nowOf = (hub: Pick<Hub, 'house'>) => momentOf(hub.house.now())
export const seatOf = (connection: Connection) => connection.context as Seat
export const openTexts = ({ server, texts }: Hub): OpenText[] =>
  [...server.documents.values()].flatMap((document) => texts.get(document) ?? [])

/** The member behind a session's token; null when the session has ended or still waits for something. */
export async function memberBehind(house: House, token: string) {
  const session = await findSession(house.db, token, house.now())
  const member = session && !session.waitsFor ? await findMember(house.db, session, house.now()) : null
  return session && member ? { session, member } : null
}

/** Why somebody is not let into a text; the browser knows these words. */
export class Refused {
  readonly reason: 'not-there' | 'other-document' | 'too-much' | 'sorry'
  constructor(reason: Refused['reason']) {
    this.reason = reason
  }
}

// More than any page has fields.
const MOST_TEXTS = 60
const FIELD = /^[A-Za-z][A-Za-z-]{0,39}$/

/** The passage that a document's name tells: '<ownerId>:<field>'. */
export function passageNamed(name: string) {
  const [owner, field = '', ...more] = name.split(':')
  const ownerId = parseId(owner)
  return ownerId && FIELD.test(field) && more.length === 0 ? { ownerId, field } : null
}

/**
 * Lets somebody into a text, to read or to write. `known` is the document that the browser has a copy of ('' when it
 * has none): a copy of another one is never merged in. @throws Refused
 */
export async function takeSeat(hub: Hub, visit: Visit, name: string, known: string) {
  const named = passageNamed(name)
  if (!named) throw new Refused('not-there')
  if (visit.open >= MOST_TEXTS) throw new Refused('too-much')
  const { actor } = visit.member
  const found = await keepersOf(hub.house)(hub.house.db, actor, named.ownerId, named.field)
  if (!found) throw new Refused('not-there')
  const { keeper, sight } = found
  const { documents, loadingDocuments } = hub.server
  const isClosed = known === '' && !documents.has(name) && !loadingDocuments.has(name)
  const stored = await openDocument(hub.house.db, actor, sight.place, nowOf(hub), isClosed)
  if (known !== '' && known !== stored.id) throw new Refused('other-document')
  // A copy in memory of one that was made anew since: its readers open the new one.
  const open = hub.server.documents.get(name)
  if (open && !open.isLoading && idOf(open) !== stored.id) throw new Refused('sorry')
  return { seat: { place: sight.place, keeper, tone: 0 }, readOnly: !sight.write.may }
}
