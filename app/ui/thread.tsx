import type { Child } from 'hono/jsx'
import type { IconName } from './icon-shapes.ts'
import { Icon } from './icons.tsx'
import { safeHref } from './safe-href.ts'

export type KnotKind = 'full' | 'open' | 'loose'

const KNOTS: Record<KnotKind, string> = { full: 'knoop', open: 'knoop open', loose: 'knoop los' }

/** A knot: full is done, open is planned, a dotted ring is open. Always with a word beside it. */
export const Knot = ({ kind = 'full' }: { kind?: KnotKind }) => (
  <span class={KNOTS[kind]} aria-hidden="true" />
)

/** The class of something on the rail of the plan: fastened, or loose. */
export const hook = (loose: boolean) => (loose ? 'haak los' : 'haak')

export type Tie = { href: string; label: string }

/** What something hangs on, with a link to each; with nothing to hang on the thread is grey and dashed. */
export function HangsOn({ ties, words, nothing }: { ties: readonly Tie[]; words: string; nothing: string }) {
  if (ties.length === 0) {
    return (
      <span class="hangt-aan los">
        <span>{nothing}</span>
      </span>
    )
  }
  return (
    <span class="hangt-aan">
      <span>
        {words}{' '}
        {ties.map(({ href, label }, place) => (
          <>
            {place > 0 && ', '}
            <Tied href={href} label={label} />
          </>
        ))}
      </span>
    </span>
  )
}

/** A tie that could run something is shown as words only. */
function Tied({ href, label }: Tie) {
  const safe = safeHref(href)
  return safe === null ? <span>{label}</span> : <a href={safe}>{label}</a>
}

export type Domain = 'care' | 'learning' | 'trends' | 'process'

const DOMAINS: Record<Domain, { class: string; icon: IconName }> = {
  care: { class: 'domein d-zorg', icon: 'care' },
  learning: { class: 'domein d-leren', icon: 'learning' },
  trends: { class: 'domein d-trends', icon: 'trends' },
  process: { class: 'domein d-proces', icon: 'process' },
}

/** A domain as icon, word and colour together. */
export function DomainMark({ domain, label }: { domain: Domain; label: string }) {
  const { class: className, icon } = DOMAINS[domain]
  return (
    <span class={className}>
      <Icon name={icon} />
      {label}
    </span>
  )
}

export type OwnThreadStep = { label: string; text: string; large?: boolean }

/** From vision to evaluation: what one's own work hangs on. The last knot is open. */
export function OwnThread({ steps }: { steps: readonly OwnThreadStep[] }) {
  return (
    <ol class="mijn-draad">
      {steps.map(({ label, text, large }) => (
        <li>
          <small>{label}</small>
          <span class={large ? 'groot' : undefined}>{text}</span>
        </li>
      ))}
    </ol>
  )
}

/** A row of knots, one for each who has a place or not yet; the sentence beside it says it in words. */
export function Places({ rows }: { rows: readonly (readonly boolean[])[] }) {
  return (
    <>
      {rows.map((row) => (
        <div class="plekken" aria-hidden="true">
          {row.map((has) => (
            <Knot kind={has ? 'full' : 'loose'} />
          ))}
        </div>
      ))}
    </>
  )
}

export type SpanState = 'sure' | 'look' | 'loose'

const LINES: Record<SpanState, string> = { sure: 'lijn', look: 'lijn open', loose: 'lijn los' }

export type SpanProps = {
  /** the text as it was */
  source?: Child
  state?: SpanState
  /** one text to many fields: this line hangs on the one above */
  branch?: boolean
  id?: string
  /** the field that it goes to, in words, above the text */
  label?: string
  /** where it comes to stand */
  children: Child
}

/** Two texts of equal weight with one sagging thread between them. */
export function Span({ source, state = 'sure', branch, id, label, children }: SpanProps) {
  return (
    <li class={branch ? 'tak' : undefined} id={id}>
      <div class="bron">{source}</div>
      <span class={LINES[state]} aria-hidden="true">
        {!branch && (
          <svg viewBox="0 0 100 24" preserveAspectRatio="none" focusable="false">
            <path d="M0 4Q50 27 100 4" vector-effect="non-scaling-stroke" />
          </svg>
        )}
      </span>
      <div class="veldje">
        {label && <span class="k">{label}</span>}
        {children}
      </div>
    </li>
  )
}

/** A list of spans; `sheet` shows the left side as the paper it came from, `names` ties names to people. */
export function Spans({ kind, children }: { kind: 'sheet' | 'names'; children: Child }) {
  return <ol class={kind === 'sheet' ? 'span blad' : 'span namen'}>{children}</ol>
}

/** The heads above the two sides of a list of spans. */
export function SpanHead({ left, right }: { left: string; right: string }) {
  return (
    <div class="spankop" aria-hidden="true">
      <span>{left}</span>
      <span />
      <span>{right}</span>
    </div>
  )
}
