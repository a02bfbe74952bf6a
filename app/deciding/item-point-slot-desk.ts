import type { Db } from '../db/database.ts'
import type { MeetingId, SchoolId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { MeetingItem, Scene } from '../meeting/meeting.ts'
import { isAboutElsewhere } from '../meeting/meeting-plan.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import { itemSheetText } from './item-sheet-text.ts'

/** A point of free words on an agenda; `subjectId` null: it was put there before that was kept. */
export type AgendaPoint = Pick<MeetingItem, 'subjectId' | 'title'> & { readonly meetingId: MeetingId }

/** A room above this one of which something can stand on an agenda; null: the point is none of its own. */
export type PointRoom = {
  /** What of it the whole team may read, and no more. */
  pieces(
    db: Db,
    schoolId: SchoolId,
    point: AgendaPoint,
    language: Language,
  ): Promise<readonly SheetPiece[] | null>
  /** How it is called when nobody called it otherwise. */
  titles(db: Db, schoolId: SchoolId, point: AgendaPoint): Promise<Titles | null>
}
type Titles = Readonly<Record<Language, string>>

let rooms: readonly PointRoom[] = []

/** Said once, where the routes are made; the same for every house. */
export function fillPointRooms(given: readonly PointRoom[]) {
  rooms = given
}

/** What a point shows of what it is about; nothing where it is about itself. */
export async function piecesOfPoint(
  db: Db,
  schoolId: SchoolId,
  point: AgendaPoint,
  language: Language,
): Promise<readonly SheetPiece[]> {
  for (const room of rooms) {
    const pieces = await room.pieces(db, schoolId, point, language)
    if (pieces) return pieces
  }
  if (!isAboutElsewhere({ ...point, kind: 'free' })) return []
  return [{ label: '', before: null, text: itemSheetText(language).pointGone }]
}

/** A point by its name in this language, unless people gave it another one. */
export async function titledItem(
  db: Db,
  { meeting }: Scene,
  item: MeetingItem,
  language: Language,
): Promise<MeetingItem> {
  if (item.kind !== 'free') return item
  const point = { ...item, meetingId: meeting.id }
  for (const room of rooms) {
    const titles = await room.titles(db, meeting.schoolId, point)
    if (titles && Object.values(titles).includes(item.title)) return { ...item, title: titles[language] }
  }
  return item
}

const titled = new WeakMap<Scene, Map<Language, Promise<Scene>>>()

/** The same meeting with its points by their names in this language; worked out once for as long as it stands still. */
export function titledScene(db: Db, scene: Scene, language: Language): Promise<Scene> {
  const known = titled.get(scene) ?? new Map<Language, Promise<Scene>>()
  titled.set(scene, known)
  const reading = known.get(language) ?? withTitles(db, scene, language)
  known.set(language, reading)
  reading.catch(() => known.delete(language))
  return reading
}

async function withTitles(db: Db, scene: Scene, language: Language): Promise<Scene> {
  const items = await Promise.all(scene.items.map((item) => titledItem(db, scene, item, language)))
  return { ...scene, items }
}
