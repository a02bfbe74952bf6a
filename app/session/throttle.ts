/** How often something may happen within a span of seconds, counted in the database over all servers. */
export type Limit = { readonly times: number; readonly seconds: number }

/** A school shares one address on the internet: what is counted per address is generous. */
export const LIMITS = {
  /** asking for a code, per e-mail address */
  'code-for-address': { times: 6, seconds: 3600 },
  /** asking for a code, per network address */
  'code-from-network': { times: 60, seconds: 900 },
  /** tries per code that was asked for */
  'try-of-code': { times: 5, seconds: 900 },
  /** wrong codes and links, per network address */
  'wrong-from-network': { times: 100, seconds: 900 },
  /** tries of the second factor, per person */
  'second-factor': { times: 5, seconds: 900 },
  /** the code of the first set-up */
  'setup-code': { times: 10, seconds: 900 },
  /** a challenge for a passkey is answered once */
  'passkey-challenge': { times: 1, seconds: 900 },
  /** entering the demo school, per network address */
  'demo-entered': { times: 600, seconds: 900 },
  /** making the demo school anew, on the whole server: each time leaves something sealed behind */
  'demo-reset': { times: 60, seconds: 3600 },
  /** links that a colleague shows, per school */
  'shown-link': { times: 60, seconds: 3600 },
  /** codes of a meeting that are typed or scanned, per network address: a whole team behind one, some of them twice */
  'join-from-network': { times: 600, seconds: 900 },
  /** codes that open no meeting, per network address */
  'wrong-join-from-network': { times: 60, seconds: 900 },
  /** codes that open no meeting, on the whole server: of a million there are few that do */
  'wrong-join-code': { times: 600, seconds: 900 },
  /** calendar addresses that lead nowhere, per network address: programs go on asking for one that was stopped */
  'wrong-feed-from-network': { times: 120, seconds: 900 },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS

/** Null: go ahead. Otherwise how many seconds to wait. */
export type Wait = number | null

/** What to do at the so-many-eth time within a window that began so many seconds ago. */
export const waitAfter = (count: number, secondsSinceStart: number, { times, seconds }: Limit): Wait =>
  count <= times ? null : Math.max(1, Math.ceil(seconds - secondsSinceStart))

/** One subscriber's network: an IPv4 address, or the /64 that an IPv6 subscriber holds. */
export function networkOf(address: string | undefined): string {
  if (!address) return 'unknown'
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').replace(/%.*$/, '')
  return plain.includes(':') ? sixtyFourBits(plain) : plain
}

function sixtyFourBits(address: string) {
  const [head = '', tail] = address.toLowerCase().split('::')
  const start = head === '' ? [] : head.split(':')
  const end = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array(Math.max(0, 8 - start.length - end.length)).fill('0')
  return [...start, ...zeros, ...end].slice(0, 4).join(':')
}
