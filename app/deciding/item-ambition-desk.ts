import { ambitionPieces } from '../ambition/at-goal-desk.tsx'
import type { Db } from '../db/database.ts'
import { parseId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { ItemKind, MeetingItem, Scene } from '../meeting/meeting.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import { readPlan } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import { piecesOfPoint } from './item-point-slot-desk.ts'

/** Items that are about one goal or one track. */
const OF_ONE_ENTRY: readonly ItemKind[] = ['goal', 'track', 'evaluation']

/**
 * What stands beside an item that treats a goal with an ambition: where that stands today; and what a data talk or an
 * analysis says that is on the agenda. It is no part of what is decided.
 */
export async function besideItem(
  db: Db,
  actor: Actor,
  { meeting }: Scene,
  { kind, subjectId, title }: MeetingItem,
  language: Language,
): Promise<readonly SheetPiece[]> {
  const point = { subjectId, title, meetingId: meeting.id }
  if (kind === 'free') return piecesOfPoint(db, actor.schoolId, point, language)
  const isAmendment = kind === 'amendment'
  if (!meeting.planId || !(isAmendment || OF_ONE_ENTRY.includes(kind))) return []
  const entry = parseId<'entry'>(isAmendment ? null : subjectId)
  const amendment = parseId<'amendment'>(isAmendment ? subjectId : null)
  const about = entry ? { entry } : amendment ? { amendment } : null
  const plan = about && (await readPlan(db, actor, meeting.planId))
  return plan ? ambitionPieces(db, actor, plan, about, language) : []
}
