/** The middle and the nineteenth of twenty, in the unit of the figures. */
export function spreadOf(figures: readonly number[]): { p50: number; p95: number } {
  const sorted = [...figures].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}
