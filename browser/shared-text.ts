import { HocuspocusProvider } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { LocalCopy, type Whose } from './local-copy.ts'
import { giveSocketBack, takeSocket } from './writing-socket.ts'
import type { FieldState } from './writing-state.ts'

/** Why a document could not be opened, or was taken away; as the server says it. */
export type End = 'signed-out' | 'may-not' | 'not-there' | 'other-document' | 'closed'
const ENDS: readonly string[] = ['signed-out', 'may-not', 'not-there', 'other-document']

/** What the place where it is shown hears. */
export type Hears = {
  readonly tell: (state: FieldState) => void
  readonly revision: (revision: number) => void
  readonly met: () => void
  /** The connection was cut, or could not be made. */
  readonly cut: () => void
  readonly ended: (why: End) => void
}

/** After the last key, and at most so long after the first one that is not stored. In milliseconds. */
const PAUSE = 600
const LONGEST = 2000
/** So long the server may take to say that it has a change, before it is kept here too. */
const HEARS_WITHIN = 1500
const ANSWERS_WITHIN = 5000
const QUIET = 3000
const SOON = 1500

type Answer = {
  readonly is: string
  readonly n?: number | null
  readonly revision?: number
  readonly says?: string
}

/** One text in the hands of several people: its document, the connection, and what of it is stored where. */
export class SharedText {
  readonly doc = new Y.Doc()
  readonly text = this.doc.getXmlFragment('text')
  readonly provider: HocuspocusProvider
  readonly #whose: Whose
  readonly #hears: Hears
  readonly #waiting = new Set<() => void>()
  #copy: LocalCopy | null = null
  #making: string
  #isUnsaved = false
  #unsavedSince = 0
  #version = 0
  #asked = { n: 0, version: -1 }
  #timers = { store: 0, copy: 0, answer: 0, again: 0 }
  isMet = false
  end: End | null = null

  /** `making`: the document of which a copy lies here; it is refused when the server has another by now. */
  constructor(whose: Whose, making: string | null, hears: Hears) {
    this.#whose = whose
    this.#hears = hears
    this.#making = making ?? ''
    this.provider = new HocuspocusProvider({
      name: whose.document,
      document: this.doc,
      websocketProvider: takeSocket(),
      sessionAwareness: true,
      token: () => this.#making,
      onSynced: ({ state }) => state && this.#synced(),
      onAuthenticated: ({ scope }) => this.#letIn(scope === 'readonly'),
      onAuthenticationFailed: ({ reason }) => this.#refused(reason),
      onClose: ({ event }) => this.#closed(event.reason),
      onStateless: ({ payload }) => this.#said(payload),
      onUnsyncedChanges: ({ number }) => number === 0 && this.#acknowledged(),
    })
    this.doc.on('update', (_update, origin, _doc, { local }) => {
      if (local || this.#copy?.isFrom(origin)) this.changed()
    })
  }

  /** Connects. */
  open() {
    this.provider.attach()
  }

  /** Takes in what lies on this device of this making of the document. */
  async takeCopy(): Promise<'new' | 'nothing-new' | 'unknown'> {
    this.#copy ??= new LocalCopy(this.doc, this.#whose, this.#making)
    if (!(await this.#copy.loaded())) return 'unknown'
    return this.#isUnsaved ? 'new' : 'nothing-new'
  }

  get isUnsaved() {
    return this.#isUnsaved
  }

  /** Who has signed in again, on another page perhaps, goes on where the text stood. */
  #letIn(isReader: boolean) {
    if (this.end === 'signed-out') this.#hears.tell({ is: this.#isUnsaved ? 'typing' : 'still' })
    if (this.end === 'signed-out') this.end = null
    if (isReader) this.#ends('may-not')
  }

  #synced() {
    if (this.end) return
    this.#making = String(this.doc.getMap('meta').get('id') ?? '')
    const isFirst = !this.isMet
    this.isMet = true
    if (isFirst) this.#hears.met()
    if (this.#isUnsaved) this.#later(0)
  }

  /** Something was written here that the server has not stored. */
  changed() {
    const now = Date.now()
    this.#version += 1
    this.#isUnsaved = true
    this.#unsavedSince ||= now
    if (this.end === 'signed-out') return this.#keepSignedOut()
    if (this.end) return
    this.#hears.tell({ is: this.isConnected ? 'typing' : 'offline' })
    if (this.isConnected) this.#keepLater()
    else this.#keep()
    this.#later(Math.max(0, Math.min(PAUSE, this.#unsavedSince + LONGEST - now)))
  }

  get isConnected() {
    return this.provider.synced && this.end === null
  }

  #keepLater() {
    if (this.#timers.copy || this.#copy?.isKept) return
    this.#timers.copy = window.setTimeout(() => {
      this.#timers.copy = 0
      if (this.#isUnsaved && (this.provider.hasUnsyncedChanges || !this.isConnected)) this.#keep()
    }, HEARS_WITHIN)
  }

  /** On this device, too; without knowing which document it is there is nothing to keep. */
  #keep() {
    if (!this.#making) return
    this.#copy ??= new LocalCopy(this.doc, this.#whose, this.#making)
    this.#copy.begin()
  }

  #keepSignedOut() {
    this.#keep()
    this.#hears.tell({ is: 'signed-out' })
  }

