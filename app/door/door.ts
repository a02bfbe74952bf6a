import type { Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { compress } from './compress.ts'
import type { DoorEnv } from './door-env.ts'
import { requestLog } from './request-log.ts'
import { sameOrigin } from './same-origin.ts'
import { pagePolicy } from './security-headers.ts'
import { sizeLimit, type Takes } from './size-limit.ts'

/** What can be wrong with a request: the statuses that have a page. */
export type Wrong = 400 | 403 | 404 | 413 | 429 | 500

export type Door<Env extends DoorEnv> = {
  readonly baseUrl: string | null
  readonly log: (line: string) => void
  readonly logAll: boolean
  /** What a path takes: an ordinary form, a file of up to 20 MB, or one of up to 200 MB. */
  readonly takes: (path: string) => Takes
  /** Draws what is wrong; `elsewhere` says that a change came from another website. */
  readonly sorry: (c: Context<Env>, wrong: Wrong, elsewhere?: 'elsewhere') => Promise<Response>
}

/** Everything that a request meets before its route, and what becomes of an error behind it. */
export function door<Env extends DoorEnv>(
  app: Hono<Env>,
  { baseUrl, log, logAll, takes, sorry }: Door<Env>,
): void {
  app.use(requestLog(log, logAll))
  app.use(compress())
  app.use(pagePolicy())
  app.use(sameOrigin<Env>(baseUrl, (c) => sorry(c, 403, 'elsewhere')))
  app.use(sizeLimit<Env>(takes, (c) => sorry(c, 413)))
  app.notFound((c) => sorry(c, 404))
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.res) return error.res
    const wrong = wrongOf(error)
    if (wrong === 500) log(error.stack ?? String(error))
    return sorry(c, wrong)
  })
}

/** The status that an error deserves: a thrown 403 or 404 is an answer, anything unknown is our own. */
export function wrongOf(error: unknown): Wrong {
  if (!(error instanceof HTTPException)) return isNoForm(error) || isGone(error) ? 400 : 500
  const { status } = error
  if (status === 401 || status === 403) return 403
  if (status === 404 || status === 410) return 404
  if (status === 413 || status === 429) return status
  return status < 500 ? 400 : 500
}

/** A body that is no form, or one that breaks off: how the platform says so. It is the sender's, not ours. */
const isNoForm = (error: unknown) =>
  error instanceof TypeError && /body as FormData|^Content-Type was not one of/.test(error.message)

/** Who asked went away in the middle of sending: nobody reads the answer, and nothing is wrong. */
const isGone = (error: unknown) =>
  error instanceof Error && error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET'
