import { beginAnalysis, shareVersion, writeWords } from '../analysis/analysis-store.ts'
import { gatherReports } from '../analysis/gather-desk.ts'
import type { PartName } from '../analysis/report.ts'
import { dayOf } from '../kernel/day.ts'
import { previousYear, schoolYearOf } from '../kernel/school-year.ts'
import type { Seed } from './demo-plan.ts'
import { ago, must } from './demo-questions.ts'

/** What Karin said with it. */
const WORDS: readonly (readonly [PartName, string])[] = [
  [
    'opening',
    'Dit is de stand na de doorstroomtoets en de toetsen van juni. Lees het vooral als begin van een gesprek.',
  ],
  ['standing', 'De lijn van 1S/2F loopt al vier jaar op. Daar hebben we samen aan gewerkt.'],
  [
    'closing',
    'Rekenen vraagt dit jaar onze aandacht. In februari kijken we samen of het werkt:\n\n- automatiseren in elke groep\n- strategieën hardop laten denken',
  ],
]

/** The year analysis of last school year, which the team reads. */
export async function seedAnalysis(seed: Seed): Promise<void> {
  const { tx, cast, now } = seed
  const karin = cast.member('karin')
  const of = { kind: 'year', schoolYear: previousYear(schoolYearOf(dayOf(new Date(now)))) } as const
  const at = ago(seed, 1, '15:40')
  const id = must(await beginAnalysis(tx, karin, { ...of, reports: await gatherReports(tx, karin, of) }, at))
  for (const [part, words] of WORDS)
    must(await writeWords(tx, karin, { id, number: 1 }, { part, words, base: 0 }))
  must(await shareVersion(tx, karin, { id, number: 1 }, at))
}
