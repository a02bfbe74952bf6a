import type { Day } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { type Asked, lineWithYear } from './ask-view.tsx'
import { MOST_LINES } from './digest.ts'
import { digestText } from './digest-text.ts'
import { letterKindOf } from './for-you.ts'
import { LETTER_KINDS } from './letter-kind.ts'

type To = { readonly name: string; readonly language: Language }
/** The address of the server, the one at which this person turns letters off, and the day of the letter. */
type At = { readonly baseUrl: string; readonly off: string; readonly today: Day }

/** Titles and addresses only: nothing that somebody wrote for a few stands in a letter. */
export function digestLetter(asks: readonly Asked[], { name, language }: To, at: At) {
  const text = digestText(language)
  const shown = asks.slice(0, MOST_LINES)
  const now = shown.filter((one) => isToday(one, at.today))
  const waits = shown.filter((one) => !isToday(one, at.today))
  const more = asks.length - shown.length
  const parts = [
    text.hello(name.split(' ')[0] ?? ''),
    ...listed(text.today, now, at.baseUrl),
    ...listed(text.waits, waits, at.baseUrl),
    ...(more > 0 ? [text.more(more)] : []),
    text.all(`${at.baseUrl}/for-you`),
    text.atMost,
    lessOf(asks, language, at.off),
  ]
  return { subject: text.subject(asks.length), body: `${parts.join('\n\n')}\n` }
}

const isToday = ({ ask }: Asked, today: Day) => ask.kind === 'room' && ask.line.on === today

const listed = (head: string, asks: readonly Asked[], baseUrl: string) =>
  asks.length === 0
    ? []
    : [
        head,
        ...asks.map((asked) => {
          const { title, href } = lineWithYear(asked)
          return `- ${title}\n  ${baseUrl}${href}`
        }),
      ]

/** How to have less of this: each kind of line in this letter apart, or the whole letter. */
function lessOf(asks: readonly Asked[], language: Language, off: string) {
  const text = digestText(language)
  const told = new Set(asks.map(({ ask }) => letterKindOf(ask)))
  const kinds = LETTER_KINDS.filter((kind) => told.has(kind))
  return [
    text.lessOf,
    ...kinds.map((kind) => text.offKind(text.about[kind], `${off}?kind=${kind}`)),
    text.offAll(off),
  ].join('\n')
}
