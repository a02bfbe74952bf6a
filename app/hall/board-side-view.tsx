import { raw } from 'hono/html'
import { clock, type Moment } from '../kernel/day.ts'
import { spacedCode } from '../meeting/pass.ts'
import { Qr } from '../ui/qr.tsx'
import { attendanceOf, type Board } from './board.ts'
import { boardText } from './board-text.ts'

/** Always in sight: how one takes part, and who is there. */
export function BoardSide({ board }: { board: Board }) {
  const text = boardText(board.words.language)
  return (
    <aside class="bord-kant" aria-label={text.joinSide}>
      <Join board={board} />
      <Attendance board={board} />
    </aside>
  )
}

function Join({ board: { join, scene, words } }: { board: Board }) {
  const text = boardText(words.language)
  if (join === null) return scene.meeting.phase === 'prepare' ? <p class="groot">{text.joinLater}</p> : null
  return (
    <>
      <div class="qrvak">{drawnQr(join.url, text.joinLabel(join.words))}</div>
      <p class="groot">
        {text.join} <b class="adres">{join.words}</b>
      </p>
      <p class="code">
        <span class="vh">{text.code} </span>
        {spacedCode(join.code)}
      </p>
    </>
  )
}

/** The last ones that were drawn: a board asks for itself with every voice, and its code stays the same. */
const drawn = new Map<string, ReturnType<typeof raw>>()
const KEPT = 30

function drawnQr(url: string, label: string) {
  const key = `${url} ${label}`
  const svg = drawn.get(key) ?? raw(String(<Qr text={url} label={label} />))
  drawn.set(key, svg)
  for (const old of drawn.keys()) if (drawn.size > KEPT) drawn.delete(old)
  return svg
}

/** More dots than this are a crowd: then the number says it alone. */
const MOST_DOTS = 54

function Attendance({ board: { scene, words } }: { board: Board }) {
  const text = boardText(words.language)
  const { here, of, others } = attendanceOf(scene)
  const dots = of !== null && of <= MOST_DOTS ? Array.from({ length: of }, (_, place) => place < here) : []
  return (
    <div>
      <p class="groot">
        <b>{of === null ? String(here) : text.here(here, of)}</b>{' '}
        {scene.meeting.phase === 'closed' ? text.wereHere(here) : text.areHere(here)}
        {others > 0 && ` ${text.others(others)}`}
      </p>
      {dots.length > 0 && (
        <div class={dots.length > 27 ? 'stoelen klein' : 'stoelen'} aria-hidden="true">
          {dots.map((there) => (
            <i class={there ? undefined : 'leeg'} />
          ))}
        </div>
      )}
    </div>
  )
}

/** Minutes of this item, spent against planned, and the clock. Where script runs it goes on counting. */
export function ItemTime({ board }: { board: Board }) {
  const { item, scene, now, words } = board
  const text = boardText(words.language)
  if (item === null) return null
  const minutes = Math.floor(board.spent / 60)
  const since = scene.meeting.current?.since
  return (
    <p class="tijd">
      <run-clock
        data-since={since}
        data-now={aboutNow(now)}
        data-spent={String(item.spent)}
        data-words={text.spent('#', item.minutes)}
        data-time={text.oClock('#')}
        data-dot={words.language === 'nl' ? '.' : ':'}
      >
        <span>{text.spent(minutes, item.minutes)}</span>{' '}
        <span>{text.oClock(clock(now, words.language))}</span>
      </run-clock>
    </p>
  )
}

/** To ten seconds: a page that is asked for again soon after is the same page. */
const aboutNow = (now: Moment) => new Date(Math.floor(Date.parse(now) / 10_000) * 10_000).toISOString()
