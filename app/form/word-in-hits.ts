import { type Label, labelOf, plainLabel } from './word-in-labels.ts'
import { boldAt, isCaps, type Line, MARK } from './word-in-lines.ts'

/** A label found in a line. */
export type Hit = {
  /** where the label starts, and where the text after it starts */
  start: number
  end: number
  phrase: string
  label: Label
  /** first on its line */
  first: boolean
  bold: boolean
  colon: boolean
  /** the line holds nothing else */
  whole: boolean
  /** nothing but its words tells that it is a label ('Aanpak we oefenen met ...') */
  bare: boolean
}

const SEPARATORS = /^[\s:.\-–—=→>|]*/

function makeHit(line: Line, start: number, stop: number, label: Label, rest: Partial<Hit>): Hit {
  const skipped = SEPARATORS.exec(line.text.slice(stop))?.[0] ?? ''
  const end = stop + valueStart(skipped)
  const phrase = line.text.slice(start, stop).trim()
  return {
    start,
    end,
    phrase,
    label,
    first: false,
    bold: boldAt(line, start),
    colon: false,
    whole: false,
    bare: false,
    ...rest,
  }
}

/** After a label one sign of division goes; a dash that starts a list line after a colon stays. */
function valueStart(skipped: string): number {
  const one = /^\s*(?:[.?]\s*:|:|\t|=|→|>|\||[.\-–—](?=\s|$))?\s*/.exec(skipped)
  return one ? one[0].length : 0
}

/** The labels of a line, from left to right. */
export function hitsIn(line: Line): Hit[] {
  const first = firstHit(line)
  const hits = first ? [first] : []
  let from = first?.end ?? 0
  if (first?.whole) return hits
  for (const hit of laterHits(line, from)) {
    if (hit.start < from) continue
    hits.push(hit)
    from = hit.end
  }
  return hits
}

function firstHit(line: Line): Hit | null {
  const { text } = line
  const start = MARK.exec(text)?.[0].length ?? 0
  const colon = text.indexOf(':', start)
  const boldFirst = boldStart(line, start)
  if (boldFirst?.label.exact && (colon < 0 || boldFirst.end < colon)) return boldFirst
  return (
    delimited(line, start, colon, { colon: true }) ??
    delimited(line, start, text.indexOf('\t', start), {}) ??
    wholeLine(line, start) ??
    boldFirst ??
    delimited(line, start, text.slice(start).search(/\s[-–—=→]\s/) + start, {}) ??
    capitals(line, start) ??
    bareWords(line, start)
  )
}

function delimited(line: Line, start: number, stop: number, rest: Partial<Hit>): Hit | null {
  if (stop <= start || stop - start > 70) return null
  const label = labelOf(line.text.slice(start, stop))
  if (!label || (label.field === 'other' && !rest.colon)) return null
  const whole = line.text.slice(stop).replace(SEPARATORS, '') === ''
  return makeHit(line, start, stop, label, { first: true, whole, ...rest })
}

function wholeLine(line: Line, start: number): Hit | null {
  const text = line.text.slice(start).replace(/[\s:.?\-–—…]+$/, '')
  const label = text.length <= 60 ? labelOf(text) : null
  if (!label || label.field === 'other') return null
  return {
    ...makeHit(line, start, start + text.length, label, { first: true, whole: true }),
    end: line.text.length,
  }
}

/** '**Aanpak** we oefenen': also when the typist's bold stopped halfway the label. */
function boldStart(line: Line, start: number): Hit | null {
  const run = line.bold.find(([from, to]) => from <= start && to > start)
  if (!run || run[1] >= line.text.length) return null
  const phrase = line.text.slice(start, run[1]).replace(/[\s:.\-–—]+$/, '')
  const label = labelOf(phrase)
  if (label) return makeHit(line, start, start + phrase.length, label, { first: true })
  const words = longestLabel(line.text, start)
  return words && words.stop > run[1] && words.stop - run[1] < 12
    ? makeHit(line, start, words.stop, words.label, { first: true })
    : null
}

