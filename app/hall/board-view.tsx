import { LiveFeed } from '../meeting/live-view.tsx'
import { Document } from '../ui/document.tsx'
import { Mark } from '../ui/icons.tsx'
import { StatusNotice } from '../ui/notice.tsx'
import type { Shell } from '../ui/shell.ts'
import { agendaWindow, type Board, showsSeal } from './board.ts'
import { AgendaState } from './board-agenda-view.tsx'
import { BoardAfter, BoardBetween, BoardSealed, BoardWelcome } from './board-between-view.tsx'
import { BoardFoot } from './board-foot-view.tsx'
import { BoardItem } from './board-item-view.tsx'
import { BoardSide } from './board-side-view.tsx'
import { boardText, saidOfBoard } from './board-text.ts'

type BoardViewProps = {
  board: Board
  shell: Shell
  /** The address of this page, for the screens that ask for it again. */
  here: string
}

/** The screen at the wall. All of it stands in `main`: that is what is asked for again when something changes. */
export function BoardView({ board, shell, here }: BoardViewProps) {
  const { language } = board.words
  const text = boardText(language)
  const { meeting } = board.scene
  return (
    <Document
      shell={shell}
      title={text.title(meeting.title, board.item?.title ?? null)}
      refresh="morph"
      bodyClass="bord"
    >
      <main id="inhoud" tabindex={-1} class="bordvel" data-letters={String(board.letters)}>
        <BoardHead board={board} />
        <StatusNotice notice={shell.notice} />
        <div class="bord-main">
          <BoardMiddle board={board} />
          <BoardSide board={board} />
        </div>
        <BoardFoot board={board} />
        <LiveFeed
          meetingId={meeting.id}
          revision={meeting.revision}
          here={here}
          language={language}
          says={saidOfBoard(board)}
        />
      </main>
    </Document>
  )
}

function BoardMiddle({ board }: { board: Board }) {
  const { phase, cancelledAt } = board.scene.meeting
  if (phase === 'closed' || cancelledAt !== null) return <BoardAfter board={board} />
  if (phase === 'prepare') return <BoardWelcome board={board} />
  if (showsSeal(board)) return <BoardSealed board={board} />
  if (board.item === null || board.sheet === null) return <BoardBetween board={board} />
  return <BoardItem board={board} item={board.item} sheet={board.sheet} />
}

/** The thread along the agenda, up to where the meeting is. */
function BoardHead({ board }: { board: Board }) {
  const { scene, item, words } = board
  const text = boardText(words.language)
  const { before, shown, after } = agendaWindow(scene.items, item)
  const isDone = scene.items.slice(0, before).every(({ state }) => state === 'done')
  return (
    <header class="bord-kop">
      <div class="bord-top">
        <p class="merk">
          <Mark />
          <span>{scene.meeting.title}</span>
        </p>
        <ol class="agendadraad" aria-label={text.agenda}>
          {before > 0 && <li class="rest">{isDone ? text.before(before) : text.earlier(before)}</li>}
          {shown.map((one) => (
            <li aria-current={one.item === item ? 'step' : undefined}>
              <AgendaState item={one.item} words={words} />
              <span>{`${one.number}. ${one.item.title}`}</span>
            </li>
          ))}
          {after > 0 && <li class="rest">{text.after(after)}</li>}
        </ol>
      </div>
    </header>
  )
}
