import { type NamedSeries, seriesOf } from '../result/series-store.ts'
import type { Aim } from '../trend/aim.ts'
import type { FillAims } from '../trend/trend-slot-desk.ts'
import { type Ambition, isRunning } from './ambition.ts'
import { ambitionsOf } from './ambition-store.ts'
import { ambitionHref } from './ambition-view.tsx'

/** The running ambitions as lines in the charts of trends; one at a level in the bars of levels. */
export const aimsInTrends: FillAims = async ({ desk, reader }) => {
  const running = (await ambitionsOf(desk.db, reader.actor)).filter(isRunning)
  const isOfSection = running.some(({ about }) => about.of === 'section')
  const series = isOfSection ? await seriesOf(desk.db, reader.actor) : []
  return running.flatMap((ambition) => aimOf(ambition, series))
}

function aimOf({ id, about, to: value, by }: Ambition, series: readonly NamedSeries[]): Aim[] {
  const base = { value, by, href: ambitionHref(id) }
  if (about.of === 'standing') return [{ ...base, about: 'standing', share: about.share }]
  const { subject, yearGroup, moment, measure, level, test, supplier, norm } = about
  const own = series.find(
    (one) => one.subject === subject && one.test === test && one.supplier === supplier && one.norm === norm,
  )
  if (!own) return []
  const place = { subject, yearGroup, moment, series: own.no }
  if (measure !== 'level') return [{ ...base, ...place, about: 'section', measure }]
  return level === null ? [] : [{ ...base, ...place, about: 'level', level }]
}
