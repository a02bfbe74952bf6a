/**
 * Minutes of an item and the clock on the wall, counted on from what the server drew. It changes a word once a minute
 * at most: nothing ticks, nothing blinks.
 */
export function defineRunClock() {
  customElements.define('run-clock', RunClock)
}

const MINUTE = 60_000
const LOOK = 5_000

class RunClock extends HTMLElement {
  private timer: ReturnType<typeof setInterval> | undefined

  connectedCallback() {
    this.addEventListener('turbo:morph-element', this.show)
    this.timer = setInterval(this.show, LOOK)
  }

  disconnectedCallback() {
    this.removeEventListener('turbo:morph-element', this.show)
    clearInterval(this.timer)
  }

  private readonly show = () => {
    const [spent, time] = this.querySelectorAll('span')
    const since = Date.parse(this.dataset['since'] ?? '')
    if (!spent || !time || Number.isNaN(since)) return
    // the clock of this device may be off: it is only asked how long ago the page came
    const now = Date.now() - this.lag()
    const minutes = Math.floor((Number(this.dataset['spent']) * 1000 + Math.max(0, now - since)) / MINUTE)
    say(spent, (this.dataset['words'] ?? '#').replace('#', String(minutes)))
    say(time, (this.dataset['time'] ?? '#').replace('#', clockAt(now, this.dataset['dot'] ?? ':')))
  }

  /** How far this device runs before the server, by the moment at which the server drew this. */
  private lag() {
    const drawn = this.dataset['now'] ?? ''
    if (drawn !== this.dataset['seen']) {
      this.dataset['seen'] = drawn
      this.dataset['lag'] = String(Date.now() - Date.parse(drawn))
    }
    return Number(this.dataset['lag']) || 0
  }
}

function say(element: Element, words: string) {
  if (element.textContent !== words) element.textContent = words
}

const amsterdam = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
})
const clockAt = (now: number, dot: string) => amsterdam.format(now).replace(':', dot)
