import type { Day, Moment } from '../kernel/day.ts'
import type { PersonId, PlanId, TimeShareId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Plan } from '../plan/plan.ts'
import { adHocTally, domainsTally, preventiveShare, RINGS, type Ring, tallyOf } from './balance.ts'
import type { Counted } from './count.ts'
import { FRACTIONS, type Roughly, roughly } from './course.ts'
import { AD_HOCS, type AdHoc } from './time.ts'

/** What can be shared, each by itself: preventing and repairing, planned and in between, the three domains. */
export const SHARE_PARTS = ['balance', 'planned', 'domains'] as const
export type SharePart = (typeof SHARE_PARTS)[number]

/** For the whole team at once, or only where the team looks back together. */
export const AUDIENCES = ['team', 'look-back'] as const
export type Audience = (typeof AUDIENCES)[number]

/**
 * Proportions as one says them, never minutes and never exact: this is all that is kept of what is shared. A part that
 * was not chosen, or about which there is nothing to say, is not there.
 */
export type Figures = {
  readonly balance?: Roughly
  readonly planned?: { readonly adHoc: Roughly; readonly mostly: AdHoc | null }
  readonly domains?: Readonly<Partial<Record<Ring, Roughly>>>
}

/** What somebody shared of the own time, as it was read then; it does not go on counting. */
export type Shared = {
  readonly id: TimeShareId
  readonly personId: PersonId
  readonly planId: PlanId
  readonly from: Day
  readonly until: Day
  /** What the team had agreed on when it was shared, in whole percent. */
  readonly aim: number | null
  readonly figures: Figures
  readonly audience: Audience
  readonly sharedAt: Moment
}

/** What could be shared now: the days that it is about, and by which print it is known as read. */
export type ToShare = {
  readonly from: Day
  readonly until: Day
  readonly figures: Figures
  readonly print: string
}

export type ShareRefusal = 'nothing-chosen' | 'nothing-whole' | 'changed-since' | 'audience-unknown' | 'gone'

/** A kind stands out when it is so much of what came in between. */
const STANDS_OUT = 0.4

/** The proportions of this time; null when there is none. */
export function figuresOf(counted: readonly Counted[]): Figures | null {
  const tally = tallyOf(counted)
  if (tally.minutes === 0) return null
  const share = preventiveShare(tally)
  const [most] = adHocTally(counted)
  const isOut = most !== undefined && most.kind !== 'other' && most.minutes >= tally.adHoc * STANDS_OUT
  const mostly = isOut ? most.kind : null
  return {
    ...(share === null ? {} : { balance: roughly(share) }),
    ...(tally.adHoc === 0 ? {} : { planned: { adHoc: roughly(tally.adHoc / tally.minutes), mostly } }),
    ...ringFigures(counted, tally.minutes),
  }
}

/** Each domain whole, as a part of all time: together more than the whole where they overlap. */
function ringFigures(counted: readonly Counted[], minutes: number): Pick<Figures, 'domains'> {
  const { rings } = domainsTally(counted)
  const said = RINGS.filter((ring) => rings[ring] > 0).map((ring) => [ring, roughly(rings[ring] / minutes)])
  return said.length === 0 ? {} : { domains: Object.fromEntries(said) as Figures['domains'] & object }
}

/** Only what was chosen of it; refused when that is nothing. */
export function chosenFrom(
  figures: Figures,
  parts: readonly SharePart[],
): Figures | Refusal<'nothing-chosen'> {
  const kept = SHARE_PARTS.filter((part) => parts.includes(part) && figures[part] !== undefined)
  if (kept.length === 0) return refuse('nothing-chosen', 'part')
  return Object.fromEntries(kept.map((part) => [part, figures[part]]))
}

export const parseParts = (raw: readonly unknown[]): SharePart[] =>
  SHARE_PARTS.filter((part) => raw.includes(part))

export const parseAudience = (raw: unknown): Audience | Refusal<'audience-unknown'> =>
  AUDIENCES.find((audience) => audience === raw) ?? refuse('audience-unknown', 'audience')

/** Figures as one text, by which is seen whether what is shared is what was read. */
export const printOf = (figures: Figures): string =>
  SHARE_PARTS.map((part) => `${part}=${wordOf(figures[part])}`).join(';')

/** Independent of the order in which a database gives keys back. */
const wordOf = (value: unknown): string =>
  value !== null && typeof value === 'object'
    ? Object.entries(value)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, part]) => `${name}(${wordOf(part)})`)
        .join('')
    : String(value ?? '')

/** Figures as they were stored; what this program does not know is left out. */
export function figuresFrom(stored: string): Figures {
  const raw = asObject(stored)
  const planned = asRecord(raw['planned'])
  const domains = asRecord(raw['domains'])
  const balance = roughFrom(raw['balance'])
  const adHoc = roughFrom(planned['adHoc'])
  const rings = RINGS.flatMap((ring) => {
    const rough = roughFrom(domains[ring])
    return rough === null ? [] : [[ring, rough] as const]
  })
  const mostly = AD_HOCS.find((kind) => kind === planned['mostly']) ?? null
  return {
    ...(balance === null ? {} : { balance }),
    ...(adHoc === null ? {} : { planned: { adHoc, mostly } }),
    ...(rings.length === 0 ? {} : { domains: Object.fromEntries(rings) }),
  }
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}

function asObject(stored: string) {
  try {
    return asRecord(JSON.parse(stored))
  } catch {
    return {}
  }
}

function roughFrom(value: unknown): Roughly | null {
  const { is, fraction } = asRecord(value)
  if (is === 'none' || is === 'little' || is === 'nearly-all' || is === 'all') return { is }
  if (is !== 'about' && is !== 'over' && is !== 'under') return null
  return isFraction(fraction) ? { is, fraction } : null
}

const isFraction = (value: unknown): value is keyof typeof FRACTIONS =>
  typeof value === 'string' && Object.hasOwn(FRACTIONS, value)

/** Whether the team reads it now: at once, or from when the plan is looked back at. */
export const isSeenByTeam = ({ audience }: Pick<Shared, 'audience'>, { phase }: Pick<Plan, 'phase'>) =>
  audience === 'team' || phase === 'mid-evaluation' || phase === 'end-evaluation' || phase === 'archived'
