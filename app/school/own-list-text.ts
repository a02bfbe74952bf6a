import { LANGUAGES, type Language, words } from '../kernel/language.ts'
import type { ListItem, ListRefusal } from './own-list.ts'

/** What one list calls its things. */
export type ListWords = {
  readonly title: string
  readonly back: string
  readonly under: string
  readonly add: string
  readonly nameHint: string
  readonly saved: string
  readonly isAway: string
  readonly names: Readonly<Record<string, string>>
  readonly refusal: Readonly<Record<ListRefusal, string>>
}

/** What every list of a school says alike. */
export const ownListText = words({
  nl: {
    builtIn: 'Van Rode Draad',
    own: 'Van jullie school',
    noOwn: 'Jullie school heeft er zelf nog geen bij gezet.',
    away: 'Weggelegd',
    awayNote: 'Wat weggelegd is kies je niet meer. Waar het al stond, blijft het staan.',
    name: 'Hoe noemen jullie het?',
    save: 'Zet erbij',
    putAway: 'Leg weg',
    putBack: 'Zet terug',
    isBack: 'Weer te kiezen.',
    notSaved: 'Dit staat er nog niet bij.',
    onlyManagers: 'Wegleggen doet wie de school beheert. Erbij zetten mag iedereen.',
  },
  en: {
    builtIn: 'From Rode Draad',
    own: 'From your school',
    noOwn: 'Your school has not added any yet.',
    away: 'Put away',
    awayNote: 'What is put away is no longer offered. Where it was used, it stays.',
    name: 'What do you call it?',
    save: 'Add',
    putAway: 'Put away',
    putBack: 'Put back',
    isBack: 'Offered again.',
    notSaved: 'This has not been added yet.',
    onlyManagers: 'Putting away is for who manages the school. Everybody may add one.',
  },
})

/** How one of a list is called in the language of these words. */
export const itemName = ({ key, name }: ListItem<string>, { names }: Pick<ListWords, 'names'>): string =>
  name ?? names[key] ?? ''

/** The names of a list by key. */
export const itemNames = <Key extends string>(
  items: readonly ListItem<Key>[],
  said: Pick<ListWords, 'names'>,
): ReadonlyMap<Key, string> => new Map(items.map((item) => [item.key, itemName(item, said)]))

/** What the built-in ones are called, in every language. */
export const builtInNames = (text: (language: Language) => ListWords): string[] =>
  LANGUAGES.flatMap((language) => Object.values(text(language).names))
