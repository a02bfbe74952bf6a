import type { Child } from 'hono/jsx'
import { goalHref, type MadeGoal } from '../adoption/goal-place.ts'
import type { TalkLineId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'
import type { ColumnName, Columns } from '../trend/columns-view.ts'
import { ArrowLink, LinkButton } from '../ui/button.tsx'
import { doingText } from './doing-text.ts'
import type { NoPlace } from './openings.ts'
import { NoPlaceNote } from './openings-view.tsx'
import { linesIn, type Talk, type TalkPart } from './talk.ts'
import { wordsOf } from './talk-line-view.tsx'
import { talkHref } from './talk-sheet.ts'
import { talkText } from './talk-text.ts'

type Said = {
  readonly talk: Talk
  readonly team: string | null
  readonly ambitions: readonly { readonly href: string; readonly title: string }[]
  readonly goal: (MadeGoal & { readonly title: string }) | null
  /** The vision line that is proposed for a goal, in a few words. */
  readonly fits: string | null
  /** Why no plan takes a goal now; null: one does. */
  readonly noPlace: NoPlace | null
  readonly terms: Terms
  /** Facts of which the numbers of then are no longer said. */
  readonly unsaid: ReadonlySet<TalkLineId>
  /** Whether the reader may make something of it: else the way to the talk is all there is to press. */
  readonly writes: boolean
  readonly language: Language
}

/** Of each part so many: the talk itself has the rest. */
const MOST = 4

/** What stands below the four headings of the trends. */
export function columnsOf(said: Said): Columns {
  const text = talkText(said.language)
  const who = text.onTrends.by(said.team ?? text.wholeTeam)
  return {
    data: linesIn(said.talk, 'data').length === 0 ? null : <Few said={said} parts={['data']} />,
    meaning: (
      <>
        <Few said={said} parts={['cause', 'seen']} />
        {linesIn(said.talk, 'cause', 'seen').length > 0 && <p class="noot">{who}</p>}
      </>
    ),
    goals: <Goals said={said} />,
    doing: <Doing said={said} />,
    here: nextOf(said),
  }
}

/** The first of the four in which nothing stands yet; the last one when they all do. */
function nextOf({ talk, ambitions }: Said): ColumnName {
  if (linesIn(talk, 'data').length === 0) return 'data'
  if (linesIn(talk, 'cause', 'seen').length === 0) return 'meaning'
  return linesIn(talk, 'aim').length + ambitions.length === 0 ? 'goals' : 'doing'
}

function Few({ said, parts }: { said: Said; parts: readonly TalkPart[] }): Child {
  const lines = linesIn(said.talk, ...parts).slice(0, MOST)
  if (lines.length === 0) return <p class="noot">{talkText(said.language).onTrends.nothing}</p>
  return (
    <ul>
      {lines.map((line) => (
        <li>{wordsOf(line, said)}</li>
      ))}
    </ul>
  )
}

function Goals({ said }: { said: Said }) {
  const aims = linesIn(said.talk, 'aim').slice(0, MOST)
  if (aims.length + said.ambitions.length === 0) return <Few said={said} parts={['aim']} />
  return (
    <ul>
      {said.ambitions.map(({ href, title }) => (
        <li>
          <a href={href}>{title}</a>
        </li>
      ))}
      {aims.map((line) => (
        <li>{line.words}</li>
      ))}
    </ul>
  )
}

function Doing({ said }: { said: Said }) {
  const { talk, goal, writes, language } = said
  const { made } = doingText(language)
  const text = talkText(language).onTrends
  return (
    <>
      {linesIn(talk, 'act').length > 0 && <Few said={said} parts={['act']} />}
      {goal && (
        <p class="hangt-aan">
          <span>
            {made.goal} <a href={goalHref(goal)}>{goal.title}</a>
          </span>
        </p>
      )}
      {!goal && writes && <ToGoal {...said} />}
      <ArrowLink href={talkHref(talk)}>{text.toTalk}</ArrowLink>
    </>
  )
}

type ToGoalProps = Pick<Said, 'talk' | 'fits' | 'noPlace' | 'terms' | 'language'>

/** The way to a goal; where none can be made now, why that is. */
export function ToGoal({ talk, fits, noPlace, terms, language }: ToGoalProps) {
  const { goal: text } = doingText(language)
  if (noPlace) return <NoPlaceNote {...{ noPlace, language, terms }} hasMeeting={false} />
  return (
    <p>
      {fits && (
        <span class="hangt-aan">
          {text.fits} {fits}
        </span>
      )}
      <LinkButton href={talkHref(talk, 'four', 'doing')} kind="main">
        {text.title}
      </LinkButton>
    </p>
  )
}
