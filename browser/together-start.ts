import type { WritingField } from './writing-field.ts'

/** The form in which somebody goes to a text gets the editor; it is loaded then, and not before. */
export function bringEditor(field: WritingField, signal: AbortSignal) {
  const { form } = field
  if (!form || !field.dataset['document'] || field.dataset['unsaved']) return
  const bring = () => {
    field.waits = true
    import('./together.ts').then(({ open }) => open(field)).catch(() => field.goOnAlone())
  }
  if (form.contains(document.activeElement)) bring()
  else form.addEventListener('focusin', bring, { once: true, signal })
}
