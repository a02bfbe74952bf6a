import { monitorEventLoopDelay } from 'node:perf_hooks'

/**
 * Loaded into the server under measurement (`--import`): how late its event loop was, in milliseconds, since the last
 * SIGUSR2; said on its output as one line.
 */
export type LoopDelay = { readonly p50: number; readonly p99: number; readonly most: number }

/** How often is looked: what is measured is this and the delay. */
const RESOLUTION = 5
const watch = monitorEventLoopDelay({ resolution: RESOLUTION })
watch.enable()

process.on('SIGUSR2', () => {
  const delay = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION)
  const told: LoopDelay = {
    p50: delay(watch.percentile(50)),
    p99: delay(watch.percentile(99)),
    most: delay(watch.max),
  }
  console.log(`loop ${JSON.stringify(told)}`)
  watch.reset()
})
