import type { Db } from '../app/db/database.ts'
import { type Cast, settleCast } from './cast.ts'
import type { OpenFresh } from './database.ts'
import { testApp } from './house.ts'
import { type App, asMember, type Visitor } from './request.ts'

/** De Regenboog in a database of its own, with the whole app over it. */
export type World = {
  readonly db: Db
  readonly app: App
  readonly cast: Cast
  /** Somebody of the cast with a session of their own. */
  readonly as: (key: keyof Cast['people']) => Promise<Visitor>
}

/** Opens a fresh database with the cast in it: `const { as } = await worldIn(open)`, then `(await as('karin')).get('/team')`. */
export async function worldIn(open: OpenFresh, other: Parameters<typeof testApp>[1] = {}): Promise<World> {
  const db = await open()
  const app = testApp(db, other)
  const cast = await settleCast(db)
  return { db, app, cast, as: (key) => asMember(app, db, cast, key) }
}
