import type { Editor } from '@tiptap/core'
import { textOf, writtenForm } from '../app/writing/document.ts'
import { editDocument } from '../app/writing/document-edit.ts'
import { editorIn, undoOf } from './editor.ts'
import { type Dressed, dress } from './editor-dress.ts'
import { giveBack } from './give-back.ts'
import { hintsBeside } from './hints.ts'
import { forget } from './kept.ts'
import { wipeCopies } from './local-copies.ts'
import { LocalCopy } from './local-copy.ts'
import { followOthers } from './presence.ts'
import { sendText } from './send-text.ts'
import { type End, type Hears, SharedText } from './shared-text.ts'
import { typedInto } from './typed-before.ts'
import { caretIn, typeOn } from './typed-caret.ts'
import type { Together, WritingField } from './writing-field.ts'
import type { FieldState } from './writing-state.ts'

/** So long somebody waits for the editor; then the text area is what one types in, and the editor may still come. */
const PATIENCE = 2500
/** Behind a proxy without web sockets nobody waits twice. */
let isReachable = true

/** The editor of one field: from meeting the others in its document to giving the text area back. */
export class TogetherField implements Together, Hears {
  readonly #field: WritingField
  readonly #area: HTMLTextAreaElement
  #shared: SharedText | null = null
  #editor: Editor | null = null
  #dressed: Dressed | null = null
  #making: string | null = null
  #patience = 0
  #began = ''
  #othersWrote = false
  #hint: (text: string) => void = () => {}
  #showOthers = () => {}

  constructor(field: WritingField) {
    this.#field = field
    this.#area = field.area as HTMLTextAreaElement
    field.leave.signal.addEventListener('abort', () => this.close())
  }

  get #whose() {
    return { person: this.#field.place.person, document: this.#field.dataset['document'] ?? '' }
  }

