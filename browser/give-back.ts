import { announce } from './announce.ts'

/** Words that can't be stored any more: their writer gets them back to copy, and says when they may go. */
export function giveBack(field: HTMLElement, why: string, words: string, drop: () => void) {
  const pieces = field.closest('form')?.querySelector<HTMLTemplateElement>('template[data-given-back]')
  const block = pieces?.content.firstElementChild?.cloneNode(true)
  if (!(block instanceof HTMLElement)) return
  for (const old of field.querySelectorAll('[data-given]')) old.remove()
  fill(block, why, words)
  block.querySelector('[data-drop]')?.addEventListener('click', () => {
    block.remove()
    drop()
  })
  field.append(block)
  announce(`${why} ${block.querySelector('[data-how]')?.textContent ?? ''}`)
}

function fill(block: HTMLElement, why: string, words: string) {
  const reason = block.querySelector('[data-why]')
  const text = block.querySelector('[data-words]')
  if (reason) reason.textContent = why
  if (text) text.textContent = words
  const button = block.querySelector<HTMLElement>('[data-copy]')
  button?.addEventListener('click', () => void copy(button, words))
}

async function copy(button: HTMLElement, words: string) {
  await navigator.clipboard.writeText(words)
  button.textContent = button.dataset['done'] ?? ''
}
