import type { Db } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { AmbitionId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'
import { isRunning } from './ambition.ts'
import { keptFigure, loadAmbitions } from './ambition-load.ts'
import { teamNumbers } from './ambition-numbers-store.ts'
import { setColumns } from './ambition-store.ts'
import { nowOf } from './measured.ts'

/**
 * Notes of which ambitions the figure became another one, inside the transaction in which results came in or went out:
 * whose it is hears of it. A school without ambitions does nothing.
 */
export async function noteFigures(tx: Db, actor: Actor, now: Moment): Promise<void> {
  await tx.write(actor, async (sql) => {
    const running = (await loadAmbitions(sql, actor)).filter(isRunning)
    if (running.length === 0) return
    const { shown, standings } = await teamNumbers(tx, actor)
    const seen = await sql
      .selectFrom('ambition')
      .select(['id', 'seen_year', 'seen_value', 'seen_n'])
      .where('school_id', '=', actor.schoolId)
      .execute()
    for (const { id, about } of running) {
      const figure = columnsOf(nowOf(about, shown, standings))
      const before = seen.find((one) => one.id === id)
      if (before && isSame(before, figure)) continue
      // A figure that went, or may not be shown, is no news to tell.
      await setColumns(sql, actor, id, { ...figure, seen_at: figure.seen_year === null ? null : now })
    }
  })
}

type Seen = Pick<Parameters<typeof setColumns>[3], 'seen_year' | 'seen_value' | 'seen_n'> & {
  readonly id?: AmbitionId
}

const isSame = (one: Seen, other: Seen) =>
  one.seen_year === other.seen_year && one.seen_value === other.seen_value && one.seen_n === other.seen_n

const columnsOf = (now: ReturnType<typeof nowOf>) =>
  now === null || now === 'hidden'
    ? { seen_year: null, seen_value: null, seen_n: null }
    : { seen_year: now.schoolYear, seen_value: keptFigure(now.value), seen_n: now.n }
