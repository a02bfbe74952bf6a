import { type Entry, isGoal, TEXTS_OF, textOf } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { fingerprint } from '../writing/passage.ts'
import { type Item, itemKey, itemsOf } from './adoption.ts'

/** One text of the plan that can be typed in the meeting: whose, which field, and of which part of the plan. */
export type TypedPlace = {
  readonly of: Item
  readonly ownerId: string
  readonly field: string
  readonly key: string
  readonly text: string
}

/** The name of such a text in a form. */
export const placeKey = (ownerId: string, field: string) => `${ownerId}.${field}`

const placeOf = (of: Item, ownerId: string, field: string, text: string): TypedPlace => ({
  of,
  ownerId,
  field,
  key: placeKey(ownerId, field),
  text,
})

/**
 * The texts of an item that are typed where it is decided: a principle, the fields of a goal, the coordinator's
 * efforts; of the whole all of its parts on which is not decided apart. Who has a place is arranged in the plan.
 */
export function typedPlaces(plan: Plan, item: Item, apart: readonly Item[]): TypedPlace[] {
  switch (item.about) {
    case 'plan': {
      const parted = new Set(apart.map(itemKey))
      const parts = itemsOf(plan).filter((one) => one.about !== 'plan' && !parted.has(itemKey(one)))
      const places = parts.flatMap((part) => typedPlaces(plan, part, apart))
      // The effort at a goal stands among the fields of that goal already.
      return [...new Map(places.map((place) => [place.key, place])).values()]
    }
    case 'principle':
      return plan.principles
        .filter(({ id }) => id === item.subjectId)
        .map(({ id, text }) => placeOf(item, id, 'text', text.text))
    case 'goal': {
      const goal = entryOf(plan, item.subjectId)
      if (!goal || !isGoal(goal)) return []
      return TEXTS_OF[goal.kind].map((field) => placeOf(item, goal.id, field, textOf(goal, field)))
    }
    case 'effort':
      return plan.entries
        .filter((entry) => showsEffort(entry) && !isApart(entry, apart))
        .map((entry) => placeOf(item, entry.id, 'coordinatorEffort', textOf(entry, 'coordinatorEffort')))
    case 'places':
      return []
  }
}

/** An effort at a track that its teacher does not stand behind yet is nobody else's to see. */
const showsEffort = (entry: Entry) =>
  textOf(entry, 'coordinatorEffort') !== '' && (entry.kind !== 'teacher-track' || entry.agreedAt !== null)

/** A goal that is decided on apart has its effort with it. */
const isApart = ({ id }: Entry, apart: readonly Item[]) =>
  apart.some(({ about, subjectId }) => about === 'goal' && subjectId === id)

/** A text as it was typed; `base` is the fingerprint of the text with which its form was drawn. */
export type TypedText = { readonly key: string; readonly text: string; readonly base: string }

/** Somebody else saved another text meanwhile: nothing is stored, and both are shown. */
export type Clashed = { readonly refused: 'text-changed-meanwhile'; readonly keys: readonly string[] }

type Standing = { readonly key: string; readonly text: string }

/**
 * What a form changes in texts that stand somewhere: a field that its writer left as it was drawn changes nothing,
 * whoever wrote there meanwhile.
 */
export function typedChanges<Place extends Standing>(
  standing: readonly Place[],
  typed: readonly TypedText[],
) {
  const touched = typed.flatMap((one) => {
    const place = standing.find(({ key }) => key === one.key)
    const isLeft = !place || one.text === place.text || fingerprint(one.text) === one.base
    return isLeft ? [] : [{ place, text: one.text, isClash: fingerprint(place.text) !== one.base }]
  })
  const clashes = touched.filter(({ isClash }) => isClash).map(({ place }) => place.key)
  return { changes: touched.map(({ place, text }) => ({ place, text })), clashes }
}

/** A text that may not be empty: the words of a principle, the title of a goal. */
export const mayNotBeEmpty = (field: string) => field === 'text' || field === 'title'
