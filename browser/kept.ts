import { wipeCopies } from './local-copies.ts'

/** A text that is not on the server yet, kept on this device for one person. */
export type Kept = {
  readonly person: string
  readonly owner: string
  readonly field: string
  /** Where it is saved, and the page on which its card stands. */
  readonly url: string
  readonly page: string
  readonly text: string
  /** The revision from which the writer began. */
  readonly base: string
  /** What was sent last, without having heard back: a clash with this is none. */
  readonly sent: string | null
}

const PREFIX = 'rode-draad.text.'
const keyOf = ({ person, owner, field }: Pick<Kept, 'person' | 'owner' | 'field'>) =>
  `${PREFIX}${person}.${owner}.${field}`

let signedOut = false
const stops = new Set<() => void>()
const pages = new BroadcastChannel('rode-draad.pages')
pages.addEventListener('message', () => stopKeeping())

/** Somebody is signed in on this page: texts may be kept. */
export function resumeKeeping() {
  signedOut = false
}

export const mayKeep = () => !signedOut

/** Hears when nothing may be kept any more, here or on another page of this browser; answers how to stop hearing. */
export function whenKeepingStops(stop: () => void) {
  stops.add(stop)
  return () => void stops.delete(stop)
}

function stopKeeping() {
  signedOut = true
  for (const stop of stops) stop()
}

/** Keeps a text; a device that can't (private window, full) still has it in the field. */
export function keep(kept: Kept) {
  if (signedOut) return
  try {
    localStorage.setItem(keyOf(kept), JSON.stringify(kept))
  } catch {
    // the field itself still holds it
  }
}

export const forget = (kept: Pick<Kept, 'person' | 'owner' | 'field'>) => localStorage.removeItem(keyOf(kept))

export function keptFor(which: Pick<Kept, 'person' | 'owner' | 'field'>): Kept | null {
  return read(keyOf(which))
}

/** All that is kept for one person. */
export const allKept = (person: string) =>
  keys()
    .filter((key) => key.startsWith(`${PREFIX}${person}.`))
    .flatMap((key) => read(key) ?? [])

/** At sign-out nothing stays behind on the device. */
export async function wipeKept() {
  // a field that is still on a page would keep its text again
  stopKeeping()
  pages.postMessage('signed-out')
  forgetBut(null)
  await wipeCopies(() => true)
}

/** Whose session ended elsewhere may have left texts here: they go as soon as somebody else is signed in. */
export function wipeOthersWords() {
  let known = ''
  document.addEventListener('turbo:load', () => {
    const { person = '' } = document.body.dataset
    if (person === '' || person === known) return
    known = person
    forgetBut(person)
    void wipeCopies((copy) => copy.person !== person)
  })
}

function forgetBut(person: string | null) {
  const own = `${PREFIX}${person}.`
  for (const key of keys())
    if (key.startsWith(PREFIX) && !(person && key.startsWith(own))) localStorage.removeItem(key)
}

const keys = () => Object.keys(localStorage)

function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
  } catch {
    return null
  }
}
