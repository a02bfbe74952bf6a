/**
 * Standing on something of the thread, with pointer, keyboard or finger: what it hangs on and what hangs on it is shown
 * with it. In the drawing and on the plan page by the same marks: `data-n` names a knot, `data-op` what it hangs on,
 * `data-t` the two ends of a tie.
 */
export function standOnThread() {
  for (const kind of ['pointerover', 'focusin'] as const)
    document.addEventListener(kind, ({ target }) => target instanceof Element && stand(target))
  for (const kind of ['turbo:load', 'turbo:frame-load', 'hashchange'])
    window.addEventListener(kind, standAtHash)
  document.addEventListener('click', keepFromTurbo, true)
}

/** Turbo reads the address of a link as a string, which it is not in a drawing: the browser follows those itself. */
function keepFromTurbo(event: MouseEvent) {
  if (event.target instanceof Element && event.target.closest('svg a')) event.stopPropagation()
}

const LIT = 'mee'
let standing: Element | null = null

function standAtHash() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (target) stand(target)
}

function stand(target: Element) {
  const knot = target.closest('[data-n], [data-op]')
  if (knot === standing) return
  standing = knot
  for (const one of document.querySelectorAll(`.${LIT}, .staat`)) one.classList.remove(LIT, 'staat')
  const whole = knot?.closest('[data-draad], .doc')
  if (knot && whole) light(whole, knot)
}

type Marked = HTMLElement | SVGElement
const nameOf = ({ id, dataset }: Marked) => dataset['n'] ?? id

function light(whole: Element, knot: Element) {
  const marked = [...whole.querySelectorAll<Marked>('[data-n], [data-op]')]
  const above = new Map(marked.map((one) => [nameOf(one), one.dataset['op']?.split(' ') ?? []]))
  const chain = chainOf(nameOf(knot as Marked), above)
  if (chain.size < 2) return
  whole.classList.add('staat')
  for (const one of marked) one.classList.toggle(LIT, chain.has(nameOf(one)))
  for (const tie of whole.querySelectorAll<SVGElement>('[data-t]'))
    tie.classList.toggle(
      LIT,
      (tie.dataset['t'] ?? '').split(' ').every((end) => chain.has(end)),
    )
}

/** All that a knot hangs on, and all that hangs on it. */
function chainOf(name: string, above: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const up = new Set([name])
  for (const one of up) for (const key of above.get(one) ?? []) up.add(key)
  const down = new Set([name])
  for (let size = 0; size !== down.size; ) {
    size = down.size
    for (const [one, on] of above) if (on.some((key) => down.has(key))) down.add(one)
  }
  return new Set([...up, ...down])
}
