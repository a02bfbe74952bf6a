/** How wide words come out, in the units of the drawing; measured from the fonts, a little wide rather than narrow. */
export type Letters = { readonly size: number; readonly bold?: boolean }

/** Signs by their width, in parts of the size of the letter; what is not here is as wide as an n, or a whole square. */
const WIDTHS: readonly (readonly [signs: string, part: number])[] = [
  ["',.:;`j|‘’ilïíì ", 0.28],
  ['!"()f[]t{}r-‑', 0.35],
  ['/I\\1_', 0.42],
  ['yvz*?cxsk–', 0.5],
  ['BRZX=AKC0#+4865', 0.65],
  ['DwGHNUOQ&€…', 0.73],
  ['@MmW%—', 0.88],
]
const PART = new Map(WIDTHS.flatMap(([signs, part]) => [...signs].map((sign) => [sign, part] as const)))
const LETTER = /[ -ɏ]/

const partOf = (sign: string) => PART.get(sign) ?? (LETTER.test(sign) ? 0.585 : 1.1)

/** The width of a line of text. */
export function widthOf(text: string, { size, bold }: Letters): number {
  let parts = 0
  for (const sign of text) parts += partOf(sign)
  return parts * size * (bold ? 1.03 : 1)
}

/** The text as far as it fits in a width, with an ellipsis when it does not. */
export function fitted(text: string, letters: Letters, width: number): string {
  if (widthOf(text, letters) <= width) return text
  let kept = ''
  for (const sign of text) {
    if (widthOf(`${kept}${sign} …`, letters) > width) break
    kept += sign
  }
  const cut = kept.lastIndexOf(' ')
  const whole = cut > kept.length / 2 ? kept.slice(0, cut) : kept
  return `${whole.replace(/[\s,;:–-]+$/, '')} …`
}

/** The text in lines of a width; what does not fit in the last line is cut. */
export function wrapped(text: string, letters: Letters, width: number, most: number): string[] {
  const lines: string[] = []
  // '60 %' stays together
  let rest = text.trim().split(/\s+(?!%)/)
  while (rest.length > 0 && lines.length < most - 1) {
    const taken = wordsThatFit(rest, letters, width)
    lines.push(fitted(rest.slice(0, taken).join(' '), letters, width))
    rest = rest.slice(taken)
  }
  return rest.length > 0 ? [...lines, fitted(rest.join(' '), letters, width)] : lines
}

/** At least one word: one that is too long by itself is cut where it stands. */
function wordsThatFit(words: readonly string[], letters: Letters, width: number): number {
  let taken = 1
  while (taken < words.length && widthOf(words.slice(0, taken + 1).join(' '), letters) <= width) taken += 1
  return taken
}
