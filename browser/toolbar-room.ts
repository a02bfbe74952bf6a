let isPressed = false
document.addEventListener('pointerdown', () => (isPressed = true), true)
for (const end of ['pointerup', 'pointercancel'])
  document.addEventListener(end, () => (isPressed = false), true)

/**
 * The buttons of a field stand there while somebody is in it. They come and go after the click is over: on a narrow
 * screen they have a row of their own, and a button further on would move away from under the finger.
 */
export function showWhileHere(field: HTMLElement, signal: AbortSignal) {
  const show = () => field.toggleAttribute('data-here', field.contains(document.activeElement))
  const soon = () => setTimeout(() => !isPressed && show())
  field.addEventListener('focusin', soon, { signal })
  field.addEventListener('focusout', soon, { signal })
  document.addEventListener('pointerup', soon, { signal })
  document.addEventListener('pointercancel', soon, { signal })
  show()
}
