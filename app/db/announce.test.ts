import { expect, test } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { newId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Fact } from './announce.ts'

const fact: Fact = { topic: 'passage', schoolId: newId<'school'>(), id: newId<'entry'>() }

eachDatabase((open) => {
  const heard = async () => {
    const db = await open()
    const facts: Fact[] = []
    return { db, facts, stop: db.hear((one) => facts.push(one)) }
  }

  test('what happens inside a transaction is told once it is committed', async () => {
    const { db, facts, stop } = await heard()
    await db.write('server', async (_sql, tx) => {
      tx.announce(fact)
      expect(facts).toEqual([])
    })
    expect(facts).toEqual([fact])
    stop()
    db.announce(fact)
    expect(facts).toHaveLength(1)
  })

  test('what is rolled back never happened', async () => {
    const { db, facts, stop } = await heard()
    await db.write('server', async (_sql, tx) => {
      tx.announce(fact)
      return refuse('stale')
    })
    await db
      .write('server', (_sql, tx) => {
        tx.announce(fact)
        throw new Error('boom')
      })
      .catch(() => undefined)
    expect(facts).toEqual([])
    stop()
  })

  test('who hears may write at once', async () => {
    const { db, stop } = await heard()
    const written = new Promise<string>((resolve) => {
      db.hear(() => void db.write('server', async () => resolve('written')))
    })
    await db.write('server', async (_sql, tx) => tx.announce(fact))
    expect(await written).toBe('written')
    stop()
  })
})
