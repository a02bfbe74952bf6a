/**
 * Standing on something of the thread, with pointer, keyboard or finger: what it hangs on and what hangs on it is shown
 * with it. In the drawing by the numbers of its knots, on the plan page by the links that say what hangs on what.
 */
export function standOnThread() {
  for (const kind of ['pointerover', 'focusin'] as const)
    document.addEventListener(kind, ({ target }) => target instanceof Element && stand(target))
  for (const kind of ['turbo:load', 'turbo:frame-load', 'hashchange'])
    window.addEventListener(kind, standAtHash)
}

type Ties = { readonly nodes: Map<string, Element>; readonly above: Map<string, string[]> }

const LIT = 'mee'
let standing: Element | null = null

function standAtHash() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (target) stand(target)
}

function stand(target: Element) {
  const knot = target.closest('[data-n], .doc :is(.visie > li, .doel, .traject)')
  if (knot === standing) return
  standing = knot
  for (const one of document.querySelectorAll(`.${LIT}, .staat`)) one.classList.remove(LIT, 'staat')
  if (!knot) return
  const drawing = knot.closest('[data-draad]')
  if (drawing) lightDrawing(drawing, knot)
  else lightPlan(knot)
}

/** All that a knot hangs on, and all that hangs on it. */
function chainOf(id: string, above: Map<string, string[]>): Set<string> {
  const chain = new Set([id])
  const up = (from: string) => {
    for (const one of above.get(from) ?? []) if (!chain.has(one)) up((chain.add(one), one))
  }
  up(id)
  const below = new Set([id])
  for (let size = 0; size !== below.size; ) {
    size = below.size
    for (const [one, on] of above) if (on.some((key) => below.has(key))) below.add(one)
  }
  return new Set([...chain, ...below])
}

function lightDrawing(drawing: Element, knot: Element) {
  const knots = [...drawing.querySelectorAll<SVGElement>('[data-n]')]
  const above = new Map(knots.map(({ dataset: { n = '', op } }) => [n, op?.split(' ') ?? []]))
  const chain = chainOf((knot as SVGElement).dataset['n'] ?? '', above)
  drawing.classList.add('staat')
  for (const one of knots) one.classList.toggle(LIT, chain.has(one.dataset['n'] ?? ''))
  for (const tie of drawing.querySelectorAll<SVGElement>('[data-t]'))
    tie.classList.toggle(
      LIT,
      (tie.dataset['t'] ?? '').split(' ').every((end) => chain.has(end)),
    )
}

function lightPlan(knot: Element) {
  const { nodes, above } = tiesOnPlan()
  const chain = chainOf(knot.id, above)
  for (const [id, element] of nodes) element.classList.toggle(LIT, chain.size > 1 && chain.has(id))
}

function tiesOnPlan(): Ties {
  const cards = [...document.querySelectorAll('.doc :is(.visie > li, .doel, .traject)[id]')]
  const links = (card: Element) =>
    [...card.querySelectorAll<HTMLAnchorElement>('.hangt-aan a[href^="#"]')].map(({ hash }) => hash.slice(1))
  return {
    nodes: new Map(cards.map((card) => [card.id, card])),
    above: new Map(cards.map((card) => [card.id, links(card)])),
  }
}