/** 'AANPAK we oefenen': a label in capitals before text that is not. */
function capitals(line: Line, start: number): Hit | null {
  const found = /^(?:[\p{Lu}'’/&-]{2,}\s+)+(?=\S)/u.exec(line.text.slice(start))
  if (!found) return null
  const phrase = found[0].replace(/\s+\p{Lu}\s*$/u, '').trimEnd()
  const label = isCaps(phrase) ? labelOf(phrase) : null
  return label && !['other', 'name', 'teamName'].includes(label.field)
    ? makeHit(line, start, start + phrase.length, label, { first: true })
    : null
}

function bareWords(line: Line, start: number): Hit | null {
  const words = longestLabel(line.text, start)
  if (!words || words.label.weak || !/^\p{Lu}/u.test(line.text.slice(start))) return null
  return makeHit(line, start, words.stop, words.label, { first: true, bare: true })
}

/** The longest run of whole words from here that is a label, spelled right. */
function longestLabel(text: string, start: number): { stop: number; label: Label } | null {
  let found: { stop: number; label: Label } | null = null
  const words = text.slice(start, start + 70).matchAll(/[^\s:]+/g)
  let count = 0
  for (const word of words) {
    count += 1
    if (count > 6) break
    const stop = start + word.index + word[0].length
    const label = labelOf(text.slice(start, stop))
    if (label?.exact && label.field !== 'other' && !/\d$/.test(word[0])) found = { stop, label }
  }
  return found
}

/** Labels further on in the line: 'Aanpak: ... Ondersteuning: ...'. */
function laterHits(line: Line, from: number): Hit[] {
  const hits: Hit[] = []
  for (let colon = line.text.indexOf(':', from); colon >= 0; colon = line.text.indexOf(':', colon + 1)) {
    const hit = endingAt(line, Math.max(from, hits.at(-1)?.end ?? 0), colon)
    if (hit) hits.push(hit)
  }
  for (const [start, stop] of line.bold) {
    if (start <= from || boldAt(line, start - 1)) continue
    const lead = /^[\s(]*/.exec(line.text.slice(start, stop))?.[0].length ?? 0
    const phrase = line.text.slice(start + lead, stop).replace(/[\s:.\-–—]+$/, '')
    const label = labelOf(phrase)
    const taken = hits.some((hit) => start + lead < hit.end && stop > hit.start)
    if (label && !taken) hits.push(makeHit(line, start + lead, start + lead + phrase.length, label, {}))
  }
  return hits.sort((a, b) => a.start - b.start)
}

/** The longest label that ends at this colon, when what stands before it allows one. */
function endingAt(line: Line, from: number, colon: number): Hit | null {
  const window = Math.max(from, colon - 70)
  const starts = [...line.text.slice(window, colon).matchAll(/(?<=^|[\s(|])\S/g)].map(
    (word) => window + word.index,
  )
  const found = starts.slice(-8).map((start) => ({ start, label: labelOf(line.text.slice(start, colon)) }))
  for (const exact of [true, false]) {
    for (const { start, label } of found) {
      if (!label || label.exact !== exact) continue
      const several = /\S\s+\S/.test(line.text.slice(start, colon))
      const before = standing(line, from, start, several)
      const clear = before === 'fresh' || (colon - start >= 6 && /\p{Lu}/u.test(line.text[start] ?? ''))
      const name = label.field === 'name' || label.field === 'teamName'
      if (before === 'inside' || (name && before !== 'fresh') || (!exact && !clear)) continue
      return makeHit(line, start, colon, label, { colon: true })
    }
  }
  return null
}

/** Words after which a noun is part of the sentence: 'Zijn Doel:' is no label. */
const LEADS = new Set(
  'de het een zijn haar hun ons onze mijn jouw je dit deze dat die elk elke ieder iedere geen en of met van voor tijdens als per te is was wordt eigen nieuwe eerste tweede laatste korte tussentijdse gezamenlijke volgende'.split(
    ' ',
  ),
)

/** How a word stands in its line: at a fresh start, after text without a full stop, or inside a sentence. */
function standing(line: Line, from: number, start: number, several: boolean): 'fresh' | 'loose' | 'inside' {
  const before = line.text.slice(from, start)
  if (boldAt(line, start) && !boldAt(line, start - 1)) return 'fresh'
  if (/(^|[.?!;…:)”’"|•▪\t]|[-–—])\s*$/.test(before)) return 'fresh'
  const word = /(\S+)\s*$/.exec(before)?.[1] ?? ''
  if (/^\s*Geen\s*$/.test(before) && /\p{Lu}/u.test(line.text[start] ?? '')) return 'loose'
  return !several && LEADS.has(plainLabel(word)) ? 'inside' : 'loose'
}
