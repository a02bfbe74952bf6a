import { announce } from './announce.ts'
import { allKept, forget, type Kept, resumeKeeping, wipeKept } from './kept.ts'
import { allCopies, type CopyOf } from './local-copies.ts'
import { sendText } from './send-text.ts'

const SHORTLY = 800
const AT_SIGN_OUT = 2500

/** Sends what is still on this device as soon as it can, also when the field itself is not on the page. */
export class KeptTexts extends HTMLElement {
  leave = new AbortController()

  connectedCallback() {
    const { signal } = this.leave
    resumeKeeping()
    window.addEventListener('online', () => void this.send(), { signal })
    // an open field comes first: it takes its own text
    setTimeout(() => void this.send(), SHORTLY)
  }

  disconnectedCallback() {
    this.leave.abort()
    this.leave = new AbortController()
  }

  async send() {
    if (!this.isConnected) return
    const { person = '' } = this.dataset
    for (const kept of allKept(person)) {
      if (!isOpen(kept)) await this.sendOne(kept)
    }
    for (const copy of await allCopies()) {
      if (copy.person === person && !isWritten(copy)) await this.sendCopy(copy)
    }
  }

  /** A text of which several people write the document: what was typed here comes into it. */
  async sendCopy(copy: CopyOf) {
    const { sendCopy, dropCopy } = await import('./send-copies.ts')
    const result = await sendCopy(copy)
    if (result.is === 'saved') this.tell(this.dataset['kept'] ?? '', null)
    else if (result.is === 'refused') this.giveBack(result.words, '', () => void dropCopy(copy))
  }

  async sendOne(kept: Kept) {
    const result = await sendText(kept)
    if (result.is === 'saved') {
      forget(kept)
      this.tell(this.dataset['kept'] ?? '', null)
    } else if (result.is === 'clash') {
      this.tell(this.dataset['clash'] ?? '', kept.page)
    } else if (result.is === 'refused') {
      this.giveBack(kept.text, result.says, () => forget(kept))
    }
  }

  /** It can't be saved any more: its writer gets it back to copy, and says when it may go. */
  giveBack(words: string, says: string, forgetIt: () => void) {
    this.tell(`${says} ${this.dataset['refused'] ?? ''}`.trim(), null)
    const line = document.querySelector('#status .melding')
    const text = document.createElement('blockquote')
    text.textContent = words
    const drop = document.createElement('button')
    drop.type = 'button'
    drop.className = 'linkknop'
    drop.textContent = this.dataset['drop'] ?? ''
    drop.addEventListener('click', () => {
      forgetIt()
      line?.remove()
    })
    line?.append(text, drop)
  }

  tell(sentence: string, page: string | null) {
    const line = document.createElement('div')
    line.className = 'melding bewaard'
    line.append(sentence)
    if (page) line.append(' ', linkTo(page, this.dataset['open'] ?? ''))
    document.querySelector('#status')?.replaceChildren(line)
    announce(sentence)
  }
}

const isOpen = ({ owner, field }: Kept) =>
  document.querySelector(
    `auto-save[data-owner="${CSS.escape(owner)}"][data-field="${CSS.escape(field)}"]`,
  ) !== null

const isWritten = ({ document: name }: CopyOf) =>
  document.querySelector(`auto-save[data-document="${CSS.escape(name)}"]`) !== null

function linkTo(page: string, label: string) {
  const link = document.createElement('a')
  link.href = page
  link.textContent = label
  return link
}

/** At sign-out: what can still be saved is, and then nothing stays behind on the device. */
export function wipeAtSignOut() {
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || !form.action.endsWith('/sign-out') || form.dataset['wiped'])
        return
      event.preventDefault()
      event.stopPropagation()
      void wipe(form, event.submitter)
    },
    true,
  )
}

async function wipe(form: HTMLFormElement, submitter: HTMLElement | null) {
  const kept = document.querySelector<KeptTexts>('kept-texts')
  const fields = [...document.querySelectorAll<HTMLElement & Partial<Savable>>('auto-save')]
  await within(Promise.all([kept?.send?.(), ...fields.map(async (field) => field.flush?.())]))
  // A form can't be sent again while its first submit event is still under way.
  await new Promise((done) => setTimeout(done))
  await within(wipeKept())
  form.dataset['wiped'] = 'yes'
  form.requestSubmit(submitter)
}

type Savable = { readonly flush: () => Promise<void> }

const within = (act: Promise<unknown>) =>
  Promise.race([act, new Promise((done) => setTimeout(done, AT_SIGN_OUT))])

/** Fields that save themselves, and what is still on this device. */
export function defineWriting(fields: CustomElementConstructor) {
  customElements.define('auto-save', fields)
  customElements.define('kept-texts', KeptTexts)
}
