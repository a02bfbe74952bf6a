import type { MeetingItemId, PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { VoiceBefore } from '../meeting/before.ts'
import type { Attendance, MeetingItem, Scene } from '../meeting/meeting.ts'
import { mayPrepare } from '../meeting/meeting-may.ts'
import type { Actor } from '../session/actor.ts'

/** Which part of the page is open to change. */
export type OpenPart = 'details' | 'deciding' | 'cancel' | { readonly item: string } | null

/** Everything that the page of one meeting shows to this member. */
export type MeetingSheet = {
  readonly scene: Scene
  readonly actor: Actor
  readonly me: PersonId
  readonly language: Language
  /** The door is open: from an hour before until the meeting is closed. */
  readonly doorIsOpen: boolean
  readonly open: OpenPart
  readonly ownVoices: ReadonlyMap<MeetingItemId, VoiceBefore>
  /** Why it can't change any more how the team decides. */
  readonly fixed: 'decision-opened' | 'voice-beforehand' | null
  readonly people: readonly { readonly id: PersonId; readonly name: string }[]
  /** How many with an address have not had the invitation; else why nothing leaves. */
  readonly uninvited: number | 'demo' | 'no-mail'
}

export const prepares = ({ actor, scene }: Pick<MeetingSheet, 'actor' | 'scene'>) =>
  mayPrepare(actor, scene.meeting).may

export const isOfNow = ({ scene: { meeting } }: Pick<MeetingSheet, 'scene'>) =>
  meeting.phase !== 'closed' && meeting.cancelledAt === null

export const ownAttendance = ({ scene, me }: Pick<MeetingSheet, 'scene' | 'me'>): Attendance | null =>
  scene.attendance.find(({ person }) => person === me) ?? null

/** Items at which silent input still can be given: what is only told asks for none. */
export const itemsForInput = ({ scene, me }: Pick<MeetingSheet, 'scene' | 'me'>): MeetingItem[] =>
  scene.items.filter(
    (item) =>
      item.state === 'to-come' &&
      item.purpose !== 'informing' &&
      !scene.says.some((say) => say.item === item.id && say.person === me && say.kind === 'input'),
  )

/** Items to decide at which who can't come gives a voice. */
export const itemsForVoice = ({ scene, me }: Pick<MeetingSheet, 'scene' | 'me'>): MeetingItem[] =>
  scene.meeting.deciding.voters.includes(me) && !scene.meeting.deciding.unnamed
    ? scene.items.filter(({ state, purpose }) => state === 'to-come' && purpose === 'decision')
    : []
