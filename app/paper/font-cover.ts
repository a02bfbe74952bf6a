/** Which characters a set of fonts can show. */
export type FontCover = (point: number) => boolean

/**
 * Reads the character maps of TrueType fonts. The first is the last resort on which every other falls back: a character
 * counts when that one has it, or all the others do, for a text may be set in any of them.
 */
export function coverOf(fonts: readonly Uint8Array[]): FontCover {
  const [lastResort, ...faces] = fonts.map((font) => new Set(pointsOf(font)))
  return (point) => lastResort?.has(point) === true || faces.every((face) => face.has(point))
}

function* pointsOf(font: Uint8Array): Generator<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const start = tableStart(view, 'cmap')
  const tables = view.getUint16(start + 2)
  for (let index = 0; index < tables; index += 1) {
    const at = start + view.getUint32(start + 8 + index * 8)
    const format = view.getUint16(at)
    if (format === 4) yield* segmentPoints(view, at)
    if (format === 12) yield* groupPoints(view, at)
  }
}

function tableStart(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + index * 16
    const found = String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(at + letter)))
    if (found === tag) return view.getUint32(at + 8)
  }
  throw new Error(`a font without a ${tag} table`)
}

/** Format 4: segments of the first 65,536 characters. */
function* segmentPoints(view: DataView, at: number): Generator<number> {
  const double = view.getUint16(at + 6)
  for (let segment = 0; segment < double; segment += 2) {
    const end = view.getUint16(at + 14 + segment)
    const start = view.getUint16(at + 16 + double + segment)
    const delta = view.getUint16(at + 16 + 2 * double + segment)
    const place = at + 16 + 3 * double + segment
    const range = view.getUint16(place)
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const glyph = range === 0 ? point + delta : view.getUint16(place + range + 2 * (point - start))
      if ((glyph & 0xffff) !== 0) yield point
    }
  }
}

/** Format 12: groups of any character. */
function* groupPoints(view: DataView, at: number): Generator<number> {
  for (let group = 0; group < view.getUint32(at + 12); group += 1) {
    const from = at + 16 + group * 12
    for (let point = view.getUint32(from); point <= view.getUint32(from + 4); point += 1) yield point
  }
}

/** Stands where a character can't be shown. */
export const SUBSTITUTE = '□'

const clusters = new Intl.Segmenter('nl', { granularity: 'grapheme' })
// Direction overrides, joiners and other signs that show nothing: they may not turn the text around them.
const INVISIBLE =
  /[\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|[\uFE00-\uFE0F]|[\u{E0000}-\u{E0FFF}]/gu

/** Text of which each character can be shown: what no font has becomes one square per visible sign. */
export function showable(text: string, covers: FontCover): string {
  const said = visible(text)
  if (isCovered(said, covers)) return said
  return Array.from(clusters.segment(text), ({ segment }) => {
    const seen = visible(segment)
    return isCovered(seen, covers) ? seen : SUBSTITUTE
  }).join('')
}

const visible = (text: string) =>
  text
    .replace(INVISIBLE, '')
    .replace(/[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')

function isCovered(text: string, covers: FontCover): boolean {
  for (const sign of text) if (sign !== '\n' && !covers(sign.codePointAt(0) ?? 0)) return false
  return true
}
