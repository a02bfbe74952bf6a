import { type May, no, type Refusal, yes } from '../kernel/refusal.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import { mayHoldPen } from '../plan/plan-may.ts'
import { type Actor, hasRole } from '../session/actor.ts'
import type { Piece, PieceRefusal } from './piece.ts'

/** Why somebody may or may not read, write or take along a piece. */
export type PieceBecause =
  | 'own-piece'
  | 'on-the-shelf'
  | 'draft-of-writer'
  | 'anyone-of-team'
  | 'only-team'
  | 'only-writer'
  | 'writer-left'
  | 'holds-pen'
  | 'coordinator-for-goals'
  | 'only-who-holds-pen'
  | 'archived'

/** Every way in which a piece is refused. */
export type PieceNo = Refusal<PieceRefusal> | { readonly refused: 'may-not'; readonly because: PieceBecause }

type Whose = Pick<Piece, 'writer' | 'sharedAt'>

const isMine = (actor: Actor, piece: Pick<Piece, 'writer'>) =>
  actor.kind === 'member' && piece.writer === actor.personId

/** A draft is its writer's alone; what lies on the shelf the whole team reads. Programs read nothing of it. */
export function mayReadPiece(actor: Actor, piece: Whose): May<PieceBecause> {
  if (isMine(actor, piece)) return yes('own-piece')
  if (piece.sharedAt === null) return no('draft-of-writer')
  return actor.kind === 'program' ? no('only-team') : yes('on-the-shelf')
}

export const mayStartPiece = (actor: Actor): May<PieceBecause> =>
  actor.kind === 'member' ? yes('anyone-of-team') : no('only-team')

/** Writing in a piece, putting it on the shelf, throwing it away. */
export const mayWritePiece = (actor: Actor, piece: Pick<Piece, 'writer'>): May<PieceBecause> =>
  isMine(actor, piece) ? yes('own-piece') : no('only-writer')

/** Taking it from the shelf: whose it is; of somebody who left the coordinator. */
export function mayWithdrawPiece(
  actor: Actor,
  piece: Pick<Piece, 'writer'>,
  hasLeft: boolean,
): May<PieceBecause> {
  const may = mayWritePiece(actor, piece)
  if (may.may) return may
  const isNobodys = hasLeft || piece.writer === null
  return isNobodys && hasRole(actor, 'coordinator') ? yes('writer-left') : may
}

/** Taking a piece along into a goal or track, or leaving it: whoever holds the pen there, also once it is adopted. */
export function mayTakePiece(actor: Actor, plan: Pick<Plan, 'phase'>, entry: Entry): May<PieceBecause> {
  if (plan.phase === 'archived') return no('archived')
  if (actor.kind !== 'member') return no('only-team')
  if (isGoal(entry))
    return hasRole(actor, 'coordinator') ? yes('coordinator-for-goals') : no('only-who-holds-pen')
  return mayHoldPen(actor, entry).may ? yes('holds-pen') : no('only-who-holds-pen')
}
