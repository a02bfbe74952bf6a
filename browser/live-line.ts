/** In milliseconds. The server says the revision at least every fifteen seconds, and at once when a line is opened. */
const SILENT = 40_000
const NOTHING_YET = 6_000
const TICK = 1_000
/** A clock that jumps so far was asleep. */
const SLEPT = 4_000
const SOON = 150
const LATEST = { lost: 1_500, refused: 5_000 }

/** What a page does with its line. */
export type OnLine = {
  /** The meeting has this revision. */
  told(revision: number): void
  /** Nobody knows what was missed: the page asks for itself; false when the server can't be reached. */
  catchUp(): Promise<boolean>
}

/**
 * The line along which a page hears that the meeting changed. It comes back by itself, closes while nobody looks, and
 * notices when it died without a word; each time the page catches up.
 */
export class LiveLine {
  readonly url: string
  on: OnLine
  #source: EventSource | null = null
  #heardAt = 0
  #saysSomething = false
  #tries = 0
  #timer = 0
  #tickedAt = Date.now()
  readonly #leave = new AbortController()
  readonly #ticking: number

  constructor(url: string, on: OnLine) {
    this.url = url
    this.on = on
    this.#ticking = window.setInterval(() => this.#tick(), TICK)
    const { signal } = this.#leave
    const wake = () => this.#wake()
    document.addEventListener('visibilitychange', wake, { signal })
    document.addEventListener('resume', wake, { signal })
    window.addEventListener('online', wake, { signal })
    window.addEventListener('pageshow', ({ persisted }) => persisted && wake(), { signal })
    window.addEventListener('offline', () => this.#breaks(), { signal })
    window.addEventListener('pagehide', () => this.#close(), { signal })
    this.#open()
  }

  end() {
    this.#leave.abort()
    clearInterval(this.#ticking)
    this.#close()
  }

  #open() {
    this.#close()
    if (document.hidden) return
    const source = new EventSource(this.url)
    this.#source = source
    this.#heardAt = Date.now()
    this.#saysSomething = false
    source.addEventListener('message', ({ data }) => this.#heard(Number(data)))
    source.addEventListener('again', () => this.#comeBack(SOON + Math.random() * 3 * SOON))
    source.addEventListener('error', () => this.#breaks())
  }

  #close() {
    clearTimeout(this.#timer)
    this.#source?.close()
    this.#source = null
  }

  #heard(revision: number) {
    this.#heardAt = Date.now()
    this.#saysSomething = true
    this.#tries = 0
    this.on.told(revision)
  }

  #breaks() {
    this.#tries += 1
    const latest = this.#saysSomething || !navigator.onLine ? LATEST.lost : LATEST.refused
    this.#comeBack(Math.min(latest, SOON * 2 ** this.#tries) * (0.5 + Math.random() / 2))
  }

  /** First the page, which may belong somewhere else by now; then the line again. */
  #comeBack(wait: number) {
    this.#close()
    this.#timer = window.setTimeout(async () => {
      const reached = await this.on.catchUp()
      if (this.#leave.signal.aborted || document.hidden) return
      if (reached) this.#open()
      else {
        this.#saysSomething = true
        this.#breaks()
      }
    }, wait)
  }

  #wake() {
    if (document.hidden) return this.#close()
    this.#tries = 0
    this.#open()
    void this.on.catchUp()
  }

  #tick() {
    const now = Date.now()
    const slept = now - this.#tickedAt > SLEPT
    this.#tickedAt = now
    if (document.hidden) return
    if (slept) this.#wake()
    else if (this.#source && now - this.#heardAt > (this.#saysSomething ? SILENT : NOTHING_YET))
      this.#breaks()
  }
}
