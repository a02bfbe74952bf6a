import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { DoorEnv } from './door-env.ts'

// A shorter answer fits in one packet as it is.
const SHORTEST = 1_400
const WORDS = /^(?:text\/|application\/(?:json|problem\+json|manifest\+json)|image\/svg)/
// Quick ones: a page is packed anew for every reader.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }
const GZIP = { level: 2 }

const packers = {
  br: (body: Uint8Array) => promisify(brotliCompress)(body, BROTLI),
  gzip: (body: Uint8Array) => promisify(gzip)(body, GZIP),
}

/** The packing that a browser takes, the best first; null when it takes none. */
export function packingFor(accepts: string | undefined): keyof typeof packers | null {
  const offered = (accepts ?? '').split(',').map((one) => one.trim().toLowerCase())
  const takes = (name: string) =>
    offered.some((one) => one === name || (one.startsWith(`${name};`) && !/;\s*q=0(?:\.0*)?$/.test(one)))
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : null
}

// With this many at once the processor is scarcer than the line: then pages go out as they are.
const BUSY = 8

/** Packs pages and JSON on their way out: a plan is ten times smaller. Streams and packed files go as they are. */
export function compress<Env extends DoorEnv>(): MiddlewareHandler<Env> {
  let underWay = 0
  return async (c, next) => {
    underWay += 1
    const busy = underWay >= BUSY
    await next().finally(() => {
      underWay -= 1
    })
    const packing = busy ? null : packingFor(c.req.header('accept-encoding'))
    if (!packing || c.req.method === 'HEAD' || !isWords(c.res.headers)) return
    const answer = await packed(c.res, packing)
    // Hono would add the headers of the answer that it has to those of the new one.
    c.res = undefined
    c.res = answer
  }
}

const isWords = (headers: Headers) =>
  WORDS.test(headers.get('content-type') ?? '') &&
  !headers.get('content-type')?.startsWith('text/event-stream') &&
  !headers.has('content-encoding')

async function packed(answer: Response, packing: keyof typeof packers): Promise<Response> {
  const { status } = answer
  const headers = new Headers(answer.headers)
  const body = new Uint8Array(await answer.arrayBuffer())
  headers.append('vary', 'accept-encoding')
  if (body.length < SHORTEST) return new Response(body, { status, headers })
  headers.set('content-encoding', packing)
  headers.delete('content-length')
  return new Response(new Uint8Array(await packers[packing](body)), { status, headers })
}
