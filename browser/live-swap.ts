import { morphElements } from '@hotwired/turbo'
import { lookForTyped } from './typed-kept.ts'

/** What somebody was told just now stays so long, in milliseconds. */
const TOLD = 8_000
let toldAt = 0

/** From now on the notice on this page is new. */
export function noticeShown() {
  toldAt = Date.now()
}

/** What the page holds while it is shaped after its new self. */
type Kept = (now: Element, after: Element) => boolean

/**
 * Shapes the page's main part after a fresh one. What somebody typed, opened or stands on stays where it is.
 *
 * @param keep whether an element stays as it is
 * @returns what was typed in forms that are no longer there; null when the answer was no such page
 */
export function swapMain(html: string, keep: Kept): string[] | null {
  const fresh = new DOMParser().parseFromString(html, 'text/html')
  const [now, after] = [document.querySelector('main'), fresh.querySelector('main')]
  if (!now || !after) return null
  const stood = standing(now)
  const words = lookForTyped(now, after)
  morphElements(now, after, {
    callbacks: { beforeNodeMorphed: (node, other) => !isKept(node, other, keep) },
  })
  if (fresh.title) document.title = fresh.title
  stand(stood)
  return words
}

function isKept(node: Node, other: Node | undefined, keep: Kept) {
  if (!(node instanceof Element) || !(other instanceof Element)) return false
  // a text that is being written shapes itself
  if (node.localName === 'auto-save') return true
  if (node.id === 'status' && other.childElementCount === 0) return Date.now() - toldAt < TOLD
  return keep(node, other)
}

/** Where somebody stands in the page: the element, and the nearest places around it that have a name. */
function standing(main: Element): string[] | null {
  const { activeElement } = document
  if (!activeElement || activeElement === main || !main.contains(activeElement)) return null
  const places: string[] = []
  for (let at: Element | null = activeElement; at && at !== main; at = at.parentElement)
    if (at.id) places.push(at.id)
  return [...places, main.id]
}

/** Who stood on something that is gone stands on what is left around it. */
function stand(stood: string[] | null) {
  if (stood === null || (document.activeElement && document.activeElement !== document.body)) return
  const place = stood.map((id) => document.getElementById(id)).find((one) => one !== null)
  if (!place) return
  if (place.tabIndex < 0 && !place.hasAttribute('tabindex')) {
    place.tabIndex = -1
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
  }
  place.focus({ preventScroll: true })
}
