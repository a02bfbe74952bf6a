import type { Language } from '../kernel/language.ts'
import { uiText } from './ui-text.ts'
import { type Change, changedWords } from './word-diff.ts'

export type WordDiffProps = { before: string; after: string; language: Language }

/** A text with its changed words: struck out what goes, a red line under what comes. */
export function WordDiff({ before, after, language }: WordDiffProps) {
  return (
    <>
      {changedWords(before, after).map((change) => (
        <Part change={change} language={language} />
      ))}
    </>
  )
}

function Part({ change, language }: { change: Change; language: Language }) {
  const text = uiText(language)
  if (change.kind === 'same') return <>{change.text}</>
  if (change.kind === 'gone') {
    return (
      <del>
        <span class="vh">{text.gone} </span>
        {change.text}
      </del>
    )
  }
  return (
    <ins>
      <span class="vh">{text.added} </span>
      {change.text}
    </ins>
  )
}
