import { type Evaluation, lastOf } from '../evaluation/evaluation.ts'
import type { EntryId, VisionLineId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import type { RosterLine } from '../plan/roster.ts'

/** A plan of one year as the reader may see it, with the evaluations that the reader may read. */
export type PlanYear = { readonly plan: Plan; readonly evaluations: readonly Evaluation[] }

/** An entry in one year; `here`: it hung on the line that is told of. */
export type Stage = {
  readonly plan: Plan
  readonly entry: Entry
  readonly evaluation: Evaluation | null
  readonly here: boolean
}

/** One goal or track through the years, along what was carried from plan to plan; a year without it is null. */
export type Strand = { readonly stages: readonly (Stage | null)[] }

/** What became of a vision line. */
export type LineStory = {
  readonly line: RosterLine
  readonly goals: readonly Strand[]
  readonly tracks: readonly Strand[]
}

export type YearsStory = { readonly years: readonly SchoolYear[]; readonly lines: readonly LineStory[] }

/** Every vision line with the goals and tracks that hung on it each year, oldest year first; retired lines last. */
export function yearsStory(all: readonly PlanYear[], lines: readonly RosterLine[]): YearsStory {
  const years = all.toSorted((one, other) => (one.plan.schoolYear < other.plan.schoolYear ? -1 : 1))
  const chains = chainsOf(years)
  const inOrder = [
    ...lines.filter(({ retiredAt }) => retiredAt === null),
    ...lines.filter(({ retiredAt }) => retiredAt !== null),
  ]
  return {
    years: years.map(({ plan }) => plan.schoolYear),
    lines: inOrder.map((line) => storyOf(line, chains, years)),
  }
}

type Chain = readonly (Entry | null)[]

/** Entries that were carried over are one chain; of two that were carried from one, the second begins anew. */
export function chainsOf(years: readonly PlanYear[]): Chain[] {
  const chains: (Entry | null)[][] = []
  const chainOf = new Map<EntryId, (Entry | null)[]>()
  for (const [place, { plan }] of years.entries()) {
    for (const entry of plan.entries) {
      const known = entry.carriedFrom === null ? undefined : chainOf.get(entry.carriedFrom)
      const chain = known && !known[place] ? known : newChain(chains, years.length)
      chain[place] = entry
      chainOf.set(entry.id, chain)
    }
  }
  return chains
}

function newChain(chains: (Entry | null)[][], length: number) {
  const chain = Array.from({ length }, () => null)
  chains.push(chain)
  return chain as (Entry | null)[]
}

function storyOf(line: RosterLine, chains: readonly Chain[], years: readonly PlanYear[]): LineStory {
  const strands = chains
    .map((chain) => ({
      isGoal: chain.some((entry) => entry !== null && isGoal(entry)),
      strand: strandOf(chain, line.id, years),
    }))
    .filter(({ strand }) => strand.stages.some((stage) => stage?.here))
  return {
    line,
    goals: strands.filter((one) => one.isGoal).map(({ strand }) => strand),
    tracks: strands.filter((one) => !one.isGoal).map(({ strand }) => strand),
  }
}

const strandOf = (chain: Chain, line: VisionLineId, years: readonly PlanYear[]): Strand => ({
  stages: chain.map((entry, place) => {
    const year = years[place]
    if (!entry || !year) return null
    const { plan, evaluations } = year
    return {
      plan,
      entry,
      evaluation: lastOf(evaluations, entry.id),
      here: linesOf(plan, entry).includes(line),
    }
  }),
})

/** The vision lines on which an entry hangs, itself or through its goal. */
export function linesOf(plan: Plan, entry: Entry): VisionLineId[] {
  const goal = isGoal(entry) ? null : entryOf(plan, entry.parentId)
  return [...new Set([...entry.visionLineIds, ...(goal?.visionLineIds ?? [])])]
}

/** The first and the last year in which a strand is there. */
export function spanOf({ stages }: Strand): { readonly from: number; readonly to: number } {
  return { from: stages.findIndex(Boolean), to: stages.findLastIndex(Boolean) }
}
