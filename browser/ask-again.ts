import { announce } from './announce.ts'
import { swapMain } from './live-swap.ts'

/** What is under way is looked at so often, in milliseconds. */
const EVERY = 1_000

/** A page about something that is under way asks for itself again, until it no longer holds this element. */
export function defineAskAgain() {
  customElements.define('ask-again', AskAgain)
}

class AskAgain extends HTMLElement {
  private timer = 0
  private leave = new AbortController()

  connectedCallback() {
    this.leave = new AbortController()
    this.wait()
  }

  disconnectedCallback() {
    clearTimeout(this.timer)
    this.leave.abort()
  }

  private wait() {
    this.timer = window.setTimeout(() => void this.ask(), EVERY)
  }

  private async ask() {
    const { signal } = this.leave
    if (document.hidden) return this.wait()
    const answer = await fetch(location.href, { signal, cache: 'no-store' }).catch(() => null)
    if (signal.aborted) return
    if (answer === null || answer.status >= 500) return this.wait()
    if (answer.redirected) return location.assign(answer.url)
    const html = await answer.text().catch(() => null)
    if (signal.aborted) return
    if (html === null) return this.wait()
    if (swapMain(html, () => false) === null) return location.reload()
    if (this.isConnected) this.wait()
    else announce(document.querySelector('h1')?.textContent ?? '')
  }
}
