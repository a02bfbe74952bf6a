let watcher: IntersectionObserver | null = null

/** Marks in the contents of a long page where the reader is. */
export function watchContents() {
  document.addEventListener('turbo:load', start)
  document.addEventListener('turbo:render', start)
}

function start() {
  watcher?.disconnect()
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('.inhoud a[href^="#"]')].map((link) => [
      link.hash.slice(1),
      link,
    ]),
  )
  if (links.size === 0) return
  watcher = new IntersectionObserver((seen) => mark(links, seen), { rootMargin: '-15% 0px -75% 0px' })
  for (const id of links.keys()) {
    const part = document.getElementById(id)
    if (part) watcher.observe(part)
  }
}

function mark(links: Map<string, HTMLAnchorElement>, seen: IntersectionObserverEntry[]) {
  const here = seen.find(({ isIntersecting }) => isIntersecting)
  if (!here) return
  for (const [id, link] of links) {
    if (id === here.target.id) link.setAttribute('aria-current', 'location')
    else link.removeAttribute('aria-current')
  }
}
