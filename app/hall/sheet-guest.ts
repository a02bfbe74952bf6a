import type { ItemSheet } from '../lookback/item-sheet.ts'
import type { ItemKind, MeetingItem } from '../meeting/meeting.ts'
import { isAboutElsewhere } from '../meeting/meeting-plan.ts'
import type { Seat } from '../meeting/seat.ts'

/** Kinds of items of which the text is about no single colleague: as in the plan for readers outside the team. */
const FOR_GUESTS: readonly ItemKind[] = ['free', 'proposal', 'principle', 'goal', 'amendment']

/**
 * The sheet as it goes to the own screen of this seat. Whoever read the code from the wall can be a guest, so a guest gets
 * what a reader outside the team gets; the rest is followed in the room.
 */
export function sheetForSeat(
  sheet: ItemSheet,
  { kind, subjectId }: Pick<MeetingItem, 'kind' | 'subjectId'>,
  seat: Seat,
  inRoom: string,
): ItemSheet {
  // What a team said over its figures is shared with the team.
  const isOfTeam = isAboutElsewhere({ kind, subjectId }) || (kind === 'free' && leadsOn(sheet))
  if (seat.person !== null || (FOR_GUESTS.includes(kind) && !isOfTeam)) return sheet
  return { ...sheet, pieces: [], since: null, people: [], why: inRoom, look: null, print: null }
}

/** What leads to a page of the school is of the school. */
const leadsOn = ({ pieces }: ItemSheet) => pieces.some(({ more }) => more !== undefined)
