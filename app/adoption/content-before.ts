import type { SchoolYear } from '../kernel/school-year.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import type { Plan } from '../plan/plan.ts'
import type { PlanState } from '../plan/plan-state.ts'
import { AIM, type Content, contentOf, WHOLE } from './adoption.ts'
import type { Version } from './seal.ts'

/** What stood there before, and whence. */
export type ContentBefore = {
  readonly content: Content
  /** The version of this plan that it was sealed as; null: it is of the plan of the year before. */
  readonly sealed: Pick<Version, 'number' | 'sealedAt'> | null
  readonly schoolYear: SchoolYear
}

/** What a sealed version decided, in the pieces of `contentOf`. */
export function contentOfState({ frame, principles, entries }: PlanState): Content {
  const pieces = entries.flatMap((entry) => {
    const texts: Readonly<Record<string, string | undefined>> = entry.texts
    const effort = texts['coordinatorEffort'] ? [[`effort:${entry.id}`, texts['coordinatorEffort']]] : []
    if (!isGoal(entry)) return [[`place:${entry.id}`, ''], ...effort]
    const fields = Object.entries(texts).map(([field, text]) => [`goal:${entry.id}:${field}`, text])
    const vision = [`goal:${entry.id}:vision`, entry.visionLineIds.join(' ')]
    return [
      ...fields,
      vision,
      [`goal:${entry.id}:days`, entry.moments.map(({ onDay }) => onDay).join(' ')],
      ...effort,
    ]
  })
  const aim = frame.preventiveAim === undefined ? [] : [[AIM, String(frame.preventiveAim)]]
  return Object.fromEntries([
    ...aim,
    ...principles.map(({ id, text }) => [`principle:${id}`, text]),
    ...pieces,
  ])
}

/** What stood in the plan of the year before, under the names of what was carried over from it into this one. */
export function contentCarried(plan: Plan, previous: Plan): Content {
  const old = contentOf(previous, WHOLE) ?? {}
  const renamed = new Map<string, string>(
    [...plan.principles, ...plan.entries].flatMap(({ id, carriedFrom }: Carried) =>
      carriedFrom === null ? [] : [[carriedFrom, id] as const],
    ),
  )
  return Object.fromEntries(
    Object.entries(old).flatMap(([name, text]) => {
      if (name === AIM) return [[name, text]]
      const [kind = '', id = '', ...field] = name.split(':')
      const now = renamed.get(id)
      return now === undefined ? [] : [[[kind, now, ...field].join(':'), text]]
    }),
  )
}

type Carried = { readonly id: string; readonly carriedFrom: Entry['carriedFrom'] | string | null }
