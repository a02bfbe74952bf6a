import { doingText } from './doing-text.ts'
import type { Hanging, TalkSheet } from './talk-sheet.ts'

/** Which ambitions of a talk came to hang on its goal with it, and which stayed where they hung. */
export function alongSentences({ hangs, doing, language }: Pick<TalkSheet, 'hangs' | 'doing' | 'language'>) {
  if (doing.goal === null) return []
  const { along: text } = doingText(language)
  const along = hangs.filter(({ wentAlong }) => wentAlong)
  const stay = hangs.filter(({ place, isHere }) => place !== null && !isHere)
  return [...sentence(along, text.one, text.many), ...sentence(stay, text.stays, text.stay)]
}

/** The same as long as the talk hangs there: also what was hung on it by somebody's hand. */
export function hangSentences({ hangs, language }: Pick<TalkSheet, 'hangs' | 'language'>) {
  const { along: text } = doingText(language)
  const here = hangs.filter(({ isHere }) => isHere)
  const elsewhere = hangs.filter(({ place, isHere }) => place !== null && !isHere)
  return [
    ...sentence(here, text.here, text.allHere),
    ...sentence(elsewhere, text.elsewhere, text.allElsewhere),
  ].join(' ')
}

function sentence(
  some: readonly Hanging[],
  one: (title: string) => string,
  many: (titles: string) => string,
) {
  const [first] = some
  if (!first) return []
  return [some.length === 1 ? one(first.title) : many(some.map(({ title }) => title).join('; '))]
}
