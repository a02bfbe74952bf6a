/** Requests a second that one token may make, and as many at once. */
export const REQUESTS_A_SECOND = 200

export type Bucket = { readonly left: number; readonly at: number }

/**
 * A bucket that fills by 200 drops a second and holds 200: takes one drop at a moment in milliseconds.
 * `wait` is in whole seconds, 0 when there was a drop.
 */
export function takeDrop(bucket: Bucket | undefined, now: number): { bucket: Bucket; wait: number } {
  const filled = bucket
    ? bucket.left + (Math.max(0, now - bucket.at) / 1000) * REQUESTS_A_SECOND
    : REQUESTS_A_SECOND
  const left = Math.min(REQUESTS_A_SECOND, filled)
  if (left < 1) return { bucket: { left, at: now }, wait: 1 }
  return { bucket: { left: left - 1, at: now }, wait: 0 }
}
