import { type May, no, yes } from '../kernel/refusal.ts'
import { type Actor, hasRole, personOf } from '../session/actor.ts'
import type { Note } from './guide.ts'
import type { Visit } from './visit.ts'

/** Why somebody may or may not, around an observation guide. */
export type GuideBecause =
  | 'visited'
  | 'looks'
  | 'shared-with-you'
  | 'shared-with-coordinator'
  | 'shared-with-team'
  | 'only-visited'
  | 'between-these-two'
  | 'own-proposal'

type GuideMay = May<GuideBecause>

const isHost = (actor: Actor, visit: Visit) => personOf(actor) === visit.host
const isVisitor = (actor: Actor, visit: Visit) => personOf(actor) === visit.visitor

/** The points: the two, and with whom the host shares. A program and the product itself never. */
export function mayReadGuide(actor: Actor, visit: Visit): GuideMay {
  if (isHost(actor, visit)) return yes('visited')
  if (isVisitor(actor, visit)) return yes('looks')
  return sharedWith(actor, visit)
}

/** What was seen and is kept: whom it is about, and with whom that teacher shares it. */
export function mayReadNotes(actor: Actor, visit: Visit): GuideMay {
  if (isHost(actor, visit)) return yes('visited')
  if (isVisitor(actor, visit) && visit.shared.visitor) return yes('shared-with-you')
  return sharedWith(actor, visit)
}

function sharedWith(actor: Actor, visit: Visit): GuideMay {
  if (actor.kind !== 'member' || visit.state !== 'agreed') return no('between-these-two')
  if (visit.shared.team) return yes('shared-with-team')
  return visit.shared.coordinator && hasRole(actor, 'coordinator')
    ? yes('shared-with-coordinator')
    : no('between-these-two')
}

/** Which points are looked at, and who reads it: whom it is about. */
export const mayKeepGuide = (actor: Actor, visit: Visit): GuideMay =>
  isHost(actor, visit) ? yes('visited') : no('only-visited')

/** Writing down what one saw: who looks proposes, who is visited keeps. */
export function mayWriteNotes(actor: Actor, visit: Visit): GuideMay {
  if (isHost(actor, visit)) return yes('visited')
  return isVisitor(actor, visit) ? yes('looks') : no('between-these-two')
}

/** Throwing a note away: whom it is about any of them; who looked an own one that is not kept yet. */
export function mayDropNote(actor: Actor, visit: Visit, note: Pick<Note, 'author' | 'keptAt'>): GuideMay {
  if (isHost(actor, visit)) return yes('visited')
  const own = isVisitor(actor, visit) && note.author === personOf(actor) && note.keptAt === null
  return own ? yes('own-proposal') : no('only-visited')
}

/** What of the notes this reader sees. */
export function notesFor(actor: Actor, visit: Visit, notes: readonly Note[]): Note[] {
  if (isHost(actor, visit)) return [...notes]
  const kept = mayReadNotes(actor, visit).may
  return notes.filter((note) =>
    note.keptAt === null ? isVisitor(actor, visit) && note.author === personOf(actor) : kept,
  )
}
