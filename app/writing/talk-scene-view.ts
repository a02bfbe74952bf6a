import { dayOf, longDay, type Moment } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { conversationText } from './conversation-text.ts'

/** What every piece of a conversation is drawn with. */
export type TalkScene = {
  readonly language: Language
  readonly me: PersonId
  /** By what name somebody is known in the school. */
  readonly nameOf: (id: PersonId) => string
  /** The address of the page itself: its forms post there. */
  readonly href: string
}

export const nameIn = (scene: TalkScene, id: PersonId | null) =>
  (id && scene.nameOf(id)) || conversationText(scene.language).someone

export const dayIn = ({ language }: TalkScene, moment: Moment | null) =>
  moment ? longDay(dayOf(new Date(moment)), language) : ''
