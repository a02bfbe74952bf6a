import { carriesLink, type Look, linkAddress, type Run, tidyRuns } from './rich-run.ts'

type Mark = 'bold' | 'italic'
/** A row of one, two or three asterisks; `marks` are those that turned out to have a partner. */
type Stars = {
  readonly kind: 'stars'
  readonly count: number
  readonly opens: boolean
  readonly closes: boolean
  readonly marks: Mark[]
}
type Open = { readonly kind: 'open'; href?: string }
type Token = { readonly kind: 'words'; readonly text: string } | Stars | Open | { readonly kind: 'end' }
type Reading = {
  readonly text: string
  at: number
  readonly tokens: Token[]
  /** Brackets that still wait for their end, with how many words were read before each. */
  readonly open: { readonly token: Open; readonly wordsBefore: number }[]
  wordsRead: number
}

const SIGN = /[*[\]\\]/
const WORD = /[\p{L}\p{N}\p{M}]/u
const BLANK = /\s/u
const WORDS = /[^*[\]\\]+/y
const STARS = /\*+/y
const BACKSLASHES = /\\+/y
/** The address of a link. It stops at the next bracket, so that a row of half links is read once. */
const ADDRESS = /\(((?:https?:\/\/|mailto:)[^\s()[\]<>"\\]*(?:\([^\s()[\]<>"\\]*\)[^\s()[\]<>"\\]*)*)\)/iy

/** Whether two characters between which a row of asterisks stands make it mean nothing: '2*30', 'leerling*en'. */
export const isInsideWord = (before: string | undefined, after: string | undefined) =>
  before !== undefined && after !== undefined && WORD.test(before) && WORD.test(after)

/** The words of one paragraph or point with the looks that its signs give them, in one pass. Never throws. */
export function runsIn(text: string): Run[] {
  if (!SIGN.test(text)) return text === '' ? [] : [{ text }]
  const tokens = tokensIn(text)
  pairStars(tokens)
  return tidyRuns(runsOf(tokens))
}

function tokensIn(text: string): Token[] {
  const reading: Reading = { text, at: 0, tokens: [], open: [], wordsRead: 0 }
  while (reading.at < text.length) readNext(reading)
  return reading.tokens
}

function readNext(reading: Reading) {
  const sign = reading.text[reading.at]
  if (sign === '*') readStars(reading)
  else if (sign === '[') readOpen(reading)
  else if (sign === ']') readClose(reading)
  else if (sign === '\\') readBackslashes(reading)
  else readWords(reading)
}

function readWords(reading: Reading) {
  say(reading, take(WORDS, reading)?.[0] ?? '')
}

/** What stands where the reading is, if it has this (sticky) form. */
function take(form: RegExp, { text, at }: Reading) {
  form.lastIndex = at
  return form.exec(text)
}

function say(reading: Reading, words: string, length = words.length) {
  if (words !== '') reading.tokens.push({ kind: 'words', text: words })
  if (carriesLink(words)) reading.wordsRead++
  reading.at += length
}

function readStars(reading: Reading) {
  const row = take(STARS, reading)?.[0] ?? ''
  if (row.length > 3) return say(reading, row)
  const before = reading.text[reading.at - 1]
  const after = reading.text[reading.at + row.length]
  const inside = isInsideWord(before, after)
  reading.tokens.push({
    kind: 'stars',
    count: row.length,
    opens: !inside && after !== undefined && !BLANK.test(after),
    closes: !inside && before !== undefined && !BLANK.test(before),
    marks: [],
  })
  reading.at += row.length
}

function readOpen(reading: Reading) {
  const token: Open = { kind: 'open' }
  reading.tokens.push(token)
  reading.open.push({ token, wordsBefore: reading.wordsRead })
  reading.at++
}

function readClose(reading: Reading) {
  const begun = reading.open.pop()
  reading.at++
  const found = begun && reading.wordsRead > begun.wordsBefore ? take(ADDRESS, reading) : null
  const href = found ? linkAddress(found[1] ?? '') : null
  if (!begun || !found || href === null) {
    reading.tokens.push({ kind: 'words', text: ']' })
    return
  }
  begun.token.href = href
  reading.open.length = 0
  reading.tokens.push({ kind: 'end' })
  reading.at += found[0].length
}

/**
 * Backslashes mean something before a sign only, so that '\\server\map' stays as it is: two are one, a last one takes
 * the meaning of the sign away. 'ver*\bod*\en' sets looks inside a word: there the last one is no more than a join.
 */
function readBackslashes(reading: Reading) {
  const count = take(BACKSLASHES, reading)?.[0].length ?? 0
  const after = reading.text[reading.at + count]
  const isBeforeSign = after !== undefined && SIGN.test(after)
  if (!isBeforeSign && !isJoin(reading, after)) return say(reading, '\\'.repeat(count))
  const kept = '\\'.repeat(count >> 1)
  if (isBeforeSign && count % 2 === 1) return say(reading, kept + after, count + 1)
  say(reading, kept, count)
}

function isJoin({ tokens, text, at }: Reading, after: string | undefined) {
  const stars = tokens.at(-1)
  return stars?.kind === 'stars' && isInsideWord(text[at - stars.count - 1], after)
}

/** Finds each row its partner: the last row that could begin a look, and the first that can end it. */
function pairStars(tokens: readonly Token[]) {
  const begun: Record<Mark, Stars | null> = { bold: null, italic: null }
  for (const token of tokens) {
    if (token.kind !== 'stars') continue
    for (const mark of marksOf(token.count)) {
      const partner = begun[mark]
      if (partner && token.closes) {
        partner.marks.push(mark)
        token.marks.push(mark)
        begun[mark] = null
      } else if (token.opens) begun[mark] = token
    }
  }
}

const marksOf = (count: number): readonly Mark[] =>
  count === 1 ? ['italic'] : count === 2 ? ['bold'] : ['bold', 'italic']

function runsOf(tokens: readonly Token[]): Run[] {
  const runs: Run[] = []
  let look: Look = {}
  for (const token of tokens) {
    if (token.kind === 'end') look = { ...look, href: undefined }
    else if (token.kind === 'open' && token.href !== undefined) look = { ...look, href: token.href }
    else {
      runs.push({ ...look, text: textOf(token) })
      if (token.kind === 'stars') for (const mark of token.marks) look = turned(look, mark)
    }
  }
  return runs
}

/** What a token is to the reader: asterisks without a partner stay asterisks. */
function textOf(token: Exclude<Token, { kind: 'end' }>) {
  if (token.kind === 'words') return token.text
  if (token.kind === 'open') return '['
  const used = token.marks.reduce((sum, mark) => sum + (mark === 'bold' ? 2 : 1), 0)
  return '*'.repeat(token.count - used)
}

const turned = (look: Look, mark: Mark): Look => ({ ...look, [mark]: look[mark] ? undefined : true })
