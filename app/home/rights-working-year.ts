import type { May } from '../kernel/refusal.ts'
import type { Entry } from '../plan/entry.ts'
import type { Phase } from '../plan/plan.ts'
import type { Actor } from '../session/actor.ts'
import { calendarActs } from './rights-calendar.ts'
import { SHARE_ACTS } from './rights-share.ts'
import { shelfActs } from './rights-shelf.ts'
import { stepActs } from './rights-step.ts'
import { TIME_RIGHTS } from './rights-time.ts'
import { visitActs } from './rights-visit.ts'
import { yearActs } from './rights-year.ts'

type Ask = (actor: Actor, plan: { phase: Phase }) => May
type Of = { readonly goal: Entry; readonly track: Entry; readonly teamTrack: Entry }

/** Every act between adoption and evaluation: steps, visits, the year, calendars, time, the shelf. */
export const workingYearActs = (of: Of): Record<string, Ask> => ({
  ...stepActs(of),
  ...visitActs(),
  ...yearActs(of),
  ...calendarActs,
  ...TIME_RIGHTS,
  ...SHARE_ACTS,
  ...shelfActs(of),
})
