import { canonicalJson, type Json } from '../kernel/canonical-json.ts'
import type { Moment } from '../kernel/day.ts'
import type { AmendmentId, DecisionId, EntryId, PersonId, PlanId, VisionLineId } from '../kernel/id.ts'
import { type Entry, type EntryKind, type EntryText, isGoal, TEXTS_OF, textOf } from '../plan/entry.ts'
import { entryOf, type Plan, type Principle } from '../plan/plan.ts'
import type { NewMoment } from '../plan/tie.ts'
import type { Passage } from '../writing/passage.ts'

/** A change of something in an adopted plan, something new, or something that goes out of it. */
export const AMENDMENT_KINDS = ['change', 'new', 'remove'] as const
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number]
export const ENDINGS = ['agreed', 'decided', 'declined', 'withdrawn'] as const
export type Ending = (typeof ENDINGS)[number]

/** What it is about: a kind of entry, or a principle. */
export type About = EntryKind | 'principle'
export type Texts = Readonly<Record<string, string>>

/** What a goal hangs on and when it is evaluated, as the amendment would have it. */
export type GoalTies = {
  readonly visionLineIds: readonly VisionLineId[]
  readonly moments: readonly NewMoment[]
}

/** A track is of two: its owner, and who agrees on behalf of the school. */
export type Side = 'owner' | 'second'
export type Yes = {
  readonly side: Side
  readonly person: PersonId
  readonly at: Moment
  /** The fingerprint of the text to which was said yes. */
  readonly print: string
}

export type Amendment = {
  readonly id: AmendmentId
  readonly planId: PlanId
  readonly kind: AmendmentKind
  readonly about: About
  /** The entry or principle; null for something new until it is in the plan. */
  readonly subjectId: string | null
  readonly why: string
  readonly madeBy: PersonId | null
  readonly madeAt: Moment
  /** The agreed texts from which it starts. */
  readonly base: Texts
  readonly texts: Readonly<Record<string, Passage>>
  /** Null: as they stand in the plan. */
  readonly ties: GoalTies | null
  /** The fingerprint of what it would make of the text. */
  readonly print: string
  readonly yeses: readonly Yes[]
  /** The owner asked the principal to agree in the coordinator's place. */
  readonly standIn: { readonly why: string; readonly at: Moment; readonly by: PersonId | null } | null
  readonly decisionId: DecisionId | null
  readonly ended: {
    readonly is: Ending
    readonly at: Moment
    readonly by: PersonId | null
    readonly words: string
    /** The version that sealed it. */
    readonly version: string | null
  } | null
}

export type AmendmentRefusal =
  | 'amendment-open'
  | 'amendment-ended'
  | 'nothing-amended'
  | 'text-moved-on'
  | 'base-moved'
  | 'before-team'
  | 'not-decided'
  | 'subject-gone'
  | 'why-missing'
  | 'words-missing'
  | 'five-principles'
  | 'title-missing'
  | 'not-in-seal'

export const isTrackAbout = (about: About) => about === 'teacher-track' || about === 'learning-team-track'

/** The texts of what an amendment is about. */
export const fieldsOf = (about: About): readonly string[] =>
  about === 'principle' ? ['text'] : TEXTS_OF[about]

export const newText = (amendment: Pick<Amendment, 'texts'>, field: string) =>
  amendment.texts[field]?.text ?? ''

export type TextChange = { readonly field: string; readonly before: string; readonly after: string }

/** What it changes in the texts, in the order of the form. */
export function changesIn(amendment: Pick<Amendment, 'about' | 'base' | 'texts'>): TextChange[] {
  return fieldsOf(amendment.about)
    .map((field) => ({ field, before: amendment.base[field] ?? '', after: newText(amendment, field) }))
    .filter(({ before, after }) => before !== after)
}

/** Whether there is anything to agree on or decide. */
export const isAmended = (amendment: Amendment) =>
  amendment.kind === 'remove' || amendment.ties !== null || changesIn(amendment).length > 0

