import type { Child } from 'hono/jsx'
import { LiveFeed } from '../meeting/live-view.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Problems } from '../ui/form.tsx'
import { Page } from '../ui/page.tsx'
import type { Shell } from '../ui/shell.ts'
import { saidOfBoard, stateOfItem } from './board-text.ts'
import { MoreActs } from './lead-more-view.tsx'
import { leadText } from './lead-text.ts'
import { LeadActs } from './lead-view.tsx'
import type { Desk } from './record.ts'
import { RecordAgenda, TimeLeft } from './record-agenda-view.tsx'
import { RecordPasses } from './record-pass-view.tsx'
import { RecordPoll } from './record-poll-view.tsx'
import { RecordPresence } from './record-presence-view.tsx'
import { RecordRound } from './record-round-view.tsx'
import { RecordSays } from './record-say-view.tsx'
import { RecordSettle } from './record-settle-view.tsx'
import { recordText } from './record-text.ts'

type RecordViewProps = {
  desk: Desk
  shell: Shell
  /** What other parts of the meeting put on the desk: notes and promises. */
  beside: Child
  /** Something typed there was not taken: the page waits for who typed it. */
  isHeld: boolean
}

export function RecordView({ desk, shell, beside, isHeld }: RecordViewProps) {
  const { board, refused } = desk
  const { language } = board.words
  const text = recordText(language)
  const { meeting } = board.scene
  return (
    <Page shell={shell} title={text.pageTitle(meeting.title)} here="plan" refresh="morph">
      <Head desk={desk} />
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
        refused={refused !== null || isHeld}
        front
      />
    </Page>
  )
}

function Head({ desk: { board } }: { desk: Desk }) {
  const { language } = board.words
  const text = recordText(language)
  return (
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
  )
}

/** Where the meeting is, with the same buttons as on the board. */
function Now({ desk }: { desk: Desk }) {
  const { board, leading } = desk
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
      <RecordSettle desk={desk} />
    </section>
  )
}
