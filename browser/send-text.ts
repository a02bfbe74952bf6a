import type { Kept } from './kept.ts'

export type Theirs = { readonly text: string; readonly revision: number; readonly says: string }

/** What became of a text that was sent. */
export type Sent =
  | { readonly is: 'saved'; readonly revision: number; readonly says: string }
  | { readonly is: 'clash'; readonly theirs: Theirs }
  | { readonly is: 'refused'; readonly says: string }
  | { readonly is: 'signed-out' }
  | { readonly is: 'offline' }
  | { readonly is: 'sorry' }

const PATIENCE = 15_000
/** Beyond this a browser refuses to go on sending after the page has gone. */
const MOST_KEPT_ALIVE = 60_000

/** Sends one text; a clash with what this same device sent before is no clash and is sent again. */
export async function sendText(text: Pick<Kept, 'url' | 'text' | 'base' | 'sent'>): Promise<Sent> {
  const result = await sendOnce(text)
  if (result.is !== 'clash' || text.sent === null || result.theirs.text !== text.sent.trim()) return result
  return sendOnce({ ...text, base: String(result.theirs.revision) })
}

async function sendOnce({ url, text, base }: Pick<Kept, 'url' | 'text' | 'base'>): Promise<Sent> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ text, base }),
      keepalive: text.length < MOST_KEPT_ALIVE / 6,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    })
    return await read(answer)
  } catch {
    return { is: 'offline' }
  }
}

async function read(answer: Response): Promise<Sent> {
  if (answer.type === 'opaqueredirect' || answer.status === 401) return { is: 'signed-out' }
  // what it belonged to is no longer there
  if (answer.status === 404) return { is: 'refused', says: '' }
  if (!answer.headers.get('content-type')?.includes('json')) return { is: 'sorry' }
  const body = (await answer.json()) as { revision: number; says: string; theirs: Theirs }
  if (answer.ok) return { is: 'saved', revision: body.revision, says: body.says }
  if (answer.status === 409) return { is: 'clash', theirs: body.theirs }
  return body.says ? { is: 'refused', says: body.says } : { is: 'sorry' }
}
