import { shortDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { type Entry, isWritten, TEXTS_OF } from '../plan/entry.ts'
import { type EntryWords, entryText } from '../plan/entry-text.ts'
import { aboutOf, firstLine } from '../plan/plan-sheet.ts'
import { hangingOn, type Knot, type KnotOf, type LookingBack, type Thread } from './thread.ts'
import type { Label } from './thread-place.ts'
import { type ThreadWords, threadText } from './thread-text.ts'

/** A thread with what its words are made from. */
export type Telling = {
  readonly thread: Thread
  readonly language: Language
  readonly text: ThreadWords
  readonly words: EntryWords
  readonly byKey: ReadonlyMap<string, Knot>
  readonly under: ReadonlyMap<string, readonly Knot[]>
  /** Whether the reader sees the text of an entry. */
  readonly reads: (entry: Entry) => boolean
}

export const tellingOf = (thread: Thread, language: Language, reads: Telling['reads']): Telling => ({
  thread,
  language,
  reads,
  text: threadText(language),
  words: entryText(language),
  byKey: new Map(thread.knots.map((knot) => [knot.key, knot])),
  under: hangingOn(thread),
})

/** What stands beside a knot in the drawing. */
export function labelOf(knot: Knot, telling: Telling): Label {
  const { text } = telling
  switch (knot.kind) {
    case 'line':
      return { text: knot.line.text, under: knot.loose ? text.carriesNothing : retiredWord(knot, text) }
    case 'goal':
      return { text: `${knot.number}. ${aboutOf(knot.entry) || text.noTitle}` }
    case 'track':
      return {
        text: knot.name || text.noOwner,
        behind: groupsOf(knot, telling),
        under: trackLine(knot, telling),
      }
    case 'place':
      return { text: knot.name, under: text.noPlace }
    case 'evaluation':
      return { text: daysLine(knot.days, telling) }
  }
}

const retiredWord = (knot: KnotOf<'line'>, text: ThreadWords) =>
  knot.line.retiredAt === null ? '' : text.retired

const groupsOf = ({ groups }: KnotOf<'track'>, { words }: Telling) => groups.map(words.group).join(', ')

/** What a track is about, in one line; before the reader sees it, that it is being written. */
export function trackLine({ entry }: KnotOf<'track'>, { text, reads }: Telling): string {
  if (!reads(entry)) return text.stillWriting
  const written = TEXTS_OF[entry.kind].some((field) => isWritten(entry, field))
  return aboutOf(entry).replace(/\.$/, '') || (written ? '' : text.nothingWritten)
}

/** '27 nov, gedaan · 25 jun' */
export function daysLine(days: readonly LookingBack[], telling: Telling): string {
  if (days.length === 0) return telling.text.noDay
  return days.map((day) => dayWords(day, telling)).join(' · ')
}

function dayWords({ onDay, time, held }: LookingBack, { text, language }: Telling) {
  if (onDay === null) return time === 'mid' ? text.heldMid : text.heldEnd
  return held ? text.held(shortDay(onDay, language)) : shortDay(onDay, language)
}

/** How something is called where another hangs on it: 'doel 3', 'Anouk', 'Lezen en praten'. */
export function shortName(knot: Knot, telling: Telling): string {
  switch (knot.kind) {
    case 'line':
      return knot.line.short || firstLine(knot.line.text, 40)
    case 'goal':
      return telling.text.goal(knot.number)
    case 'evaluation':
      return `${telling.text.evaluation} ${daysLine(knot.days, telling)}`
    case 'track':
    case 'place':
      return knot.name
  }
}

const fullName = (knot: Knot, telling: Telling) => {
  const { text, behind, under } = labelOf(knot, telling)
  if (knot.kind === 'line') return text
  if (knot.kind === 'evaluation') return telling.text.onDays(text)
  return [behind ? `${text} (${behind})` : text, under].filter(Boolean).join(': ')
}

/** All of it in one sentence or three: what it is, what it hangs on, what hangs on it. */
export function sentenceFor(knot: Knot, telling: Telling): string {
  const { text } = telling
  const above = aboveNames(knot, telling)
  const below = belowNames(knot, telling)
  return [
    fullName(knot, telling).replace(/\.$/, ''),
    above && text.hangsOn(above).replace(/\.$/, ''),
    below && text.carries(below).replace(/\.$/, ''),
    knot.kind === 'line' && knot.loose && text.carriesNothingYet.replace(/\.$/, ''),
  ]
    .filter(Boolean)
    .join('. ')
    .concat('.')
}

export const aboveNames = (knot: Knot, telling: Telling) =>
  knot.on
    .flatMap((key) => telling.byKey.get(key) ?? [])
    .map((one) => shortName(one, telling))
    .join(', ')

export const belowNames = (knot: Knot, telling: Telling) =>
  (telling.under.get(knot.key) ?? []).map((one) => shortName(one, telling)).join(', ')
