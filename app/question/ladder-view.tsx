import type { Language } from '../kernel/language.ts'
import { RUNGS, type RungNumber } from './question.ts'
import { questionText } from './question-text.ts'

/** The name of a rung: the third says with whom. */
export function rungName(rung: RungNumber, coordinators: string, language: Language): string {
  const text = questionText(language)
  return rung === 3 ? text.withWhom(coordinators || text.somebodyElse) : text.rungs[rung].name
}

type Props = {
  /** Where the question stands; null: the ladder as such. */
  at: RungNumber | null
  /** The question is closed: solved on `at`. */
  isClosed?: boolean
  /** The coordinators by name, as a sentence has them; '' when there are none. */
  coordinators: string
  language: Language
}

/** The three rungs, with the thread that climbs along. */
export function Ladder({ at, isClosed = false, coordinators, language }: Props) {
  const text = questionText(language)
  return (
    <ol class="ladder zinnen" aria-label={text.ladder}>
      {RUNGS.map((rung) => (
        <li
          class={at !== null && rung > at ? 'straks' : undefined}
          aria-current={rung === at && !isClosed ? 'step' : undefined}
        >
          {rung === at && <span class="knoop hier" />}
          <b>
            {rung}. {rungName(rung, coordinators, language)}
          </b>
          {rung === at ? (
            <em>{isClosed ? text.solvedHere : text.here}</em>
          ) : (
            <span class={at === null ? undefined : 'uitleg'}>{text.rungs[rung].is}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
