import type { TestMoment } from '../result/result.ts'
import type { Statement } from './sentence.ts'
import type { Choice } from './subject-choice.ts'

/** What of a subject is looked at, and what is seen of it; null: every year group, every moment. */
export type AtSubject = Pick<Choice, 'yearGroup' | 'moment'> & {
  readonly subject: string
  readonly moment: TestMoment | null
  /** The one thing that says most of each chart; none when there are many. */
  readonly seen: readonly Statement[]
}
