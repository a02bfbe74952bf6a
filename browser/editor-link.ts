import type { Editor } from '@tiptap/core'
import { linkAddress } from '../app/kernel/rich-run.ts'

/** The small box in which one types an address; answers how to open it. */
export function serveLink(field: HTMLElement, editor: Editor, signal: AbortSignal): () => void {
  const box = field.querySelector<HTMLElement>('[data-link]')
  const input = box?.querySelector('input')
  const wrong = box?.querySelector<HTMLElement>('[data-wrong]')
  const off = box?.querySelector<HTMLElement>('[data-link-off]')
  if (!box || !input || !wrong || !off) return () => {}
  const close = () => {
    box.hidden = true
    editor.view.focus()
  }
  const set = () => {
    const address = addressIn(input.value)
    wrong.textContent = address === null ? (wrong.dataset['says'] ?? '') : ''
    input.setAttribute('aria-invalid', String(address === null))
    if (address === null) return input.focus()
    putLink(editor, address)
    close()
  }
  box.querySelector('[data-link-set]')?.addEventListener('click', set, { signal })
  const takeOff = () => {
    takeLink(editor)
    close()
  }
  off.addEventListener('click', takeOff, { signal })
  box.addEventListener('keydown', (event) => onKey(event, input, set, close), { signal })
  // choices of the card save themselves; this is none of them
  box.addEventListener('change', (event) => event.stopPropagation(), { signal })
  return () => {
    input.value = String(editor.getAttributes('link')['href'] ?? '')
    off.hidden = !editor.isActive('link')
    wrong.textContent = ''
    input.removeAttribute('aria-invalid')
    box.hidden = false
    input.focus()
    input.select()
  }
}

function onKey(event: KeyboardEvent, input: HTMLInputElement, set: () => void, close: () => void) {
  if (event.key === 'Escape') close()
  else if (event.key === 'Enter' && event.target === input) set()
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** People type `school.nl` and `naam@school.nl`; null when it is no address of a page or a mailbox. */
function addressIn(typed: string) {
  const words = typed.trim()
  if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(words)) return linkAddress(words)
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(words)) return linkAddress(`mailto:${words}`)
  return /^[^\s./]+\.[^\s]+$/.test(words) ? linkAddress(`https://${words}`) : null
}

function putLink(editor: Editor, href: string) {
  const { empty } = editor.state.selection
  if (!empty || editor.isActive('link')) {
    editor.chain().extendMarkRange('link').setLink({ href }).run()
  } else {
    const words = href.replace(/^(?:https?:\/\/|mailto:)/, '')
    editor.commands.insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] })
  }
}

const takeLink = (editor: Editor) => editor.chain().extendMarkRange('link').unsetLink().run()
