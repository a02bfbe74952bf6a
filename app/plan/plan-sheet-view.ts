import type { EntryId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'
import type { Member } from '../session/actor.ts'
import { type Entry, isGoal, ownersOf, textOf } from './entry.ts'
import { type EntryWords, effortOf, entryText, type FieldLabels, fieldLabels } from './entry-text.ts'
import type { Plan } from './plan.ts'
import {
  firstLine,
  goalNumbers,
  type Lookup,
  lookupOf,
  type OpenCard,
  type PlanSheet,
  trackName,
} from './plan-sheet.ts'
import { type PlanWords, planText } from './plan-text.ts'

/** A sheet with all that its pieces look up, made once per page. */
export type Drawing = {
  readonly sheet: PlanSheet
  readonly plan: Plan
  readonly actor: Member
  readonly language: Language
  readonly terms: Terms
  readonly text: PlanWords
  readonly words: EntryWords
  readonly lookup: Lookup
  readonly numbers: ReadonlyMap<EntryId, string>
  /** Language and words of the school in one key. */
  readonly voice: string
  /** The address of the plan: '/plan/…'. */
  readonly href: string
}

export function drawing(sheet: PlanSheet): Drawing {
  const { plan, roster, reader } = sheet
  const { language, terms, actor } = reader
  return {
    sheet,
    plan,
    actor,
    language,
    terms,
    text: planText(language),
    words: entryText(language),
    lookup: lookupOf(roster),
    numbers: goalNumbers(plan),
    voice: `${language} ${terms.coordinator} ${terms.teacher}`,
    href: `/plan/${plan.id}`,
  }
}

/** What the pieces of an open card are drawn from. */
export type EditProps = { readonly entry: Entry; readonly d: Drawing; readonly open: OpenCard }

/** The id of a card on the page, and of the frame around it in which it turns into its form. */
export const cardId = (id: string) => `e-${id}`
export const frameId = (id: string) => `f-${id}`

/** The address at which the card of an entry is open, with the field to begin with. */
export const editHref = (href: string, id: string, at?: string, place = cardId(id)) =>
  `${href}?edit=${id}${at ? `&at=${at}` : ''}#${place}`

/** 'Anouk (groep 3)', 'Karin (intern begeleider)', 'Leerteam Rekenen'. */
export function ownerTitle(entry: Entry, d: Drawing): string {
  const name = trackName(entry, d.lookup)
  const person = entry.personId ? d.lookup.people.get(entry.personId) : undefined
  if (!person) return name
  const groups = person.groups.map(d.words.group)
  const role = effortOf(person.roles)
  const behind =
    groups.length > 0
      ? groups.join(', ')
      : role === 'teacher' || role === 'other'
        ? ''
        : d.words.role[role](d.terms)
  return behind ? `${name} (${behind})` : name
}

/** How an entry is spoken of in a sentence: 'doel 3', or whose track it is. */
export function spokenName(entry: Entry, d: Drawing): string {
  if (!isGoal(entry)) return trackName(entry, d.lookup)
  return d.words.goalShort(d.numbers.get(entry.id) ?? '')
}

/** 'doel 3 (Elk kind leest elke dag)': enough to know it by. */
export function longName(entry: Entry, d: Drawing): string {
  const title = isGoal(entry) ? firstLine(textOf(entry, 'title'), 40) : ''
  return title ? `${spokenName(entry, d)} (${title})` : spokenName(entry, d)
}

export function labelsOf(entry: Entry, d: Drawing): FieldLabels {
  const owner = ownersOf(entry)[0]
  const person = owner ? d.lookup.people.get(owner) : undefined
  return fieldLabels(d.language, d.terms, effortOf(person?.roles ?? []))
}
