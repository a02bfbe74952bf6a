import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import type { May, Refusal } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import type { House } from '../session/desk.ts'
import type { Collision, Saved } from './passage.ts'
import type { Place } from './passage-store.ts'

/** What an actor may do with one passage, said by the room that owns it. Who may not even read it gets no sight. */
export type PassageSight = {
  readonly place: Place
  /** Writes in it straight away, and takes suggestions over: holds the pen. */
  readonly write: May
  /** Suggests another text. */
  readonly suggest: May
  /** Leaves a suggestion aside: whose text it is, also when nobody writes in it any more. */
  readonly decline: May
  /** Says something about it: also where a text was agreed and nobody writes straight away. */
  readonly comment: May
  /** What it is a text of, for lists and mail: 'Anouk · Aanpak'. Never the text itself. */
  readonly title: (language: Language) => string
  /** The page on which it stands, with the card in sight. */
  readonly href: string
}

/**
 * A room that owns passages. Co-writing, suggestions and comments know only this: rights stay in the room itself.
 * Every answer is of the moment: it is asked again with every act.
 */
export type PassageKeeper = {
  /** Null: there is no such passage here, or this actor may not read it. */
  readonly find: (db: Db, actor: Actor, ownerId: string, field: string) => Promise<PassageSight | null>
  /** Writes the text by the rules of the room (rights, revision of the plan), as the room's own forms do. */
  readonly write: (
    db: Db,
    actor: Actor,
    place: Place,
    text: string,
    base: number | null,
    now: Moment,
  ) => Promise<Saved | Collision | Refusal<string>>
  /**
   * Inside the transaction in which co-writing stored a text: checks the right once more and raises what hangs on it
   * (the revision of entry and plan). A refusal rolls the text back.
   */
  readonly wrote: (tx: Db, actor: Actor, place: Place, now: Moment) => Promise<null | Refusal<string>>
  /**
   * Inside the transaction in which something was said about a passage (a comment, a suggestion): raises the revision
   * by which the page it stands on is kept. Whoever calls has checked the right.
   */
  readonly talked: (tx: Db, actor: Actor, place: Place) => Promise<void>
}

/** The first keeper that knows the passage. */
export function keepers(...rooms: PassageKeeper[]) {
  return async (db: Db, actor: Actor, ownerId: string, field: string) => {
    for (const keeper of rooms) {
      const sight = await keeper.find(db, actor, ownerId, field)
      if (sight) return { keeper, sight }
    }
    return null
  }
}

/** Finds a passage with the room that keeps it, for this actor at this moment. */
export type FindPassage = ReturnType<typeof keepers>

const found = new WeakMap<House, FindPassage>()

/** Said once, where the routes of this house are made. */
export const fillKeepers = (house: House, find: FindPassage) => void found.set(house, find)

/** The rooms of this house that own passages, asked as one. */
export function keepersOf(house: House): FindPassage {
  const find = found.get(house)
  if (!find) throw new Error('this house was made without keepers of its passages')
  return find
}
