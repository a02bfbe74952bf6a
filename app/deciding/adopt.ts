import { type ItemState, notYet, waitsFor } from '../adoption/adoption.ts'
import type { SealedMeeting } from '../adoption/sealed-meeting.ts'
import { dayOf, type Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { type MeetingItem, nameIn, type Scene } from '../meeting/meeting.ts'

/** The item at which this meeting decided on the plan as a whole; null: it did not, or not on the plan as it is now. */
export function wholeItem(scene: Pick<Scene, 'items'>, states: readonly ItemState[]): MeetingItem | null {
  const whole = states.find(({ item }) => item.about === 'plan')?.decision
  return (
    scene.items.find(({ kind, decisionId }) => kind === 'plan' && whole != null && decisionId === whole.id) ??
    null
  )
}

/** What stands between the plan and its seal. */
export type AdoptStand =
  | { readonly is: 'ready' }
  | { readonly is: 'waits'; readonly until: Moment }
  | { readonly is: 'not-yet'; readonly open: readonly ItemState[] }
  | { readonly is: 'not-asked' }

export function adoptStand(states: readonly ItemState[]): AdoptStand {
  const open = notYet(states)
  if (open.length > 0) return { is: 'not-yet', open }
  const whole = states.find(({ item }) => item.about === 'plan')
  if (whole?.is !== 'stands') return { is: 'not-asked' }
  const until = waitsFor(states)
  return until === null ? { is: 'ready' } : { is: 'waits', until }
}

/** The meeting as the record under the seal tells it: who was there, by name, and who was not. */
export function meetingRecord(scene: Scene): SealedMeeting {
  const { meeting, attendance } = scene
  const named = (id: PersonId) => ({ id, name: nameIn(scene, id) ?? '' })
  const people = [...new Set([...meeting.deciding.voters, ...attendance.map(({ person }) => person)])]
  return {
    id: meeting.id,
    title: meeting.title,
    day: dayOf(new Date(meeting.opened?.at ?? meeting.startsAt)),
    openedAt: meeting.opened?.at ?? null,
    place: meeting.place,
    chair: named(meeting.chair),
    minuteTaker: named(meeting.minuteTaker),
    attendance: people.map((id) => {
      const noted = attendance.find(({ person }) => person === id)
      return {
        ...named(id),
        how: noted?.how ?? ('absent' as const),
        arrivedAt: noted?.arrivedAt ?? null,
        leftAt: noted?.leftAt ?? null,
      }
    }),
  }
}
