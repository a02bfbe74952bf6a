import { isLoopback } from '../settings.ts'

/**
 * Where a mailed link may lead. Without BASE_URL the Host header is only the visitor's word, and a stranger could
 * have a link to their own site mailed to somebody: then only this machine itself is believed.
 */
export function originForMail(baseUrl: string | null, host: string | undefined): string | null {
  if (baseUrl) return baseUrl
  const url = host === undefined ? null : URL.parse(`http://${host}`)
  return url && isLoopback(url.hostname) && url.host === host ? url.origin : null
}

/** Where a link leads that a signed-in member makes: their own browser wrote the Host header. */
export function originForMember(baseUrl: string | null, host: string | undefined): string {
  return baseUrl ?? URL.parse(`http://${host ?? ''}`)?.origin ?? ''
}

/**
 * The address on the network that a request comes from. A proxy on this machine tells it in X-Forwarded-For (its last
 * name is the one that the proxy itself saw); anybody else's word for it is not taken.
 */
export function networkAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  baseUrl: string | null,
) {
  if (!baseUrl || !peer || !isLoopback(peer)) return peer
  return forwardedFor?.split(',').at(-1)?.trim() || peer
}
