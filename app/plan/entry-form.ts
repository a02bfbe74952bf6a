import { parseDay } from '../kernel/day.ts'
import { type PersonId, parseId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { isAim, isDomain } from './domain.ts'
import { type EvaluationMoment, OCCASIONS, PARTS, type Part, SHARE_CHOICES, WEIGHTS } from './entry.ts'
import type { PlanRefusal } from './plan.ts'
import type { NewMoment, Tie } from './tie.ts'

/** One text as it was sent: from which revision, and what to do when somebody else wrote meanwhile. */
export type SentText = {
  readonly field: string
  readonly text: string
  readonly base: number | null
  /** The fingerprint of the text with which the field was drawn. */
  readonly was?: string
  readonly keep: 'mine' | 'theirs' | 'both' | null
}

/** What changed in the form of an entry, compared with what it was drawn with. */
export type EntryForm = {
  readonly texts: readonly SentText[]
  readonly tie: Tie
  readonly moments: readonly NewMoment[] | null
  readonly people: readonly { readonly part: Part; readonly ids: readonly PersonId[] }[]
}

const KEEPS = ['mine', 'theirs', 'both'] as const
const oneOf = <Value extends string>(values: readonly Value[], value: unknown) =>
  values.find((known) => known === value) ?? null

const textIn = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
const allIn = (form: FormData, name: string) =>
  form.getAll(name).filter((value): value is string => typeof value === 'string')

/** Whether the values of this name were on the page and are others now. */
function changed(form: FormData, name: string) {
  const was = form.get(`was.${name}`)
  return typeof was === 'string' && was !== allIn(form, name).join(' ')
}

/** The texts of a form: `text.<field>` with `base.<field>`. */
export function sentTexts(form: FormData): SentText[] {
  return [...new Set(form.keys())]
    .filter((name) => name.startsWith('text.'))
    .map((name) => {
      const field = name.slice('text.'.length)
      const [revision = '', was] = textIn(form, `base.${field}`).split('.')
      const base = Number.parseInt(revision, 10)
      return {
        field,
        text: textIn(form, name),
        base: Number.isNaN(base) ? null : base,
        ...(was && { was }),
        keep: oneOf(KEEPS, form.get(`keep.${field}`)),
      }
    })
}

/** The whole form, or the first thing in it that can't be read. */
export function parseEntryForm(form: FormData): EntryForm | Refusal<PlanRefusal> {
  const moments = momentsIn(form)
  if (moments && 'refused' in moments) return moments
  const tie = tieIn(form)
  if ('refused' in tie) return tie
  return { texts: sentTexts(form), tie, moments, people: peopleIn(form) }
}

function momentsIn(form: FormData): NewMoment[] | null | Refusal<PlanRefusal> {
  if (!changed(form, 'onDay') && !changed(form, 'occasion')) return null
  const occasions = allIn(form, 'occasion')
  const moments: NewMoment[] = []
  for (const [place, value] of allIn(form, 'onDay').entries()) {
    if (value.trim() === '') continue
    const onDay = parseDay(value.trim())
    if (!onDay) return refuse('day-unknown', 'onDay')
    moments.push({ onDay, occasion: occasionOf(occasions[place]) })
  }
  return moments
}

const occasionOf = (value: unknown): EvaluationMoment['occasion'] => oneOf(OCCASIONS, value) ?? 'other'

function tieIn(form: FormData): Tie | Refusal<PlanRefusal> {
  const hours = changed(form, 'coordinatorHours') ? hoursIn(textIn(form, 'coordinatorHours')) : undefined
  if (hours !== undefined && Number.isNaN(hours)) return refuse('hours-unknown', 'coordinatorHours')
  const weight = changed(form, 'weight') ? oneOf(WEIGHTS, form.get('weight')) : null
  return {
    ...idsIn(form),
    ...(weight ? { weight } : {}),
    ...(changed(form, 'shareChoice') ? { shareChoice: oneOf(SHARE_CHOICES, form.get('shareChoice')) } : {}),
    ...(hours === undefined ? {} : { coordinatorHours: hours }),
    ...tagsIn(form),
  }
}

function idsIn(form: FormData): Pick<Tie, 'visionLineIds' | 'parentId' | 'personId'> {
  const lines = allIn(form, 'visionLineIds').flatMap((id) => parseId<'vision-line'>(id) ?? [])
  const person = parseId<'person'>(form.get('personId'))
  return {
    ...(changed(form, 'visionLineIds') ? { visionLineIds: lines } : {}),
    ...(changed(form, 'parentId') ? { parentId: parseId<'entry'>(form.get('parentId')) } : {}),
    ...(changed(form, 'personId') && person ? { personId: person } : {}),
  }
}

/** Null for none; not a number when it is no whole number. */
const hoursIn = (text: string) =>
  text.trim() === '' ? null : /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN

function tagsIn(form: FormData): Pick<Tie, 'ownDomains' | 'ownAim'> {
  const domains = allIn(form, 'ownDomains').filter(isDomain)
  const aim = form.get('ownAim')
  return {
    ...(changed(form, 'ownDomains') ? { ownDomains: domains.length > 0 ? domains : null } : {}),
    ...(changed(form, 'ownAim') && isAim(aim) ? { ownAim: aim } : {}),
  }
}

const peopleIn = (form: FormData) =>
  PARTS.filter((part) => changed(form, `people.${part}`)).map((part) => ({
    part,
    ids: allIn(form, `people.${part}`).flatMap((id) => parseId<'person'>(id) ?? []),
  }))
