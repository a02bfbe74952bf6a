import { mayFollow, mayStopAll } from '../calendar/feed-may.ts'
import type { May } from '../kernel/refusal.ts'
import type { Actor } from '../session/actor.ts'

type Ask = (actor: Actor) => May

/** Every act with calendars that follow Rode Draad. Reading a school calendar in is planning the year: `mayPlanYear`. */
export const calendarActs: Record<string, Ask> = {
  'make an address for one’s own calendar': (actor) => mayFollow(actor, 'own'),
  'make an address for the calendar of the team': (actor) => mayFollow(actor, 'team'),
  'stop the team addresses of everybody': (actor) => mayStopAll(actor),
}
