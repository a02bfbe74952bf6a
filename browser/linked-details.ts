/** A link to something inside a closed fold opens that fold, also when it is the fold itself. */
export function openWhatIsLinked() {
  document.addEventListener('turbo:load', openToHash)
  window.addEventListener('hashchange', openToHash)
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null
    if (link) openTo(decodeURIComponent(link.hash.slice(1)))
  })
}

const openToHash = () => openTo(decodeURIComponent(location.hash.slice(1)))

function openTo(id: string) {
  const target = id ? document.getElementById(id) : null
  if (!target) return
  let opened = false
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
    opened ||= !fold.open
    fold.open = true
  }
  if (opened) target.scrollIntoView()
}
