import { textOf } from '../app/writing/document.ts'
import { type CopyOf, wipeCopies } from './local-copies.ts'
import { type End, SharedText } from './shared-text.ts'

/** What became of a copy that lay on this device. */
export type SentCopy =
  | { readonly is: 'saved' | 'nothing-new' | 'later' }
  | { readonly is: 'refused'; readonly words: string }

const PATIENCE = 15_000

/** Brings a text that was written without a connection into its document, when that is still the same one. */
export async function sendCopy(copy: CopyOf): Promise<SentCopy> {
  let tell = (_sent: SentCopy) => {}
  const outcome = new Promise<SentCopy>((resolve) => {
    tell = resolve
    setTimeout(() => resolve({ is: 'later' }), PATIENCE)
  })
  const shared = new SharedText(copy, copy.making, {
    tell: ({ is }) => (is === 'saved' ? tell({ is }) : undefined),
    revision: () => {},
    cut: () => {},
    met: () => void takeIn(shared).then(tell),
    ended: (why) => void atEnd(why, shared).then(tell),
  })
  shared.open()
  const sent = await outcome
  await shared.close(sent.is === 'saved' || sent.is === 'nothing-new')
  return sent
}

/** Answers at once when there was nothing to send; else only when the server has stored it. */
async function takeIn(shared: SharedText): Promise<SentCopy> {
  const taken = await shared.takeCopy()
  if (taken !== 'new') return { is: taken === 'unknown' ? 'later' : taken }
  return new Promise<SentCopy>(() => {})
}

async function atEnd(why: End, shared: SharedText): Promise<SentCopy> {
  if (why === 'signed-out' || (await shared.takeCopy()) === 'unknown') return { is: 'later' }
  return { is: 'refused', words: textOf(shared.doc) }
}

export const dropCopy = ({ name }: CopyOf) => wipeCopies((one) => one.name === name)
