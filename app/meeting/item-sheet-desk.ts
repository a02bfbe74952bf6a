import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import type { Actor } from '../session/actor.ts'
import type { ItemSheet } from './item-sheet.ts'
import type { MeetingItem, Scene } from './meeting.ts'

export type SheetDesk = { readonly db: Db; readonly now: Moment }
export type Wording = { readonly language: Language; readonly terms: Terms }

/** What an item shows on the wall and on every phone; one reading serves them all until something changes. */
export async function sheetOfItem(
  _desk: SheetDesk,
  _actor: Actor,
  _scene: Scene,
  item: MeetingItem,
  _wording: Wording,
): Promise<ItemSheet> {
  return {
    lead: '',
    heading: item.title,
    pieces: item.text === '' ? [] : [{ label: '', before: null, text: item.text }],
    why: null,
    people: [],
    decision: null,
    mayDecide: false,
    print: null,
  }
}
