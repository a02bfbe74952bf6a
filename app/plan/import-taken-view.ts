import type { Language } from '../kernel/language.ts'
import { isGoal } from './entry.ts'
import { importText } from './import-text.ts'
import type { Plan } from './plan.ts'

/** What came along from Word, and with how many colleagues a text waits. */
export function takenSentence(plan: Plan, language: Language): string {
  const text = importText(language)
  const goals = plan.entries.filter(isGoal).length
  const counted: [number, (count: number) => string][] = [
    [plan.principles.length, text.takenPrinciples],
    [goals, text.takenGoals],
    [plan.entries.length - goals, text.takenTracks],
  ]
  const parts = counted.flatMap(([count, says]) => (count > 0 ? [says(count)] : []))
  const last = parts.pop() ?? ''
  const what = parts.length > 0 ? `${parts.join(', ')} ${text.and} ${last}` : last
  const waiting = plan.entries.filter(
    ({ kind, personId, agreedAt }) => kind === 'teacher-track' && personId && !agreedAt,
  )
  return text.taken(what) + text.takenWaits(waiting.length)
}
