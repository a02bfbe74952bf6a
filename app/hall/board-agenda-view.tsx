import type { MeetingItem } from '../meeting/meeting.ts'
import { Icon } from '../ui/icons.tsx'
import type { Board } from './board.ts'
import { boardText } from './board-text.ts'

/** What became of an item, with a word beside every sign. */
export function AgendaState({ item, words }: { item: MeetingItem; words: Board['words'] }) {
  const text = boardText(words.language)
  if (item.state !== 'done' && item.state !== 'carried' && item.state !== 'passed') return null
  const word = { done: text.handled, carried: text.carriedOn, passed: text.passedBy }[item.state]
  return (
    <>
      <Icon name={item.state === 'done' ? 'check' : item.state === 'carried' ? 'arrow' : 'cross'} />
      <span class="vh">{`${word}: `}</span>
    </>
  )
}
