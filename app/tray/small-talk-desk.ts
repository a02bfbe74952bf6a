import type { FillTalk } from '../time/talk-slot-desk.ts'
import { timeText } from '../time/time-text.ts'
import { answerText } from './answer-text.ts'
import { tallySmall } from './small-ask.ts'
import { smallAsksOf } from './small-ask-store.ts'
import { smallText } from './small-text.ts'
import { listed } from './tray-words-view.ts'

/** Small asks as material for the own yearly talk: how often, of which kinds, and what was said. */
export const smallInTalk: FillTalk = async ({ desk, reader, from, until }) => {
  const { language } = reader
  const tally = tallySmall(await smallAsksOf(desk.db, reader.actor, from, until))
  if (tally.count === 0) return []
  const text = smallText(language)
  const shared = answerText(language)
  const kinds = tally.kinds.map(({ kind, count }) => text.times(count, timeText(language).adHoc[kind]))
  const said = tally.answers.map(({ answer, count }) => text.times(count, `‘${shared.small[answer]}’`))
  return [
    text.forTalk(text.count(tally.count), listed(kinds, shared.and)),
    text.forTalkSaid(listed(said, shared.and)),
  ]
}
