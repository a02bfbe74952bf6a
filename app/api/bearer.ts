import type { MiddlewareHandler } from 'hono'
import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import type { Program } from '../session/actor.ts'
import { programByToken } from '../session/api-token-store.ts'
import { type Bucket, takeDrop } from './api-rate.ts'
import { ApiProblem } from './problem.ts'

export type OnToken = { Variables: { program: Program } }

const TOKENS_WATCHED = 10_000

/** Lets in who carries a token of a school, at most 200 times a second. */
export function bearer({ db, now }: { db: Db; now: () => Date }): MiddlewareHandler<OnToken> {
  const buckets = new Map<string, Bucket>()
  return async (context, next) => {
    const token = /^Bearer ([\w.~+/-]{1,200}=*)$/i.exec(context.req.header('authorization') ?? '')?.[1]
    const program = token ? await programByToken(db, token, momentOf(now())) : null
    if (!program) throw unknownToken()
    const { bucket, wait } = takeDrop(buckets.get(program.tokenId), now().getTime())
    if (buckets.size >= TOKENS_WATCHED) buckets.clear()
    buckets.set(program.tokenId, bucket)
    if (wait > 0) throw tooMany(wait)
    context.set('program', program)
    context.header('cache-control', 'no-store')
    await next()
  }
}

const unknownToken = () =>
  new ApiProblem(
    {
      status: 401,
      code: 'token-unknown',
      title: 'No valid token',
      detail: 'Send Authorization: Bearer with a token from the settings of the school.',
    },
    { 'www-authenticate': 'Bearer realm="Rode Draad"' },
  )

const tooMany = (wait: number) =>
  new ApiProblem(
    {
      status: 429,
      code: 'too-many-requests',
      title: 'Too many requests',
      detail: `Try again after ${wait} second.`,
    },
    { 'retry-after': String(wait) },
  )
