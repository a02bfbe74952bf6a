import type { Language } from '../kernel/language.ts'
import type { Statement } from './sentence.ts'
import { say } from './sentence-text.ts'

/** What a chart shows, in sentences. */
export function StatementList({
  statements,
  language,
}: {
  statements: readonly Statement[]
  language: Language
}) {
  if (statements.length === 0) return null
  return (
    <ul class="zinnen">
      {statements.map((statement) => (
        <li>{say(language, statement)}</li>
      ))}
    </ul>
  )
}
