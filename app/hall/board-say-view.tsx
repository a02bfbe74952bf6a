import type { MeetingItem, SayKind } from '../meeting/meeting.ts'
import { Icon } from '../ui/icons.tsx'
import { Lines } from '../ui/rich.tsx'
import { type Board, saysOf } from './board.ts'
import { boardText } from './board-text.ts'

type SaysProps = { board: Board; item: MeetingItem; kind: SayKind }

/** Questions, reactions or what was written beforehand: the words without the names, to be talked about together. */
export function BoardSays({ board, item, kind }: SaysProps) {
  const text = boardText(board.words.language)
  const says = saysOf(board.scene, item, kind)
  const title = { question: text.questions, reaction: text.reactions, input: text.input }[kind]
  if (says.length === 0) return null
  return (
    <section class="gezegd">
      <h2>{title}</h2>
      <ul class={says.length > 5 ? 'dicht' : undefined}>
        {says.map((say) => (
          <li id={`bord-${say.id}`} class={say.doneAt === null ? undefined : 'besproken'}>
            {say.doneAt !== null && (
              <>
                <Icon name="check" />
                <span class="vh">{`${text.talkedThrough}: `}</span>
              </>
            )}
            <span>
              <Lines text={say.text} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
