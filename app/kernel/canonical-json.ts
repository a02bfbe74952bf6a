/** What JSON can hold, and nothing that it would drop or change on the way. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/**
 * One text for one value, after RFC 8785: names sorted by their UTF-16 units, no spaces, numbers and escapes as
 * JavaScript writes them. Two equal values give the same bytes, so their fingerprints can be compared.
 * Throws for what JSON can't hold exactly: a number that is not finite, a text with half a character.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return finite(value)
  if (value === null || typeof value === 'boolean') return String(value)
  return isList(value) ? `[${value.map(canonicalJson).join(',')}]` : members(value)
}

const isList = (value: readonly Json[] | { readonly [name: string]: Json }): value is readonly Json[] =>
  Array.isArray(value)

function members(value: { readonly [name: string]: Json }) {
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${text(name)}:${canonicalJson(value[name] ?? null)}`).join(',')}}`
}

function text(value: string) {
  if (!value.isWellFormed()) throw new TypeError('a text with half a character has no canonical form')
  return JSON.stringify(value)
}

function finite(value: number) {
  if (!Number.isFinite(value)) throw new TypeError('a number that is not finite has no canonical form')
  return JSON.stringify(value)
}
