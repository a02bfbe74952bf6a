import type { Hono } from 'hono'
import type { DoorEnv } from './door-env.ts'
import type { House } from './house.ts'
import { requestLog } from './request-log.ts'
import { sameOrigin } from './same-origin.ts'
import { pagePolicy } from './security-headers.ts'
import { sizeLimit } from './size-limit.ts'
import { kindOf, type SorryPage, sorry } from './sorry.ts'

type Front = {
  readonly page: SorryPage
  /** Whether a path takes a file of up to 20 MB. */
  readonly takesFile: (path: string) => boolean
}

/** Everything a request meets before its route, and what becomes of an error behind it. */
export function door(app: Hono<DoorEnv>, { settings, log }: House, { page, takesFile }: Front): void {
  app.use(requestLog(log, settings.logAll))
  app.use(pagePolicy())
  app.use(sameOrigin(settings.baseUrl, (c) => sorry(c, 'elsewhere', page)))
  app.use(sizeLimit(takesFile, (c) => sorry(c, 'tooBig', page)))
  app.notFound((c) => sorry(c, 'missing', page))
  app.onError((error, c) => {
    const { kind, status } = kindOf(error)
    if (kind === 'ours') log(error.stack ?? String(error))
    return sorry(c, kind, page, status)
  })
}
