import type { Role } from './word-in-heads.ts'
import type { LabelField } from './word-in-label-words.ts'
import type { Label } from './word-in-labels.ts'
import { BULLET, hasBullet, hasDash, isBlank, isEmptyValue, type Line, withoutMark } from './word-in-lines.ts'
import type { Section } from './word-in-sections.ts'

/** A part of the source that fills a field: the label as written and the lines under it. */
export type Filling = {
  label: string | null
  meaning: Label | null
  lines: Line[]
  block: number
  under: string | null
  /** the text began on the line of its label */
  inline: boolean
}

/** A goal or a track while it is being read. */
export type EntryDraft = {
  section: Exclude<Section, 'principles'>
  role: Role | null
  head: Filling | null
  headText: string | null
  fields: Map<LabelField, Filling[]>
}

export const newEntry = (section: EntryDraft['section'], role: Role | null = null): EntryDraft => ({
  section,
  role,
  head: null,
  headText: null,
  fields: new Map(),
})

export const isGoal = (entry: EntryDraft) => entry.section === 'general' || entry.section === 'team'

const GOAL_LABELS: ReadonlySet<LabelField> = new Set([
  'startSituation',
  'approach',
  'executedBy',
  'coordinatorEffort',
  'evaluation',
  'moment',
])
const TRACK_LABELS: ReadonlySet<LabelField> = new Set([
  'startSituation',
  'goal',
  'approach',
  'support',
  'evaluation',
  'shareYieldWith',
  'teacherEffort',
  'memberEffort',
  'coordinatorEffort',
  'thirdPartyEffort',
  'moment',
])

/** The field that a label fills in this entry; null when its form has no such field. */
export function slotFor(entry: EntryDraft, field: LabelField): LabelField | null {
  if (isGoal(entry)) return GOAL_LABELS.has(field) ? field : null
  if (!TRACK_LABELS.has(field)) return null
  if (field === 'memberEffort' && entry.section === 'teachers') return 'teacherEffort'
  return field === 'teacherEffort' && entry.section === 'teams' ? 'memberEffort' : field
}

export const fullLines = (lines: readonly Line[]): Line[] =>
  lines.filter((line) => !isBlank(line) && !isEmptyValue(line.text))

/** Whether every line has a bullet or a dash, typed by hand. */
export const areMarked = (lines: readonly Line[]): boolean =>
  lines.length > 1 && lines.every((line) => hasBullet(line.text) || hasDash(line.text))

/** What the lines of a field say: bullets typed by hand are gone, a dash inside running text stays. */
export function valueOf(lines: readonly Line[]): string | null {
  const full = fullLines(lines)
  if (!full.length) return null
  const allMarked = areMarked(full)
  return full.map((line) => lineText(line, allMarked).trim().replace(/\t+/g, ' ')).join('\n')
}

/** A line without the sign of a point before it. */
export function lineText(line: Line, allMarked: boolean): string {
  if (allMarked) return withoutMark(line.text)
  if (hasBullet(line.text)) return line.text.replace(BULLET, '')
  return hasDash(line.text) && !line.soft && !line.list ? withoutMark(line.text) : line.text
}

/** A field's text from all that was written under its labels. */
export function fieldText(entry: EntryDraft, field: LabelField): string | null {
  const texts = (entry.fields.get(field) ?? [])
    .map((filling) => valueOf(filling.lines))
    .filter((text) => text !== null)
  return texts.length ? texts.join('\n') : null
}

export const hasText = (entry: EntryDraft, field: LabelField) => fieldText(entry, field) !== null
