import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'

const HERE = new URL('./command-out.ts', import.meta.url).href
const PROGRAM = `import { printed } from '${HERE}'; await printed('nummer;trend\\n'.repeat(100_000)); console.error('klaar')`

it('is done when who reads a result has seen enough of it', async () => {
  const command = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM])
  const said = text(command.stderr)
  command.stdout.once('data', () => command.stdout.destroy())
  const [code] = await once(command, 'close')
  expect({ code, said: await said }).toEqual({ code: 0, said: 'klaar\n' })
})

it('prints all of it to who reads on', async () => {
  const command = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM])
  const [printed] = await Promise.all([text(command.stdout), once(command, 'close')])
  expect(printed.split('\n')).toHaveLength(100_002)
})
