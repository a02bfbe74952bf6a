import type { DataTalkId, LearningTeamId } from '../kernel/id.ts'
import { LEVELS } from '../result/result.ts'
import { figuresIn, sectionsIn } from '../trend/cross-section.ts'
import type { ShownFigure } from '../trend/series.ts'
import type { Standing } from '../trend/standing.ts'
import { type AboutSection, type AmbitionAbout, type AmbitionMeasure, aboutKey } from './ambition.ts'
import { type Measured, nowOf } from './measured.ts'

/** Something that an ambition can be about, with the figure of today. */
export type Choice = {
  /** As it stands in an address and a form. */
  readonly key: string
  readonly about: AmbitionAbout
  readonly now: Measured
}

/** What can be chosen: everything of the whole school that the team may see a figure of, in the order of the school. */
export function choicesIn(shown: readonly ShownFigure[], standings: readonly Standing[]): Choice[] {
  const abouts = [...standingAbouts(), ...sectionAbouts(shown)]
  return abouts.flatMap((about) => {
    const now = nowOf(about, shown, standings)
    return now === null || now === 'hidden' ? [] : [{ key: aboutKey(about), about, now }]
  })
}

const standingAbouts = (): AmbitionAbout[] => [
  { of: 'standing', share: 'target' },
  { of: 'standing', share: 'at1F' },
]

function sectionAbouts(shown: readonly ShownFigure[]): AboutSection[] {
  return sectionsIn(shown).flatMap((section) => {
    const figures = figuresIn(shown, section)
    const last = figures.at(-1)?.schoolYear
    // Of a series that has ended nothing new will come.
    return figures.filter(({ schoolYear }) => schoolYear === last).flatMap(aboutsOf)
  })
}

/** Everything that a figure can be looked at by. */
function aboutsOf(figure: ShownFigure): AboutSection[] {
  const { subject, yearGroup, moment, test, supplier, norm, scores, levels, references } = figure
  const base = { of: 'section', subject, yearGroup, moment, test, supplier, norm } as const
  const by = (measure: AmbitionMeasure): AboutSection => ({ ...base, measure, level: null })
  const scale = typeof levels === 'object' && levels !== null ? [...levels.counts.keys()] : []
  return [
    ...(references === null ? [] : [by('target'), by('at1F')]),
    ...(scores === null ? [] : [by('mean'), by('median')]),
    // At the lowest level, or better, is everybody.
    ...scale
      .toSorted((one, other) => LEVELS.indexOf(one) - LEVELS.indexOf(other))
      .slice(0, -1)
      .map((level): AboutSection => ({ ...base, measure: 'level', level })),
  ]
}

/** Those of the same subject, year group, moment and series: they differ in what is measured alone. */
export const besides = (choices: readonly Choice[], { about }: Choice): Choice[] =>
  choices.filter((one) => placeKey(one.about) === placeKey(about))

/** The first of every place, in order. */
export const placesIn = (choices: readonly Choice[]): Choice[] => {
  const first = new Map<string, Choice>()
  for (const choice of choices)
    if (!first.has(placeKey(choice.about))) first.set(placeKey(choice.about), choice)
  return [...first.values()]
}

/** Where one begins with some choices: at the last test of the highest year group, as it is looked at first. */
export function firstOf(choices: readonly Choice[]): Choice | undefined {
  const last = choices.at(-1)
  return last && besides(choices, last)[0]
}

export const isSamePlace = (one: AmbitionAbout, other: AmbitionAbout) => placeKey(one) === placeKey(other)

const placeKey = (about: AmbitionAbout) =>
  about.of === 'standing'
    ? 'standing'
    : JSON.stringify([about.subject, about.yearGroup, about.moment, about.test, about.supplier, about.norm])

/** The subjects that there is a choice of. */
export const subjectsOf = (choices: readonly Choice[]): string[] => [
  ...new Set(choices.flatMap(({ about }) => (about.of === 'section' ? [about.subject] : []))),
]

/** From where somebody came to choose: a data talk and its learning team go along. */
export type CameFrom = { readonly talk: DataTalkId | null; readonly team: LearningTeamId | null }

/** The page with this choice made, at its form. */
export function choiceHref({ key }: Choice, { talk, team }: CameFrom): string {
  const asked = new URLSearchParams({ about: key })
  if (talk) asked.set('talk', talk)
  if (team) asked.set('team', team)
  return `/trends/ambitions?${asked}#choose`
}
