import type { Child } from 'hono/jsx'
import { clock } from '../kernel/day.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { PostButton } from '../ui/form.tsx'
import type { Offer } from './offer.ts'
import { OfferForm, type OfferTried } from './offer-view.tsx'
import { visitText } from './visit-text.ts'
import { clockWords, dayWords, type Eyes } from './visit-words-view.ts'

/** Free moments by day, as office hours: an open knot is free. */
export function FreeMoments({ free, eyes }: { free: readonly Offer[]; eyes: Eyes }) {
  const text = visitText(eyes.language)
  return (
    <section class="blok" aria-labelledby="k-vrij" id="vrij">
      <h2 id="k-vrij">{text.sections.free}</h2>
      {free.length === 0 ? <p class="zacht">{text.noFree}</p> : <p class="zacht">{text.freeNote}</p>}
      {byDay(free, eyes).map(([day, offers]) => (
        <Day day={day}>
          {offers.map((offer) => (
            <li>
              <span class="knoop open" aria-hidden="true" />
              <time datetime={offer.startsAt}>{clockWords(offer, eyes.language)}</time>
              <span>
                {text.takesOver(eyes.nameOf(offer.cover))}
                {offer.words && <small>{offer.words}</small>}
              </span>
              <ArrowLink
                href={`/visits/new?offer=${offer.id}`}
                about={`: ${day}, ${clock(offer.startsAt, eyes.language)}`}
              >
                {text.choose}
              </ArrowLink>
            </li>
          ))}
        </Day>
      ))}
    </section>
  )
}

const Day = ({ day, children }: { day: string; children: Child }) => (
  <>
    <h3 class="dag">{day}</h3>
    <ul class="momenten">{children}</ul>
  </>
)

const byDay = (offers: readonly Offer[], { language }: Eyes) => [
  ...Map.groupBy(offers, (offer) => dayWords(offer, language)),
]

type OwnProps = { mine: readonly Offer[]; tried: OfferTried | null; eyes: Eyes }

/** What this reader offers, and the form to offer more. */
export function OwnMoments({ mine, tried, eyes }: OwnProps) {
  const text = visitText(eyes.language)
  return (
    <section class="blok" aria-labelledby="k-aanbod" id="aanbod">
      <h2 id="k-aanbod">{text.sections.mine}</h2>
      {byDay(mine, eyes).map(([day, offers]) => (
        <Day day={day}>
          {offers.map((offer) => (
            <OwnOffer offer={offer} day={day} eyes={eyes} />
          ))}
        </Day>
      ))}
      <Fold summary={text.offerTime} id="aanbieden" open={tried !== null}>
        <OfferForm tried={tried} eyes={eyes} />
      </Fold>
    </section>
  )
}

function OwnOffer({ offer, day, eyes }: { offer: Offer; day: string; eyes: Eyes }) {
  const text = visitText(eyes.language)
  const about = `: ${day}, ${clock(offer.startsAt, eyes.language)}`
  return (
    <li>
      <span class={offer.visit === null ? 'knoop open' : 'knoop'} aria-hidden="true" />
      <time datetime={offer.startsAt}>{clockWords(offer, eyes.language)}</time>
      <span>
        {offer.visit === null ? text.free : text.taken}
        {offer.words && <small>{offer.words}</small>}
      </span>
      {offer.visit === null ? (
        <PostButton action="/visits" hidden={{ act: 'withdraw', offer: offer.id }} kind="link" about={about}>
          {text.withdraw}
        </PostButton>
      ) : (
        <ArrowLink href={`/visits/${offer.visit}`} about={about}>
          {text.look}
        </ArrowLink>
      )}
    </li>
  )
}
