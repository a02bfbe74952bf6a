/**
 * On the sheet of a month a moment goes to another day by dragging it, or with the arrow keys after its 'Move'. What it
 * does is what the form behind that link does: it sends uid and day.
 */
export function defineYearMover() {
  customElements.define('year-mover', YearMover)
}

type Held = {
  readonly item: HTMLElement
  day: string
  /** Begun with the keyboard: where the focus goes back to. */
  readonly from: HTMLElement | null
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

class YearMover extends HTMLElement {
  private held: Held | null = null

  connectedCallback() {
    for (const item of this.querySelectorAll<HTMLElement>('[data-uid]')) item.classList.add('versleep')
    // A title is a link: the browser's own dragging of links would take it away.
    this.addEventListener('dragstart', (event) => event.preventDefault())
    this.addEventListener('pointerdown', (event) => this.grab(event))
    this.addEventListener('click', (event) => this.take(event))
    this.addEventListener('keydown', (event) => this.key(event))
  }

  /** A drag begins once the pointer has gone some way: until then a click on a title stays a click. */
  private grab(down: PointerEvent) {
    const item = itemAt(down)
    if (!item || down.button !== 0) return
    const isDragged = () => this.held?.item === item
    const move = (to: PointerEvent) => {
      if (!isDragged() && isFar(down, to)) this.hold(item, null)
      if (isDragged()) this.over(dayAt(to))
    }
    const end = (to: PointerEvent) => {
      stop()
      if (!isDragged()) return
      if (linkAt(to)) this.skipClick()
      if (to.type === 'pointerup' && dayAt(to)) this.drop()
      else this.letGo()
    }
    const stop = () => {
      document.removeEventListener('pointermove', move)
      document.removeEventListener('pointerup', end)
      document.removeEventListener('pointercancel', end)
    }
    document.addEventListener('pointermove', move)
    document.addEventListener('pointerup', end)
    document.addEventListener('pointercancel', end)
  }

  /** The click that ends a drag on a link opens nothing. */
  private skipClick() {
    const skip = (event: Event) => {
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('click', skip, { capture: true, once: true })
    setTimeout(() => document.removeEventListener('click', skip, { capture: true }))
  }

  /** 'Move' takes a moment up, to be carried with the arrows. */
  private take(event: Event) {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('.verzet a') : null
    const item = itemAt(event)
    if (!link || !item || !isWide()) return
    event.preventDefault()
    this.hold(item, link)
    this.say((this.dataset['started'] ?? '').replace('%', item.dataset['title'] ?? ''))
  }

  private hold(item: HTMLElement, from: HTMLElement | null) {
    this.letGo()
    this.held = { item, day: item.dataset['from'] ?? '', from }
    item.classList.add('pakt')
    this.show()
  }

  private key(event: KeyboardEvent) {
    if (!this.held?.from) return
    const step = STEPS[event.key]
    if (step !== undefined) {
      event.preventDefault()
      this.over(this.cell(plusDays(this.held.day, step)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      this.drop()
    } else if (event.key === 'Escape') {
      this.letGo()
      this.say(this.dataset['stopped'] ?? '')
    }
  }

  private over(cell: HTMLElement | null) {
    const day = cell?.dataset['day']
    if (!this.held || !day || day === this.held.day) return
    this.held.day = day
    this.show()
    if (this.held.from) this.say(cell.querySelector('.dagnaam')?.textContent ?? day)
  }

  private show() {
    for (const cell of this.querySelectorAll('.doel')) cell.classList.remove('doel')
    if (this.held) this.cell(this.held.day)?.classList.add('doel')
  }

  private cell(day: string) {
    return this.querySelector<HTMLElement>(`td[data-day="${CSS.escape(day)}"]:not(.elders)`)
  }

  private drop() {
    const { held } = this
    const form = this.querySelector('form')
    const { uid, from } = held?.item.dataset ?? {}
    const day = held?.day
    this.letGo()
    if (!form || !uid || !from || !day || day === from) return
    for (const [name, value] of Object.entries({ uid, from, day })) {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = value
    }
    form.requestSubmit()
  }

  private letGo() {
    this.held?.item.classList.remove('pakt')
    this.held = null
    this.show()
  }

  private say(text: string) {
    const status = this.querySelector('[role="status"]')
    if (status) status.textContent = text
  }
}

/** On a phone the days stand one below the other: there the form does it. */
const isWide = () => matchMedia('(min-width: 52rem)').matches

const itemAt = (event: Event) =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-uid]') : null
const linkAt = (event: Event) => event.target instanceof Element && event.target.closest('a') !== null

/** In pixels: a hand that clicks moves a little too. */
const A_DRAG = 5
const isFar = (one: PointerEvent, other: PointerEvent) =>
  Math.hypot(other.clientX - one.clientX, other.clientY - one.clientY) > A_DRAG

const dayAt = ({ clientX, clientY }: PointerEvent) =>
  document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('td[data-day]:not(.elders)') ?? null

const plusDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
