import type { Db } from '../db/database.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { OwnAct } from './own-change.ts'
import { noteAct } from './own-change-store.ts'
import type { AtPlan } from './plan-desk.tsx'

/** Does something and notes it as an act of the reader, in one transaction; what is refused is not noted. */
export const noted = <Result>(
  { desk, reader, plan }: AtPlan,
  subjectId: string,
  act: OwnAct | null,
  run: (tx: Db) => Promise<Result>,
): Promise<Result> =>
  desk.db.write(reader.actor, async (sql, tx) => {
    const result = await run(tx)
    if (act && !isRefusal(result)) await noteAct(sql, reader.actor, plan, subjectId, act, desk.now)
    return result
  })

/** As `noted`, for what gets its id by the act. */
export const notedNew = <Id extends string, No extends object>(
  { desk, reader, plan }: AtPlan,
  run: (tx: Db) => Promise<Id | No>,
): Promise<Id | No> =>
  desk.db.write(reader.actor, async (sql, tx) => {
    const result = await run(tx)
    if (typeof result === 'string') await noteAct(sql, reader.actor, plan, result, { is: 'added' }, desk.now)
    return result
  })

/** A move past the neighbour on that side; null at the edge, where nothing moves. */
export function moveOf(
  list: readonly { readonly id: string }[],
  id: string,
  direction: 'up' | 'down',
): OwnAct | null {
  const past = list[list.findIndex((one) => one.id === id) + (direction === 'up' ? -1 : 1)]
  return past ? { is: 'moved', direction, past: past.id } : null
}
