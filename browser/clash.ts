import type { Theirs } from './send-text.ts'

export type Choice = 'mine' | 'theirs' | 'both'

/** Shows the other text under the field, with the choices; the pieces come with the form, in the reader's language. */
export function showClash(field: HTMLElement, theirs: Theirs, choose: (choice: Choice) => void) {
  const pieces = field.closest('form')?.querySelector<HTMLTemplateElement>('template[data-clash]')
  const block = pieces?.content.firstElementChild?.cloneNode(true)
  if (!(block instanceof HTMLElement)) return
  fill(block, theirs)
  for (const button of block.querySelectorAll<HTMLButtonElement>('[data-keep]')) {
    button.addEventListener('click', () => {
      block.remove()
      choose(button.dataset['keep'] as Choice)
    })
  }
  for (const old of field.querySelectorAll('.botsing')) old.remove()
  field.append(block)
}

function fill(block: HTMLElement, { says, text }: Theirs) {
  const who = block.querySelector('[data-who]')
  const words = block.querySelector('[data-theirs]')
  if (who) who.textContent = says
  if (words) words.textContent = text
  block.setAttribute('aria-label', says)
}
