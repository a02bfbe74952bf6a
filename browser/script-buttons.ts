/** Buttons that only make sense with script: they come with the page hidden and show themselves here. */
export function defineButtons() {
  customElements.define('copy-text', CopyText)
  customElements.define('print-page', PrintPage)
}

class CopyText extends HTMLElement {
  connectedCallback() {
    this.hidden = false
    this.querySelector('button')?.addEventListener('click', () => void this.copy())
  }

  async copy() {
    const label = this.querySelector('[role="status"]')
    await navigator.clipboard.writeText(this.dataset['text'] ?? '')
    if (label) label.textContent = this.dataset['done'] ?? ''
  }
}

class PrintPage extends HTMLElement {
  connectedCallback() {
    this.hidden = false
    this.querySelector('button')?.addEventListener('click', () => window.print())
  }
}
