import { decisionTitle } from '../adoption/item-view.ts'
import type { Language } from '../kernel/language.ts'
import { type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { coverageText } from '../plan/coverage-text.ts'
import { listNames } from '../plan/coverage-view.tsx'
import { firstLine, trackName } from '../plan/plan-sheet.ts'
import { cardId, type Drawing, editHref } from '../plan/plan-sheet-view.ts'
import { ArrowLink, LinkButton } from '../ui/button.tsx'
import { Empty } from '../ui/notice.tsx'
import { conversationText } from '../writing/conversation-text.ts'
import { talkPageText } from './conversation-text.ts'
import { entryTitle } from './conversation-view.tsx'
import type { Ask, TalkSubject } from './for-you.ts'
import { forYouText } from './for-you-text.ts'
import { todayText } from './today-text.ts'

/** An ask with the plan that it is in; `year` when that is not the plan of today. Without a plan its words are ready. */
export type Asked =
  | { readonly ask: Ask; readonly d: Drawing; readonly year: SchoolYear | null }
  | { readonly ask: Extract<Ask, { kind: 'room' }>; readonly d: null; readonly year: null }

/** What asks for you now: the first large with a button, the others with a link; then that it is enough. */
export function AskList({ language, asks }: { language: Language; asks: readonly Asked[] }) {
  const text = todayText(language)
  return (
    <section class="blok" aria-labelledby="asks">
      <h2 id="asks">{text.asks}</h2>
      {asks.length === 0 && (
        <Empty sentence={text.nothing}>
          <ArrowLink href="/visits">{text.goAndLook}</ArrowLink>
        </Empty>
      )}
      <ol class="nu">
        {asks.map((asked, place) => (
          <AskLine line={lineWithYear(asked)} first={place === 0} />
        ))}
      </ol>
      {asks.length > 0 && <p class="klaar">{text.enough[asks.length]}</p>}
    </section>
  )
}

export type Line = {
  readonly title: string
  readonly note: string
  readonly act: string
  readonly href: string
}

export const AskLine = ({ line, first }: { line: Line; first: boolean }) => (
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

/** What is said of an ask in a list or a letter. */
export function lineWithYear({ ask, d, year }: Asked): Line {
  if (d === null) return ask.line
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
    case 'suggestion':
    case 'reply':
    case 'comment':
      return talkLine(ask, d)
    case 'room':
      return ask.line
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

type TalkAsk = Extract<Ask, { kind: 'suggestion' | 'reply' | 'comment' }>

/** Something that was said or suggested: where the talk about it is. */
function talkLine(ask: TalkAsk, d: Drawing): Line {
  const { title, ...rest } = forYouText(d.language)[ask.kind]
  const by = ask.kind === 'suggestion' ? ask.suggestion.madeBy : ask.comment.by
  const name = (by && d.lookup.people.get(by)?.name) || conversationText(d.language).someone
  const place = ask.kind === 'suggestion' ? `suggestion-${ask.suggestion.id}` : `talk-${ask.thread.id}`
  return { ...rest, title: title(name, subjectName(ask.of, d)), href: `${talkHref(ask.of, d)}#${place}` }
}

const talkHref = (of: TalkSubject, d: Drawing) =>
  'entry' in of ? `${d.href}/entry/${of.entry.id}/conversation` : `${d.href}/principles/conversation`

function subjectName(of: TalkSubject, d: Drawing) {
  return 'entry' in of ? entryTitle(d, of.entry) : talkPageText(d.language).principles
}

function proposalTitle({ proposal }: Extract<Ask, { kind: 'proposal' }>, d: Drawing) {
  const { proposal: words } = todayText(d.language)
  const name = proposal.madeBy && d.lookup.people.get(proposal.madeBy)?.name
  if (proposal.source === 'meeting') return words.meeting
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
