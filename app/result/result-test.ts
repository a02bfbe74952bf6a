import type { TestMoment } from './result.ts'

/** What the name of a test says: 'Rekenen-Wiskunde M5' is the series Rekenen-Wiskunde, middle of group 5. */
export type TestName = {
  readonly series: string
  readonly moment: TestMoment | null
  readonly yearGroup: number | null
}

const WORDS: readonly (readonly [RegExp, TestMoment])[] = [
  [/\b(?:doorstroomtoets|eindtoets|transition test|final test)\b/i, 'D'],
  [/\b(?:begin|start)(?:toets|meting)?\b/i, 'B'],
  [/\b(?:midden|medio|mid(?:dle)?)(?:toets|meting)?\b/i, 'M'],
  [/\b(?:eind(?:e)?|end)(?:toets|meting)?\b/i, 'E'],
]
const CODE = /(^|[\s\-_(])([BME])\s?-?\s?([1-8])(?=$|[\s)\-_])/i
const GROUP = /\b(?:groep|group|leerjaar|jaargroep|jg|gr)\.?\s*([1-8])\b/i

/** Takes the name of a test apart; a code at its end ('M5') says more than words before it. */
export function testName(name: string): TestName {
  const written = name.trim().replace(/\s+/g, ' ')
  const code = CODE.exec(written)
  if (code)
    return {
      series: tidy(written.replace(CODE, '$1')),
      moment: (code[2] ?? '').toUpperCase() as TestMoment,
      yearGroup: Number(code[3]),
    }
  const word = WORDS.find(([pattern]) => pattern.test(written))
  const group = GROUP.exec(written)
  // A doorstroomtoets is called after what it is: its name stays whole.
  const bare = word && word[1] !== 'D' ? written.replace(word[0], '') : written
  return {
    series: tidy(group ? bare.replace(GROUP, '') : bare),
    moment: word?.[1] ?? null,
    yearGroup: group ? Number(group[1]) : word?.[1] === 'D' ? 8 : null,
  }
}

const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-_–]+|[\s\-_–(]+$/g, '')
    .trim()

/** A moment from a column of its own: 'M', 'midden', 'Middle'. */
export function momentFrom(text: string): TestMoment | null {
  const short = /^([BMED])[1-8]?$/i.exec(text.trim())?.[1]
  if (short) return short.toUpperCase() as TestMoment
  return WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
