import type { Wording } from '../adoption/item-view.ts'
import { nameOfEntry } from '../adoption/item-view.ts'
import { yearTitle } from '../kernel/school-year.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import type { EntryText } from '../plan/entry.ts'
import { fieldLabels } from '../plan/entry-text.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { mayReadTexts } from '../plan/plan-may.ts'
import { anybodyOf } from '../plan/plan-sight.ts'
import type { Roster } from '../plan/roster.ts'
import type { Talk } from '../writing/comment.ts'
import { inContext, isWaitingSuggestion, type Suggestion } from '../writing/suggestion.ts'
import type { BareSheet } from './item-plan-view.ts'
import { itemSheetText } from './item-sheet-text.ts'

type Reading = {
  readonly plan: Plan
  readonly roster: Roster
  readonly talk: Talk
  readonly wording: Wording
}

/** The suggestions on one text of the plan that nobody answered yet, each with its change marked. */
export function suggestionSheet(reading: Reading, ownerId: string): BareSheet | null {
  const { plan, roster, talk, wording } = reading
  const text = itemSheetText(wording.language)
  const heading = headingOf(reading, ownerId)
  if (heading === null) return null
  const waiting = talk.suggestions.filter((one) => one.ownerId === ownerId && isWaitingSuggestion(one))
  return {
    lead: `${text.planOf(yearTitle(plan.schoolYear))} · ${text.suggestions}`,
    heading,
    pieces: waiting.map((one) => pieceOf(one, reading)),
    since: text.diffSuggested,
    why: waiting.length === 0 ? text.noneWaiting : null,
    people: [...new Set(waiting.map(({ madeBy }) => nameOf(roster, madeBy) ?? text.someone))],
    decision: null,
    mayDecide: false,
    content: null,
  }
}

/** Null: it left the plan, or not everybody of the team reads it. */
function headingOf({ plan, roster, wording }: Reading, ownerId: string): string | null {
  const place = plan.principles.findIndex(({ id }) => id === ownerId)
  if (place >= 0) return `${itemSheetText(wording.language).about.principle} ${place + 1}`
  const entry = plan.entries.find(({ id }) => id === ownerId)
  return entry && mayReadTexts(anybodyOf(plan.schoolId), entry).may ? nameOfEntry(entry, roster) : null
}

function pieceOf(suggestion: Suggestion, { plan, roster, wording }: Reading): SheetPiece {
  const { language, terms } = wording
  const text = itemSheetText(language)
  const entry = entryOf(plan, suggestion.ownerId as NonNullable<ReturnType<typeof entryOf>>['id'])
  const labels = fieldLabels(language, terms, 'coordinator')
  const field = entry ? labels[suggestion.field as EntryText] : text.about.principle
  const { before, after } = inContext(suggestion)
  const by = nameOf(roster, suggestion.madeBy) ?? text.someone
  return { label: text.suggestedBy(field, by), before, text: after }
}

const nameOf = ({ people }: Roster, id: string | null) => people.find((person) => person.id === id)?.name
