/** A few at a time; others wait in the order in which they came. */
export class Turns {
  readonly #most: number
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(most: number) {
    this.#most = most
  }

  /** Waits for a place; false when who waits gave up. Who has one gives it back with `leave`. */
  async take(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false
    if (this.#running < this.#most) {
      this.#running += 1
      return true
    }
    return await new Promise<boolean>((answer) => {
      const gaveUp = () => {
        this.#waiting.splice(this.#waiting.indexOf(called), 1)
        answer(false)
      }
      const called = () => {
        signal.removeEventListener('abort', gaveUp)
        answer(true)
      }
      this.#waiting.push(called)
      signal.addEventListener('abort', gaveUp, { once: true })
    })
  }

  /** Hands the place on to who waits longest. */
  leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#running -= 1
  }
}
