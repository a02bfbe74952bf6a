/** The cookies of the house. Over https their names are bound to this host and to https. */
export type CookieName = 'session' | 'sign-in' | 'passkey' | 'shown' | 'closed' | 'meeting'

/** '__Host-' makes a browser refuse the cookie from a sister host, over http, or for a part of the site. */
export const cookieName = (name: CookieName, https: boolean) => (https ? `__Host-${name}` : name)

/** The value of a cookie in the header; null when it is not there. */
export function cookieValue(header: string | undefined, name: string): string | null {
  if (!header) return null
  for (const part of header.split(';')) {
    const equals = part.indexOf('=')
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim()
  }
  return null
}

type Setting = { readonly https: boolean; readonly seconds: number | null }

/** Only the server reads it, and another site can't send it along with a change. */
export function cookieHeader(name: string, value: string, { https, seconds }: Setting): string {
  const age = seconds === null ? '' : `; Max-Age=${seconds}`
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}${age}`
}
