import { announce } from './announce.ts'

/** When a form can't reach the server: say so, calmly, and leave everything that was typed where it is. */
export function sayWhenOffline() {
  document.addEventListener('turbo:fetch-request-error', ({ target }) => {
    if (target instanceof HTMLFormElement) tell(document.body.dataset['offline'] ?? '')
  })
}

function tell(sentence: string) {
  const place = document.querySelector('#status')
  if (!place || !sentence) return
  const line = document.createElement('p')
  line.className = 'melding kernzin'
  line.textContent = sentence
  place.replaceChildren(line)
  line.scrollIntoView({ block: 'nearest' })
  // the button that was pressed lost the focus while it was off
  if (document.activeElement === document.body) {
    line.tabIndex = -1
    line.focus()
  }
  announce(sentence)
}
