import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import type { DoorEnv } from './door-env.ts'

const CONSTANT = {
  // For what is no page; a page has its own, with the nonce.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const

/** On every answer, also on those that never reach a route. */
export function setConstantHeaders(outgoing: ServerResponse, https: boolean): void {
  for (const [name, value] of Object.entries(CONSTANT)) outgoing.setHeader(name, value)
  if (https) outgoing.setHeader('strict-transport-security', 'max-age=31536000')
}

/** A nonce for this page's own scripts, and the policy that keeps every other script, frame and form target out. */
export function pagePolicy(): MiddlewareHandler<DoorEnv> {
  return async (c, next) => {
    const nonce = randomBytes(16).toString('base64url')
    c.set('nonce', nonce)
    c.header('content-security-policy', policy(nonce))
    c.header('cache-control', 'private, no-cache')
    await next()
  }
}

const policy = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
