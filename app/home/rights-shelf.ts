import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { May } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import type { Phase } from '../plan/plan.ts'
import type { Actor } from '../session/actor.ts'
import {
  mayReadPiece,
  mayStartPiece,
  mayTakePiece,
  mayWithdrawPiece,
  mayWritePiece,
} from '../shelf/piece-may.ts'

type Ask = (actor: Actor, plan: { phase: Phase }) => May
type Of = { readonly goal: Entry; readonly track: Entry; readonly teamTrack: Entry }

const DRAFT = { writer: 'owner' as PersonId, sharedAt: null }
const SHARED = { ...DRAFT, sharedAt: '2026-11-19T09:42:00.000Z' as Moment }

/** Every act on the shelf, with the one place that decides about it; the pieces are of the owner. */
export const shelfActs = ({ goal, track, teamTrack }: Of): Record<string, Ask> => ({
  'begin a piece for the shelf': (actor) => mayStartPiece(actor),
  'read a piece that does not lie on the shelf': (actor) => mayReadPiece(actor, DRAFT),
  'read a piece on the shelf': (actor) => mayReadPiece(actor, SHARED),
  'write in a piece, put it on the shelf or throw it away': (actor) => mayWritePiece(actor, SHARED),
  'take a piece from the shelf': (actor) => mayWithdrawPiece(actor, SHARED, false),
  'take the piece of somebody who left from the shelf': (actor) => mayWithdrawPiece(actor, SHARED, true),
  'take a piece into a goal': (actor, plan) => mayTakePiece(actor, plan, goal),
  'take a piece into a teacher’s track': (actor, plan) => mayTakePiece(actor, plan, track),
  'take a piece into a learning team’s track': (actor, plan) => mayTakePiece(actor, plan, teamTrack),
})
