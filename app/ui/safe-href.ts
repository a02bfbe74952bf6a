const HARMLESS = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const HERE = 'http://here.invalid'

const parse = (value: string) => URL.parse(value, HERE)

/**
 * A link that can do no harm, or null: paths and addresses of the web, mail and telephone.
 * 'javascript:' and its disguises (spaces, tabs, capitals) fall away, because it is read as a browser reads it.
 */
export function safeHref(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const url = parse(value)
  return url && HARMLESS.has(url.protocol) ? value : null
}

/** A path on this site to return to, or null: never another host, also not as '//host', '/\\host' or '/.//host'. */
export function safePath(value: string | null | undefined): string | null {
  if (!value?.startsWith('/')) return null
  const url = parse(value)
  if (url?.origin !== HERE) return null
  const path = url.pathname + url.search + url.hash
  return parse(path)?.origin === HERE ? path : null
}
