import type { Day } from '../kernel/day.ts'
import { longDay, shortDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { firstDay, isWithin, lastDay, type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { safeHref } from '../ui/safe-href.ts'
import { placeIn, type Story, type StoryKind, type StoryPiece } from './story.ts'
import { storyText } from './story-text.ts'

type StoryProps = { story: Story; language: Language; today: Day; year: SchoolYear }

/** The story of a goal or track on one line of time: what was, today, what comes. */
export function StoryView({ story, language, today, year }: StoryProps) {
  const text = storyText(language)
  const { was, comes } = story
  return (
    <section class="blok" aria-labelledby="k-verhaal" id="verhaal">
      <h2 id="k-verhaal">{isWithin(year, today) ? text.title : text.titleOf(yearTitle(year))}</h2>
      {was.length + comes.length === 0 ? (
        <p class="noot">{text.empty}</p>
      ) : (
        <>
          <Line {...{ story, language, today, year }} />
          <ol class="verhaallijn">
            {was.map((piece) => (
              <Piece piece={piece} language={language} />
            ))}
            {isWithin(year, today) && (
              <li class="nu-hier">
                <time datetime={today}>{shortDay(today, language)}</time>
                <span class="verhaalwat">{text.now}</span>
              </li>
            )}
            {comes.map((piece) => (
              <Piece piece={piece} language={language} comes />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

/** Looking back is a square on its corner, a text a small knot. */
const KNOT: Record<StoryKind, string> = { step: '', visit: '', evaluation: 'v-evaluation', text: 'v-text' }

function Piece({ piece, language, comes }: { piece: StoryPiece; language: Language; comes?: boolean }) {
  const text = storyText(language)
  const href = piece.href === null ? null : safeHref(piece.href)
  const open = comes || piece.isOpen
  return (
    <li class={[KNOT[piece.kind], open && 'komt'].filter(Boolean).join(' ') || undefined}>
      <time datetime={piece.on} title={longDay(piece.on, language)}>
        {shortDay(piece.on, language)}
      </time>
      <span class="verhaalwat">
        <small>
          {text.kind[piece.kind]}
          {!comes && piece.isOpen && piece.kind === 'step' && `, ${text.open}`}
        </small>
        {href ? <a href={href}>{piece.title}</a> : piece.title}
        {piece.note && <q>{piece.note}</q>}
      </span>
    </li>
  )
}

/** The same at a glance, over the school year; its words stand in the list below it. */
function Line({ story, today, year, language }: StoryProps) {
  const [from, to] = [firstDay(year), lastDay(year)]
  const now = placeIn(today, from, to)
  const pieces = [...story.was, ...story.comes]
  return (
    <svg class="vl" aria-hidden="true" focusable="false">
      <title>{storyText(language).line}</title>
      <line class="vl-later" x1={`${now}%`} x2="100%" y1="20" y2="20" />
      <line class="vl-draad" x1="0" x2={`${now}%`} y1="20" y2="20" />
      {pieces.map((piece) => (
        <circle
          class={
            [piece.kind === 'evaluation' && 'vl-evaluation', (piece.isOpen || piece.on > today) && 'open']
              .filter(Boolean)
              .join(' ') || undefined
          }
          cx={`${placeIn(piece.on, from, to)}%`}
          cy="20"
          r={piece.kind === 'text' ? 3.5 : 6}
        />
      ))}
      {isWithin(year, today) && <line class="vl-nu" x1={`${now}%`} x2={`${now}%`} y1="4" y2="36" />}
    </svg>
  )
}
