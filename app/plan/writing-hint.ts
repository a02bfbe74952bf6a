import { plainOf } from '../kernel/rich.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { daysIn } from './day-words.ts'
import type { EntryText } from './entry.ts'

/** Something to think about while writing. Never in the way: a text with hints is stored as it is. */
export type WritingHint =
  /** Words that do something for the teacher, and how the same is done together. */
  | { readonly kind: 'together'; readonly said: string; readonly instead: string }
  | { readonly kind: 'no-date' }

/** What a hint looks at: the text as it is stored or typed, and what stands beside it. */
export type Written = {
  readonly field: EntryText
  readonly text: string
  readonly schoolYear: SchoolYear
  /** whether a day was chosen on which one looks back */
  readonly hasMoments: boolean
}

/** Texts that say who does what: there 'voor' or 'met' makes the difference. */
const WORKING: readonly EntryText[] = ['approach', 'support', 'coordinatorEffort', 'thirdPartyEffort']

/** The hints for one text, in a fixed order; for most texts there are none. */
export function hintsFor({ field, text, schoolYear, hasMoments }: Written): WritingHint[] {
  const words = plainOf(text)
  const hints: WritingHint[] = WORKING.includes(field) ? together(words) : []
  if (field === 'evaluation' && words !== '' && !hasMoments && daysIn(words, schoolYear).length === 0)
    hints.push({ kind: 'no-date' })
  return hints
}

const FOR_TEACHER =
  /(?<![\p{L}\p{N}-])(?:(?<voor>voor)\s+(?:de\s+(?:leraar|leraren|leerkracht|leerkrachten|juf|meester|collega|collega’s|collega's)|(?:leraren|leerkrachten)|(?:juf|meester)\s+\p{Lu}\p{L}+)|for\s+(?:the\s+teachers?|teachers))(?![\p{L}\p{N}-])/iu

/** 'Ruimte voor de leraar', 'voor de leraar is dit nieuw': there it is no work done for somebody. */
const OTHER_SENSE_BEFORE =
  /(?:^|[^\p{L}])(?:tijd|ruimte|rust|aandacht|waardering|goed|fijn|nieuw|belangrijk|handig|prettig|lastig|veilig|ook|en niet|niet|geen|time|room|space|good|new|important|not)\s+$/iu
const OTHER_SENSE_AFTER =
  /^\s+(?:is|zijn|was|waren|wordt|worden|geldt|betekent|blijft|voelt|die|dat|is|are|was|were|means|who)(?![\p{L}])/iu

function together(words: string): WritingHint[] {
  const found = FOR_TEACHER.exec(words)
  if (!found) return []
  const [said] = found
  if (OTHER_SENSE_BEFORE.test(words.slice(Math.max(0, found.index - 24), found.index))) return []
  if (OTHER_SENSE_AFTER.test(words.slice(found.index + said.length))) return []
  return [{ kind: 'together', said, instead: withInstead(said) }]
}

/** 'Voor de leraar' -> 'Met de leraar' */
const withInstead = (said: string) =>
  said.replace(/^\p{L}+/u, (word) => {
    const other = word.toLowerCase() === 'for' ? 'with' : 'met'
    return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other
  })
