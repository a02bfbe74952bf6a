import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import { mayKeep, whenKeepingStops } from './kept.ts'
import { allCopies, copyName, noteCopy, wipeCopies } from './local-copies.ts'

/** Which text, of whom, and of which making of its document. */
export type Whose = { readonly person: string; readonly document: string }

const PATIENCE = 8000

/**
 * A text on this device for as long as the server has not stored it. It is bound to one making of the document: when
 * that was erased or made anew, the copy never mixes with what came after.
 */
export class LocalCopy {
  readonly name: string
  readonly making: string
  readonly #doc: Y.Doc
  #store: IndexeddbPersistence | null = null
  #stopHearing = () => {}

  constructor(doc: Y.Doc, whose: Whose, making: string) {
    this.#doc = doc
    this.making = making
    this.name = copyName(whose.person, whose.document, making)
  }

  /** The makings of this document of which something lies on this device. */
  static async makings({ person, document }: Whose): Promise<string[]> {
    if (!mayKeep()) return []
    const copies = await allCopies()
    return copies.flatMap((one) => (one.person === person && one.document === document ? one.making : []))
  }

  get isKept() {
    return this.#store !== null
  }

  /** From now on every change is kept here; what lay here already comes into the document. */
  begin() {
    if (this.#store || !mayKeep()) return
    noteCopy(this.name)
    this.#store = new IndexeddbPersistence(this.name, this.#doc)
    // a device that can't keep anything still has the text in the field
    this.#store._db.catch(() => {})
    this.#stopHearing = whenKeepingStops(() => void this.letGo())
  }

  /** Waits until what lay here has come into the document; false when this device can't give it now. */
  async loaded(): Promise<boolean> {
    this.begin()
    await Promise.race([this.#store?.whenSynced, new Promise((done) => setTimeout(done, PATIENCE))])
    return this.isLoaded
  }

  /** Before this, what lies here may be more than what the document has. */
  get isLoaded() {
    return this.#store?.synced === true
  }

  /** Whether a change of the document came from here. */
  isFrom(origin: unknown) {
    return this.#store !== null && origin === this.#store
  }

  /** The server has it: nothing of it stays here. */
  async end() {
    await this.letGo()
    await wipeCopies(({ name }) => name === this.name)
  }

  /** Writes no more, and leaves what lies here. */
  async letGo() {
    const store = this.#store
    this.#store = null
    this.#stopHearing()
    await store?.destroy().catch(() => {})
  }
}
