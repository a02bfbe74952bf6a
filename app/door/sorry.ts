import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { isLanguage, type Language } from '../kernel/language.ts'
import type { DoorEnv } from './door-env.ts'
import { type SorryKind, sorryText } from './sorry-text.ts'

/** Draws the page for something that went wrong; the house gives its own look. */
export type SorryPage = (
  c: Context<DoorEnv>,
  sorry: { title: string; text: string },
  language: Language,
) => string | Promise<string>

const STATUS: Record<SorryKind, ContentfulStatusCode> = {
  forbidden: 403,
  missing: 404,
  tooBig: 413,
  elsewhere: 403,
  unreadable: 400,
  ours: 500,
}

/** A calm page for a reader, a problem document (RFC 9457) for a program. */
export async function sorry(
  c: Context<DoorEnv>,
  kind: SorryKind,
  page: SorryPage,
  status = STATUS[kind],
): Promise<Response> {
  const language = readerLanguage(c)
  const words = sorryText(language)[kind]
  if (isApi(c)) {
    const problem = { type: 'about:blank', title: words.title, status, detail: words.text }
    return c.body(JSON.stringify(problem), status, { 'content-type': 'application/problem+json' })
  }
  return c.html(await page(c, words, language), status)
}

const isApi = (c: Context) => c.req.path.startsWith('/api/')

/** The language of who asks, before anybody knows who that is: the cookie, else what the browser prefers. */
function readerLanguage(c: Context): Language {
  const chosen = /(?:^|;\s*)language=(nl|en)/.exec(c.req.header('cookie') ?? '')?.[1]
  const preferred = /\b(nl|en)\b/.exec((c.req.header('accept-language') ?? '').toLowerCase())?.[1]
  const language = chosen ?? preferred
  return isLanguage(language) ? language : 'nl'
}

/** Which sorry an error deserves, with its status. */
export function kindOf(error: unknown): { kind: SorryKind; status?: ContentfulStatusCode } {
  if (!(error instanceof HTTPException)) return { kind: 'ours' }
  if (error.status === 403 || error.status === 401) return { kind: 'forbidden', status: error.status }
  if (error.status === 404 || error.status === 410) return { kind: 'missing', status: error.status }
  if (error.status === 413) return { kind: 'tooBig' }
  return error.status < 500
    ? { kind: 'unreadable', status: error.status }
    : { kind: 'ours', status: error.status }
}
