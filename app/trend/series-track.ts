import type { Series } from './series.ts'

/** When something was measured, so that later sorts after, and whether any of it may be shown. */
export type Measured = { readonly when: string; readonly isShown: boolean }

type Track<Of> = { readonly series: Series; readonly of: readonly Of[]; readonly until: string }

/**
 * What was measured of one thing, apart for what stands beside each other: a series that begins when another has ended
 * goes on from it in the same track; two of the same year are two tracks, for on one scale they can't be drawn. Oldest
 * first. What is hidden is in nobody's way.
 */
export function tracksOf<Of extends Series>(all: readonly Of[], measured: (one: Of) => Measured): Of[][] {
  const parts = [...Map.groupBy(all, ({ series }) => series).values()]
    .flatMap((of) => {
      const [series] = of
      const seen = of.flatMap((one) => (measured(one).isShown ? [measured(one).when] : [])).sort()
      return series ? [{ series, of, from: seen[0] ?? null, until: seen.at(-1) ?? '' }] : []
    })
    .sort((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1))
  let tracks: Track<Of>[] = []
  for (const { series, of, from, until } of parts) {
    const free = tracks.filter((track) => from === null || track.until < from)
    const before =
      free.find((track) => isSame(track.series, series, 'test')) ??
      free.find((track) => isSame(track.series, series, 'supplier')) ??
      free[0]
    const next = { series, of: [...(before?.of ?? []), ...of], until: until || (before?.until ?? '') }
    tracks = before ? tracks.map((track) => (track === before ? next : track)) : [...tracks, next]
  }
  return tracks.map(({ of }) => [...of])
}

const isSame = (one: Series, other: Series, what: 'test' | 'supplier') => one[what] === other[what]
