import type { Child } from 'hono/jsx'
import type { VisitId } from '../kernel/id.ts'
import { ArrowLink, LinkButton } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty } from '../ui/notice.tsx'
import type { VisitTried } from './moment-view.tsx'
import { FreeMoments, OwnMoments } from './moments-view.tsx'
import type { Offer } from './offer.ts'
import type { OfferTried } from './offer-view.tsx'
import type { OpenSwap } from './swap.ts'
import { SwapAsked } from './swap-view.tsx'
import { type Visit, visitAsks } from './visit.ts'
import type { Sorted } from './visit-list.ts'
import { visitText } from './visit-text.ts'
import { clockWords, coverWords, dayWords, type Eyes, stateWords, titleWords } from './visit-words-view.ts'

/** A guide that a colleague shares; who looked is not told. */
export type SharedGuide = { readonly id: VisitId; readonly host: string; readonly day: string }

export type VisitsProps = {
  sorted: Sorted
  /** What this reader offers from now on. */
  mine: readonly Offer[]
  /** What colleagues offer and nobody took. */
  free: readonly Offer[]
  shared: readonly SharedGuide[]
  /** Questions to swap that wait for this reader. */
  swaps: readonly OpenSwap[]
  /** Own visits that can be swapped. */
  toSwap: readonly Visit[]
  tried: OfferTried | null
  swapTried: VisitTried | null
  eyes: Eyes
}

/** Visiting each other: what waits, what comes, and at which moments somebody takes a class over. */
export function VisitsView(props: VisitsProps) {
  const { sorted, swaps, eyes } = props
  const text = visitText(eyes.language)
  const waiting = sorted.waits.length + swaps.length
  const isEmpty = waiting + sorted.coming.length === 0
  return (
    <>
      <PageHead title={headingOf(props, waiting)} under={text.under}>
        {!isEmpty && (
          <p>
            <LinkButton href="/visits/new" kind="main">
              {text.ask}
            </LinkButton>
          </p>
        )}
      </PageHead>
      <div class="twee">
        <div class="kolom">
          {isEmpty && (
            <Empty sentence={text.none}>
              <LinkButton href="/visits/new" kind="main">
                {text.ask}
              </LinkButton>
            </Empty>
          )}
          <Waits {...props} />
          <Block id="niet-door" title={text.sections.offSoon} visits={sorted.offSoon} eyes={eyes} />
          <Block id="komt" title={text.sections.coming} visits={sorted.coming} eyes={eyes} />
          <Shared {...props} />
          <Rest {...props} />
        </div>
        <div class="kolom">
          <FreeMoments {...props} />
          <OwnMoments {...props} />
        </div>
      </div>
    </>
  )
}

function headingOf({ sorted, eyes }: VisitsProps, waiting: number) {
  const text = visitText(eyes.language)
  const [next] = sorted.coming
  if (waiting > 0) return text.waiting(waiting)
  return next ? `${titleWords(next, eyes)}, ${dayWords(next, eyes.language)}.` : text.heading
}

function Waits({ sorted, swaps, toSwap, swapTried, eyes }: VisitsProps) {
  const text = visitText(eyes.language)
  if (sorted.waits.length + swaps.length === 0) return null
  return (
    <Section id="wacht" title={text.sections.waits}>
      <ul class="bezoeken">
        {sorted.waits.map((visit) => (
          <Line visit={visit} eyes={eyes} />
        ))}
        {swaps.map((open) => (
          <SwapAsked open={open} own={toSwap} tried={swapTried} eyes={eyes} />
        ))}
      </ul>
    </Section>
  )
}

type BlockProps = { id: string; title: string; visits: readonly Visit[]; eyes: Eyes }

function Block({ id, title, visits, eyes }: BlockProps) {
  if (visits.length === 0) return null
  return (
    <Section id={id} title={title}>
      <ul class="bezoeken">
        {visits.map((visit) => (
          <Line visit={visit} eyes={eyes} />
        ))}
      </ul>
    </Section>
  )
}

const Section = ({ id, title, children }: { id: string; title: string; children: Child }) => (
  <section class="blok" aria-labelledby={`k-${id}`} id={id}>
    <h2 id={`k-${id}`}>{title}</h2>
    {children}
  </section>
)

function Line({ visit, eyes }: { visit: Visit; eyes: Eyes }) {
  const text = visitText(eyes.language)
  const title = titleWords(visit, eyes)
  const asks = visitAsks(visit, eyes.me, eyes.now) !== null
  return (
    <li>
      <h3>{title}</h3>
      <p>
        <time datetime={visit.startsAt}>{dayWords(visit, eyes.language)}</time>,{' '}
        {clockWords(visit, eyes.language)}
      </p>
      <p class="zacht">
        {coverWords(visit, eyes)} · {stateWords(visit, eyes)}
      </p>
      <ArrowLink href={`/visits/${visit.id}`} about={`: ${title}`}>
        {asks ? text.answer : text.look}
      </ArrowLink>
    </li>
  )
}

function Shared({ shared, eyes }: VisitsProps) {
  const text = visitText(eyes.language)
  if (shared.length === 0) return null
  return (
    <Section id="gedeeld" title={text.sections.shared}>
      <ul class="punten">
        {shared.map(({ id, host, day }) => (
          <li>
            <a href={`/visits/${id}`}>
              {host}, {day}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What has been and what did not go on, folded away. */
function Rest({ sorted, eyes }: VisitsProps) {
  const text = visitText(eyes.language)
  const folds = [
    { title: text.sections.past, visits: sorted.past },
    { title: text.sections.off, visits: sorted.off },
  ].filter(({ visits }) => visits.length > 0)
  return (
    <>
      {folds.map(({ title, visits }) => (
        <Fold summary={`${title} (${visits.length})`}>
          <ul class="bezoeken">
            {visits.map((visit) => (
              <Line visit={visit} eyes={eyes} />
            ))}
          </ul>
        </Fold>
      ))}
    </>
  )
}
