import type { Language } from '../kernel/language.ts'
import type { Entry } from '../plan/entry.ts'
import { Fold } from '../ui/details.tsx'
import type { Evaluation } from './evaluation.ts'
import { evaluationText } from './evaluation-text.ts'
import { Words } from './evaluation-view.tsx'

/** Beside an entry that was carried over: what was seen and learned with it last year. */
export function LastYearFold({
  evaluation,
  entry,
  language,
}: {
  evaluation: Evaluation
  entry: Entry
  language: Language
}) {
  return (
    <Fold summary={evaluationText(language).lastYear}>
      <Words {...{ evaluation, entry, language }} />
    </Fold>
  )
}
