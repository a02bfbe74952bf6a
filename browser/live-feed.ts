import { announce } from './announce.ts'
import { heldBy, holdRefused, watchForms } from './live-hold.ts'
import { LiveLine } from './live-line.ts'
import { noticeShown, swapMain } from './live-swap.ts'
import { keepTyped } from './typed-kept.ts'

/** Phones that heard the same thing ask within so long of each other; an answer takes at most so long. In milliseconds. */
const APART = 40
const LONGEST = 8_000

let line: LiveLine | null = null

type Fresh = { readonly answer: Response; readonly html: string }

/** Lets pages with a `<live-feed>` follow the meeting. */
export function followMeetings() {
  keepTyped((words) => document.querySelector<LiveFeed>('live-feed')?.giveBack(words))
  watchForms(() => document.querySelector<LiveFeed>('live-feed')?.released())
  document.addEventListener('turbo:load', noticeShown)
  customElements.define('live-feed', LiveFeed)
}

/** A page that asks for itself again when the meeting changed: one question at a time, and none that is dropped. */
class LiveFeed extends HTMLElement {
  shown = 0
  told = 0
  etag = ''
  asking: Promise<boolean> | null = null
  next: Promise<boolean> | null = null
  leave = new AbortController()

  connectedCallback() {
    this.leave = new AbortController()
    this.shown = this.told = Number(this.dataset['revision'])
    if (this.dataset['refused']) holdRefused()
    const on = { told: (revision: number) => this.hears(revision), catchUp: () => this.ask() }
    const { feed = '' } = this.dataset
    // A page that came in the place of another goes on with its line.
    if (line?.url === feed) line.on = on
    else {
      line?.end()
      line = new LiveLine(feed, on)
    }
  }

  disconnectedCallback() {
    this.leave.abort()
    setTimeout(() => {
      if (document.querySelector('live-feed')) return
      line?.end()
      line = null
    })
  }

  hears(revision: number) {
    this.told = Math.max(this.told, revision)
    if (this.told > this.shown) void this.ask(Math.random() * (this.isFront ? 0 : APART))
    else this.say('')
  }

  get isFront() {
    return this.dataset['feed']?.endsWith('?lane=front') ?? false
  }

  /** Nothing keeps the page any more. It may be another one than before, drawn by the server just now. */
  released() {
    this.shown = Math.max(this.shown, Number(this.dataset['revision']))
    this.etag = ''
    if (this.told > this.shown) void this.ask()
  }

  /** Asks for the page; while one question is under way, whoever asks gets the answer of the next. */
  ask(wait = 0): Promise<boolean> {
    const before = this.asking
    if (before) return (this.next ??= before.then(() => this.begin(0)))
    return this.begin(wait)
  }
  begin(wait: number): Promise<boolean> {
    this.next = null
    const asking = this.askNow(wait).finally(() => {
      if (this.asking === asking) this.asking = null
    })
    this.asking = asking
    return asking
  }

  /** Answers whether the server could be reached. */
  async askNow(wait: number): Promise<boolean> {
    if (wait > 0) await new Promise((later) => setTimeout(later, wait))
    if (this.leave.signal.aborted) return true
    const held = heldBy()
    if (held) {
      if (held === 'refused' && this.told > this.shown) this.say('news')
      return navigator.onLine
    }
    const fresh = await this.fetchMain()
    if (this.leave.signal.aborted) return true
    if (fresh === null) {
      this.say('lost')
      return false
    }
    this.take(fresh)
    return true
  }

  /** An answer can break off half-way: then there is none. */
  async fetchMain(): Promise<Fresh | null> {
    const headers = { accept: 'text/html', 'x-live': 'main', 'if-none-match': this.etag }
    const signal = AbortSignal.any([this.leave.signal, AbortSignal.timeout(LONGEST)])
    try {
      const answer = await fetch(this.dataset['here'] ?? '', { headers, signal, cache: 'no-store' })
      return answer.status < 500 ? { answer, html: await answer.text() } : null
    } catch {
      return null
    }
  }

  take({ answer, html }: Fresh) {
    if (answer.status === 304) return this.isStill()
    if (!answer.ok || (answer.redirected && !this.isHere(answer.url))) return this.goOn(answer.url)
    // some browsers make an empty page of 'nothing changed'
    if (html === '') return this.isStill()
    // What was sent meanwhile comes first: its page is newer than this one.
    if (heldBy()) return
    this.etag = answer.headers.get('etag') ?? ''
    const said = this.dataset['says']
    const words = swapMain(html, (now, after) => this.isMe(now, after))
    if (words === null) return this.goOn(answer.url)
    this.say('')
    if (words.length > 0) this.giveBack(words)
    const { says } = this.dataset
    if (says && says !== said) announce(says)
  }

  /** What this page shows is true at the newest revision too. */
  isStill() {
    this.shown = Math.max(this.shown, this.told)
    this.say('')
  }

  isHere(url: string) {
    return new URL(url).pathname === new URL(this.dataset['here'] ?? '', location.href).pathname
  }

  /** This meeting, or this person, has another page now. */
  goOn(url: string) {
    this.leave.abort()
    location.assign(url)
  }

  /** The element itself stays; it learns what the fresh page says of it. */
  isMe(now: Element, after: Element) {
    if (now !== this) return false
    for (const name of ['data-revision', 'data-says', 'data-here'])
      this.setAttribute(name, after.getAttribute(name) ?? '')
    const revision = Number(this.dataset['revision'])
    this.shown = revision
    this.told = Math.max(this.told, revision)
    return true
  }

  /** The line at the foot of the page; it goes away by itself. */
  say(what: 'lost' | 'news' | '') {
    const place = this.querySelector<HTMLElement>('[data-line]')
    if (!place || place.dataset['line'] === what) return
    place.dataset['line'] = what
    place.hidden = what === ''
    place.textContent = what === '' ? '' : (this.dataset[what] ?? '')
    if (what === 'news') place.append(' ', this.linkHere())
    if (what !== '') announce(place.textContent)
  }

  /** Words whose form is gone: whoever typed them can still read and copy them. */
  giveBack(words: readonly string[]) {
    this.querySelector('[data-words]')?.remove()
    const { typed = '', fine = '' } = this.dataset
    const place = document.createElement('div')
    place.className = 'volglijn'
    place.dataset['words'] = ''
    // a page drawn anew by a form leaves it
    place.id = 'live-words'
    place.dataset['turboPermanent'] = ''
    const quote = document.createElement('blockquote')
    quote.textContent = words.join('\n')
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'knop stil'
    button.textContent = fine
    button.addEventListener('click', () => place.remove())
    place.append(typed, quote, button)
    this.append(place)
    announce(`${typed} ${words.join(' ')}`)
  }

  linkHere() {
    const link = document.createElement('a')
    link.href = this.dataset['here'] ?? ''
    link.textContent = this.dataset['show'] ?? ''
    return link
  }
}
