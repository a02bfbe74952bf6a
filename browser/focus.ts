import { announce } from './announce.ts'

/** Where the reader was when something was sent, so that the next page can go on from there. */
let sentFrom: readonly string[] = []

type Submitted = CustomEvent<{ formSubmission: { submitter?: HTMLElement } }>

/** Turbo leaves the focus on nothing after a new page, a refused form and a swapped frame: put it where one reads on. */
export function keepFocus() {
  document.addEventListener('turbo:submit-start', (event) => {
    // In a form as long as a page, the piece in which the button stood is nearer than the form.
    const places = [(event as Submitted).detail.formSubmission.submitter, event.target]
    sentFrom = places.flatMap((one) => (one instanceof Element ? (one.closest('[id]')?.id ?? []) : []))
  })
  document.addEventListener('turbo:visit', ({ target }) => {
    if (target !== document.documentElement) sentFrom = []
  })
  document.addEventListener('turbo:render', () => {
    if (document.documentElement.hasAttribute('data-turbo-preview')) return
    settle(document)
    // The sentence alone: a link beside it is met when one reads on.
    const told = (document.querySelector('#status .kernzin') ?? document.querySelector('#status'))
      ?.textContent
    if (told?.trim()) announce(told.trim())
  })
  document.addEventListener('turbo:frame-render', ({ target }) => {
    if (target instanceof HTMLElement) settle(target)
  })
}

function settle(root: Document | HTMLElement) {
  const wrong = root.querySelector<HTMLElement>('[aria-invalid="true"], .keuzes input[autofocus]')
  const toldHere = root.querySelector<HTMLElement>('[data-told] .kernzin')
  if (wrong ?? toldHere) show(wrong ?? toldHere)
  else if (isLost()) focusOn(linked() ?? remembered() ?? headingOf(root), true)
  requestAnimationFrame(() => showBegun(root))
  sentFrom = []
}

/**
 * In sight with the sentence beside it: Turbo scrolls to the top after a form, and knows no more where on the page the
 * answer led; so only then.
 */
function show(element: HTMLElement | null) {
  focusOn(element, true)
  requestAnimationFrame(() => element?.scrollIntoView({ block: 'center' }))
}

/** Where one goes on writing gets the focus from Turbo; out of sight one would type in what cannot be seen. */
function showBegun(root: Document | HTMLElement) {
  const begun = root.querySelector('[autofocus]')
  if (begun === null || begun !== document.activeElement) return
  const { top, bottom } = begun.getBoundingClientRect()
  if (top < 0 || bottom > innerHeight) begun.scrollIntoView({ block: 'center' })
}

const isLost = () => !document.activeElement || document.activeElement === document.body

function linked() {
  const id = decodeURIComponent(location.hash.slice(1))
  return id ? document.getElementById(id) : null
}

const remembered = () =>
  sentFrom.map((id) => document.getElementById(id)).find((element) => element !== null) ?? null

const headingOf = (root: Document | HTMLElement) =>
  root.querySelector<HTMLElement>('h1, h2, h3') ??
  (root instanceof HTMLElement ? root : document.querySelector('main'))

/** Focus on anything: what can't hold it by itself can for as long as it has it. */
function focusOn(element: HTMLElement | null, inPlace: boolean) {
  if (!element) return
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    element.tabIndex = -1
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  }
  element.focus({ preventScroll: inPlace })
}
