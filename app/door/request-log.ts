import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { DoorEnv } from './door-env.ts'

/** One line per request without anything of a person: the pattern of the URL, never the URL itself. */
export const logLine = (method: string, route: string, status: number, milliseconds: number) =>
  `${method} ${route} ${status} ${Math.round(milliseconds)}ms`

/** Logs every request, or only those that the server itself failed. */
export function requestLog(write: (line: string) => void, all: boolean): MiddlewareHandler<DoorEnv> {
  return async (c, next) => {
    const started = performance.now()
    await next()
    if (all || c.res.status >= 500) {
      write(logLine(c.req.method, routePath(c, -1), c.res.status, performance.now() - started))
    }
  }
}
