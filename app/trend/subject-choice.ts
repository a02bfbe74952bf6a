import type { SchoolYear } from '../kernel/school-year.ts'
import { MOMENTS, type TestMoment } from '../result/result.ts'
import { leavesIn } from './cohort.ts'
import { MEASURES, type Measure, type ShownFigure } from './series.ts'

/** How one looks at a subject: year groups over the years, the same pupils, or how much they grow. */
export const SHOWS = ['years', 'pupils', 'growth'] as const
export type Show = (typeof SHOWS)[number]

/** What somebody chose to see of a subject; null: everything there is. */
export type Choice = {
  readonly show: Show
  readonly yearGroup: number | null
  readonly moment: TestMoment | null
  /** Null: shares where levels were measured, else the mean. */
  readonly measure: Measure | null
  /** The pupils who leave in this school year. */
  readonly leaves: SchoolYear | null
  /** One group, on the coordinator's screen only. */
  readonly group: string | null
}

/** What there is to choose from. */
export type Offered = {
  readonly shows: readonly Show[]
  readonly yearGroups: readonly number[]
  readonly moments: readonly TestMoment[]
  readonly measures: readonly Measure[]
  /** First to leave first. */
  readonly leaves: readonly SchoolYear[]
  /** By name; none for the team. */
  readonly groups: readonly string[]
}

/** What of a subject can be chosen, of what may be shown. */
export function offeredIn(figures: readonly ShownFigure[]): Offered {
  const ofSchool = figures.filter(({ group }) => group === null)
  const scored = ofSchool.filter(({ scores }) => scores !== null)
  const hasLevels = ofSchool.some(({ references }) => references !== null)
  return {
    shows: scored.length > 0 ? SHOWS : ['years'],
    yearGroups: sorted(ofSchool.map(({ yearGroup }) => yearGroup)),
    moments: MOMENTS.filter((moment) => ofSchool.some((one) => one.moment === moment)),
    measures: MEASURES.filter((measure) =>
      measure === 'at1F' || measure === 'target' ? hasLevels : scored.length > 0,
    ),
    leaves: sorted(followed(scored)),
    groups: sorted(figures.flatMap(({ group }) => (group === null ? [] : [group]))),
  }
}

/** Who was measured more than once. */
const followed = (scored: readonly ShownFigure[]) =>
  [...Map.groupBy(scored, leavesIn)].flatMap(([leaves, some]) => (some.length > 1 ? [leaves] : []))

/** Each once; numbers by size, names as a reader of Dutch sorts them. */
const sorted = <Of extends string | number>(all: readonly Of[]): Of[] =>
  [...new Set(all)].sort((one, other) =>
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : String(one).localeCompare(String(other), 'nl', { numeric: true }),
  )

/** What an address asks for; what isn't offered, or not of what was chosen before it, is left out. */
export function choiceFrom(
  asked: (name: string) => string | undefined,
  figures: readonly ShownFigure[],
): { readonly choice: Choice; readonly offered: Offered } {
  const among = <Of extends string | number>(name: string, some: readonly Of[]): Of | null =>
    some.find((one) => String(one) === asked(name)) ?? null
  const all = offeredIn(figures)
  const show = among('show', all.shows) ?? 'years'
  const yearGroup = show === 'pupils' ? null : among('group', all.yearGroups)
  // Only scores can be followed and grow.
  const scored = show === 'years' ? figures : figures.filter(({ scores }) => scores !== null)
  const ofGroup = offeredIn(narrowed(scored, { yearGroup, moment: null }))
  const moment = show === 'pupils' ? null : among('moment', ofGroup.moments)
  const { measures, groups } = offeredIn(narrowed(scored, { yearGroup, moment }))
  const offered = { ...all, moments: ofGroup.moments, measures, groups }
  const choice = {
    show,
    yearGroup,
    moment,
    measure: among('measure', measuresOf(show, offered)),
    leaves: show === 'pupils' ? among('leaves', all.leaves) : null,
    group: show === 'years' ? among('class', groups) : null,
  }
  return { choice, offered }
}

const narrowed = (
  figures: readonly ShownFigure[],
  { yearGroup, moment }: Pick<Choice, 'yearGroup' | 'moment'>,
) =>
  figures.filter(
    (figure) =>
      (yearGroup === null || figure.yearGroup === yearGroup) && (moment === null || figure.moment === moment),
  )

/** A share of a level is reached once: of the same pupils over the years only scores can be followed. */
export const measuresOf = (show: Show, { measures }: Offered): readonly Measure[] =>
  show === 'growth'
    ? []
    : show === 'pupils'
      ? measures.filter((measure) => measure === 'mean' || measure === 'median')
      : measures

/** The address of a choice: '?show=years&group=6'. */
export function choiceQuery({ show, yearGroup, moment, measure, leaves, group }: Choice): string {
  const asked = new URLSearchParams()
  if (show !== 'years') asked.set('show', show)
  if (yearGroup !== null) asked.set('group', String(yearGroup))
  if (moment !== null) asked.set('moment', moment)
  if (measure !== null) asked.set('measure', measure)
  if (leaves !== null) asked.set('leaves', leaves)
  if (group !== null) asked.set('class', group)
  const query = asked.toString()
  return query === '' ? '' : `?${query}`
}
