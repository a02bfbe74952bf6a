import type { SchoolId } from '../kernel/id.ts'

/**
 * That something happened, told after it was committed: ids only, never data, so that each who hears asks for itself
 * and sees what it may. `id` is of the passage's owner, the plan, the session, the person, the meeting or the data talk; of the school
 * when several people changed.
 */
export type Fact = {
  readonly topic: 'passage' | 'plan' | 'session' | 'person' | 'meeting' | 'talk'
  readonly schoolId: SchoolId
  readonly id: string
}

export type Listener = (fact: Fact) => void

/** Who listens in this process. A server of several processes will tell the others here, too. */
export function announcer() {
  const listeners = new Set<Listener>()
  return {
    announce: (fact: Fact) => {
      for (const listener of listeners) listener(fact)
    },
    /** Answers how to stop listening. */
    hear: (listener: Listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
