import type { AmendmentNo } from '../adoption/adoption-no.ts'
import { amendmentSentence } from '../adoption/amendment-desk.ts'
import type { AheadNo } from '../agenda/ahead-store.ts'
import { meetingsText } from '../agenda/meetings-text.ts'
import type { Reader } from '../session/actor.ts'
import type { StepNo } from '../step/step-may.ts'
import { stepText } from '../step/step-text.ts'
import { talkActText } from './talk-act-text.ts'
import type { TalkGoalNo } from './talk-goal-store.ts'

/** Every way in which an act on a talk says no: its own, and those of the plan, its steps and the meetings. */
export type TalkActNo = TalkGoalNo | StepNo | AheadNo

type Sentences = Partial<Record<string, string>>

/** The sentence for it; the room that knows the reason says it. */
export function talkSentence(no: TalkActNo, { language, terms }: Pick<Reader, 'language' | 'terms'>): string {
  const rooms = [talkActText(language), stepText(language), meetingsText(language)]
  const said = rooms.map(({ because, refusal }: { because: Sentences; refusal: Sentences }) =>
    no.refused === 'may-not' ? because[no.because] : refusal[no.refused],
  )
  return (
    said.find((sentence) => sentence !== undefined) ??
    amendmentSentence(no as AmendmentNo, { language, terms })
  )
}
