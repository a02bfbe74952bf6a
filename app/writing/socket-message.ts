import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'

/** What a browser may say: synchronise (0, 4), presence (1), come in (2), ask for presence (3), a word (5), go (7). */
const WITH_BYTES = [0, 4]
const PRESENCE = 1
const COME_IN = 2
const BARE = [3, 7]
const WORD = 5
const LONGEST_NAME = 200
/** A name is written in the log: no line of its own. Behind a zero stands which page of the browser it is for. */
const NO_NAME = /[^\P{C}\u0000]/u

/**
 * Whether bytes from outside have the shape of a message: the name of a text, what it is about, and what belongs to
 * that. Anything else ends the socket before it reaches a text.
 */
export function isReadable(bytes: Uint8Array): boolean {
  try {
    const message = createDecoder(bytes)
    const name = readVarString(message)
    if (name.length > LONGEST_NAME || NO_NAME.test(name)) return false
    const kind = readVarUint(message)
    if (WITH_BYTES.includes(kind)) return readVarUint(message) <= 2 && readVarUint8Array(message).length >= 0
    if (kind === PRESENCE) return readVarUint8Array(message).length > 0
    if (kind === COME_IN) return readVarUint(message) === 0 && readVarString(message).length <= LONGEST_NAME
    if (kind === WORD) return readVarString(message).length <= LONGEST_NAME
    return BARE.includes(kind)
  } catch {
    return false
  }
}
