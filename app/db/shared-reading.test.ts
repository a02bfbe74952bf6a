import { expect, test } from 'vitest'
import type { Db } from './database.ts'
import { readShared } from './shared-reading.ts'

const db = () => ({ isTransaction: false, hear: () => () => undefined }) as unknown as Db

/** A reading that tells when it began, and ends when it is told to. */
function slow() {
  const began: ((answer: string) => void)[] = []
  const read = () => new Promise<string>((end) => began.push(end))
  return { began, read }
}
const soon = () => new Promise((later) => setTimeout(later))

test('who asks while a reading is under way shares the next one, which begins after it asked', async () => {
  const [one, { began, read }] = [db(), slow()]
  const first = readShared(one, 'a', read)
  const others = [readShared(one, 'a', read), readShared(one, 'a', read)]
  expect(began).toHaveLength(1)
  began[0]?.('old')
  expect(await first).toBe('old')
  await soon()
  expect(began).toHaveLength(2)
  const late = readShared(one, 'a', read)
  began[1]?.('new')
  expect(await Promise.all(others)).toEqual(['new', 'new'])
  await soon()
  began[2]?.('newest')
  expect(await late).toBe('newest')
})

test('nothing is kept: who asks later reads anew, and each key and database has its own reading', async () => {
  const [one, { began, read }] = [db(), slow()]
  const first = readShared(one, 'a', read)
  began[0]?.('old')
  await first
  await soon()
  const [again, other] = [readShared(one, 'a', read), readShared(one, 'b', read)]
  const elsewhere = readShared(db(), 'a', read)
  expect(began).toHaveLength(4)
  for (const [place, end] of began.entries()) end(String(place))
  expect(await Promise.all([again, other, elsewhere])).toEqual(['1', '2', '3'])
})

test('a reading that fails fails for those who shared it, and the next one is tried', async () => {
  const one = db()
  let times = 0
  const read = () => (++times === 1 ? Promise.reject(new Error('gone')) : Promise.resolve('here'))
  const first = readShared(one, 'a', read)
  const next = readShared(one, 'a', read)
  await expect(first).rejects.toThrow('gone')
  expect(await next).toBe('here')
})

test('inside a transaction everybody reads for themselves', async () => {
  const one = { ...db(), isTransaction: true } as Db
  const { began, read } = slow()
  const both = [readShared(one, 'a', read), readShared(one, 'a', read)]
  for (const end of began) end('mine')
  expect(await Promise.all(both)).toEqual(['mine', 'mine'])
  expect(began).toHaveLength(2)
})
