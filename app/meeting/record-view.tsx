import type { Child } from 'hono/jsx'
import type { DecisionId, PersonId } from '../kernel/id.ts'
import { LinkButton } from '../ui/button.tsx'
import { Problems } from '../ui/form.tsx'
import { Page } from '../ui/page.tsx'
import type { Shell } from '../ui/shell.ts'
import type { Board } from './board.ts'
import { saidOfBoard, stateOfItem } from './board-text.ts'
import type { Leading } from './lead-act-view.tsx'
import type { LeadForm } from './lead-form.ts'
import { MoreActs } from './lead-more-view.tsx'
import { leadText } from './lead-text.ts'
import { LeadActs } from './lead-view.tsx'
import { LiveFeed } from './live-view.tsx'
import { RecordAgenda, TimeLeft } from './record-agenda-view.tsx'
import { RecordPasses, RecordPresence } from './record-presence-view.tsx'
import { RecordRound } from './record-round-view.tsx'
import { RecordPoll, RecordSays } from './record-say-view.tsx'
import { recordText } from './record-text.ts'

/** The desk beside the board, for the chair and the minute-taker alone. */
export type Desk = {
  readonly board: Board
  readonly leading: Leading
  /** Who has not answered in the open round; null: no round is open. */
  readonly silent: readonly PersonId[] | null
  readonly openRound: { readonly id: DecisionId; readonly number: number } | null
  /** A form that could not be taken, with what was typed in it. */
  readonly refused: Refused | null
}

export type Refused = {
  readonly form: LeadForm
  readonly field: string | null
  readonly sentence: string
}

type RecordViewProps = {
  desk: Desk
  shell: Shell
  /** What other parts of the meeting put on the desk: notes and promises. */
  beside: Child
}

export function RecordView({ desk, shell, beside }: RecordViewProps) {
  const { board, refused } = desk
  const { language } = board.words
  const text = recordText(language)
  const { meeting } = board.scene
  return (
    <Page shell={shell} title={text.pageTitle(meeting.title)} here="plan" refresh="morph">
      <div class="tafelkop">
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        <div class="rij">
          <LinkButton href={`${board.href}/board`} icon="board">
            {leadText(language).toBoard}
          </LinkButton>
          <LinkButton href={board.href}>{leadText(language).toMeeting}</LinkButton>
        </div>
      </div>
      {refused && (
        <Problems
          title={text.problem}
          problems={[{ field: refused.field ? `f-${refused.field}` : undefined, text: refused.sentence }]}
        />
      )}
      <div class="tafel">
        <div class="stapel">
          <RecordPasses desk={desk} />
          <Now desk={desk} />
          <RecordRound desk={desk} />
          <RecordSays desk={desk} />
          {beside}
          <RecordPoll desk={desk} />
        </div>
        <div class="stapel">
          <RecordPresence desk={desk} />
          <RecordAgenda desk={desk} />
        </div>
      </div>
      <LiveFeed
        meetingId={meeting.id}
        revision={meeting.revision}
        here={`${board.href}/desk`}
        language={language}
        says={saidOfBoard(board)}
        refused={refused !== null}
        front
      />
    </Page>
  )
}

/** Where the meeting is, with the same buttons as on the board. */
function Now({ desk: { board, leading } }: { desk: Desk }) {
  const text = recordText(board.words.language)
  const state = board.item && board.sheet ? stateOfItem(board, board.item, board.sheet) : null
  return (
    <section class="blok stapel" aria-labelledby="tafel-nu">
      <h2 id="tafel-nu">{board.item?.title ?? text.now}</h2>
      <TimeLeft board={board} />
      {state && (
        <p class="regelzin">
          {state.rule} <b>{state.now}</b>
        </p>
      )}
      <div class="rij leiden">
        <LeadActs at={leading} />
        <MoreActs at={leading} />
      </div>
    </section>
  )
}
