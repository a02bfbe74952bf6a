import type { Child } from 'hono/jsx'
import type { AmbitionSheet } from '../ambition/ambition-sheet.ts'
import { AMBITIONS_HREF, ambitionHref } from '../ambition/ambition-view.tsx'
import { ambitionTitle, standText } from '../ambition/stand-text.ts'
import { dayOf, longDay, type Moment } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { subjectInSentence } from '../result/subject-name.ts'
import { COLUMNS, type ColumnName } from '../trend/columns-view.ts'
import { say } from '../trend/sentence-text.ts'
import type { AtSubject } from '../trend/subject-ways.ts'
import { trendText } from '../trend/trend-text.ts'
import { ArrowLink, LinkButton } from '../ui/button.tsx'
import { doingText } from './doing-text.ts'
import type { NoPlace } from './openings.ts'
import { NoPlaceNote } from './openings-view.tsx'
import type { TalkHead } from './talk.ts'
import { TALKS, talkHref } from './talk-sheet.ts'
import { MOST_WAYS, subjectQuery } from './ways.ts'
import { waysText } from './ways-text.ts'

/** The way on from the figures of a subject, for one reader. */
export type Ways = {
  /** Those that go on, else the last one; only what this reader may see. */
  readonly talks: readonly { readonly talk: TalkHead; readonly title: string }[]
  /** Those that run, the nearest to what is looked at first. */
  readonly ambitions: readonly AmbitionSheet[]
  /** On what of these hangs in the plan; `name` '': it has none yet. */
  readonly goals: readonly { readonly href: string; readonly name: string }[]
  readonly noPlace: NoPlace | null
  /** The talk in which this reader can make a goal of it. */
  readonly making: TalkHead | null
  readonly mayBegin: boolean
  /** Whether no talk is hidden for this reader. */
  readonly seesAll: boolean
  readonly mayChoose: boolean
  readonly language: Language
  readonly terms: Terms
}

type Props = { readonly about: AtSubject; readonly ways: Ways }

/** From the figures of a subject to doing: the same four knots as beneath the trends of the school. */
export function WaysView({ about, ways }: Props) {
  const { four } = trendText(ways.language)
  const here = nextOf(ways)
  const parts: Record<ColumnName, Child> = {
    data: <Seen about={about} ways={ways} />,
    meaning: <Talks about={about} ways={ways} />,
    goals: <Ambitions about={about} ways={ways} />,
    doing: <Goals about={about} ways={ways} />,
  }
  return (
    <section class="trendvier" id="on" aria-labelledby="four">
      <h2 id="four">{four.title}</h2>
      <ol class="vierd">
        {COLUMNS.map((name) => (
          <li class={standingOf(name, here)}>
            <h3>{four.heads[name]}</h3>
            <p>{four.asks[name]}</p>
            {parts[name]}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The first of the four in which nothing stands yet; the last one when they all do. */
function nextOf({ talks, ambitions }: Ways): ColumnName {
  if (talks.length === 0) return 'meaning'
  return ambitions.length === 0 ? 'goals' : 'doing'
}

function standingOf(name: ColumnName, here: ColumnName): string | undefined {
  if (name === here) return 'nu-hier'
  return COLUMNS.indexOf(name) > COLUMNS.indexOf(here) ? 'straks' : undefined
}

function Seen({ about: { seen }, ways: { language } }: Props) {
  if (seen.length === 0) return <p class="noot">{waysText(language).many}</p>
  return (
    <ul>
      {seen.map((statement) => (
        <li>{say(language, statement)}</li>
      ))}
    </ul>
  )
}

/** The talk that goes on, or the way to one. */
function Talks({ about, ways }: Props) {
  const { talks, mayBegin, seesAll, language, terms } = ways
  const text = waysText(language)
  const isRunning = talks.some(({ talk }) => talk.endedAt === null)
  return (
    <>
      {talks.length === 0 && (
        <p class="noot">
          {(seesAll ? text.noTalk : text.noTalkForYou)(subjectInSentence(language, about.subject))}
        </p>
      )}
      {talks.length > 0 && (
        <ul>
          {talks.map(({ talk, title }) => (
            <li>
              <a href={talkHref(talk)}>{title}</a>
              <small>{sinceWhen(talk, language)}</small>
            </li>
          ))}
        </ul>
      )}
      {mayBegin && (
        <p>
          <LinkButton kind={isRunning ? 'quiet' : 'main'} href={`${TALKS}?${subjectQuery(about)}#k-begin`}>
            {text.begin(subjectInSentence(language, about.subject))}
          </LinkButton>
        </p>
      )}
      {!mayBegin && !isRunning && <p class="noot">{text.whoBegins(terms)}</p>}
    </>
  )
}

function sinceWhen({ begunAt, endedAt }: TalkHead, language: Language): string {
  const text = waysText(language)
  const on = (at: Moment) => longDay(dayOf(new Date(at)), language)
  return endedAt === null ? text.runs(on(begunAt)) : text.ended(on(endedAt))
}

/** What is wanted of this subject, with where it stands. */
function Ambitions({ about, ways }: Props) {
  const { ambitions, mayChoose, language, terms } = ways
  const text = waysText(language)
  return (
    <>
      {ambitions.length === 0 && (
        <p class="noot">{text.noAmbition(subjectInSentence(language, about.subject))}</p>
      )}
      {ambitions.length > 0 && (
        <ul>
          {ambitions.slice(0, MOST_WAYS).map((sheet) => (
            <li>
              <a href={ambitionHref(sheet.ambition.id)}>{ambitionTitle(language, sheet.ambition)}</a>
              <small>{standText(language, sheet)}</small>
            </li>
          ))}
        </ul>
      )}
      {ambitions.length > MOST_WAYS && <ArrowLink href={AMBITIONS_HREF}>{text.all}</ArrowLink>}
      {mayChoose && (
        <p>
          <LinkButton href={`${AMBITIONS_HREF}?${subjectQuery(about)}#choose`}>{text.choose}</LinkButton>
        </p>
      )}
      {!mayChoose && ambitions.length === 0 && <p class="noot">{text.whoChooses(terms)}</p>}
    </>
  )
}

/** On what it hangs in the plan, or how that begins. */
function Goals({ ways: { goals, noPlace, making, language, terms } }: Props) {
  const text = waysText(language)
  if (goals.length > 0)
    return (
      <>
        <p>{text.hangs}</p>
        <ul>
          {goals.map(({ href, name }) => (
            <li>
              <a href={href}>{name || text.unnamed}</a>
            </li>
          ))}
        </ul>
      </>
    )
  if (noPlace) return <NoPlaceNote {...{ noPlace, language, terms }} hasMeeting={false} />
  return (
    <>
      <p class="noot">{text.noGoal}</p>
      {making && (
        <p>
          <LinkButton href={talkHref(making, 'four', 'doing')}>{doingText(language).goal.title}</LinkButton>
        </p>
      )}
    </>
  )
}
