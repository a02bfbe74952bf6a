import { inflateSync } from 'node:zlib'

/** How many pages a PDF has: the count of its page tree, which may lie in a compressed stream. */
export function pagesOf(pdf: Uint8Array): number {
  const file = Buffer.from(pdf)
  const counts = [file.toString('latin1'), ...streamsOf(file)].flatMap((text) =>
    [
      ...text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g),
    ].map(([, one, other]) => Number(one ?? other)),
  )
  if (counts.length === 0) throw new Error('no page tree in this PDF')
  return Math.max(...counts)
}

function streamsOf(file: Buffer): string[] {
  const found: string[] = []
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const start = at + (file[at + 6] === 0x0d ? 8 : 7)
    const end = file.indexOf('endstream', start)
    if (end < 0) break
    try {
      found.push(inflateSync(file.subarray(start, end)).toString('latin1'))
    } catch {
      // no stream of this kind: an image or a font
    }
    at = end
  }
  return found
}
