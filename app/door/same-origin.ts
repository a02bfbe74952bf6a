import type { Context, MiddlewareHandler } from 'hono'
import type { DoorEnv } from './door-env.ts'

/** What a request says about where it comes from. */
export type Origins = {
  readonly method: string
  readonly origin: string | undefined
  readonly site: string | undefined
  readonly host: string | undefined
}

const READS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether a change may have come from one of our own pages. Behind a TLS proxy our own address is that of BASE_URL;
 * without it the Host header tells. A request without either header is no browser of today and carries no cookie of
 * a victim.
 */
export function isSameOrigin({ method, origin, site, host }: Origins, baseUrl: string | null): boolean {
  if (READS.includes(method)) return true
  if (origin !== undefined) return baseUrl ? origin === baseUrl : URL.parse(origin)?.host === host
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** Refuses a change that another website's page sends along with our reader's cookie. */
export function sameOrigin<Env extends DoorEnv>(
  baseUrl: string | null,
  refused: (c: Context<Env>) => Promise<Response>,
): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { method } = c.req
    const origins = {
      method,
      origin: c.req.header('origin'),
      site: c.req.header('sec-fetch-site'),
      host: c.req.header('host'),
    }
    if (!isSameOrigin(origins, baseUrl)) return refused(c)
    await next()
  }
}
