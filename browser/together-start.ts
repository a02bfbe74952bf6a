import type { AutoSave } from './auto-save.ts'

/** The editor in the place of a text area, as the field knows it. */
export type Together = {
  readonly isUnsaved: () => boolean
  /** Waits until the server has stored what was typed, or until it is clear that it can't now. */
  readonly flush: () => Promise<void>
  /** The same when the card closes: without a connection of its own the text goes the way of a text area. */
  readonly finish: () => Promise<void>
  readonly putBack: () => void
  readonly close: () => void
}

/** The form in which somebody goes to a text gets the editor; it is loaded then, and not before. */
export function bringEditor(field: AutoSave, signal: AbortSignal) {
  const { form } = field
  if (!form || !field.dataset['document'] || field.dataset['unsaved']) return
  const bring = () => {
    field.waits = true
    import('./together.ts').then(({ open }) => open(field)).catch(() => field.goOnAlone())
  }
  if (form.contains(document.activeElement)) bring()
  else form.addEventListener('focusin', bring, { once: true, signal })
}
