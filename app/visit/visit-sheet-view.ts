import type { Child } from 'hono/jsx'
import type { Option } from '../ui/field.tsx'
import type { VisitTried } from './moment-view.tsx'
import type { Offer } from './offer.ts'
import type { Visit } from './visit.ts'
import type { Eyes } from './visit-words-view.ts'

/** One visit as one of the three sees it. */
export type VisitProps = {
  visit: Visit
  /** What may be done with it; asked by the page. */
  may: {
    readonly readQuestion: boolean
    readonly answer: boolean
    readonly move: boolean
    readonly callOff: boolean
    readonly fallOut: boolean
    readonly goWithout: boolean
    readonly handOver: boolean
    readonly takeOver: boolean
  }
  belongs: { readonly label: string; readonly href: string } | null
  free: readonly Offer[]
  colleagues: readonly Option[]
  /** A meeting was called at this moment since. */
  clashes: boolean
  /** Swapping moments, and the observation guide. */
  swap: Child
  guide: Child
  tried: VisitTried | null
  eyes: Eyes
}
