import type { Context } from 'hono'

const LONGEST = 4000

/** The text fields of a form, each at most 4,000 characters; files and repeated names fall away but the last. */
export async function formFields(c: Context): Promise<Record<string, string | undefined>> {
  const body = await c.req.parseBody()
  const texts = Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return Object.fromEntries(texts.map(([name, value]) => [name, value.slice(0, LONGEST)]))
}
