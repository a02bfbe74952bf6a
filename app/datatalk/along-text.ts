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

function sentence(
  some: readonly Hanging[],
  one: (title: string) => string,
  many: (titles: string) => string,
) {
  const [first] = some
  if (!first) return []
  return [some.length === 1 ? one(first.title) : many(some.map(({ title }) => title).join('; '))]
}
