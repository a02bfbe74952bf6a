import { LinkButton } from '../ui/button.tsx'
import type { Board, Leading } from './board.ts'
import { boardText } from './board-text.ts'
import { stagesFor } from './lead.ts'
import { Panel } from './lead-act-view.tsx'
import { MoreActs } from './lead-more-view.tsx'
import { leadText } from './lead-text.ts'
import { LeadActs } from './lead-view.tsx'

/** Below: what who leads can do, the keys, and the stages of the item. Who does not lead sees the last two. */
export function BoardFoot({ board }: { board: Board }) {
  const text = boardText(board.words.language)
  const at: Leading = { ...board, from: 'board' }
  return (
    <footer class="bord-voet">
      {board.leads && (
        <section class="leiden" aria-label={leadText(board.words.language).acts}>
          <LeadActs at={at} />
          <MoreActs at={at} />
          <LinkButton href={`${board.href}/desk`}>{text.toDesk}</LinkButton>
        </section>
      )}
      <Stages board={board} />
      <Keys board={board} />
    </footer>
  )
}

function Stages({ board: { item, words } }: { board: Board }) {
  const text = boardText(words.language)
  if (item === null) return null
  return (
    <ol class="ronde" aria-label={text.stages}>
      {stagesFor(item).map((stage) => (
        <li aria-current={stage === item.stage ? 'step' : undefined}>{text.stage[stage]}</li>
      ))}
    </ol>
  )
}

/** What the keys do, in words; every one of them is a button or a link as well. */
function Keys({ board }: { board: Board }) {
  const text = boardText(board.words.language)
  const { letters, href } = board
  return (
    <presenter-keys data-href={`${href}/board`} data-note={text.blankNote}>
      <Panel id="bord-toetsen" label={text.keys}>
        <h2>{text.keysTitle}</h2>
        <dl class="toetsen">
          {text.key.map(([key, does]) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <p class="zacht">{text.keysNone}</p>
        <div class="rij">
          {letters < 3 && (
            <LinkButton href={`${href}/board?letters=${letters + 1}`}>{text.bigger}</LinkButton>
          )}
          {letters > 1 && (
            <LinkButton href={`${href}/board?letters=${letters - 1}`}>{text.smaller}</LinkButton>
          )}
          <button class="knop stil" type="button" data-doet="full" hidden>
            {text.fullScreen}
          </button>
          <button class="knop stil" type="button" data-doet="blank" hidden>
            {text.blankScreen}
          </button>
        </div>
      </Panel>
    </presenter-keys>
  )
}
