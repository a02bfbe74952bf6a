import type { Language } from '../kernel/language.ts'
import type { LineChart } from '../ui/chart.ts'
import { subjectText } from './subject-text.ts'
import { trendText } from './trend-text.ts'

/** Which points of a line are of few pupils, in words, for a picture that stands alone: by when, and of how many. */
export function fewSteps({ lines, steps }: LineChart, language: Language): string[] {
  const where = steps.filter((_, step) => lines.some(({ few }) => few?.[step] === true))
  if (where.length === 0) return []
  const named = where.map(({ label, under }) => `${label} (${under})`).join(', ')
  return [`${subjectText(language).spread.few(named)} ${trendText(language).fewNote}`]
}
