import type { Sent } from './send-text.ts'
import type { FieldState } from './writing-state.ts'

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

/** A field that saves itself, as the editor knows it. */
export type WritingField = HTMLElement & {
  readonly area: HTMLTextAreaElement | null
  readonly form: HTMLFormElement | null
  /** Which revision the text area goes on from. */
  readonly base: HTMLInputElement | null
  readonly undoButton: HTMLButtonElement | null
  readonly place: { readonly person: string; readonly owner: string; readonly field: string }
  readonly state: FieldState
  readonly sending: Promise<void> | null
  readonly timer: number
  /** Ends when the field leaves the page. */
  readonly leave: AbortController
  /** What the server has, in its stored form. */
  saved: string
  /** The editor is on its way: what is typed meanwhile goes into it, and is not sent before. */
  waits: boolean
  /** The editor, once it has taken the place of the text area. */
  together: Together | null
  goOnAlone(): void
  heard(result: Sent, text: string): void
  tell(state: FieldState): void
}
