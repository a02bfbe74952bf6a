import type { MeetingItemId, PersonId, SayId, ThemeId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Say, SaySource } from '../meeting/meeting.ts'
import { tidyText } from '../writing/passage.ts'

/** What several notes of a look back have in common, in the team's words. */
export type Theme = {
  readonly id: ThemeId
  readonly item: MeetingItemId
  readonly title: string
  readonly position: number
  /** What the team says of it, once it was talked through. */
  readonly outcome: string
  /** It becomes a goal of next year's plan. */
  readonly becomesGoal: boolean
}

/** One short text that somebody brought in, as looking back uses it. */
export type LookNote = {
  readonly id: SayId
  readonly text: string
  readonly source: SaySource | null
  readonly person: PersonId
  readonly theme: ThemeId | null
}

export type ThemeRefusal =
  | 'theme-missing'
  | 'theme-too-long'
  | 'enough-themes'
  | 'theme-gone'
  | 'note-gone'
  | 'no-themes-here'

export const LONGEST_THEME = 120
export const LONGEST_OUTCOME = 1_000
export const MOST_THEMES = 24

/** The notes of an item: input that was brought in, in the order in which it came. */
export const notesOf = (says: readonly Say[], item: MeetingItemId): LookNote[] =>
  says
    .filter((say) => say.item === item && say.kind === 'input')
    .map(({ id, text, source, person, theme }) => ({ id, text, source, person, theme }))

export type Grouped = {
  readonly groups: readonly { readonly theme: Theme; readonly notes: readonly LookNote[] }[]
  /** In no theme, or in one that is gone. */
  readonly loose: readonly LookNote[]
}

/** Notes under their themes. Every note is there once, whatever became of its theme. */
export function grouped(notes: readonly LookNote[], themes: readonly Theme[]): Grouped {
  const known = new Set(themes.map(({ id }) => id))
  const inOrder = themes.toSorted(
    (one, other) => one.position - other.position || (one.id < other.id ? -1 : 1),
  )
  return {
    groups: inOrder.map((theme) => ({ theme, notes: notes.filter((note) => note.theme === theme.id) })),
    loose: notes.filter(({ theme }) => theme === null || !known.has(theme)),
  }
}

export function parseThemeTitle(raw: string): string | Refusal<ThemeRefusal> {
  const title = oneLine(raw)
  if (title === '') return refuse('theme-missing', 'title')
  return title.length > LONGEST_THEME ? refuse('theme-too-long', 'title') : title
}

export function parseThemeOutcome(raw: string): string | Refusal<ThemeRefusal> {
  const text = tidyText(raw.slice(0, 20_000))
  return typeof text !== 'string' || text.length > LONGEST_OUTCOME
    ? refuse('theme-too-long', 'outcome')
    : text
}

function oneLine(raw: string) {
  const text = tidyText(raw.slice(0, 4_000))
  return typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : ''
}
