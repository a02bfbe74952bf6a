import type { Child } from 'hono/jsx'
import type { LooseEndKind } from '../plan/let-loose.ts'
import { openEnds } from '../plan/loose-end.ts'
import { sentenceOf } from '../plan/loose-end-view.tsx'
import { mayReadTexts } from '../plan/plan-may.ts'
import { cardId, type Drawing } from '../plan/plan-sheet-view.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Empty } from '../ui/notice.tsx'
import { PrintButton } from '../ui/script-button.tsx'
import { Knot as KnotMark } from '../ui/thread.tsx'
import type { Knot, Thread } from './thread.ts'
import { filtered, isWhole, type ThreadFilter } from './thread-filter.ts'
import { ThreadFilters } from './thread-filter-view.tsx'
import { ThreadList } from './thread-list-view.tsx'
import { sheetsOf } from './thread-sheets.ts'
import { PrintedWeave, WeaveSvg } from './thread-svg-view.tsx'
import { weave } from './thread-weave.ts'
import { labelOf, type Telling, tellingOf } from './thread-words-view.ts'

export type ThreadProps = {
  d: Drawing
  /** The whole thread of the plan, as this reader may see it. */
  thread: Thread
  filter: ThreadFilter
}

/** The thread view: filters, the drawing, and the same as a list. */
export function ThreadView({ d, thread, filter }: ThreadProps) {
  const reads: Telling['reads'] = (entry) => mayReadTexts(d.actor, entry).may
  const shown = filtered(thread, filter, d.sheet.roster)
  const telling = tellingOf(shown, d.language, reads)
  const { text } = telling
  if (thread.knots.length === 0) {
    return (
      <Empty sentence={text.empty}>
        <ArrowLink href="/vision">{text.toVision}</ArrowLink>
      </Empty>
    )
  }
  return (
    <>
      <ThreadFilters d={d} filter={filter} thread={thread} />
      {shown.knots.length === 0 ? (
        <Empty sentence={filter.loose ? text.noLoose : text.nothing}>
          {!isWhole(filter) && <ArrowLink href={`${d.href}/thread`}>{text.seeAll}</ArrowLink>}
        </Empty>
      ) : (
        <Drawn d={d} telling={telling} />
      )}
    </>
  )
}

/** What the thread says of something already. */
const SAID: readonly LooseEndKind[] = [
  'person-without-track',
  'learning-team-without-track',
  'text-not-agreed',
  'line-carries-nothing',
]

function Drawn({ d, telling }: { d: Drawing; telling: Telling }) {
  const drawn = weave(telling.thread, (knot) => labelOf(knot, telling))
  const hrefOf = (knot: Knot) => placeOf(knot, d)
  const asksOf = (knot: Knot) =>
    openEnds(knot.ends)
      .filter(({ kind }) => !SAID.includes(kind))
      .map((end) => sentenceOf(end, d))
  return (
    <>
      <div class="weef-groot">
        <WeaveSvg weave={drawn} telling={telling} hrefOf={hrefOf} />
        <Legend telling={telling} />
      </div>
      <PrintedWeave sheets={sheetsOf(drawn)} width={drawn.width} telling={telling} />
      <AsList telling={telling}>
        <ThreadList {...{ telling, hrefOf, asksOf }} />
      </AsList>
    </>
  )
}

const AsList = ({ telling, children }: { telling: Telling; children: Child }) => (
  <div class="alslijst">
    <Fold summary={telling.text.asList}>{children}</Fold>
  </div>
)

function Legend({ telling: { text, language } }: { telling: Telling }) {
  return (
    <div class="legenda">
      {(['full', 'open', 'loose'] as const).map((kind) => (
        <span>
          <KnotMark kind={kind} />
          {text.legend[kind]}
        </span>
      ))}
      <span class="legenda-eind">
        <PrintButton language={language} />
      </span>
    </div>
  )
}

/** Where something of the thread stands: on the plan page, or where one looks back. */
function placeOf(knot: Knot, d: Drawing): string {
  switch (knot.kind) {
    case 'line':
      return `${d.href}#line-${knot.line.id}`
    case 'place':
      return `${d.href}/orchestra#p-${knot.id}`
    case 'evaluation':
      return knot.days.some(({ held }) => held)
        ? `${d.href}/evaluation#e-${knot.entry.id}`
        : `${d.href}#${cardId(knot.entry.id)}`
    case 'goal':
    case 'track':
      return `${d.href}#${cardId(knot.entry.id)}`
  }
}
