import { expect, test } from 'vitest'
import { NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import type { Db } from '../db/database.ts'
import { newId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { erasePassages, writePassage } from './passage-store.ts'
import { findTexts, indexSchools } from './search-store.ts'

eachDatabase((open) => {
  const school = async () => {
    const db = await open()
    const { keeper } = await settleCast(db)
    const write = async (text: string, ownerId: string = newId<'entry'>(), field = 'goal') => {
      const place = { ownerId, field, scopeId: 'plan' }
      const saved = await writePassage(db, keeper, place, text, null, NOW_MOMENT)
      if (isRefusal(saved)) throw new Error(saved.refused)
      return ownerId
    }
    return { db, keeper, write, find: (question: string) => foundBy(db, keeper, question) }
  }
  const foundBy = async (db: Db, actor: Actor, question: string) =>
    (await findTexts(db, actor, question)).hits.map(({ ownerId }) => ownerId)

  test('a text is found by its words, another form of them, their beginning, and with a typing error', async () => {
    const { write, find } = await school()
    const reading = await write('Wij **lezen** elke dag, met begeleiding.')
    await write('Rekenen met geld')
    for (const question of ['lezen', 'Leest', 'begel', 'begelijding', 'dag lezen'])
      expect({ question, found: await find(question) }).toEqual({ question, found: [reading] })
    expect(await find('lezen rekenen')).toEqual([])
    expect(await find('de')).toEqual([])
  })

  test('what is written anew is found anew, what is gone is gone', async () => {
    const { db, keeper, write, find } = await school()
    const owner = await write('Zonnebloem')
    expect(await find('zonnebloem')).toEqual([owner])
    await write('Madelief', owner)
    expect(await find('zonnebloem')).toEqual([])
    expect(await find('madelief')).toEqual([owner])
    await db.write(keeper, (sql) => erasePassages(sql, keeper, owner))
    const words = await db.read(keeper, (sql) => sql.selectFrom('search_word').selectAll().execute())
    expect(words).toEqual([])
    expect(await find('madelief')).toEqual([])
  })

  test('the server indexes every school by itself, and none finds what is of another', async () => {
    const { db, write, find } = await school()
    const owner = await write('Zonnebloem')
    await indexSchools(db)
    await indexSchools(db)
    const { keeper: other } = await settleCast(db, { name: 'De Wilg' })
    expect(await foundBy(db, other, 'zonnebloem')).toEqual([])
    expect(await find('zonnebloem')).toEqual([owner])
  })
})
