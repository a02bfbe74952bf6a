import type { Child } from 'hono/jsx'
import { COLUMNS } from '../trend/columns-view.ts'
import { BackLink } from '../ui/button.tsx'
import { PostButton } from '../ui/form.tsx'
import { DataPart } from './data-view.tsx'
import { Acts, InPlan } from './doing-view.tsx'
import { GoalsPart } from './goals-view.tsx'
import { Causes, Seen } from './meaning-view.tsx'
import { linesIn } from './talk.ts'
import { AddLine, TalkLines } from './talk-line-view.tsx'
import { SIDES, TALKS, type TalkSheet, talkHref } from './talk-sheet.ts'
import { talkText } from './talk-text.ts'

type Props = { sheet: TalkSheet }

/** A talk over data, by its four columns or by the four questions: the same lines. */
export function TalkView({ sheet }: Props) {
  const text = talkText(sheet.language)
  return (
    <div class="datagesprek">
      <p class="rij">
        <BackLink href={TALKS}>{text.toList}</BackLink>
      </p>
      <SideSwitch sheet={sheet} />
      {sheet.writes && <p class="noot">{text.privacy}</p>}
      {sheet.side === 'four' ? (
        <>
          <Jumps sheet={sheet} to={COLUMNS.map((name) => [name, text.columns[name].title] as const)} />
          <FourColumns sheet={sheet} />
        </>
      ) : (
        <FourQuestions sheet={sheet} />
      )}
      {sheet.takesPart && <Ends sheet={sheet} />}
    </div>
  )
}

/** Who reads this, and who writes. */
export function readsSentence({ talk, team, takesPart, language }: TalkSheet): string {
  const text = talkText(language).reads
  if (!takesPart) return talk.sharedAt === null ? text.own : text.shared
  const who = team === null ? text.whole : text.team(team)
  return talk.sharedAt !== null && team !== null ? `${who} ${text.shared}` : who
}

function SideSwitch({ sheet }: Props) {
  const { sides } = talkText(sheet.language)
  return (
    <nav class="kanten" aria-label={sides.label}>
      <ul>
        {SIDES.map((side) => (
          <li>
            <a href={talkHref(sheet.talk, side)} aria-current={side === sheet.side ? 'page' : undefined}>
              {sides[side]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Column({
  id,
  title,
  question,
  children,
}: {
  id: string
  title: string
  question?: string
  children: Child
}) {
  return (
    <li id={id}>
      <h2>{title}</h2>
      {question && <p class="kolomvraag">{question}</p>}
      {children}
    </li>
  )
}

/** On a phone the columns stand below each other. */
function Jumps({ to, sheet }: Props & { to: readonly (readonly [string, string])[] }) {
  return (
    <nav class="sprongen" aria-label={talkText(sheet.language).jump}>
      <ul>
        {to.map(([id, title]) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function FourColumns({ sheet }: Props) {
  const { columns } = talkText(sheet.language)
  return (
    <ol class="vierd gespreksblad">
      <Column id="data" {...columns.data}>
        <DataPart sheet={sheet} />
      </Column>
      <Column id="meaning" {...columns.meaning}>
        <Causes sheet={sheet} />
        <Seen sheet={sheet} />
      </Column>
      <Column id="goals" {...columns.goals}>
        <GoalsPart sheet={sheet} />
      </Column>
      <Column id="doing" {...columns.doing}>
        <Acts sheet={sheet} />
        <NotYetAndAble sheet={sheet} />
        <InPlan sheet={sheet} />
      </Column>
    </ol>
  )
}

/** What was written at the last two questions stands with the doing too; it is added there. */
function NotYetAndAble({ sheet }: Props) {
  const { plg } = talkText(sheet.language)
  const [notYet, able] = [linesIn(sheet.talk, 'not-yet'), linesIn(sheet.talk, 'able')]
  return (
    <>
      {notYet.length > 0 && <h3>{plg.notYet}</h3>}
      <TalkLines lines={notYet} sheet={sheet} />
      {able.length > 0 && <h3>{plg.able}</h3>}
      <TalkLines lines={able} sheet={sheet} />
    </>
  )
}

function FourQuestions({ sheet }: Props) {
  const { plg } = talkText(sheet.language)
  return (
    <ol class="vierd gespreksblad">
      <Column id="goals" title={plg.learn}>
        <GoalsPart sheet={sheet} />
      </Column>
      <Column id="data" title={plg.know}>
        <DataPart sheet={sheet} />
        <Seen sheet={sheet} />
      </Column>
      <Column id="doing" title={plg.notYet}>
        <TalkLines lines={linesIn(sheet.talk, 'not-yet')} sheet={sheet} />
        <AddLine part="not-yet" sheet={sheet} />
        <div id="meaning" class="kolomdeel">
          <Causes sheet={sheet} />
        </div>
        <Acts sheet={sheet} />
        <InPlan sheet={sheet} />
      </Column>
      <Column id="able" title={plg.able}>
        <TalkLines lines={linesIn(sheet.talk, 'able')} sheet={sheet} />
        <AddLine part="able" sheet={sheet} />
      </Column>
    </ol>
  )
}

/** Sharing, rounding off, throwing an empty one away. */
function Ends({ sheet }: Props) {
  const { says } = talkText(sheet.language)
  const { talk } = sheet
  const act = (name: string, label: string, kind: 'quiet' | 'link') => (
    <PostButton action={talkHref(talk, sheet.side)} hidden={{ act: name }} kind={kind}>
      {label}
    </PostButton>
  )
  return (
    <section class="gespreksinde">
      {sheet.team !== null && (
        <div>
          {talk.sharedAt === null ? act('share', says.share, 'quiet') : act('unshare', says.unshare, 'link')}
          {talk.sharedAt === null && <p class="noot">{says.shareNote}</p>}
        </div>
      )}
      <div>
        {talk.endedAt === null ? act('end', says.end, 'quiet') : act('reopen', says.reopen, 'quiet')}
        {talk.endedAt === null && <p class="noot">{says.endNote}</p>}
      </div>
      {talk.endedAt === null && talk.lines.length === 0 && talk.goal === null && (
        <div>{act('away', says.away, 'link')}</div>
      )}
    </section>
  )
}