  /** Connects, with what lies on this device of the document; `passOver` was given back already. */
  async start(passOver: string | null = null) {
    const field = this.#field
    field.waits = isReachable
    const makings = await LocalCopy.makings(this.#whose)
    if (!field.isConnected) return
    this.#making = makings.find((one) => one !== passOver) ?? null
    this.#shared = new SharedText(this.#whose, this.#making, this)
    this.#patience = window.setTimeout(() => this.#waitedEnough(), isReachable ? PATIENCE : 0)
    // what was typed without a connection can be read and written on at once
    if (this.#making) await this.#shared.takeCopy()
    this.#shared.open()
  }

  cut() {
    if (!this.#editor) this.#waitedEnough()
  }

  #waitedEnough() {
    clearTimeout(this.#patience)
    isReachable = false
    if (this.#making) void this.#take()
    else this.#field.goOnAlone()
  }

  met() {
    clearTimeout(this.#patience)
    isReachable = true
    void this.#take()
  }

  tell(state: FieldState) {
    if (!this.#editor) return
    if (state.is === 'saved') this.#isStored()
    this.#showArea()
    this.#field.tell(state)
  }

  revision(revision: number) {
    if (this.#field.base) this.#field.base.value = String(revision)
  }

  /** Takes the place of the text area, with what was typed in it meanwhile. */
  async #take() {
    const field = this.#field
    // a text of before that was on its way goes first
    await field.sending
    const shared = this.#shared
    if (!shared || !field.isConnected || this.#editor || shared.end) return
    const { state, saved } = field
    const typed = this.#area.value
    const caret = this.#area.selectionStart
    const now = textOf(shared.doc)
    const merged = typed === saved ? now : typedInto(writtenForm(saved), writtenForm(typed), now)
    if (merged === null || ['clash', 'refused', 'signed-out'].includes(state.is)) return this.#leaveItAlone()
    this.#began = now
    this.#show(shared)
    if (merged !== now) editDocument(shared.doc, merged)
    this.#toCaret(typed, saved, caret)
  }

  #leaveItAlone() {
    this.close()
    this.#field.goOnAlone()
  }

  #show(shared: SharedText) {
    const field = this.#field
    clearTimeout(field.timer)
    field.waits = false
    field.together = this
    const dressed = dress(field, this.#area)
    const editor = editorIn(dressed.place, shared, dressed.attributes)
    this.#dressed = dressed
    this.#editor = editor
    dressed.serve(editor)
    this.#hint = hintsBeside(field, field.leave.signal)
    editor.on('focus', () => this.#isHere(true))
    editor.on('blur', () => this.#isHere(false))
    shared.doc.on('update', (_update, _origin, _doc, { local }) => this.#changed(local))
    this.#showOthers = followOthers(shared.provider, this.#whose.person, dressed, () => editor.isFocused)
    this.#showArea()
    this.#showOthers()
  }

  /** The caret goes on where it stood, and so does a blank or a line end that was the last thing typed. */
  #toCaret(typed: string, before: string, at: number) {
    const editor = this.#editor
    if (!editor) return
    const isHere = document.activeElement === this.#area
    const caret = caretIn(editor, typed.slice(0, at))
    this.#dressed?.hideArea()
    if (!isHere) return
    editor.commands.setTextSelection(caret)
    editor.view.focus()
    if (at === typed.length && typed !== before) typeOn(editor, typed)
  }

  #changed(local: boolean) {
    this.#othersWrote ||= !local
    this.#showArea()
    this.#hint(this.#area.value)
    const undo = this.#field.undoButton
    if (undo && this.#editor) undo.hidden = this.#area.value === this.#began
  }

  /** The text area behind the editor holds the stored form; it goes along with the form only while that is not stored. */
  #showArea() {
    const { doc, isUnsaved } = this.#shared ?? {}
    if (!doc) return
    this.#area.value = textOf(doc)
    this.#area.disabled = !isUnsaved
    if (this.#field.base) this.#field.base.disabled = !isUnsaved
  }

  #isStored() {
    this.#field.saved = this.#area.value
    forget(this.#field.place)
  }

  #isHere(here: boolean) {
    this.#shared?.provider.awareness?.setLocalStateField('here', here)
    if (!here) void this.flush()
    this.#showOthers()
  }

  isUnsaved() {
    return this.#shared?.isUnsaved === true && [null, 'signed-out'].includes(this.#shared.end)
  }

  async flush() {
    await this.#shared?.stored()
  }

  async finish() {
    const shared = this.#shared
    await shared?.stored()
    if (!shared?.isUnsaved || shared.isConnected || !navigator.onLine) return
    const { field, text } = { field: this.#field, text: textOf(shared.doc) }
    const base = field.base?.value ?? ''
    const sent = await sendText({ url: field.dataset['url'] ?? '', text, base, sent: null })
    if (!['saved', 'clash', 'refused'].includes(sent.is)) return field.tell({ is: 'offline' })
    await this.#giveAreaBack(text)
    field.heard(sent, text)
  }

  /** The text goes the way of a text area from here on: what was written together is let go of. */
  async #giveAreaBack(text: string) {
    const shared = this.#shared
    this.#shared = null
    this.#undress()
    this.#area.value = text
    await shared?.close(true)
  }

  #undress() {
    this.#editor?.destroy()
    this.#editor = null
    this.#dressed?.undress()
    this.#dressed = null
    this.#area.disabled = false
    if (this.#field.base) this.#field.base.disabled = false
    this.#field.together = null
  }

  /** To the text from before this sitting; what another wrote meanwhile stays. */
  putBack() {
    const editor = this.#editor
    const shared = this.#shared
    if (!editor || !shared) return
    const undo = undoOf(editor)
    while (undo.undoStack.length > 0) undo.undo()
    if (!this.#othersWrote && textOf(shared.doc) !== this.#began) editDocument(shared.doc, this.#began)
    editor.view.focus()
  }

  ended(why: End) {
    clearTimeout(this.#patience)
    if (why === 'signed-out' && this.#editor) return
    const { doc, isUnsaved } = this.#shared ?? {}
    const words = doc && isUnsaved ? textOf(doc) : ''
    const making = this.#making
    if (words) giveBack(this.#field, this.#because(why), words, () => this.#dropCopy(making))
    if (why === 'other-document') void this.#startAnew()
    else if (this.#editor) this.#stands(why)
    else this.#leaveItAlone()
  }

  /** One may not write here any more: the words stay to be read. */
  #stands(why: End) {
    this.#editor?.setEditable(false)
    this.#area.disabled = true
    this.#field.tell({ is: 'refused', says: this.#because(why) })
  }

  #because(why: End) {
    const words = this.#field.form?.querySelector<HTMLElement>('template[data-given-back]')?.dataset ?? {}
    return (why === 'other-document' ? words['anew'] : words['mayNot']) ?? ''
  }

  async #startAnew() {
    const passOver = this.#making
    this.#undress()
    await this.#letGo()
    await new TogetherField(this.#field).start(passOver)
  }

  #dropCopy(making: string | null) {
    const { person, document } = this.#whose
    void wipeCopies((copy) => copy.person === person && copy.document === document && copy.making === making)
  }

  close() {
    void this.#letGo()
  }

  async #letGo() {
    clearTimeout(this.#patience)
    this.#editor?.destroy()
    this.#editor = null
    const shared = this.#shared
    this.#shared = null
    await shared?.close(false)
  }
}