  #later(wait: number) {
    clearTimeout(this.#timers.store)
    this.#timers.store = window.setTimeout(() => this.#ask(), wait)
  }

  /** Asks the server to store; only what it has acknowledged can be in what it stores. */
  #ask() {
    clearTimeout(this.#timers.store)
    if (!this.#isUnsaved || !this.isConnected) return
    clearTimeout(this.#timers.answer)
    this.#timers.answer = window.setTimeout(() => this.#noAnswer(), ANSWERS_WITHIN)
    if (this.provider.hasUnsyncedChanges) return
    this.#asked = { n: this.#asked.n + 1, version: this.#version }
    this.provider.sendStateless(JSON.stringify({ is: 'store', n: this.#asked.n }))
  }

  /** An answer or an acknowledgement got lost: both sides say once more what they have. */
  #noAnswer() {
    if (this.#isUnsaved && this.isConnected) this.provider.forceSync()
    this.#ask()
  }

  #acknowledged() {
    if (this.#isUnsaved && Date.now() - this.#unsavedSince >= PAUSE) this.#later(0)
    else if (this.#isUnsaved) this.#later(PAUSE)
  }

  #said(payload: string) {
    const answer = readAnswer(payload)
    if (answer.revision !== undefined) this.#hears.revision(answer.revision)
    if (answer.is === 'refused' && answer.n === null) this.#settle({ is: 'refused', says: answer.says ?? '' })
    if (answer.n !== this.#asked.n) return
    clearTimeout(this.#timers.answer)
    if (answer.is === 'refused') this.#settle({ is: 'refused', says: answer.says ?? '' })
    else if (answer.is === 'stored') this.#stored(answer.says ?? '')
  }

  #stored(says: string) {
    if (this.#asked.version !== this.#version) {
      this.#unsavedSince = Date.now()
      return this.#later(PAUSE)
    }
    this.#isUnsaved = false
    this.#unsavedSince = 0
    this.#settle({ is: 'saved', says })
    window.setTimeout(() => {
      if (!this.#isUnsaved) void this.#endCopy()
    }, QUIET)
  }

  #settle(state: FieldState) {
    this.#hears.tell(state)
    for (const done of this.#waiting) done()
    this.#waiting.clear()
  }

  async #endCopy() {
    const copy = this.#copy
    if (copy?.isKept && !copy.isLoaded) return
    this.#copy = null
    await copy?.end()
  }

  /** Waits until all is stored or refused, at most so long; at once when there is no connection. */
  async stored(patience = ANSWERS_WITHIN) {
    if (!this.#isUnsaved || !this.isConnected) return
    const done = new Promise<void>((resolve) => this.#waiting.add(resolve))
    this.#ask()
    await Promise.race([done, new Promise((over) => setTimeout(over, patience))])
  }

  /** The document was taken away (a word of ours), or only the line was cut: then it comes back by itself. */
  #closed(reason: string) {
    if (ENDS.includes(reason)) return this.#ends(reason as End)
    // other rights, or a server that was busy with it: both come with asking again
    if (reason === 'scope') return this.#askAgain(0)
    if (reason === 'sorry') return this.#askAgain(SOON)
    if (this.end) return
    this.#hears.cut()
    if (!this.#isUnsaved) return
    this.#keep()
    this.#hears.tell({ is: 'offline' })
  }

  #refused(reason: string) {
    if (ENDS.includes(reason)) this.#ends(reason as End)
    else this.#askAgain(SOON)
  }

  #askAgain(wait: number) {
    clearTimeout(this.#timers.again)
    const { provider } = this
    const ask = () => provider.configuration.websocketProvider.attach(provider)
    this.#timers.again = window.setTimeout(ask, wait)
  }

  #ends(why: End) {
    if (this.end) return
    this.end = why
    if (why === 'signed-out' && this.#isUnsaved) this.#keep()
    this.#settle(why === 'signed-out' && this.isMet ? { is: 'signed-out' } : { is: 'still' })
    this.#hears.ended(why)
  }

  /** `forget`: nothing of it stays on this device. */
  async close(forget: boolean) {
    for (const timer of Object.values(this.#timers)) clearTimeout(timer)
    if (this.#isUnsaved && !forget) this.#keep()
    this.end ??= 'closed'
    if (forget || !this.#isUnsaved) await this.#endCopy()
    else await this.#copy?.letGo()
    this.provider.destroy()
    this.doc.destroy()
    giveSocketBack()
  }
}

function readAnswer(payload: string): Answer {
  try {
    return JSON.parse(payload) as Answer
  } catch {
    return { is: '' }
  }
}
