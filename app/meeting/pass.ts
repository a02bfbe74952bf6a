import type { Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { isHere, type Meeting, type Pass, type Scene } from './meeting.ts'

const HOUR = 3_600_000
/** A chair who forgets to close a meeting does not leave the door open for days. */
const LONGEST = 12 * HOUR

const since = (from: Moment, now: Moment) => Date.parse(now) - Date.parse(from)

/** Whether one can come in by the code, and stay: from an hour before the start, or its opening, until it is closed. */
export function isOpenToJoin(
  meeting: Pick<Meeting, 'phase' | 'cancelledAt' | 'opened' | 'startsAt'>,
  now: Moment,
): boolean {
  if (meeting.phase === 'closed' || meeting.cancelledAt !== null) return false
  if (meeting.opened !== null) return since(meeting.opened.at, now) < LONGEST
  const sinceStart = since(meeting.startsAt, now)
  return sinceStart >= -HOUR && sinceStart < LONGEST
}

/** What is typed as a code: six digits, with whatever spaces or dashes; null when it can't be one. */
export function parseJoinCode(typed: unknown): string | null {
  if (typeof typed !== 'string' || typed.length > 40) return null
  const code = typed.replace(/[\s.\-–]/g, '')
  return /^\d{6}$/.test(code) ? code : null
}

/** '482 913': as it is read aloud and typed. */
export const spacedCode = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`

/** Whom a device speaks for: nobody until it was confirmed, and nobody once its person left the school. */
export function personOfPass({ people }: Pick<Scene, 'people'>, pass: Pass): PersonId | null {
  if (pass.person === null || pass.confirmedAt === null || pass.endedAt !== null) return null
  return people.get(pass.person)?.hasLeft === false ? pass.person : null
}

/** A device that waits for the chair, with what the chair should know before letting it in. */
export type WaitingPass = {
  readonly pass: Pass
  readonly person: PersonId
  /** Somebody takes part under this name already: it may be a second device, or somebody who chose the wrong name. */
  readonly alreadyIn: boolean
}

/** Devices that picked a name and wait, the first to ask first. */
export function waitingPasses(scene: Pick<Scene, 'passes' | 'attendance'>): WaitingPass[] {
  const live = scene.passes.filter(({ endedAt }) => endedAt === null)
  return live.flatMap((pass) => {
    const { person } = pass
    if (person === null || pass.confirmedAt !== null) return []
    const byPass = live.some((other) => other.person === person && other.confirmedAt !== null)
    const isThere = isHere(scene.attendance.find((one) => one.person === person))
    return [{ pass, person, alreadyIn: byPass || isThere }]
  })
}

/** Who watches, and every device that was let in: what the chair can end. */
export const livePasses = ({ passes }: Pick<Scene, 'passes'>) =>
  passes.filter(
    ({ person, confirmedAt, endedAt }) => endedAt === null && (person === null || confirmedAt !== null),
  )

/** What became of a device: it takes part (or waits), the meeting is over, or it was not let in or taken out. */
export function passState(meeting: Meeting, pass: Pass, now: Moment): 'live' | 'over' | 'ended' {
  if (!isOpenToJoin(meeting, now)) return 'over'
  return pass.endedAt === null ? 'live' : 'ended'
}
