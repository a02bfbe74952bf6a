import type { Sql } from '../db/database.ts'
import type { PersonId } from '../kernel/id.ts'
import { bodyOf, type Sending, writeToEach } from '../meeting/letters-desk.ts'
import { firstName } from '../school/person.ts'
import type { Actor } from '../session/actor.ts'
import type { HeavyTold, TellHeavy } from './heavy-store.ts'
import { heavyText } from './heavy-text.ts'

type HeavyLetter = 'called' | 'handed' | 'coming' | 'passed' | 'cannot' | 'taken-back'
type To = { readonly to: PersonId; readonly kind: HeavyLetter; readonly about: PersonId }

/**
 * Tells those concerned at once. A letter holds no word of what it is about: that somebody asks, who comes, and where to
 * look. Who did it gets none.
 */
export const tellHeavyBy =
  (sending: Sending): TellHeavy =>
  async (at, told) => {
    const letters = lettersFor(told, await coordinatorsOf(at.sql, sending.actor))
    await writeToEach(at, sending, letters, (one, who, names) => {
      const { letter } = heavyText(who.language)
      return {
        schoolId: sending.actor.schoolId,
        personId: one.to,
        kind: `question-heavy-${one.kind}`,
        to: who.address,
        subject: letter.subject[one.kind],
        body: bodyOf([
          letter.hello(firstName(who)),
          letter.says[one.kind](names.get(one.about) ?? ''),
          letter.look(`${sending.origin}/questions/heavy`),
        ]),
        onceKey: `heavy:${told.after.id}:${told.after.revision}:${one.kind}:${one.to}`,
      }
    })
  }

/** Whom a change concerns, and what they are told. */
function lettersFor({ before, after, by }: HeavyTold, coordinators: readonly PersonId[]): To[] {
  const { asker, coming, handed, ended } = after
  const others = coordinators.filter((person) => person !== asker)
  const to = (people: readonly PersonId[], kind: HeavyLetter, about: PersonId) =>
    [...new Set(people)].filter((person) => person !== by).map((person) => ({ to: person, kind, about }))
  if (before === null)
    return [...to(others, 'called', asker), ...(handed ? to([handed.to], 'handed', asker) : [])]
  if (ended) {
    const know = [...others, ...(handed && handed.answer !== 'no' ? [handed.to] : [])]
    return ended.how === 'taken-back' ? to(know, 'taken-back', asker) : []
  }
  if (handed && handed.answer === 'no' && before.handed?.answer !== 'no') return to(others, 'cannot', asker)
  if (handed && handed.at !== before.handed?.at)
    return [...to([handed.to], 'handed', asker), ...to([asker], 'passed', handed.to)]
  const isNew = coming !== null && (coming.by !== before.coming?.by || coming.at !== before.coming.at)
  return isNew ? to([asker], 'coming', coming.by) : []
}

/** Who coordinates now, and works at the school. */
export async function coordinatorsOf(sql: Sql, actor: Actor): Promise<PersonId[]> {
  const rows = await sql
    .selectFrom('person_role')
    .innerJoin('person', 'person.id', 'person_role.person_id')
    .select('person_role.person_id')
    .where('person_role.school_id', '=', actor.schoolId)
    .where('person_role.role', '=', 'coordinator')
    .where('person.left_on', 'is', null)
    .execute()
  return rows.map(({ person_id }) => person_id)
}
