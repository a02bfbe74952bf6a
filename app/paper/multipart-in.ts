/** Why a form that was sent can't be read: it is none, it breaks off, or it is not built as forms are. */
export type FormTrouble = 'no-form' | 'broken'

/** Thrown while the form is read. */
export class CannotReadForm extends Error {
  readonly why: FormTrouble
  constructor(why: FormTrouble) {
    super(why)
    this.why = why
  }
}

/** What comes out of a form: a part begins (a field, or a file when it has a file name), and bytes of the part. */
export type FormPiece =
  | { readonly is: 'part'; readonly name: string; readonly fileName: string | null }
  | { readonly is: 'bytes'; readonly bytes: Buffer }

const MOST_HEAD = 16_384
const END_OF_HEAD = '\r\n\r\n'

/**
 * Reads a form of kind multipart/form-data while it comes in, so that a large file is never in memory as a whole.
 *
 * @param contentType the header of that name
 * @throws CannotReadForm
 */
export async function* formPieces(
  body: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
): AsyncGenerator<FormPiece> {
  const reading = new FormReading(boundaryIn(contentType))
  for await (const chunk of body) yield* reading.push(chunk)
  if (!reading.isOver) throw new CannotReadForm('broken')
}

function boundaryIn(contentType = ''): string {
  const found = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType)
  const boundary = found?.[1] ?? found?.[2]
  if (!boundary) throw new CannotReadForm('no-form')
  return boundary
}

/** Where in the form the reading stands: before the first part, in a part, behind a boundary, in the head of a part. */
type Place = 'before' | 'part' | 'boundary' | 'head' | 'over'

class FormReading {
  readonly #delimiter: Buffer
  /** A line end before the first boundary makes it a boundary like the others. */
  #held = Buffer.from('\r\n')
  #place: Place = 'before'

  constructor(boundary: string) {
    this.#delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1')
  }

  get isOver() {
    return this.#place === 'over'
  }

  *push(chunk: Uint8Array): Generator<FormPiece> {
    if (this.isOver) return
    this.#held = Buffer.concat([this.#held, chunk])
    let step = this.#step()
    while (step !== 'wait') {
      if (step !== null) yield step
      step = this.#step()
    }
  }

  /** One step on: a piece, nothing to tell, or it has to wait for more. */
  #step(): FormPiece | null | 'wait' {
    if (this.#place === 'boundary') return this.#behindBoundary()
    if (this.#place === 'head') return this.#head()
    return this.isOver ? 'wait' : this.#upToBoundary()
  }

  #upToBoundary(): FormPiece | null | 'wait' {
    const at = this.#held.indexOf(this.#delimiter)
    const isPart = this.#place === 'part'
    const length = at >= 0 ? at : Math.max(0, this.#held.length - this.#delimiter.length + 1)
    const bytes = this.#take(length)
    if (at >= 0) {
      this.#take(this.#delimiter.length)
      this.#place = 'boundary'
    }
    if (isPart && bytes.length > 0) return { is: 'bytes', bytes }
    return at >= 0 ? null : 'wait'
  }

  #behindBoundary(): null | 'wait' {
    if (this.#held.length < 2) return 'wait'
    const two = this.#take(2).toString('latin1')
    if (two !== '--' && two !== '\r\n') throw new CannotReadForm('broken')
    this.#place = two === '--' ? 'over' : 'head'
    return null
  }

  #head(): FormPiece | 'wait' {
    const at = this.#held.indexOf(END_OF_HEAD)
    if (at < 0 || at > MOST_HEAD) {
      if (this.#held.length > MOST_HEAD) throw new CannotReadForm('broken')
      return 'wait'
    }
    const part = partIn(this.#take(at).toString('utf8'))
    this.#take(END_OF_HEAD.length)
    this.#place = 'part'
    return part
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return taken
  }
}

function partIn(head: string): FormPiece {
  const line = head.split('\r\n').find((one) => /^content-disposition:/i.test(one)) ?? ''
  const name = /;\s*name="([^"]*)"/i.exec(line)?.[1]
  if (name === undefined) throw new CannotReadForm('broken')
  const fileName = /;\s*filename="([^"]*)"/i.exec(line)?.[1]
  return { is: 'part', name: said(name), fileName: fileName === undefined ? null : said(fileName) }
}

/** A browser writes these three signs so. */
const said = (text: string) => text.replace(/%22/g, '"').replace(/%0D/gi, '').replace(/%0A/gi, ' ')
