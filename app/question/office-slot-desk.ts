import type { MyQuestions } from '../office/questions-slot-desk.ts'
import { bringToCoordinator, ownRunning } from './question-office-desk.ts'
import { readQuestion } from './question-store.ts'

/** Questions on the page of the office hours: which one can be booked for, brought to a coordinator, opened. */
export const questionsForOffice: MyQuestions = {
  list: ownRunning,
  opens: async (db, actor, id) => (await readQuestion(db, actor, id)) !== null,
  bring: bringToCoordinator,
}
