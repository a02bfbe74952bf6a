import type { Editor } from '@tiptap/core'
import { serveToolbar } from './editor-toolbar.ts'

/** What stands around an editor, and how the text area comes back in its place. */
export type Dressed = {
  /** Where the editor is made, and what it is called by: the label, the hint and the sentence of the text area. */
  readonly place: HTMLElement
  readonly attributes: Record<string, string>
  /** Who else is here, in words of the reader's language. */
  readonly line: HTMLElement
  readonly words: DOMStringMap
  readonly serve: (editor: Editor) => void
  readonly hideArea: () => void
  readonly undress: () => void
}

/** Puts the place of the editor, its toolbar and the line of who else is here around a text area. */
export function dress(field: HTMLElement, area: HTMLTextAreaElement): Dressed {
  const pieces = field.closest('form')?.querySelector<HTMLTemplateElement>('template[data-editor]')
  const bar = pieces?.content.cloneNode(true) as DocumentFragment
  const tools = [...bar.children] as HTMLElement[]
  const label = field.querySelector<HTMLLabelElement>('label')
  const place = made('div', 'schrijfvlak')
  const line = made('p', 'ookhier')
  line.hidden = true
  line.id = `${area.id}-here`
  label?.after(bar)
  area.after(place, line)
  const leave = new AbortController()
  if (label) nameEditor(label, place, leave.signal)
  return {
    place,
    attributes: attributesOf(area, label, line),
    line,
    words: pieces?.dataset ?? {},
    serve: (editor) => serveToolbar(field, editor, leave.signal),
    hideArea: () => {
      area.hidden = true
    },
    undress: () => {
      leave.abort()
      for (const one of [...tools, place, line]) one.remove()
      area.hidden = false
      label?.setAttribute('for', area.id)
    },
  }
}

/** The text area behind the editor is no longer what the label names. */
function nameEditor(label: HTMLLabelElement, place: HTMLElement, signal: AbortSignal) {
  label.removeAttribute('for')
  const toEditor = () => place.querySelector<HTMLElement>('[contenteditable]')?.focus()
  label.addEventListener('click', toEditor, { signal })
}

function attributesOf(area: HTMLTextAreaElement, label: HTMLElement | null, line: HTMLElement) {
  const about = [area.getAttribute('aria-describedby'), line.id].filter(Boolean).join(' ')
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': label?.id ?? '',
    'aria-describedby': about,
    id: `${area.id}-editor`,
  }
}

function made(tag: 'div' | 'p', name: string) {
  const element = document.createElement(tag)
  element.className = name
  return element
}
