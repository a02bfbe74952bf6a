import { expect, test } from 'vitest'
import { NOW } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { startTidying } from './tidy-job.ts'

eachDatabase((open) => {
  test('a chore that fails is said, and keeps none of the others from its work', async () => {
    const db = await open()
    const [said, done]: [string[], string[]] = [[], []]
    const fails = () => Promise.reject(new Error('no such thing'))
    const forgets = async () => void done.push('forgot')
    const tidying = startTidying(
      db,
      () => NOW,
      (line) => said.push(line),
      [fails, forgets],
    )
    await tidying.stop()
    expect(done).toEqual(['forgot'])
    expect(said).toEqual(['tidy fails: Error: no such thing'])
  })
})
