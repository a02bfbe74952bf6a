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

/** Somebody is signed in on this page: texts may be kept. */
export function resumeKeeping() {
  signedOut = false
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
export function wipeKept() {
  // a field that is still on the page would keep its text again
  signedOut = true
  for (const key of keys()) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
}

const keys = () => Object.keys(localStorage)

function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
  } catch {
    return null
  }
}
