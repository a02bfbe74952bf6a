import { showClash } from './clash.ts'
import { forget, keep, keptFor } from './kept.ts'
import { type Sent, sendText, type Theirs } from './send-text.ts'
import { bringEditor } from './together-start.ts'
import type { Together, WritingField } from './writing-field.ts'
import { type FieldState, tellState } from './writing-state.ts'

/** After the last key, and at most so long after the first one that is not saved. In milliseconds. */
const PAUSE = 600
const LONGEST = 3000
const AGAIN = 5000

/** A field that saves itself: one request at a time, and the newest text always comes last. */
export class AutoSave extends HTMLElement implements WritingField {
  state: FieldState = { is: 'still' }
  saved = ''
  began = ''
  unsavedSince = 0
  timer = 0
  sending: Promise<void> | null = null
  sent: string | null = null
  leave = new AbortController()
  /** The editor, once it has taken the place of the text area. */
  together: Together | null = null
  /** The editor is on its way: what is typed meanwhile goes into it, and is not sent before. */
  waits = false

  connectedCallback() {
    const { area } = this
    if (!area) return
    this.leave = new AbortController()
    // a form that came back refused shows what was typed, which is not saved
    this.saved = this.dataset['unsaved'] ? '\0' : area.defaultValue
    this.began = area.defaultValue
    const clash = this.querySelector('fieldset.botsing legend')
    if (clash) this.tell({ is: 'clash', says: clash.textContent ?? '' })
    this.listen(area, this.leave.signal)
    this.takeKept(area)
    bringEditor(this, this.leave.signal)
  }

  disconnectedCallback() {
    this.leave.abort()
    this.together?.close()
    if (this.isUnsaved()) void this.save()
  }

  get area() {
    return this.querySelector('textarea')
  }
  get form() {
    return this.closest('form')
  }
  get base() {
    return this.querySelector<HTMLInputElement>('[data-base]')
  }
  get place() {
    const { owner = '', field = '' } = this.dataset
    return { person: this.form?.dataset['person'] ?? '', owner, field }
  }

  listen(area: HTMLTextAreaElement, signal: AbortSignal) {
    area.addEventListener('input', () => this.typed(), { signal })
    area.addEventListener('blur', () => void this.flush(), { signal })
    this.undoButton?.addEventListener('click', () => this.putBack(), { signal })
    area.addEventListener('focus', () => goOnAtTheEnd(area), { signal, once: true })
    if (document.activeElement === area) goOnAtTheEnd(area)
    window.addEventListener('online', () => void this.flush(), { signal })
    window.addEventListener('pagehide', () => void this.flush(), { signal })
    document.addEventListener('visibilitychange', () => void this.flush(), { signal })
    if (!CSS.supports('field-sizing', 'content')) grow(area, signal)
  }

  get undoButton() {
    return this.querySelector<HTMLButtonElement>('[data-undo]')
  }

  /** A text that could not be saved the last time stands in the field again, and is saved. */
  takeKept(area: HTMLTextAreaElement) {
    const kept = keptFor(this.place)
    if (!kept || kept.text === area.value) return
    area.value = kept.text
    if (this.base) this.base.value = kept.base
    this.sent = kept.sent
    this.typed()
    void this.save()
  }

  typed() {
    const now = Date.now()
    this.unsavedSince ||= now
    if (this.undoButton) this.undoButton.hidden = this.area?.value === this.began
    this.keep()
    if (this.state.is === 'clash') return
    this.tell({ is: 'typing' })
    if (this.waits) return
    this.later(Math.max(0, Math.min(PAUSE, this.unsavedSince + LONGEST - now)))
  }

  later(wait: number) {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.save(), wait)
  }

  keep() {
    const { area, base } = this
    if (!area || !base) return
    const page = `${location.pathname}?edit=${this.closest<HTMLElement>('[data-card]')?.dataset['card'] ?? ''}`
    const { url = '' } = this.dataset
    keep({ ...this.place, url, page, text: area.value, base: base.value, sent: this.sent })
  }

  isUnsaved() {
    if (this.together) return this.together.isUnsaved()
    return this.area !== null && this.area.value !== this.saved && this.state.is !== 'clash'
  }

  /** The editor did not come, or will not: the text area saves itself. */
  goOnAlone() {
    this.waits = false
    this.later(0)
  }

  /** Before the card closes: as `flush`, and the text goes another way when the editor has no connection. */
  async finish(): Promise<void> {
    if (this.together) await this.together.finish()
    // the editor may just have given the text area back
    if (!this.together) await this.flush()
  }

  /** Saves now what is not saved, and waits until it is told what became of it. */
  async flush(): Promise<void> {
    if (this.together) return this.together.flush()
    clearTimeout(this.timer)
    if (this.isUnsaved()) await this.save()
    else if (this.sending) await this.sending
  }

  async save(): Promise<void> {
    clearTimeout(this.timer)
    if (this.sending) await this.sending
    if (!this.isUnsaved()) return
    this.sending ??= this.sendNow().finally(() => {
      this.sending = null
    })
    await this.sending
  }

  async sendNow() {
    const { area, base } = this
    if (!area || !base) return
    const text = area.value
    const before = this.sent
    this.sent = text
    this.keep()
    const result = await sendText({ url: this.dataset['url'] ?? '', text, base: base.value, sent: before })
    this.heard(result, text)
  }

  heard(result: Sent, text: string) {
    if (result.is === 'saved') return this.isSaved(result.revision, result.says, text)
    if (result.is === 'clash') return this.clashes(result.theirs)
    this.tell(result)
    if (result.is === 'offline' || result.is === 'sorry') this.later(AGAIN)
  }

  isSaved(revision: number, says: string, text: string) {
    this.saved = text
    this.sent = null
    if (this.base) this.base.value = String(revision)
    if (this.area?.value === text) {
      this.unsavedSince = 0
      forget(this.place)
      this.tell({ is: 'saved', says })
    } else {
      this.unsavedSince = Date.now()
      this.keep()
      this.later(PAUSE)
    }
  }

  /** Somebody else wrote here too: both texts are shown, and nothing is saved before the writer chooses. */
  clashes(theirs: Theirs) {
    this.tell({ is: 'clash', says: theirs.says })
    showClash(this, theirs, (choice) => {
      const mine = this.area?.value ?? ''
      if (this.base) this.base.value = String(theirs.revision)
      this.saved = theirs.text
      this.sent = null
      this.state = { is: 'still' }
      this.write(choice === 'mine' ? mine : choice === 'theirs' ? theirs.text : `${theirs.text}\n\n${mine}`)
      this.area?.focus()
      void this.settle()
    })
  }

  /** After a choice: the text of the other is saved already, one's own is saved now. */
  async settle() {
    if (this.isUnsaved()) return this.save()
    forget(this.place)
    this.tell({ is: 'still' })
  }

  putBack() {
    if (this.together) return this.together.putBack()
    this.write(this.began)
    this.area?.focus()
    this.typed()
  }

  write(text: string) {
    if (this.area) this.area.value = text
  }

  tell(state: FieldState) {
    this.state = state
    if (this.form) tellState(this.form)
  }
}

function grow(area: HTMLTextAreaElement, signal: AbortSignal) {
  const fit = () => {
    area.style.blockSize = 'auto'
    area.style.blockSize = `${area.scrollHeight + 2}px`
  }
  area.addEventListener('input', fit, { signal })
  fit()
}

/** One goes on behind what is there; a pointer still puts the caret where it points, since that comes after. */
const goOnAtTheEnd = (area: HTMLTextAreaElement) =>
  area.setSelectionRange(area.value.length, area.value.length)
