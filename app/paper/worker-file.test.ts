import { expect, test } from 'vitest'
import { workerFile } from './worker-file.ts'

test('from source the worker is the .ts file beside its caller', () => {
  expect(workerFile('word-in-worker', 'file:///house/app/plan/word-in-desk.ts').pathname).toBe(
    '/house/app/plan/word-in-worker.ts',
  )
})

test('in the built server it is an entry of dist/server, also when the caller is in a chunk below it', () => {
  const worker = '/house/dist/server/word-in-worker.js'
  expect(workerFile('word-in-worker', 'file:///house/dist/server/server.js').pathname).toBe(worker)
  expect(workerFile('word-in-worker', 'file:///house/dist/server/chunks/desk-x1.js').pathname).toBe(worker)
})
