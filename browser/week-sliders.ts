/** Says beside each slider how long it is, and all of them together, while one drags. Without it the sliders still go. */
export function defineWeekSliders() {
  customElements.define('week-sliders', WeekSliders)
}

class WeekSliders extends HTMLElement {
  connectedCallback() {
    this.addEventListener('input', this.show)
    this.show()
  }

  disconnectedCallback() {
    this.removeEventListener('input', this.show)
  }

  private readonly show = () => {
    let total = 0
    for (const slider of this.querySelectorAll<HTMLInputElement>('input[type="range"]')) {
      const minutes = Number(slider.value)
      total += minutes
      const words = this.words(minutes)
      slider.setAttribute('aria-valuetext', words)
      const output = slider.parentElement?.querySelector('output')
      if (output) output.textContent = minutes === 0 ? '' : words
    }
    const sum = this.querySelector<HTMLOutputElement>('output[data-total]')
    if (!sum) return
    sum.textContent = this.words(total)
    sum.parentElement?.removeAttribute('hidden')
  }

  /** '2¼ uur': quarters of an hour, in the words that the page brought along ('1 uur', '2 uur'). */
  private words(minutes: number) {
    const whole = Math.floor(minutes / 60)
    const quarter = ['', '¼', '½', '¾'][Math.round((minutes % 60) / 15)] ?? ''
    const number = whole === 0 && quarter !== '' ? quarter : `${whole}${quarter}`
    const pattern = minutes === 60 ? this.dataset['one'] : this.dataset['many']
    return (pattern ?? '').replace(/\d+/, number)
  }
}
