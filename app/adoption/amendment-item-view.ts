import { longDay } from '../kernel/day.ts'
import { type Entry, isGoal, ownersOf } from '../plan/entry.ts'
import { effortOf, fieldLabels } from '../plan/entry-text.ts'
import type { Plan } from '../plan/plan.ts'
import { goalNumbers, lookupOf, trackName } from '../plan/plan-sheet.ts'
import type { Roster } from '../plan/roster.ts'
import {
  type Amendment,
  entryOfAmendment,
  fieldsOf,
  type GoalTies,
  newText,
  type Texts,
  tiesOfGoal,
} from './amendment.ts'
import type { AmendmentWords, SeenAmendment } from './amendment-scene.ts'
import { amendmentText } from './amendment-text.ts'
import { labelled, type Wording } from './item-view.ts'

type Named = Pick<Amendment, 'kind' | 'about' | 'subjectId'>

/** What an amendment is about, in the reader's words. */
export function amendmentTitle(plan: Plan, amendment: Named, roster: Roster, wording: Wording): string {
  const text = amendmentText(wording.language)
  const { kind, about, subjectId } = amendment
  if (kind === 'new') return about === 'principle' ? text.principleNew : text.goalNew
  if (about === 'principle') {
    const place = plan.principles.findIndex(({ id }) => id === subjectId)
    if (place < 0) return text.ofGone
    return kind === 'remove' ? text.principleOut(place + 1) : text.ofPrinciple(place + 1)
  }
  const entry = entryOfAmendment(plan, amendment)
  if (entry === null) return text.ofGone
  if (!isGoal(entry)) return text.ofTrack(trackName(entry, lookupOf(roster)))
  const number = goalNumbers(plan).get(entry.id) ?? ''
  return kind === 'remove' ? text.goalOut(number) : text.ofGoal(number)
}

/** What a field of it is called; a principle is one text. */
export function amendmentLabel(
  { amendment, entry, roster }: Pick<SeenAmendment, 'amendment' | 'entry' | 'roster'>,
  field: string,
  { language, terms }: Wording,
): string {
  if (amendment.about === 'principle') return amendmentText(language).newPrincipleLabel
  const [owner] = entry ? ownersOf(entry) : []
  const roles = roster.people.find(({ id }) => id === owner)?.roles ?? []
  const labels: Readonly<Record<string, string>> = fieldLabels(language, terms, effortOf(roles))
  return labels[field] ?? field
}

/** Vision lines and days in one line of text: 'Iedereen doet mee · 1 december 2026'. */
export function tiesLine(ties: GoalTies, roster: Roster, { language }: Wording): string {
  const lines = ties.visionLineIds.flatMap((id) => {
    const line = roster.visionLines.find((one) => one.id === id)
    return line ? [line.short || line.text] : []
  })
  return [...lines, ...ties.moments.map(({ onDay }) => longDay(onDay, language))].join(' · ')
}

/** How it is put to the team. */
export const amendmentWords = (wording: Wording): AmendmentWords => ({
  title: ({ plan, amendment, roster }) => amendmentTitle(plan, amendment, roster, wording),
  text: (scene) => teamText(scene, wording),
})

function teamText({ amendment, entry, roster }: SeenAmendment, wording: Wording): string {
  const text = amendmentText(wording.language)
  const after = amendment.kind === 'remove' ? amendment.base : textsAfter(amendment)
  const words =
    amendment.about === 'principle' ? (after['text'] ?? '') : allLabelled(amendment, after, wording)
  const ties =
    amendment.about === 'principle' ? '' : tiesLine(amendment.ties ?? tiesOfGoal(entry), roster, wording)
  const lines = [words, ties === '' ? '' : `${text.ties}: ${ties}`]
  const whole = lines.filter(Boolean).join('\n')
  return amendment.kind === 'remove' ? `${text.outText}\n${whole}` : whole
}

const textsAfter = (amendment: Amendment): Texts =>
  Object.fromEntries(fieldsOf(amendment.about).map((field) => [field, newText(amendment, field)]))

function allLabelled({ about }: Amendment, texts: Texts, { language, terms }: Wording) {
  const labels: Readonly<Record<string, string>> = fieldLabels(language, terms, 'coordinator')
  return fieldsOf(about)
    .filter((field) => (texts[field] ?? '') !== '')
    .map((field) => labelled(labels[field] ?? field, texts[field] ?? ''))
    .join('\n')
}

/** Whose track it is, by name. */
export const ownerName = (entry: Entry | null, roster: Roster) =>
  entry === null ? '' : trackName(entry, lookupOf(roster))
