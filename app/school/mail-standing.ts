import type { Moment } from '../kernel/day.ts'

/** How the school's mail stands: what is on its way, and what could not be delivered (the last ten). */
export type MailStanding = {
  readonly waiting: number
  readonly failed: readonly { readonly to: string; readonly at: Moment }[]
}
