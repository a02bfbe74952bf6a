import type { Db } from '../db/database.ts'
import { type NamedSeries, seriesOf } from '../result/series-store.ts'
import type { Actor } from '../session/actor.ts'
import type { Aim } from '../trend/aim.ts'
import { type Ambition, isRunning } from './ambition.ts'
import { ambitionsOf } from './ambition-store.ts'

/** The running ambitions as lines beside figures: of a series that has figures, by its number. */
export async function aimsOf(db: Db, actor: Actor): Promise<Aim[]> {
  const running = (await ambitionsOf(db, actor)).filter(isRunning)
  const isOfSection = running.some(({ about }) => about.of === 'section')
  const series = isOfSection ? await seriesOf(db, actor) : []
  return running.flatMap((ambition) => aimOf(ambition, series))
}

function aimOf({ id, about, to: value, by }: Ambition, series: readonly NamedSeries[]): Aim[] {
  const base = { value, by, href: `/trends/ambitions/${id}` }
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
