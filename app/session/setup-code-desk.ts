import type { Context } from 'hono'
import { isLoopback } from '../settings.ts'
import { deskOf, type OnDesk } from './desk.ts'
import { FORWARDING_HEADERS, setupNeedsCode } from './setup-code.ts'
import { isSetupCode } from './setup-code-store.ts'
import { networkBehind } from './sign-in-desk.tsx'
import type { Wait } from './throttle.ts'
import { countOnce } from './throttle-store.ts'

/** Whether this visitor must give the code of the first set-up: everybody but who sits at the machine itself. */
export function visitNeedsCode(c: Context<OnDesk>): boolean {
  const host = c.req.header('host')
  return setupNeedsCode({
    peerIsLoopback: isLoopback(c.env?.incoming?.socket.remoteAddress ?? ''),
    hostIsLoopback: isLoopback(hostName(host)),
    forwarded: FORWARDING_HEADERS.some((name) => c.req.header(name) !== undefined),
    baseUrlIsSet: deskOf(c).house.baseUrl !== null,
  })
}

const hostName = (host: string | undefined) =>
  host === undefined ? '' : (URL.parse(`http://${host}`)?.hostname ?? '')

/** Whether the code is right, counted per network; `wait` is in seconds. */
export async function trySetupCode(
  c: Context<OnDesk>,
  typed: unknown,
): Promise<'right' | 'wrong' | { wait: NonNullable<Wait> }> {
  const { db, house } = deskOf(c)
  const wait = await countOnce(db, 'setup-code', networkBehind(c), house.now())
  if (wait) return { wait }
  return (await isSetupCode(db, typed)) ? 'right' : 'wrong'
}
