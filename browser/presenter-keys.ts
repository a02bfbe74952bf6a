/**
 * Keys for who stands beside the screen at the wall, also those of a presenter's remote. They turn the text and go to
 * the next stage; none takes a decision: such a button does not carry `data-verder`.
 */
export function definePresenterKeys() {
  customElements.define('presenter-keys', PresenterKeys)
}

const YEAR = 31_536_000
const BIGGEST = 3

class PresenterKeys extends HTMLElement {
  connectedCallback() {
    document.addEventListener('keydown', this.press)
    this.addEventListener('click', this.tap)
    this.addEventListener('turbo:morph-element', this.reveal)
    this.reveal()
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.press)
  }

  /** Buttons that only make sense with script show themselves here. */
  private readonly reveal = () => {
    for (const button of this.querySelectorAll<HTMLElement>('[data-doet]')) button.hidden = false
  }

  private readonly tap = (event: Event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-doet]') : null
    if (button?.dataset['doet'] === 'full') fullScreen()
    if (button?.dataset['doet'] === 'blank') this.blank()
  }

  private readonly press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (isTaken(event)) return
    const does = this.keys()[event.key.toLowerCase()]
    if (!does) return
    event.preventDefault()
    does()
  }

  private keys(): Record<string, () => void> {
    const on = () => turn(1) || go('verder')
    const back = () => turn(-1) || go('terug')
    return {
      arrowright: on,
      pagedown: on,
      ' ': on,
      arrowleft: back,
      pageup: back,
      arrowdown: () => turn(0.25),
      arrowup: () => turn(-0.25),
      b: () => this.blank(),
      f: fullScreen,
      '+': () => letters(1),
      '=': () => letters(1),
      '-': () => letters(-1),
      '?': () => this.querySelector('summary')?.click(),
    }
  }

  /** An empty screen, for a moment without it; any key or tap brings the meeting back. */
  private blank() {
    const known = document.querySelector('.bord-leeg')
    if (known) return known.remove()
    const screen = document.createElement('button')
    screen.type = 'button'
    screen.className = 'bord-leeg'
    screen.textContent = this.dataset['note'] ?? ''
    screen.addEventListener('click', () => screen.remove())
    document.body.append(screen)
    screen.focus()
  }
}

/** What somebody types stays theirs, and a key that means something where one stands does that. */
function isTaken({ key, target }: KeyboardEvent) {
  if (!(target instanceof Element)) return false
  if (target.closest('input, textarea, select, [contenteditable="true"]')) return true
  return key === ' ' && target.closest('button, a, summary') !== null && !target.closest('.bord-leeg')
}

/** Turns the first text that goes on in this direction; false when there is none. */
function turn(screens: number): boolean {
  for (const text of document.querySelectorAll<HTMLElement>('.rolt')) {
    const room = screens > 0 ? text.scrollHeight - text.clientHeight - text.scrollTop : text.scrollTop
    if (room <= 2) continue
    text.scrollBy({ top: screens * text.clientHeight * 0.85 })
    return true
  }
  return false
}

/** Presses the button for the next or the last stage; one that is being sent is not pressed again. */
function go(way: 'verder' | 'terug') {
  const button = document.querySelector<HTMLButtonElement>(`.bord-voet button[data-${way}]`)
  if (!button || button.disabled) return false
  button.click()
  return true
}

function fullScreen() {
  const { fullscreenElement, documentElement } = document
  const done = fullscreenElement ? document.exitFullscreen() : documentElement.requestFullscreen()
  // a browser that does not let a page do this goes on as it is
  done.catch(() => {})
}

/** Bigger or smaller letters; the device remembers, and the server draws them so from then on. */
function letters(step: number) {
  const board = document.querySelector<HTMLElement>('.bordvel')
  const size = Math.min(BIGGEST, Math.max(1, Number(board?.dataset['letters'] ?? 1) + step))
  document.cookie = `letters=${size}; path=/; max-age=${YEAR}; samesite=lax`
  if (board) board.dataset['letters'] = String(size)
}
