/** A screen reader hears a region only when it changes after it came, so the words follow a moment later. */
const MOMENT = 150

/** Says a sentence to who listens; nothing changes on the screen. */
export function announce(sentence: string) {
  const region = document.createElement('div')
  region.className = 'vh'
  region.setAttribute('role', 'status')
  document.body.append(region)
  setTimeout(() => {
    region.textContent = sentence
  }, MOMENT)
  setTimeout(() => region.remove(), 20 * MOMENT)
}
