import { type Refusal, refuse } from '../kernel/refusal.ts'

/**
 * The share of the coordinator's time that goes to preventing, as the team adopts it with the plan: whole percent. Null:
 * no aim was set.
 */
export type PreventiveAim = number

export const LEAST_AIM = 5
export const MOST_AIM = 95

/** Shares that have a word of their own, offered first. */
export const KNOWN_AIMS = [25, 33, 40, 50, 60, 67, 75, 80] as const

/** The share as a form gives it: '' is none, a number of whole percent otherwise. */
export function parseAim(raw: string): PreventiveAim | null | Refusal<'aim-unknown'> {
  const text = raw.replace(/%|procent|percent/i, '').trim()
  if (text === '') return null
  const percent = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
  return percent >= LEAST_AIM && percent <= MOST_AIM ? percent : refuse('aim-unknown', 'aim')
}
