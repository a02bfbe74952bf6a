import { randomInt, randomUUID } from 'node:crypto'
import type { Sql } from '../db/database.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Actor } from '../session/actor.ts'

/**
 * Sole writer of ballot and ballot_given. A ballot has a random id, no time and no person. With every ballot that comes
 * in, and once more at closing, all ballots of the box are written anew in shuffled order: so neither the order of the
 * rows nor the transaction that the database notes with a row says whose is whose.
 */

/** Where ballots lie: of one round, or of one poll. */
export type BoxName = string

/** What lies in each of these boxes, in the order of random ids. */
export const readBallots = (sql: Sql, actor: Actor, boxes: readonly BoxName[]) =>
  sql
    .selectFrom('ballot')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('box', 'in', boxes)
    .orderBy('id')
    .execute()

/** Who gave a ballot in these boxes, in the order of their ids. */
export const readGiven = (sql: Sql, actor: Actor, boxes: readonly BoxName[]) =>
  sql
    .selectFrom('ballot_given')
    .selectAll()
    .where('school_id', '=', actor.schoolId)
    .where('box', 'in', boxes)
    .orderBy('person_id')
    .execute()

/** Writes the whole box anew: these people gave a ballot, and apart from that these ballots lie in it. */
export async function writeBox(
  sql: Sql,
  actor: Actor,
  box: BoxName,
  given: readonly PersonId[],
  ballots: readonly string[],
) {
  const { schoolId: school_id } = actor
  await sql.deleteFrom('ballot').where('box', '=', box).where('school_id', '=', school_id).execute()
  await sql.deleteFrom('ballot_given').where('box', '=', box).where('school_id', '=', school_id).execute()
  const papers = shuffled(ballots).map((choice) => ({ id: randomUUID(), school_id, box, choice }))
  if (papers.length > 0) await sql.insertInto('ballot').values(papers).execute()
  const names = [...given].sort().map((person_id) => ({ box, school_id, person_id }))
  if (names.length > 0) await sql.insertInto('ballot_given').values(names).execute()
}

/** In an order that nobody can foresee (Fisher and Yates, by the random numbers of the machine). */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  const left = [...items]
  const drawn: Item[] = []
  while (left.length > 0) drawn.push(...left.splice(randomInt(left.length), 1))
  return drawn
}
