import type { Db } from '../app/db/database.ts'
import type { Visitor } from './request.ts'

/** The six digits of the newest letter with a code for the own proof; null when there is none. */
export async function proofCodeIn(db: Db): Promise<string | null> {
  const letter = await db.read('server', (sql) =>
    sql
      .selectFrom('mail')
      .select('body')
      .where('kind', '=', 'own-proof')
      .orderBy('id', 'desc')
      .executeTakeFirst(),
  )
  const found = /(\d{3}) (\d{3})/.exec(letter?.body ?? '')
  return found && `${found[1]}${found[2]}`
}

/** Shows within a session, by the page and the mailed code, that it is the person. */
export async function prove(db: Db, member: Visitor, to = '/account'): Promise<Response> {
  await member.post('/account/proof', { act: 'send', to })
  return member.post('/account/proof', { act: 'open', to, code: (await proofCodeIn(db)) ?? '' })
}
