/** What a socket may send: it grows with time up to a burst. Typing needs some twenty messages a second. */
export type Allowance = { messages: number; bytes: number; at: number }

const MESSAGES = { each: 100, most: 600 }
const BYTES = { each: 500_000, most: 4_000_000 }

export const newAllowance = (now: number): Allowance => ({
  messages: MESSAGES.most,
  bytes: BYTES.most,
  at: now,
})

/** Takes one message of so many bytes from it; false when it sent too much. `now` in milliseconds. */
export function takeFrom(allowance: Allowance, bytes: number, now: number): boolean {
  const seconds = Math.max(0, now - allowance.at) / 1000
  allowance.at = now
  allowance.messages = Math.min(MESSAGES.most, allowance.messages + seconds * MESSAGES.each) - 1
  allowance.bytes = Math.min(BYTES.most, allowance.bytes + seconds * BYTES.each) - bytes
  return allowance.messages >= 0 && allowance.bytes >= 0
}
