import type { Language } from '../kernel/language.ts'
import type { Level } from '../result/result.ts'
import { subjectName } from '../result/subject-name.ts'
import type { BarChart, ChartBar } from '../ui/chart-bars.ts'
import type { LevelAim } from './aim.ts'
import { isOnScale, isShown, levelStatements, levelsIn, levelsTogether, normOf } from './levels.ts'
import type { GroupsNow } from './school-sheet.ts'
import { sectionName } from './section-chart-view.ts'
import { barsText, numberText, yearText } from './sentence-text.ts'
import type { ShownFigure } from './series.ts'
import type { SectionSheet } from './subject-sheet.ts'
import { subjectText } from './subject-text.ts'
import { fewWords, type TrendTable, worstOf } from './trend-table-view.ts'
import { trendText } from './trend-text.ts'
import { seriesText } from './years-chart-view.ts'

/** How the pupils of a year group spread over the levels of the supplier, a bar for each year; null without levels. */
export function levelBars(sheet: SectionSheet, id: string, language: Language): BarChart | null {
  const { figures, section } = sheet
  const parts = levelsIn(figures)
  if (parts.length === 0) return null
  const text = subjectText(language)
  const title = `${sectionName(sheet, language)}: ${text.spread.levels}`
  const [aim] = sheet.levelAims
  const bars = figures
    .filter(({ levels }) => levels !== null)
    .map((figure) => ({
      ...barOf(figure, parts, yearText({ ...section, schoolYear: figure.schoolYear }), language),
      aimed: figure.series === aim?.series,
    }))
  const norm = normOf(parts)
  const meant: ChartBar[] = norm
    ? [
        {
          label: text.spread.meant,
          under: '',
          counts: parts.map((level) => norm.get(level) ?? 0),
          instead: '',
          reference: true,
        },
      ]
    : []
  return {
    id,
    title,
    told: barsText(language, title, levelStatements(figures), aimSentences(sheet.levelAims, language)),
    parts,
    bars: [...bars, ...meant],
    aim: aim ? { share: aim.value, name: aimName(aim, language) } : null,
    number: (share) => whole(language, share),
  }
}

/** What the school aims at on this scale, in sentences. */
export const aimSentences = (aims: readonly LevelAim[], language: Language): string[] =>
  aims.map(({ by: schoolYear, value, level, moment }) =>
    subjectText(language).spread.aim(
      yearText({ schoolYear, moment }),
      numberText(language, value, 'target'),
      level,
    ),
  )

const aimName = ({ value, level }: LevelAim, language: Language) =>
  subjectText(language).spread.aimName(numberText(language, value, 'target'), level)

const whole = (language: Language, share: number) => numberText(language, Math.round(share), 'mean')

function barOf(
  { levels }: ShownFigure,
  parts: readonly Level[],
  label: string,
  language: Language,
): ChartBar {
  return {
    label,
    under: isShown(levels) ? `n ${levels.n}` : '',
    counts: isShown(levels) ? parts.map((level) => levels.counts.get(level) ?? 0) : null,
    instead: trendText(language).hidden,
  }
}

/** The levels of every year group at the latest moment, a bar for each: how a subject stands in the school. */
export function groupBars(
  figures: readonly ShownFigure[],
  { id, title }: { readonly id: string; readonly title: string },
  language: Language,
): BarChart {
  const parts = levelsIn(figures)
  const text = subjectText(language)
  return {
    id,
    title,
    told: barsText(language, title, levelsTogether(figures)),
    parts,
    bars: figures.map((figure) => barOf(figure, parts, text.groupShort(figure.yearGroup), language)),
    number: (share) => whole(language, share),
  }
}

/** Which bars are of few pupils, in words, by what stands before the bar. */
export function fewBars(
  figures: readonly ShownFigure[],
  of: 'levels' | 'references',
  label: (figure: ShownFigure) => string,
  language: Language,
): string[] {
  const { few, veryFew } = subjectText(language).spread
  const where = (caution: 'few' | 'very-few') =>
    figures
      .flatMap((figure) => {
        const kept = figure[of]
        return kept && kept !== 'hidden' && kept.caution === caution ? [`${label(figure)} (n ${kept.n})`] : []
      })
      .join(', ')
  const [some, hardly] = [where('few'), where('very-few')]
  return [...(some === '' ? [] : [few(some)]), ...(hardly === '' ? [] : [veryFew(hardly)])]
}

/** How the pupils spread over the reference levels, a bar for each year; null without any that may be shown. */
export function referenceBars(sheet: SectionSheet, id: string, language: Language): BarChart | null {
  const { figures, section } = sheet
  const known = figures.filter(({ references }) => references !== null)
  if (!known.some(({ references }) => references !== 'hidden')) return null
  const text = subjectText(language)
  const title = `${sectionName(sheet, language)}: ${text.spread.references}`
  return {
    id,
    title,
    told: barsText(language, title, []),
    parts: text.spread.parts,
    bars: known.map(({ references, schoolYear }) => ({
      label: yearText({ ...section, schoolYear }),
      under: references && references !== 'hidden' ? `n ${references.n}` : '',
      counts:
        references && references !== 'hidden'
          ? [references.atTarget, references.at1F - references.atTarget, references.n - references.at1F]
          : null,
      instead: trendText(language).hidden,
    })),
    number: (share) => whole(language, share),
  }
}

/** The numbers behind the bars of levels: how many of each hundred. */
export function levelTable({ figures, section }: SectionSheet, language: Language): TrendTable {
  const parts = levelsIn(figures)
  const { column } = subjectText(language)
  return {
    head: [column.year, column.test, ...levelHead(parts, language)],
    rows: figures
      .filter(({ levels }) => levels !== null)
      .map((figure) => [
        yearText({ ...section, schoolYear: figure.schoolYear }),
        seriesText(figure, language),
        ...levelCells(figure, parts, language),
      ]),
  }
}

/** The numbers behind the bars of several subjects, one row for each year group. */
export function groupsTable(all: readonly GroupsNow[], language: Language): TrendTable {
  const parts = levelsIn(all.flatMap(({ figures }) => figures))
  const { column, groupShort } = subjectText(language)
  return {
    head: [column.subject, column.year, ...levelHead(parts, language)],
    rows: all.flatMap(({ subject, figures }) =>
      figures.map((figure) => [
        subjectName(language, subject),
        `${groupShort(figure.yearGroup)}, ${yearText(figure)}`,
        ...levelCells(figure, parts, language),
      ]),
    ),
  }
}

const levelHead = (parts: readonly Level[], language: Language) => [
  subjectText(language).column.n,
  ...parts.map((level) => `${level} (%)`),
  trendText(language).column.note,
]

function levelCells({ levels }: ShownFigure, parts: readonly Level[], language: Language): string[] {
  if (!isShown(levels))
    return [trendText(language).hidden, ...parts.map(() => trendText(language).hidden), '']
  const { n, counts } = levels
  return [
    String(n),
    ...parts.map((level) =>
      isOnScale(counts, level)
        ? numberText(language, (100 * (counts.get(level) ?? 0)) / n, 'mean')
        : trendText(language).none,
    ),
    fewWords(worstOf(levels), language),
  ]
}
