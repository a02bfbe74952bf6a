import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { DoorEnv } from './door-env.ts'

const MEGABYTE = 1024 * 1024

/** What an ordinary form or API call may weigh, in bytes. */
export const ORDINARY_SIZE = MEGABYTE
/** A file of 20 MB and the form around it. A bigger file is read no further. */
export const FILE_SIZE = 21 * MEGABYTE

/** Refuses a request whose body is too big, before it is read into memory. */
export function sizeLimit<Env extends DoorEnv>(
  takesFile: (path: string) => boolean,
  tooBig: (c: Context<Env>) => Promise<Response>,
): MiddlewareHandler<Env> {
  const onError = async (c: Context<Env>) => {
    const answer = await tooBig(c)
    // The rest of the body is not read, so this connection can't be used again.
    answer.headers.set('connection', 'close')
    return answer
  }
  const ordinary = bodyLimit({ maxSize: ORDINARY_SIZE, onError })
  const file = bodyLimit({ maxSize: FILE_SIZE, onError })
  return (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    return (takesFile(c.req.path) ? file : ordinary)(c, next)
  }
}
