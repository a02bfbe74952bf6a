import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import type { NoVoiceBefore, VoiceBefore } from '../meeting/before.ts'
import type { MeetingItem, Say, Scene } from '../meeting/meeting.ts'
import type { MeetingForm } from './meetings-form.ts'

/** What could not be taken: in which form, about which field, and why. */
export type BeforeTrouble = {
  readonly form: 'say' | 'voice'
  readonly field: string | null
  readonly sentence: string
  readonly typed: MeetingForm
}

export type BeforeProps = {
  scene: Scene
  item: MeetingItem
  sheet: ItemSheet
  /** One's own input, and the own voice. */
  says: readonly Say[]
  voice: VoiceBefore | null
  /** Why no voice can be given beforehand; null: it can. */
  noVoice: NoVoiceBefore | null
  isAbsent: boolean
  me: PersonId
  trouble: BeforeTrouble | null
  language: Language
}

export const hrefOf = ({ scene, item }: Pick<BeforeProps, 'scene' | 'item'>) =>
  `/meeting/${scene.meeting.id}/item/${item.id}`

export const isToCome = ({ scene: { meeting }, item }: BeforeProps) =>
  item.state === 'to-come' && meeting.phase !== 'closed' && meeting.cancelledAt === null
