type Missing = CustomEvent<{ response: Response; visit: (response: Response) => void }>

/** A link or form in a card whose answer is a page of its own opens as that page; the card is never left empty. */
export function openWholePages() {
  document.addEventListener('turbo:frame-missing', (event) => {
    const { response, visit } = (event as Missing).detail
    event.preventDefault()
    visit(response)
  })
}
