import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { DoorEnv } from './door-env.ts'

const MEGABYTE = 1024 * 1024

/** What an ordinary form or API call may weigh, in bytes. */
export const ORDINARY_SIZE = MEGABYTE
/** A file of 20 MB and the form around it. A bigger file is read no further. */
export const FILE_SIZE = 21 * MEGABYTE
/** A file of 200 MB and the form around it, for pages that write it away while it comes in. */
export const LARGE_SIZE = 201 * MEGABYTE

/** What a path takes: an ordinary form, one with a file, or one with a large file. */
export type Takes = 'form' | 'file' | 'large'

/** Refuses a request whose body is too big, before it is read into memory. */
export function sizeLimit<Env extends DoorEnv>(
  takes: (path: string) => Takes,
  tooBig: (c: Context<Env>) => Promise<Response>,
): MiddlewareHandler<Env> {
  const onError = async (c: Context<Env>) => {
    const answer = await tooBig(c)
    // The rest of the body is not read, so this connection can't be used again.
    answer.headers.set('connection', 'close')
    return answer
  }
  const limits = {
    form: bodyLimit({ maxSize: ORDINARY_SIZE, onError }),
    file: bodyLimit({ maxSize: FILE_SIZE, onError }),
    large: bodyLimit({ maxSize: LARGE_SIZE, onError }),
  }
  return (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    return limits[takesOf(c, takes(c.req.path))](c, next)
  }
}

/** A body that does not say how long it is is read into memory to find out, and a form without a file is small. */
function takesOf<Env extends DoorEnv>(c: Context<Env>, takes: Takes): Takes {
  if (takes !== 'large') return takes
  const isForm = /^multipart\//i.test(c.req.header('content-type') ?? '')
  const saysLength = c.req.header('content-length') !== undefined
  return isForm && saysLength && c.req.header('transfer-encoding') === undefined ? 'large' : 'form'
}
