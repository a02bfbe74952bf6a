import { describe, expect, test } from 'vitest'
import { type Cast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { asMember } from '../../test/request.ts'
import { openHouse, openText } from '../../test/writers.ts'
import { planOf, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { entryOf } from '../plan/plan.ts'

type Who = keyof Cast['people']

/** A plan in input on a server of its own, and a way for everyone to open a text of it. */
async function writing(db: Db) {
  const made = await writtenPlan(db)
  const house = await openHouse(db)
  const app = testApp(db)
  const cookieOf = async (who: Who) => (await asMember(app, db, made.cast, who)).cookie
  const open = async (who: Who, name: string) =>
    openText({ url: house.url, cookie: await cookieOf(who), name })
  const stored = async (id: string, field: string) => {
    const plan = await planOf(db, made.cast, made.id)
    const entry = entryOf(plan, id as never)
    return (entry?.texts as Record<string, { text: string; revision: number }> | undefined)?.[field]
  }
  return { ...made, house, app, cookieOf, open, stored }
}

eachDatabase((open) => {
  describe('writing together', () => {
    test('two people in one text see each other type, and what they wrote is stored', async () => {
      const visit = await writing(await open())
      const name = `${visit.goal}:approach`
      const karin = await visit.open('karin', name)
      const again = await visit.open('karin', name)
      expect(karin.text()).toBe('Samen kijken')
      karin.type(', elke week')
      await again.until('the words of a colleague', () => again.text() === 'Samen kijken, elke week')
      again.type(' opnieuw')
      expect(await again.store()).toMatchObject({ is: 'stored', revision: 2, says: 'Bewaard om 10.42 uur' })
      expect((await visit.stored(visit.goal, 'approach'))?.text).toBe('Samen kijken, elke week opnieuw')
    })
  })
})
