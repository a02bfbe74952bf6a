import { decisionTitle } from '../adoption/item-view.ts'
import { type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { coverageText } from '../plan/coverage-text.ts'
import { listNames } from '../plan/coverage-view.tsx'
import { firstLine, trackName } from '../plan/plan-sheet.ts'
import { cardId, type Drawing, editHref } from '../plan/plan-sheet-view.ts'
import { ArrowLink, LinkButton } from '../ui/button.tsx'
import { Empty } from '../ui/notice.tsx'
import type { Ask } from './today.ts'
import { todayText } from './today-text.ts'

/** An ask with the plan that it is in; `year` when that is not the plan of today. */
export type Asked = { readonly ask: Ask; readonly d: Drawing; readonly year: SchoolYear | null }

/** What asks for you now: the first large with a button, the others with a link; then that it is enough. */
export function AskList({ d, asks }: { d: Drawing; asks: readonly Asked[] }) {
  const text = todayText(d.language)
  return (
    <section class="blok" aria-labelledby="asks">
      <h2 id="asks">{text.asks}</h2>
      {asks.length === 0 && <Empty sentence={text.nothing} />}
      <ol class="nu">
        {asks.map((asked, place) => (
          <AskLine line={lineWithYear(asked)} first={place === 0} />
        ))}
      </ol>
      {asks.length > 0 && <p class="klaar">{text.enough[asks.length]}</p>}
    </section>
  )
}

type Line = { readonly title: string; readonly note: string; readonly act: string; readonly href: string }

const AskLine = ({ line, first }: { line: Line; first: boolean }) => (
  <li>
    <div class="tekst">
      <h3>{line.title}</h3>
      <p>{line.note}</p>
    </div>
    {first ? (
      <LinkButton kind="main" href={line.href}>
        {line.act}
      </LinkButton>
    ) : (
      <ArrowLink href={line.href} about={`: ${line.title}`}>
        {line.act}
      </ArrowLink>
    )}
  </li>
)

function lineWithYear({ ask, d, year }: Asked): Line {
  const line = lineOf(ask, d)
  return year ? { ...line, note: `${todayText(d.language).inPlan(yearTitle(year))} ${line.note}` } : line
}

function lineOf(ask: Ask, d: Drawing): Line {
  const text = todayText(d.language)
  switch (ask.kind) {
    case 'voice': {
      const { voice } = text
      return {
        ...voice,
        title: voice.title(firstLine(decisionTitle(d.plan, ask.decision, d), 60)),
        href: `${d.href}/decision/${ask.decision.id}`,
      }
    }
    case 'proposal':
      return { ...text.proposal, title: proposalTitle(ask, d), href: cardHref(ask.entry.id, d) }
    case 'support':
      return {
        ...text.support,
        title: text.support.title(trackName(ask.entry, d.lookup)),
        href: cardHref(ask.entry.id, d),
      }
    case 'start':
      return { ...text.start, href: editHref(d.href, ask.entry.id, 'goal') }
    case 'agree':
      return { ...text.agree, href: cardHref(ask.entry.id, d) }
    case 'no-place':
    case 'no-vision':
    case 'placeless':
    case 'loose-ends':
      return planLine(ask, d)
  }
}

const cardHref = (id: string, d: Drawing) => `${d.href}?shown=${id}#${cardId(id)}`

function proposalTitle({ proposal }: Extract<Ask, { kind: 'proposal' }>, d: Drawing) {
  const { proposal: words } = todayText(d.language)
  const name = proposal.madeBy && d.lookup.people.get(proposal.madeBy)?.name
  const ofPerson = proposal.source === 'coordinator' || proposal.source === 'invited'
  return name && ofPerson ? words.title(name) : words.import
}

/** What concerns the plan as a whole. */
function planLine(
  ask: Extract<Ask, { kind: 'no-place' | 'placeless' | 'loose-ends' | 'no-vision' }>,
  d: Drawing,
): Line {
  const text = todayText(d.language)
  switch (ask.kind) {
    case 'no-place':
      return { ...text.noPlace, href: `${d.href}#places` }
    case 'no-vision':
      return { ...text.noVision, href: '/vision' }
    case 'placeless': {
      const { one, more, note, noteOne, act } = text.placeless
      const [first = ''] = ask.names
      if (ask.names.length === 1)
        return { title: one(first), note: noteOne(first), act, href: `${d.href}#places` }
      const title = more(String(ask.names.length))
      return {
        title,
        note: note(listNames(ask.names, coverageText(d.language).and)),
        act,
        href: `${d.href}#places`,
      }
    }
    case 'loose-ends': {
      const { one, more, note, act } = text.looseEnds
      return {
        title: ask.count === 1 ? one : more(String(ask.count)),
        note,
        act,
        href: `${d.href}/loose-ends`,
      }
    }
  }
}
