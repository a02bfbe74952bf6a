import { dayOf, longDay } from '../kernel/day.ts'
import type { MeetingItem } from '../meeting/meeting.ts'
import { atTime, onDay } from '../round/round-text.ts'
import { arrivedNames, type Board } from './board.ts'
import { AgendaState } from './board-agenda-view.tsx'
import { boardText } from './board-text.ts'
import { sealedText } from './sealed-text.ts'
import { SealedHeading } from './sealed-view.tsx'

/** The screen when no item is before the team: as people come in, between items, and after the close. */
export function BoardWelcome({ board }: { board: Board }) {
  const { scene, words } = board
  const text = boardText(words.language)
  const names = arrivedNames(scene)
  const { meeting } = scene
  return (
    <div class="bord-besluit">
      <div class="rolt" tabindex={0} role="region" aria-label={text.agenda}>
        <p class="punt">
          {[atTime(meeting.startsAt, words.language), meeting.place].filter((part) => part).join(' · ')}
        </p>
        <h1 class="stap-2">{text.welcome}</h1>
        <p class="waarom">{text.welcomeSays}</p>
        <AgendaList items={scene.items} board={board} />
      </div>
      <section class="binnen" aria-label={text.arrived}>
        <h2>{text.arrived}</h2>
        <p>{names.length === 0 ? text.nobodyYet : names.join(', ')}</p>
      </section>
    </div>
  )
}

/** The plan is adopted: nothing else stands on the wall but that, a thank you, and what comes next. */
export function BoardSealed({ board }: { board: Board }) {
  const text = boardText(board.words.language)
  const next = board.scene.items.find(({ state }) => state === 'to-come')
  return (
    <div class="bord-besluit plechtig">
      <SealedSentence board={board} />
      {next && <p class="punt">{text.betweenSays(next.title)}</p>}
    </div>
  )
}

function SealedSentence({ board: { sealed, words } }: { board: Board }) {
  const text = sealedText(words.language)
  if (sealed === null) return null
  return (
    <>
      <SealedHeading sealed={sealed} language={words.language} />
      <p class="staat-vast">
        <i class="knoop" aria-hidden="true" />
        <span>{text.thanksAll}</span>
      </p>
    </>
  )
}

export function BoardBetween({ board }: { board: Board }) {
  const { scene, words } = board
  const text = boardText(words.language)
  const next = scene.items.find(({ state }) => state === 'to-come')
  return (
    <div class="bord-besluit">
      <div class="rolt" tabindex={0} role="region" aria-label={text.agenda}>
        <h1 class="stap-2">{next ? text.between : text.through}</h1>
        <p class="waarom">{next ? text.betweenSays(next.title) : text.throughSays}</p>
        <AgendaList items={scene.items} board={board} />
      </div>
    </div>
  )
}

export function BoardAfter({ board }: { board: Board }) {
  const { scene, words } = board
  const text = boardText(words.language)
  const { meeting, items } = scene
  const isCancelled = meeting.cancelledAt !== null
  const moved = items.filter(({ state }) => state === 'carried')
  return (
    <div class="bord-besluit">
      <div class="rolt" tabindex={0} role="region" aria-label={text.decided}>
        <p class="punt">{onDay(meeting.closed?.at ?? meeting.startsAt, words.language)}</p>
        {board.sealed === null ? (
          <h1 class="stap-2">{isCancelled ? text.cancelled : text.over}</h1>
        ) : (
          <SealedSentence board={board} />
        )}
        {!isCancelled && <p class="waarom">{text.overSays(meeting.title)}</p>}
        {!isCancelled && <Outcomes board={board} />}
        {moved.length > 0 && (
          <section class="uitkomst">
            <h2>{text.moved}</h2>
            <ul>
              {moved.map((item) => (
                <li>{item.title}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {!isCancelled && <SealLine board={board} />}
    </div>
  )
}

function Outcomes({ board: { stands, words } }: { board: Board }) {
  const text = boardText(words.language)
  return (
    <section class="uitkomst">
      <h2>{text.decided}</h2>
      {stands.length === 0 ? (
        <p>{text.nothingDecided}</p>
      ) : (
        <ul class="staat">
          {stands.map((title) => (
            <li>{title}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The seal is still to come: the chair gives it as an act of its own. */
function SealLine({ board: { sealed, scene, waitsUntil, words } }: { board: Board }) {
  const text = boardText(words.language)
  if (sealed !== null || scene.meeting.template !== 'adoption') return null
  const day = waitsUntil && longDay(dayOf(new Date(waitsUntil)), words.language)
  return <p class="bord-staat">{day ? text.waits(day) : text.notSealed}</p>
}

function AgendaList({ items, board }: { items: readonly MeetingItem[]; board: Board }) {
  const text = boardText(board.words.language)
  const dense = items.length > 7
  return (
    <ol class={dense ? 'bord-agenda dicht' : 'bord-agenda'}>
      {items.map((item, place) => (
        <li>
          <span class="nr">{`${place + 1}.`}</span>
          <span>
            <AgendaState item={item} words={board.words} />
            {item.title}
          </span>
          <small>{`${text.purpose[item.purpose]}, ${text.minutes(item.minutes)}`}</small>
        </li>
      ))}
    </ol>
  )
}
