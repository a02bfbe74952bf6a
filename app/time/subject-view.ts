import type { EntryId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { capital } from '../kernel/sentence.ts'
import { isGoal, textOf } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { firstLine, goalNumbers, type Lookup, trackName } from '../plan/plan-sheet.ts'
import type { Subject } from './time.ts'
import { timeText } from './time-text.ts'

/** What subjects are called: the plan as its reader may see it, and the names of its people. */
export type Names = { readonly plan: Plan | null; readonly lookup: Lookup; readonly language: Language }

/** A subject in words: its name, and a small line that tells what it is. */
export function subjectWords(subject: Subject, names: Names): { name: string; note: string } {
  const text = timeText(names.language)
  if (subject.what === 'entry') return entryWords(subject.entryId, names)
  if (subject.what === 'ad-hoc') return { name: text.between.name, note: text.adHoc[subject.adHoc] }
  if (subject.what === 'other') return { name: text.pick.name, note: text.other }
  return text[subject.what]
}

function entryWords(id: EntryId, { plan, lookup, language }: Names) {
  const text = timeText(language)
  const entry = plan && entryOf(plan, id)
  if (!plan || !entry) return { name: text.pick.name, note: text.goneEntry }
  if (isGoal(entry)) {
    const number = text.goal(goalNumbers(plan).get(id) ?? '')
    return { name: firstLine(textOf(entry, 'title'), 48) || number, note: number }
  }
  return {
    name: trackName(entry, lookup),
    note: firstLine(textOf(entry, 'coordinatorEffort'), 40).replace(/\.$/, '') || text.track,
  }
}

const LONGEST_NOTE = 72

/** A subject as a choice of one tap: short to hit, with below it what it is. A goal is its number there. */
export function choiceWords(subject: Subject, names: Names): { name: string; note: string } {
  const said = subjectWords(subject, names)
  if (subject.what !== 'entry') return said
  const title = goalTitle(subject.entryId, names, LONGEST_NOTE)
  return title === '' ? said : { name: capital(said.note), note: title }
}

/** The first line of what a goal is called; '' for what is no goal of this plan, or has no words yet. */
export function goalTitle(id: EntryId, { plan }: Names, most?: number): string {
  const entry = plan && entryOf(plan, id)
  return entry && isGoal(entry) ? firstLine(textOf(entry, 'title'), most) : ''
}

/** In one line, for a list or a sentence: 'Even tussendoor (ouders bellen)'. */
export function subjectLine(subject: Subject, names: Names): string {
  const { name, note } = subjectWords(subject, names)
  return note === '' ? name : `${name} (${note})`
}
