/** The button of a passkey shows itself where the browser knows them; what it needs is loaded when it is pressed. */
export function definePasskeys() {
  customElements.define('pass-key', PassKey)
}

class PassKey extends HTMLElement {
  connectedCallback() {
    if (!('PublicKeyCredential' in window)) return
    this.hidden = false
    this.querySelector('button')?.addEventListener('click', () => void this.use())
  }

  async use() {
    const { isAct, usePasskey, Refused } = await import('./passkey.ts')
    try {
      const act = this.dataset['act']
      location.assign(await usePasskey(isAct(act) ? act : 'sign-in'))
    } catch (error) {
      const sentence = error instanceof Refused ? error.sentence : null
      this.say(sentence ?? this.dataset['failed'] ?? '')
    }
  }

  say(sentence: string) {
    const place = this.querySelector('[role="status"]')
    if (place) place.textContent = sentence
  }
}
