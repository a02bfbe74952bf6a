import type { Language } from '../kernel/language.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import { LookBackBoard } from '../lookback/look-back-board-view.tsx'
import type { MeetingItem } from '../meeting/meeting.ts'
import type { SheetPiece } from '../meeting/sheet-piece.ts'
import { ArrowLink } from '../ui/button.tsx'
import { RichText } from '../ui/rich.tsx'
import { WordDiff } from '../ui/word-diff.tsx'
import { type Board, type Fit, fitOf, roundOf } from './board.ts'
import { BoardPolls } from './board-poll-view.tsx'
import { BoardRound } from './board-round-view.tsx'
import { BoardSays } from './board-say-view.tsx'
import { ItemTime } from './board-side-view.tsx'
import { boardText, stateOfItem } from './board-text.ts'

export type AtItem = { board: Board; item: MeetingItem; sheet: ItemSheet }

/** The item before the team: its text as large as it fits, below it what is said or decided, last the state. */
export function BoardItem({ board, item, sheet }: AtItem) {
  const { language } = board.words
  const text = boardText(language)
  const fit = fitOf(sheet, item.stage !== null || board.polls.length > 0)
  const state = stateOfItem(board, item, sheet)
  return (
    <div class={fit.isLong ? 'bord-besluit lang' : 'bord-besluit'}>
      <div class="bord-regel">
        <Lead sheet={sheet} />
        <ItemTime board={board} />
      </div>
      <div class="rolt tekst" id="bord-tekst" tabindex={0} role="region" aria-label={text.text}>
        <ItemText sheet={sheet} fit={fit} language={language} />
        <ReadOn language={language} />
      </div>
      <div class="rolt onder" id="bord-stand" tabindex={0} role="region" aria-label={text.stand}>
        <Below board={board} item={item} sheet={sheet} />
        <ReadOn language={language} />
      </div>
      <p class="bord-staat">
        {state.rule} <b>{state.now}</b>
      </p>
    </div>
  )
}

/** Where it comes from and whose it is; with one text alone its name stands here too. */
function Lead({ sheet }: { sheet: ItemSheet }) {
  const parts = (...all: readonly string[]) => all.filter((part) => part).join(' · ')
  const people = sheet.people.join(', ')
  return sheet.pieces.length === 1 ? (
    <h1 class="punt">{parts(sheet.lead, sheet.heading, people)}</h1>
  ) : (
    <p class="punt">{parts(sheet.lead, people)}</p>
  )
}

/** Shown where the text goes on below the edge; it takes no room of its own. */
export const ReadOn = ({ language }: { language: Language }) => (
  <p class="leesverder">
    <span>{boardText(language).readOn}</span>
  </p>
)

const SIZES = { 1: 'stap-1', 2: 'stap-2', 3: 'stap-3', 4: 'stap-4', 5: 'stap-5' } as const

/** One text is the title itself, as on a poster; of several the heading is, with each text under its own name. */
function ItemText({ sheet, fit, language }: { sheet: ItemSheet; fit: Fit; language: Language }) {
  const [only] = sheet.pieces
  const since = sheet.since && <p class="waarom">{sheet.since}</p>
  return (
    <>
      {only && sheet.pieces.length === 1 ? (
        <>
          {since}
          <div class={`besluittekst ${SIZES[fit.step]}`}>
            <Piece piece={only} language={language} />
          </div>
        </>
      ) : (
        <>
          <h1 class={`besluittekst ${SIZES[sheet.pieces.length === 0 ? fit.step : 2]}`}>{sheet.heading}</h1>
          {since}
          <dl class={`stukken ${SIZES[fit.step]}`}>
            {sheet.pieces.map((piece) => (
              <div>
                <dt>{piece.label}</dt>
                <dd>
                  <Piece piece={piece} language={language} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {sheet.why && <p class="waarom">{sheet.why}</p>}
    </>
  )
}

const Piece = ({ piece, language }: { piece: SheetPiece; language: Language }) => (
  <>
    {piece.before === null || piece.before === piece.text ? (
      <RichText text={piece.text} />
    ) : (
      <WordDiff before={piece.before} after={piece.text} language={language} />
    )}
    {piece.more && (
      <p>
        <ArrowLink href={piece.more.href}>{piece.more.words}</ArrowLink>
      </p>
    )}
  </>
)

function Below({ board, item, sheet }: AtItem) {
  const round = roundOf(sheet)
  // looking back draws what was brought in by theme
  const bringsIn = sheet.look === null || sheet.look.kind === 'evaluation'
  return (
    <>
      {sheet.look && <LookBackBoard look={sheet.look} words={board.words} />}
      {item.stage === null && bringsIn && <BoardSays board={board} item={item} kind="input" />}
      {item.stage === 'understanding' && <BoardSays board={board} item={item} kind="question" />}
      {item.stage === 'reactions' && <BoardSays board={board} item={item} kind="reaction" />}
      <BoardPolls polls={board.polls} words={board.words} />
      {item.stage === 'consent' && sheet.decision && round && (
        <BoardRound board={board} item={item} decision={sheet.decision} round={round} />
      )}
    </>
  )
}
