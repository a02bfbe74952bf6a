import type { MeetingItem } from '../meeting/meeting.ts'
import type { Board } from './board.ts'
import { Act } from './lead-act-view.tsx'
import type { Desk } from './record.ts'
import { recordText } from './record-text.ts'

/** The agenda with what became of each item; what had no turn yet can move to another day, or be left out. */
export function RecordAgenda({ desk }: { desk: Desk }) {
  const { board } = desk
  const text = recordText(board.words.language)
  return (
    <section class="blok" aria-labelledby="tafel-agenda">
      <h2 id="tafel-agenda">{text.agenda}</h2>
      <ol class="tafelagenda">
        {board.scene.items.map((item, place) => (
          <li id={`tafel-${item.id}`}>
            <span>
              {`${place + 1}. ${item.title}`}
              <small> {stateOf(board, item)}</small>
            </span>
            {board.scene.meeting.phase === 'running' && <Later desk={desk} item={item} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function stateOf({ words, item: current, spent }: Board, item: MeetingItem) {
  const text = recordText(words.language)
  const seconds = item === current ? spent : item.spent
  const minutes = text.spent(Math.floor(seconds / 60), item.minutes)
  return seconds > 0 ? `${text.state[item.state]}, ${minutes}` : text.state[item.state]
}

function Later({ desk, item }: { desk: Desk; item: MeetingItem }) {
  const text = recordText(desk.board.words.language)
  const set = (state: 'carried' | 'passed' | 'to-come', label: string) => (
    <Act at={desk.leading} act="set" fields={{ item: item.id, state }} kind="link" about={item.title}>
      {label}
    </Act>
  )
  if (item.state === 'to-come')
    return (
      <span class="rij">
        {set('carried', text.carry)}
        {set('passed', text.passBy)}
      </span>
    )
  return item.state === 'carried' || item.state === 'passed' ? set('to-come', text.today) : null
}

/** The time of this item that is left, for who leads; it never closes anything. */
export function TimeLeft({ board }: { board: Board }) {
  const { item, spent, words } = board
  const text = recordText(words.language)
  if (item === null) return null
  const left = item.minutes - Math.floor(spent / 60)
  const says = left > 0 ? text.timeLeft(left, item.minutes) : left === 0 ? text.timeUp : text.timeOver(-left)
  return (
    <p class="zacht">
      {says} {text.leftNote}
    </p>
  )
}
