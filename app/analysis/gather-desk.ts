import { isRunning } from '../ambition/ambition.ts'
import { ambitionsOf } from '../ambition/ambition-store.ts'
import type { Db } from '../db/database.ts'
import type { Language } from '../kernel/language.ts'
import { LANGUAGES } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { figuresOf, growthOf, levelPupilsOf } from '../result/figure-store.ts'
import type { TestMoment } from '../result/result.ts'
import type { Actor } from '../session/actor.ts'
import type { Aim } from '../trend/aim.ts'
import { weightingsOf } from '../trend/context-store.ts'
import { shownGrowth } from '../trend/growth.ts'
import { standingsOf } from '../trend/standing.ts'
import { standingSheet } from '../trend/standing-sheet.ts'
import { lowestNow, sectionSheets, subjectsIn } from '../trend/subject-sheet.ts'
import { shownFigures } from '../trend/suppress-figures.ts'
import { testChanges } from '../trend/test-change.ts'
import type { AnalysisKind } from './analysis.ts'
import { gatherGoals } from './gather-goals-desk.ts'
import { EMPTY_PART, type Report, type Reports } from './report.ts'
import { standingPart } from './standing-part-view.ts'
import { type Focus, growthPart, type SubjectsSaid, subjectsPart } from './subjects-part-view.ts'

/** What an analysis is of. */
export type AnalysisOf = { readonly kind: AnalysisKind; readonly schoolYear: SchoolYear }

/**
 * The numbers of now for an analysis, said in both languages. Always as the whole team may see them, whoever asks, and
 * nothing of after its school year.
 */
export async function gatherReports(db: Db, actor: Actor, of: AnalysisOf): Promise<Reports> {
  const makers = [await gatherNumbers(db, actor, of), await gatherGoals(db, actor, of.schoolYear)]
  const inOne = (language: Language) =>
    makers.reduce<Report>((report, make) => ({ ...report, ...make(language) }), NOTHING)
  return Object.fromEntries(LANGUAGES.map((language) => [language, inOne(language)])) as Reports
}

const NOTHING: Report = {
  standing: EMPTY_PART,
  subjects: EMPTY_PART,
  growth: EMPTY_PART,
  ambitions: EMPTY_PART,
  talks: EMPTY_PART,
  agreements: EMPTY_PART,
}

type Saying = (language: Language) => Partial<Report>

const MOMENTS_OF: Readonly<Record<AnalysisKind, readonly TestMoment[]>> = {
  'mid-year': ['B', 'M'],
  year: ['D', 'E'],
}

async function gatherNumbers(db: Db, actor: Actor, { kind, schoolYear }: AnalysisOf): Promise<Saying> {
  const figures = await figuresOf(db, actor, { groups: 'school' })
  const growth = shownGrowth(await growthOf(db, actor, { groups: 'school' }), figures, 'team')
  // What may be shown hangs on all that there is: what is left out of this report, is left out afterwards.
  const shown = shownFigures(figures, 'team').filter((one) => one.schoolYear <= schoolYear)
  const weightings = await weightingsOf(db, actor)
  const standings = standingsOf(figures, await levelPupilsOf(db, actor), weightings, 'team')
    .filter(({ until }) => until <= schoolYear)
    .slice(-MOST_YEARS)
  const focus: Focus = { schoolYear, moments: MOMENTS_OF[kind] }
  const said = saidOf(shown, focus)
  const beside = { aims: await aimsOf(db, actor), changes: testChanges(shown) }
  const sheets =
    standings.length === 0
      ? []
      : (['target', 'at1F'] as const).map((share) => standingSheet(standings, share, weightings, beside))
  return (language) => ({
    standing: standingPart(sheets, language),
    subjects: subjectsPart(shown, said, focus, language),
    growth: growthPart(growth, focus, language),
  })
}

/** What the school aims at with the three subjects together. */
async function aimsOf(db: Db, actor: Actor): Promise<Aim[]> {
  return (await ambitionsOf(db, actor))
    .filter(isRunning)
    .flatMap(({ about, to: value, by }) =>
      about.of === 'standing'
        ? [{ about: 'standing', share: about.share, value, by, href: '' } as const]
        : [],
    )
}

/** What fits beside the charts; all years stand on the pages of trends. */
const MOST_YEARS = 5
/** What one remembers of a report. */
const MOST_RUNS = 4

function saidOf(all: Parameters<typeof lowestNow>[0], { schoolYear, moments }: Focus): SubjectsSaid {
  const isNow = all.some((one) => one.schoolYear === schoolYear && one.moment === 'D')
  const runs = subjectsIn(all).flatMap((subject) =>
    sectionSheets(all, subject)
      .filter(({ section, figures }) => isLookedAt(section.moment, figures.at(-1)?.schoolYear))
      .flatMap(({ section, measure, statements }) =>
        statements.flatMap((run) => (run.says === 'run' ? [{ section, measure, run }] : [])),
      ),
  )
  const longest = runs.toSorted((one, other) => other.run.steps - one.run.steps)
  function isLookedAt(moment: TestMoment, last: SchoolYear | undefined) {
    return last === schoolYear && moments.includes(moment)
  }
  return { lowest: isNow && moments.includes('D') ? lowestNow(all) : [], runs: longest.slice(0, MOST_RUNS) }
}
