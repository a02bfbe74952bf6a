import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { AmbitionId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Actor } from '../session/actor.ts'
import { isRunning } from './ambition.ts'
import { keptFigure, loadAmbitions } from './ambition-load.ts'
import { teamNumbers } from './ambition-numbers-store.ts'
import { setColumns } from './ambition-store.ts'
import { nowOf } from './measured.ts'
import { type Stand, stands } from './stand.ts'

/**
 * Notes of which ambitions the figure became another one, inside the transaction in which results came in (at `cameAt`) or
 * went out (null): whose it is hears of what came in. A school without ambitions does nothing.
 */
export async function noteFigures(tx: Db, actor: Actor, cameAt: Moment | null): Promise<void> {
  await tx.write(actor, async (sql) => {
    const running = (await loadAmbitions(sql, actor)).filter(isRunning)
    if (running.length === 0) return
    const { shown, standings } = await teamNumbers(tx, actor)
    const seen = await sql
      .selectFrom('ambition')
      .select(['id', 'seen_year', 'seen_value', 'seen_n'])
      .where('school_id', '=', actor.schoolId)
      .execute()
    for (const ambition of running) {
      const { id, about } = ambition
      const figure = columnsOf(nowOf(about, shown, standings))
      const before = seen.find((one) => one.id === id)
      if (before && isSame(before, figure)) continue
      // A figure that went, or of which the ambition says nothing, is no news to tell.
      const tells = isToldBy(stands(ambition, shown, standings), figure.seen_year)
      await setColumns(sql, actor, id, { ...figure, seen_at: tells ? cameAt : null })
    }
  })
}

/** Whether where an ambition stands is told with the figure of this year. */
const isToldBy = (stand: Stand, year: SchoolYear | null) => 'at' in stand && stand.at.schoolYear === year

type Seen = Pick<Parameters<typeof setColumns>[3], 'seen_year' | 'seen_value' | 'seen_n'> & {
  readonly id?: AmbitionId
}

const isSame = (one: Seen, other: Seen) =>
  one.seen_year === other.seen_year && one.seen_value === other.seen_value && one.seen_n === other.seen_n

const columnsOf = (now: ReturnType<typeof nowOf>) =>
  now === null || now === 'hidden'
    ? { seen_year: null, seen_value: null, seen_n: null }
    : { seen_year: now.schoolYear, seen_value: keptFigure(now.value), seen_n: now.n }
