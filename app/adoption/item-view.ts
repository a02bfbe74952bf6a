import { aimSentence } from '../form/aim-text.ts'
import { longDay } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { parseRich, plainOf } from '../kernel/rich.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { aimText } from '../plan/aim-text.ts'
import { type Entry, isGoal, TEXTS_OF, textOf } from '../plan/entry.ts'
import { fieldLabels } from '../plan/entry-text.ts'
import { entriesOf, entryOf, type Plan } from '../plan/plan.ts'
import { goalNumbers, lookupOf, trackName } from '../plan/plan-sheet.ts'
import { type Roster, withoutPlace } from '../plan/roster.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { contentOf, type Item, type ItemWords, itemFrom, itemKey } from './adoption.ts'
import { adoptionText } from './adoption-text.ts'

/** With which words an item is put forward: language and the school's own terms. */
export type Wording = { readonly language: Language; readonly terms: Terms }

export function itemTitle(plan: Plan, item: Item, { language, terms }: Wording): string {
  const text = adoptionText(language)
  switch (item.about) {
    case 'plan':
      return text.whole(yearTitle(plan.schoolYear))
    case 'principle': {
      const place = plan.principles.findIndex((principle) => principle.id === item.subjectId)
      return place < 0 ? text.principleGone : text.principle(place + 1)
    }
    case 'goal': {
      const goal = entryOf(plan, item.subjectId)
      return goal ? text.goal(goalNumbers(plan).get(goal.id) ?? '') : text.goalGone
    }
    case 'effort':
      return text.effort(terms)
    case 'places':
      return text.places
  }
}

/** What a decision is about, in the reader's words: its stored title has the language of who opened it. */
export function decisionTitle(plan: Plan, decision: SeenDecision, wording: Wording): string {
  const item = itemFrom(decision)
  return item && contentOf(plan, item) !== null ? itemTitle(plan, item, wording) : decision.title
}

/** How items read in these words, for what is put forward. */
export const itemWords = (wording: Wording): ItemWords => ({
  title: (plan, item) => itemTitle(plan, item, wording),
  text: (plan, roster, item, apart) => itemText(plan, roster, item, apart, wording),
})

/** An item in a list: a principle or a goal with its words. */
export function itemLabel(plan: Plan, item: Item, wording: Wording): string {
  const title = itemTitle(plan, item, wording)
  const words = firstWords(plan, item)
  return words === '' ? title : `${title}: ${words}`
}

function firstWords(plan: Plan, item: Item) {
  if (item.about === 'principle')
    return plainOf(plan.principles.find((one) => one.id === item.subjectId)?.text.text ?? '')
  const goal = item.about === 'goal' ? entryOf(plan, item.subjectId) : null
  return goal ? plainOf(textOf(goal, 'title')) : ''
}

/** The text of an item as the team reads it; of the whole without what is put forward apart. */
export function itemText(
  plan: Plan,
  roster: Roster,
  item: Item,
  apart: readonly Item[],
  wording: Wording,
): string {
  switch (item.about) {
    case 'plan':
      return wholeText(plan, roster, new Set(apart.map(itemKey)), wording)
    case 'principle':
      return plan.principles.find((principle) => principle.id === item.subjectId)?.text.text ?? ''
    case 'goal': {
      const goal = entryOf(plan, item.subjectId)
      return goal ? goalText(goal, wording) : ''
    }
    case 'effort':
      return effortText(plan, roster, wording)
    case 'places':
      return placesText(plan, roster, wording)
  }
}

function wholeText(plan: Plan, roster: Roster, apart: ReadonlySet<string>, wording: Wording) {
  const text = adoptionText(wording.language)
  const piece = (item: Item) =>
    apart.has(itemKey(item))
      ? `${itemTitle(plan, item, wording)} (${text.apart})`
      : `${itemTitle(plan, item, wording)}\n${itemText(plan, roster, item, [], wording)}`
  return [
    ...plan.principles.map((principle) => piece({ about: 'principle', subjectId: principle.id })),
    ...[...entriesOf(plan, 'general-goal'), ...entriesOf(plan, 'team-goal')].map((goal) =>
      piece({ about: 'goal', subjectId: goal.id }),
    ),
    piece({ about: 'effort', subjectId: null }),
    piece({ about: 'places', subjectId: null }),
    ...aimLines(plan, wording),
  ].join('\n\n')
}

function aimLines({ preventiveAim }: Plan, { language, terms }: Wording): string[] {
  if (preventiveAim === null) return []
  return [`${aimText(language).title}\n${aimSentence(preventiveAim, language, terms)}`]
}

function goalText(goal: Entry, { language, terms }: Wording) {
  const labels = fieldLabels(language, terms, 'coordinator')
  const lines = TEXTS_OF[goal.kind]
    .filter((field) => textOf(goal, field) !== '')
    .map((field) => labelled(labels[field], textOf(goal, field)))
  const days = goal.moments.map((moment) => longDay(moment.onDay, language)).join(', ')
  return [...lines, ...(days === '' ? [] : [`${adoptionText(language).days}: ${days}`])].join('\n')
}

function effortText(plan: Plan, roster: Roster, wording: Wording) {
  const text = adoptionText(wording.language)
  const shown = plan.entries.filter((entry) => textOf(entry, 'coordinatorEffort') !== '' && !isHidden(entry))
  return shown
    .map((entry) => {
      const about = isGoal(entry)
        ? itemTitle(plan, { about: 'goal', subjectId: entry.id }, wording)
        : text.with(nameOfEntry(entry, roster))
      return labelled(about, textOf(entry, 'coordinatorEffort'))
    })
    .join('\n')
}

/** 'Aanpak: …' on one line; a list or more paragraphs begin below the label. */
export function labelled(label: string, text: string) {
  const [first, ...more] = parseRich(text)
  return first?.kind === 'paragraph' && more.length === 0 ? `${label}: ${text}` : `${label}:\n${text}\n`
}

const isHidden = (entry: Entry) => entry.kind === 'teacher-track' && entry.agreedAt === null

function placesText(plan: Plan, roster: Roster, { language }: Wording) {
  const tracks = entriesOf(plan, 'teacher-track', 'learning-team-track').map((entry) =>
    nameOfEntry(entry, roster),
  )
  const without = withoutPlace(plan, roster).map((one) => one.name)
  return [
    tracks.join(', '),
    ...(without.length === 0 ? [] : [adoptionText(language).placeless(without.join(', '))]),
  ].join('\n')
}

/** Whose track it is, or the title of a goal. */
export const nameOfEntry = (entry: Entry, roster: Roster): string =>
  isGoal(entry) ? plainOf(textOf(entry, 'title')) : trackName(entry, lookupOf(roster))
