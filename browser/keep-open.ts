/** A page that asks for itself again leaves open what its reader opened. */
export function keepFoldsOpen() {
  document.addEventListener('turbo:before-morph-attribute', (event) => {
    const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail
    if (attributeName === 'open' && event.target instanceof HTMLDetailsElement) event.preventDefault()
  })
}