/** What is agreed or decided, as one line: the fingerprint goes over it. */
export function printLine({ kind, about, base, texts, ties }: Omit<Amendment, 'print'>): string {
  const all = fieldsOf(about).map((field) => [field, newText({ texts }, field)] as const)
  return canonicalJson({ kind, about, base, texts: Object.fromEntries(all), ties: ties as Json })
}

/** The entry that it is about; null for a principle, for something new, or when it has left the plan. */
export const entryOfAmendment = (plan: Plan, { about, subjectId }: Pick<Amendment, 'about' | 'subjectId'>) =>
  about === 'principle' ? null : entryOf(plan, subjectId as EntryId | null)

export const principleOf = (plan: Plan, id: string | null): Principle | null =>
  plan.principles.find((one) => one.id === id) ?? null

/** The texts that stand in the plan now; null when what it is about has left the plan. */
export function agreedTexts(
  plan: Plan,
  amendment: Pick<Amendment, 'kind' | 'about' | 'subjectId'>,
): Texts | null {
  if (amendment.kind === 'new') return {}
  if (amendment.about === 'principle') {
    const principle = principleOf(plan, amendment.subjectId)
    return principle && { text: principle.text.text }
  }
  const entry = entryOfAmendment(plan, amendment)
  return entry && textsOf(entry)
}

export const textsOf = (entry: Entry): Texts =>
  Object.fromEntries(
    TEXTS_OF[entry.kind]
      .map((field: EntryText) => [field, textOf(entry, field)] as const)
      .filter(([, text]) => text !== ''),
  )

/** The fields in which the agreed text is another than the amendment started from, where it matters. */
export function movedOn(plan: Plan, amendment: Amendment): string[] {
  const now = agreedTexts(plan, amendment)
  if (now === null) return []
  const touched =
    amendment.kind === 'remove' ? fieldsOf(amendment.about) : changesIn(amendment).map(({ field }) => field)
  return touched.filter((field) => (now[field] ?? '') !== (amendment.base[field] ?? ''))
}

/** The plan was opened and adopted anew meanwhile: this starts from a text that is no longer the agreed one. */
export const isOvertaken = (plan: Plan, amendment: Amendment) =>
  agreedTexts(plan, amendment) === null || movedOn(plan, amendment).length > 0

/** A yes counts as long as the text is the one to which it was said. */
export const yesOf = ({ yeses, print }: Pick<Amendment, 'yeses' | 'print'>, side: Side): Yes | null =>
  yeses.find((yes) => yes.side === side && yes.print === print) ?? null

/** Both sides, by two people, to the same text. */
export function bothAgree(amendment: Pick<Amendment, 'yeses' | 'print'>) {
  const [owner, second] = [yesOf(amendment, 'owner'), yesOf(amendment, 'second')]
  return owner !== null && second !== null && owner.person !== second.person
}

/** The sides whose yes to this text is not there yet. */
export const sidesToGo = (amendment: Pick<Amendment, 'yeses' | 'print'>): Side[] =>
  (['owner', 'second'] as const).filter((side) => yesOf(amendment, side) === null)

/** One amendment at a time of what stands in the plan; new goals may lie side by side. */
export const openOn = (all: readonly Amendment[], subjectId: string) =>
  all.find((one) => one.subjectId === subjectId && one.ended === null) ?? null

/** Whether the team decides on it, in a round; else its two sides agree. */
export const isOfTeam = (amendment: Pick<Amendment, 'about'>) => !isTrackAbout(amendment.about)

/** Tracks and learning teams are written by their own people; the team makes and takes out goals and principles. */
export const isPossible = (kind: AmendmentKind, about: About) => kind === 'change' || !isTrackAbout(about)

/** The ties of a goal as they stand in the plan. */
export const tiesOfGoal = (entry: Entry | null): GoalTies => ({
  visionLineIds: entry && isGoal(entry) ? entry.visionLineIds : [],
  moments: entry ? entry.moments.map(({ onDay, occasion }) => ({ onDay, occasion })) : [],
})
