import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LiveLine } from './live-line.ts'

/** A browser as far as the line needs one. */
class Source extends EventTarget {
  static open: Source[] = []
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    Source.open.push(this)
  }
  close() {
    Source.open = Source.open.filter((one) => one !== this)
  }
  says(revision: number) {
    this.dispatchEvent(Object.assign(new Event('message'), { data: String(revision) }))
  }
  breaks() {
    this.dispatchEvent(new Event('error'))
  }
}

const page = Object.assign(new EventTarget(), { hidden: false })
const glass = Object.assign(new EventTarget(), { setInterval, setTimeout })

/** A line whose page notes what it hears, and reaches the server while `reaches.now` says so. */
function newLine() {
  const heard: (number | 'asked')[] = []
  const reaches = { now: true }
  const on = {
    told: (revision: number) => void heard.push(revision),
    catchUp: async () => {
      heard.push('asked')
      return reaches.now
    },
  }
  const line = new LiveLine('/live', on)
  return { line, heard, reaches, source: () => Source.open.at(-1) }
}

beforeEach(() => {
  vi.useFakeTimers()
  Source.open = []
  page.hidden = false
  vi.stubGlobal('EventSource', Source)
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', Object.assign(glass, { setInterval, setTimeout }))
  vi.stubGlobal('navigator', { onLine: true })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the line of a page', () => {
  test('tells what it hears', () => {
    const { line, heard, source } = newLine()
    source()?.says(7)
    source()?.says(8)
    expect(heard).toEqual([7, 8])
    line.end()
    expect(Source.open).toEqual([])
  })

  test('that broke catches up first, and is open again', async () => {
    const { line, heard, source } = newLine()
    source()?.says(7)
    source()?.breaks()
    expect(Source.open).toEqual([])
    await vi.advanceTimersByTimeAsync(1_000)
    expect([heard, Source.open.length]).toEqual([[7, 'asked'], 1])
    line.end()
  })

  test('goes on trying while the server is away, and is back within two seconds of its return', async () => {
    const { line, heard, reaches, source } = newLine()
    source()?.says(7)
    reaches.now = false
    source()?.breaks()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(Source.open).toEqual([])
    expect(heard.length).toBeGreaterThan(30)
    reaches.now = true
    await vi.advanceTimersByTimeAsync(2_000)
    expect(Source.open.length).toBe(1)
    line.end()
  })

  test('that died without a word is noticed', async () => {
    const { line, heard, source } = newLine()
    const first = source()
    first?.says(7)
    await vi.advanceTimersByTimeAsync(45_000)
    expect(heard).toEqual([7, 'asked'])
    expect(source()).not.toBe(first)
    line.end()
  })

  test('that is held back by a proxy asks now and then, for ever', async () => {
    const { line, heard } = newLine()
    await vi.advanceTimersByTimeAsync(120_000)
    expect(heard.length).toBeGreaterThan(8)
    expect(heard.length).toBeLessThan(25)
    line.end()
  })

  test('is closed while nobody looks, and catches up as soon as somebody does', async () => {
    const { line, heard } = newLine()
    page.hidden = true
    page.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(300_000)
    expect([heard, Source.open]).toEqual([[], []])
    page.hidden = false
    page.dispatchEvent(new Event('visibilitychange'))
    expect([heard, Source.open.length]).toEqual([['asked'], 1])
    line.end()
  })

  test('notices by the clock that the device slept', async () => {
    const { line, heard, source } = newLine()
    source()?.says(7)
    await vi.advanceTimersByTimeAsync(1_000)
    vi.setSystemTime(Date.now() + 3_600_000)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(heard).toEqual([7, 'asked'])
    expect(Source.open.length).toBe(1)
    line.end()
  })

  test('goes away and comes back when the server asks for it', async () => {
    const { line, heard, source } = newLine()
    source()?.says(7)
    source()?.dispatchEvent(new Event('again'))
    expect(Source.open).toEqual([])
    await vi.advanceTimersByTimeAsync(1_000)
    expect([heard, Source.open.length]).toEqual([[7, 'asked'], 1])
    line.end()
  })
})
