/** Words with one look; a line feed in `text` is a line break. */
export type Run = {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  /** An http(s) or mailto address. */
  readonly href?: string
}
/** How words look: what a run has besides its text. */
export type Look = Omit<Run, 'text'>

/** Longer addresses lead nowhere: the words stay, the link goes. In characters. */
const LONGEST_HREF = 2000
const SAFE_HREF = /^(?:https?:\/\/[^\s/?#]|mailto:[^\s?])/i
/** What would end the address in the written form, or a browser would read in its own way. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are written as %xx
const UNFIT_FOR_HREF = /[\s()[\]<>"\\\u0000-\u001f\u007f]/gu

/** A link's address as it is stored, or null when it is no web or mail address. */
export function linkAddress(raw: string): string | null {
  const href = raw.trim()
  if (!SAFE_HREF.test(href)) return null
  const fit = href.toWellFormed().replace(UNFIT_FOR_HREF, percent)
  return fit.length > LONGEST_HREF ? null : fit
}

const percent = (sign: string) =>
  [...new TextEncoder().encode(sign)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')

/** Whether words can carry a link: signs alone cannot, as the written form would not find them back. */
export const carriesLink = (words: string) => /[^\s*[\]\\]/u.test(words)

const LINE_END = /\r\n?|[\v\f\u2028\u2029]/g
type Piece = { text: string; look: Look; readonly blank: boolean }

/**
 * Runs in their one form: blank space at the ends of lines gone, blank space between words looking as both its
 * neighbours do, runs of one look joined, addresses safe. '\n\n' stands where an empty line stood.
 */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const pieces = runs.flatMap(piecesOf)
  dropEmptyLinks(pieces)
  return joined(blanksAsNeighbours(pieces))
}

function piecesOf({ text, ...rest }: Run): Piece[] {
  const look = lookOf(rest)
  return text
    .replace(LINE_END, '\n')
    .split(/(\s+)/)
    .map((part, place) => ({ text: part, look, blank: place % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}

function lookOf({ bold, italic, href }: Look): Look {
  const address = href === undefined ? null : linkAddress(href)
  return { ...(bold && { bold }), ...(italic && { italic }), ...(address !== null && { href: address }) }
}

function dropEmptyLinks(pieces: readonly Piece[]) {
  const words = pieces.filter(({ blank }) => !blank)
  for (let from = 0, to = 0; from < words.length; from = to) {
    const href = words[from]?.look.href
    while (to < words.length && words[to]?.look.href === href) to++
    const link = words.slice(from, to)
    if (href === undefined || link.some(({ text }) => carriesLink(text))) continue
    for (const piece of link) piece.look = withoutLink(piece.look)
  }
}

const withoutLink = ({ bold, italic }: Look): Look => ({ ...(bold && { bold }), ...(italic && { italic }) })

function blanksAsNeighbours(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = []
  let before: Look | null = null
  let blank = ''
  for (const piece of pieces) {
    if (piece.blank) blank += piece.text
    else {
      if (before && blank) runs.push({ text: blankText(blank), ...shared(before, piece.look) })
      runs.push({ text: piece.text, ...piece.look })
      before = piece.look
      blank = ''
    }
  }
  return runs
}

function blankText(blank: string) {
  const breaks = blank.split('\n').length - 1
  return breaks === 0 ? blank : breaks === 1 ? '\n' : '\n\n'
}

const shared = (one: Look, other: Look): Look => ({
  ...(one.bold && other.bold && { bold: true as const }),
  ...(one.italic && other.italic && { italic: true as const }),
  ...(one.href !== undefined && one.href === other.href && { href: one.href }),
})

/** Whether two runs look the same. */
export const looksAlike = (one: Look, other: Look) =>
  one.bold === other.bold && one.italic === other.italic && one.href === other.href

function joined(runs: readonly Run[]): Run[] {
  const out: { text: string[]; look: Look }[] = []
  for (const { text, ...look } of runs) {
    const last = out.at(-1)
    if (last && looksAlike(last.look, look)) last.text.push(text)
    else out.push({ text: [text], look })
  }
  return out.map(({ text, look }) => ({ text: text.join(''), ...look }))
}
