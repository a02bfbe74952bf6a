/** Why somebody did not come in. */
export type SignInRefusal =
  | 'no-address'
  | 'wrong-code'
  | 'too-many-tries'
  | 'too-many-requests'
  | 'no-code-asked'
  | 'link-is-over'
  | 'wrong-second-factor'
  | 'passkey-unknown'

/** The three sorts of links: mailed together with a code, shown by a colleague, and the first invitation. */
export type LinkKind = 'mail' | 'shown' | 'invitation'

const MINUTES = 60_000
const DAYS = 24 * 60 * MINUTES

/** How long each link, and the code beside it, can be used. */
export const LINK_LASTS: Record<LinkKind, number> = {
  mail: 15 * MINUTES,
  shown: 60 * MINUTES,
  invitation: 14 * DAYS,
}

/** The six digits of what was typed, also with spaces, dots or a dash in between; null when it is not that. */
export function parseCode(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 40) return null
  const digits = value.replace(/[\s.-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
