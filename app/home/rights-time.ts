import type { May } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'
import { mayKeepTime, mayReadTime } from '../time/time-may.ts'

/** Every act on the own time, with the one place that decides about it. */
export const TIME_RIGHTS: Readonly<Record<string, (actor: Actor) => May>> = {
  'write down own time': mayKeepTime,
  'read, change or take away time that the coordinator wrote down': (actor) =>
    mayReadTime(actor, 'coordinator'),
  'read, change or take away time of a second coordinator': (actor) => mayReadTime(actor, 'second'),
}
