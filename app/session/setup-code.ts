/** What a request tells of where it comes from. */
export type SetupVisit = {
  readonly peerIsLoopback: boolean
  readonly hostIsLoopback: boolean
  /** A header of a proxy came along: the peer is the proxy, not the visitor. */
  readonly forwarded: boolean
  readonly baseUrlIsSet: boolean
}

/** Whether the first set-up asks for the code: always, but for somebody who sits at the machine itself. */
export const setupNeedsCode = ({ peerIsLoopback, hostIsLoopback, forwarded, baseUrlIsSet }: SetupVisit) =>
  !peerIsLoopback || !hostIsLoopback || forwarded || baseUrlIsSet

/** Headers by which proxies tell of the visitor behind them. */
export const FORWARDING_HEADERS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-real-ip',
  'x-original-host',
  'via',
  'cf-connecting-ip',
  'true-client-ip',
] as const

/** The code as it is compared: without spaces and dashes, in capitals; null when it can't be one. */
export function parseSetupCode(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.length > 60) return null
  const code = typed.replace(/[\s\-.]/g, '').toUpperCase()
  return /^[A-Z0-9]{6,20}$/.test(code) ? code : null
}
