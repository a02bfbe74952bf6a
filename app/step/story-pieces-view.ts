import type { Amendment } from '../adoption/amendment.ts'
import { changesIn } from '../adoption/amendment.ts'
import { NOW_REF, type VersionLine } from '../adoption/version-line.ts'
import { type Evaluation, isSaid, textIn } from '../evaluation/evaluation.ts'
import { dayOf, type Moment } from '../kernel/day.ts'
import { plainOf } from '../kernel/rich.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import type { FieldLabels } from '../plan/entry-text.ts'
import type { Plan } from '../plan/plan.ts'
import { firstLine } from '../plan/plan-sheet.ts'
import type { Step } from './step.ts'
import { dayOnLine, type StoryPiece, type Written, type WrittenDay, writtenDays } from './story.ts'
import type { StoryWords } from './story-text.ts'

/** In characters: a line of time shows one line of what was said. */
const NOTE = 160
/** More fields on one day are counted too. */
const MOST_FIELDS = 3

const dayIn = (at: Moment) => dayOf(new Date(at))

/** Steps as they stand on the line: those done or let go, and those that have a day. */
export const stepPieces = (steps: readonly Step[], text: StoryWords): StoryPiece[] =>
  steps.flatMap((step) => {
    const on = dayOnLine(step)
    if (on === null) return []
    const title = step.ended?.as === 'let-go' ? text.letGo(step.what) : step.what
    const at = step.ended?.at ?? null
    const piece = { kind: 'step', on, at, title, note: step.ended?.saw ?? '', href: `#s-${step.id}` } as const
    return [step.ended ? piece : { ...piece, isOpen: true }]
  })

/** Looking back: when it was done, with a line of it, and the days that are set for it. */
export function evaluationPieces(
  entry: Entry,
  evaluations: readonly Evaluation[],
  text: StoryWords,
  href: string,
): StoryPiece[] {
  const written = evaluations.filter((one) => one.entryId === entry.id && isSaid(one))
  const to = `${href}/evaluation#e-${entry.id}`
  const looked = written.map((one): StoryPiece => {
    const said = textIn(one, 'saw') || textIn(one, 'learned')
    return {
      kind: 'evaluation',
      on: dayIn(one.at),
      at: one.at,
      title: text.looked[one.time],
      note: firstLine(said, NOTE),
      href: to,
    }
  })
  const set = entry.moments.filter(({ occasion }) => !written.some(({ time }) => time === occasion))
  const days = set.map(({ onDay, occasion }): StoryPiece => {
    const title = text.moment[occasion]
    return { kind: 'evaluation', on: onDay, at: null, title, note: '', href: to, isOpen: true }
  })
  return [...looked, ...days]
}

/** What happened to the text: written, stood behind, adopted, changed together. */
export type TextLife = {
  readonly plan: Plan
  readonly entry: Entry
  /** What this reader may know of. */
  readonly written: readonly Written[]
  readonly amendments: readonly Amendment[]
  /** How the plan stood, newest first; what was written on a day lies between two of them. */
  readonly versions: readonly Pick<VersionLine, 'ref' | 'at'>[]
  readonly labels: FieldLabels
  /** Whose track it is. */
  readonly owner: string
}

export function textPieces(life: TextLife, text: StoryWords): StoryPiece[] {
  const told = [...amended(life, text), ...adopted(life, text), ...agreed(life, text)]
  const days = writtenDays(life.written, new Set(amended(life, text).map(({ on }) => on)))
  const fields = days.map(
    (day): StoryPiece => ({
      ...textPiece(day.on, day.at),
      title: writtenWords(day.fields, life.labels, text),
      href: shownIn(day, life),
    }),
  )
  return [...fields, ...told]
}

/** The two versions between which it was written, beside each other; without one before it, the list of versions. */
export function shownIn(
  { since, at }: Pick<WrittenDay, 'since' | 'at'>,
  { plan, versions }: { readonly plan: Pick<Plan, 'id'> } & Pick<TextLife, 'versions'>,
): string {
  const before = versions.find((version) => version.at < since)
  const after = versions.findLast((version) => version.at >= at)
  const list = `/plan/${plan.id}/versions`
  return before ? `${list}/compare?from=${before.ref}&to=${after?.ref ?? NOW_REF}` : list
}

function writtenWords(fields: readonly string[], labels: FieldLabels, text: StoryWords) {
  const names = wordsFor(fields, labels)
  return fields.length > MOST_FIELDS ? text.writtenMany(fields.length, names) : text.written(names)
}

const textPiece = (on: StoryPiece['on'], at: Moment | null) =>
  ({ kind: 'text', on, at, title: '', note: '', href: null }) as const

const wordsFor = (fields: readonly string[], labels: FieldLabels) =>
  fields.map((field) => (labels as Readonly<Record<string, string>>)[field] ?? field).join(', ')

function amended({ entry, amendments, labels, plan }: TextLife, text: StoryWords): StoryPiece[] {
  return amendments.flatMap((one) => {
    const { ended } = one
    if (one.subjectId !== entry.id || (ended?.is !== 'agreed' && ended?.is !== 'decided')) return []
    const fields = changesIn(one).map(({ field }) => field)
    const title = fields.length > 0 ? text.amended(wordsFor(fields, labels)) : text.amendedDays
    const href = `/plan/${plan.id}/amendment/${one.id}`
    return [{ ...textPiece(dayIn(ended.at), ended.at), title, note: firstLine(plainOf(one.why), NOTE), href }]
  })
}

function adopted({ plan, entry }: TextLife, text: StoryWords): StoryPiece[] {
  if (!isGoal(entry) && !entry.isSealed) return []
  return plan.changes
    .filter(({ to }) => to === 'adopted')
    .map(({ at }) => ({
      ...textPiece(dayIn(at), at),
      title: text.adopted,
      href: `/plan/${plan.id}/decision`,
    }))
}

function agreed({ entry, owner }: TextLife, text: StoryWords): StoryPiece[] {
  if (isGoal(entry) || entry.agreedAt === null || owner === '') return []
  return [{ ...textPiece(dayIn(entry.agreedAt), entry.agreedAt), title: text.agreed(owner) }]
}
