// Control signs, signs without width, and those that turn the direction of a text: never part of a name.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\uFEFF]/gu

/** One line of text from outside: without hidden signs, white space made single, in one form of Unicode. */
export const lineOf = (value: unknown) =>
  typeof value === 'string'
    ? value.normalize('NFC').replace(/\s+/g, ' ').replace(HIDDEN, '').replace(/ {2,}/g, ' ').trim()
    : ''

/** A text as lines, in order, without the empty ones. */
export const linesOf = (value: unknown) =>
  typeof value === 'string'
    ? value
        .split(/\r\n|\r|\n/)
        .map(lineOf)
        .filter((line) => line !== '')
    : []

/** Two texts are alike when this is: case, accents, points and spaces aside. */
export const alike = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
