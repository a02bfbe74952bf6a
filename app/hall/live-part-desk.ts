import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { OnDesk } from '../session/desk.ts'

const TITLE = /<title>[^<]*<\/title>/

/**
 * A live page that asks for itself again gets its title and its main part alone, and nothing at all when what it has is
 * still true. Everything that changes in a meeting stands inside `<main>`.
 */
export const livePart: MiddlewareHandler<OnDesk> = async (c, next) => {
  await next()
  if (c.req.method !== 'GET' || c.req.header('x-live') !== 'main' || !isPage(c.res)) return
  const part = partOf(await c.res.text())
  const etag = etagOf(part)
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-cache',
    vary: 'x-live, cookie',
    etag,
  })
  for (const cookie of c.res.headers.getSetCookie()) headers.append('set-cookie', cookie)
  const isStill = c.req.header('if-none-match') === etag
  // Hono would add the headers of the page to those of its part.
  c.res = undefined
  c.res = isStill ? new Response(null, { status: 304, headers }) : new Response(part, { headers })
}

const isPage = ({ status, headers }: Response) =>
  status === 200 && (headers.get('content-type') ?? '').startsWith('text/html')

/** Of all but the revision: that another one changed something elsewhere is nothing new here. */
const etagOf = (part: string) =>
  `"${createHash('sha256')
    .update(part.replace(/ data-revision="\d+"/, ''))
    .digest('base64url')
    .slice(0, 22)}"`

/** A page without a main part is given whole. */
function partOf(page: string): string {
  const from = page.indexOf('<main')
  const to = page.lastIndexOf('</main>')
  if (from < 0 || to < from) return page
  return `${TITLE.exec(page)?.[0] ?? ''}${page.slice(from, to + '</main>'.length)}`
}
