/** A text of which words can be selected to say something about: the form below it then speaks of those words. */
export function definePickWords() {
  customElements.define('pick-words', PickWords)
}

const LONGEST = 2000
/** So much of what stands before the selection tells which of two alike places is meant. */
const LEAD = 120

class PickWords extends HTMLElement {
  readonly #look = () => this.#take()

  connectedCallback() {
    // Without script nobody can choose words: the choice shows itself once some are selected.
    const choice = this.#choice()
    if (choice) choice.hidden = true
    document.addEventListener('selectionchange', this.#look)
  }

  disconnectedCallback() {
    document.removeEventListener('selectionchange', this.#look)
  }

  #choice() {
    return (
      this.querySelector<HTMLInputElement>('input[name="about"][value="words"]')?.closest('label') ?? null
    )
  }

  #take() {
    const text = this.querySelector('[data-text]')
    const selection = document.getSelection()
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
    const words = selection?.toString().trim() ?? ''
    if (!text || !range || words === '' || words.length > LONGEST) return
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return
    this.#fill(words, leadOf(text, range))
  }

  /** The fold opens below the text, so that nothing moves under the pointer. */
  #fill(words: string, lead: string) {
    const choice = this.#choice()
    const radio = choice?.querySelector('input')
    const title = choice?.querySelector('b')
    if (!choice || !radio || !title) return
    choice.hidden = false
    radio.checked = true
    title.textContent = `‘${words}’`
    this.#set('words', words)
    this.#set('lead', lead)
    const fold = this.querySelector('details')
    if (fold) fold.open = true
  }

  #set(name: string, value: string) {
    const field = this.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`)
    if (field) field.value = value
  }
}

function leadOf(text: Element, range: Range) {
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(range.startContainer, range.startOffset)
  return before.toString().slice(-LEAD)
}
