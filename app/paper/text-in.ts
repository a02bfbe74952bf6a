import { isUtf8 } from 'node:buffer'

/**
 * Text out of the bytes of a file, piece by piece: UTF-8 with or without BOM, UTF-16 as Excel writes it, and
 * Windows-1252. Which of the last two a file is shows only where its first letter outside ASCII stands, which can be far
 * in: until there both are the same.
 */
export class TextIn {
  #decoder: TextDecoder | null = null
  #isSure = false
  /** Bytes at the end of a piece that may be the first half of a letter. */
  #held: Uint8Array = new Uint8Array(0)

  /** The text of the next piece; of a letter that is cut in two the rest comes with the next. */
  push(piece: Uint8Array): string {
    if (this.#isSure) return this.#decode(piece, true)
    const bytes = joined(this.#held, piece)
    this.#held = new Uint8Array(0)
    if (bytes.length < 3) {
      this.#held = bytes
      return ''
    }
    const mark = markOf(bytes)
    if (mark) return this.#be(mark, bytes)
    const whole = bytes.subarray(0, bytes.length - halfLetter(bytes))
    if (!isUtf8(whole)) return this.#be('windows-1252', bytes)
    const hasLetters = whole.some((byte) => byte >= 0x80)
    if (hasLetters) return this.#be('utf-8', bytes)
    this.#held = bytes.slice(whole.length)
    return this.#be('utf-8', whole, false)
  }

  /** What was held back, when the file is over. */
  end(): string {
    if (!this.#isSure && this.#held.length > 0) {
      const encoding = isUtf8(this.#held) ? 'utf-8' : 'windows-1252'
      return new TextDecoder(encoding).decode(this.#held)
    }
    return this.#decoder?.decode() ?? ''
  }

  #be(encoding: string, bytes: Uint8Array, isSure = true): string {
    this.#isSure = isSure
    this.#decoder = new TextDecoder(encoding)
    return this.#decode(bytes, isSure)
  }

  #decode(bytes: Uint8Array, stream: boolean): string {
    return this.#decoder?.decode(bytes, { stream }) ?? ''
  }
}

const joined = (held: Uint8Array, piece: Uint8Array) =>
  held.length === 0 ? piece : new Uint8Array([...held, ...piece])

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

/** How many bytes at the end may be the beginning of a letter of UTF-8 that goes on in the next piece. */
function halfLetter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0
  }
  return 0
}

const lengthOf = (lead: number) => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2)
