import type { House } from '../session/desk.ts'
import type { Writing } from './socket-desk.ts'

/** Writing together, of which nothing is loaded (25 ms, 16 MB) before somebody begins. */
export function writingFor(house: House, log: (line: string) => void): Writing {
  let made: Promise<Writing> | null = null
  const make = async () => {
    const { makeWriting } = await import('./socket-desk.ts')
    return makeWriting(house, log)
  }
  return {
    upgrade(incoming, socket, head) {
      made ??= make()
      made.then(
        (writing) => writing.upgrade(incoming, socket, head),
        (error: unknown) => {
          log(String(error))
          socket.destroy()
        },
      )
    },
    stop: async () => (await made)?.stop(),
  }
}
