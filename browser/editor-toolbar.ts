import type { Editor } from '@tiptap/core'
import { serveLink } from './editor-link.ts'
import { showWhileHere } from './toolbar-room.ts'

type Act = 'bold' | 'italic' | 'bullets' | 'numbers'

const ACTS: Record<Act, (editor: Editor) => void> = {
  bold: ({ commands }) => commands.toggleBold(),
  italic: ({ commands }) => commands.toggleItalic(),
  bullets: ({ commands }) => commands.toggleBulletList(),
  numbers: ({ commands }) => commands.toggleOrderedList(),
}
const NAMES: Record<Act, string> = {
  bold: 'bold',
  italic: 'italic',
  bullets: 'bulletList',
  numbers: 'orderedList',
}
const isAct = (name: string | undefined): name is Act => name !== undefined && name in ACTS

/** The row of buttons of one field: with the pointer, with the arrows, and Alt+F10 goes there from the text. */
export function serveToolbar(field: HTMLElement, editor: Editor, signal: AbortSignal) {
  const bar = field.querySelector<HTMLElement>('[role="toolbar"]')
  if (!bar) return
  bar.setAttribute('aria-controls', editor.view.dom.id)
  const buttons = [...bar.querySelectorAll('button')]
  // the text keeps the focus, and what is selected in it
  bar.addEventListener('mousedown', (event) => event.preventDefault(), { signal })
  bar.addEventListener('keydown', (event) => onKey(event, buttons, editor), { signal })
  for (const button of buttons) {
    const { act } = button.dataset
    if (isAct(act)) button.addEventListener('click', () => ACTS[act](editor), { signal })
  }
  showWhileHere(field, signal)
  const openLink = serveLink(field, editor, signal)
  bar.querySelector('[data-act="link"]')?.addEventListener('click', openLink, { signal })
  editor.view.dom.addEventListener('keydown', (event) => fromText(event, buttons, openLink), { signal })
  const show = () => showPressed(buttons, editor)
  editor.on('transaction', show)
  roam(buttons, 0)
  show()
}

function showPressed(buttons: readonly HTMLButtonElement[], editor: Editor) {
  for (const button of buttons) {
    const { act } = button.dataset
    const isOn = editor.isActive(isAct(act) ? NAMES[act] : 'link')
    if (button.getAttribute('aria-pressed') !== String(isOn))
      button.setAttribute('aria-pressed', String(isOn))
  }
}

function fromText(event: KeyboardEvent, buttons: readonly HTMLButtonElement[], openLink: () => void) {
  const key = event.key.toLowerCase()
  if (key === 'k' && (event.ctrlKey || event.metaKey)) openLink()
  else if (key === 'f10' && event.altKey) buttons.find(({ tabIndex }) => tabIndex === 0)?.focus()
  else return
  event.preventDefault()
}

function onKey(event: KeyboardEvent, buttons: readonly HTMLButtonElement[], editor: Editor) {
  const at = buttons.findIndex((button) => button === event.target)
  const last = buttons.length - 1
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key]
  if (to !== undefined) roam(buttons, to < 0 ? last : to > last ? 0 : to)?.focus()
  else if (event.key === 'Escape') editor.view.focus()
  else return
  event.preventDefault()
  // Escape closes the card only from the text itself
  event.stopPropagation()
}

/** One button of the row is on the way of the Tab key. */
function roam(buttons: readonly HTMLButtonElement[], to: number) {
  for (const [place, button] of buttons.entries()) button.tabIndex = place === to ? 0 : -1
  return buttons[to]
}
