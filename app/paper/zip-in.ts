import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { type Refusal, refuse } from '../kernel/refusal.ts'

/** What may be wrong with a zip from outside. */
export const ZIP_REASONS = ['too-large', 'damaged', 'password', 'bomb', 'too-many-parts'] as const
export type ZipReason = (typeof ZIP_REASONS)[number]

/** Limits in bytes and numbers; a plan of a large school stays far below them. */
const MOST = { file: 20 * 2 ** 20, parts: 2000, part: 48 * 2 ** 20, all: 256 * 2 ** 20 } as const

/** Thrown while bytes stream; caught in `openZip` and by the reader of a part, never leaves this folder. */
export class ZipStopped extends Error {
  readonly reason: ZipReason
  constructor(reason: ZipReason) {
    super(reason)
    this.reason = reason
  }
}

/** An opened zip: reads one part at a time, streaming, with the bytes counted as they come. */
export type Zip = {
  has: (name: string) => boolean
  /** The bytes of a part; throws ZipStopped when it is not what the zip says it is. */
  read: (name: string) => AsyncGenerator<Buffer>
}

/** Opens a zip without trusting what it says of itself: every part is inflated once, counted and thrown away. */
export async function openZip(bytes: Buffer): Promise<Zip | Refusal<ZipReason>> {
  if (bytes.length > MOST.file) return refuse('too-large')
  try {
    const file = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
    if (file.entryCount > MOST.parts) return refuse('too-many-parts')
    const entries = await listEntries(file)
    const wrong = wrongLayout(entries)
    if (wrong) return refuse(wrong)
    await countAll(file, entries)
    const parts = new Map(entries.map((entry) => [entry.fileName, entry]))
    return { has: (name) => parts.has(name), read: (name) => readPart(file, parts.get(name), MOST.part) }
  } catch (error) {
    return refuse(error instanceof ZipStopped ? error.reason : 'damaged')
  }
}

async function listEntries(file: ZipFile) {
  const entries: Entry[] = []
  for await (const entry of file.eachEntry()) {
    if (entries.length >= MOST.parts) throw new ZipStopped('too-many-parts')
    entries.push(entry)
  }
  return entries
}

/** Parts that claim too much, share bytes or share a name: no word processor makes those. */
function wrongLayout(entries: readonly Entry[]): ZipReason | null {
  if (entries.some((entry) => entry.isEncrypted())) return 'password'
  const claimed = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (claimed > MOST.all || entries.some((entry) => entry.uncompressedSize > 4 * MOST.part)) return 'bomb'
  if (new Set(entries.map((entry) => entry.fileName)).size < entries.length) return 'damaged'
  const sorted = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  const overlap = sorted.some((entry, index) => {
    const before = sorted[index - 1]
    return (
      before &&
      before.relativeOffsetOfLocalHeader + 30 + before.compressedSize > entry.relativeOffsetOfLocalHeader
    )
  })
  return overlap ? 'bomb' : null
}

/** A size that is a lie shows only while inflating; also in a part (an image) that nobody will read. */
async function countAll(file: ZipFile, entries: readonly Entry[]) {
  let left: number = MOST.all
  for (const entry of entries) {
    if (!entry.canDecodeFileData()) continue
    for await (const chunk of readPart(file, entry, left)) left -= chunk.length
  }
}

async function* readPart(file: ZipFile, entry: Entry | undefined, most: number): AsyncGenerator<Buffer> {
  if (!entry) throw new ZipStopped('damaged')
  const stream = await file.openReadStreamPromise(entry)
  let counted = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      counted += chunk.length
      if (counted > most) throw new ZipStopped('bomb')
      yield chunk
    }
  } catch (error) {
    throw lies(error) ? new ZipStopped('bomb') : error
  } finally {
    stream.destroy()
  }
}

const lies = (error: unknown) =>
  error instanceof Error && /too many bytes|not enough bytes/i.test(error.message)
