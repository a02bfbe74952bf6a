import type { GoalPlace } from '../adoption/goal-place.ts'
import type { MeetingId, PatternId, QuestionId } from '../kernel/id.ts'
import type { Language, Terms as SchoolTerms } from '../kernel/language.ts'
import type { TopicKey } from '../school/topic.ts'
import type { PatternCard, PatternScene } from './scene.ts'

/** An ask to the reader whether a sentence of their own may stand with its pattern. */
export type OwnText = {
  readonly questionId: QuestionId
  readonly topic: TopicKey
  readonly sentence: string
  readonly is: 'open' | 'yes' | 'no' | 'changed'
}

/** All that the page of patterns is drawn from, for one reader. */
export type PatternSheet = {
  readonly scene: PatternScene
  readonly own: readonly OwnText[]
  /** How many were asked, and which sentences may stand there. */
  readonly texts: ReadonlyMap<PatternId, { readonly asked: number; readonly sentences: readonly string[] }>
  /** Where this reader can make a goal, the nearest place first. */
  readonly places: readonly GoalPlace[]
  /** No plan takes a goal now, whoever asks. */
  readonly isNoPlace: boolean
  readonly meetings: readonly { readonly id: MeetingId; readonly title: string; readonly when: string }[]
  readonly isCoordinator: boolean
  readonly language: Language
  readonly terms: SchoolTerms
  nameOf(topic: TopicKey): string
}

/** What a form on a card posts to say which pattern it is about. */
export const fieldsOf = ({ which }: Pick<PatternCard, 'which'>, act: string) => ({
  act,
  topic: which.topic as string,
  year: which.year as string,
  term: String(which.term),
})

export const cardId = ({ which }: Pick<PatternCard, 'which'>) =>
  `patroon-${which.topic}-${which.year}-${which.term}`

export const TOGETHER = '/questions/together'
