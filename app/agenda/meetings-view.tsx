import { clock, dayOf, shortDay, weekDay } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { ArrowLink, LinkButton } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty } from '../ui/notice.tsx'
import type { MeetingLine } from './meetings.ts'
import { meetingsText } from './meetings-text.ts'

export type MinutesState = 'draft' | 'put' | 'sealed'

export type MeetingsProps = {
  running: readonly MeetingLine[]
  coming: readonly MeetingLine[]
  past: readonly MeetingLine[]
  minutes: ReadonlyMap<string, MinutesState>
  me: PersonId
  mayPlan: boolean
  language: Language
}

/** The meetings of the school: what runs, what comes, what has been. */
export function MeetingsView(props: MeetingsProps) {
  const { running, coming, past, mayPlan, language } = props
  const text = meetingsText(language)
  const none = running.length + coming.length + past.length === 0
  const plan = mayPlan && (
    <LinkButton href="/meetings/new" kind={running.length > 0 ? 'quiet' : 'main'}>
      {text.plan}
    </LinkButton>
  )
  return (
    <>
      <PageHead title={titleOf(props)} under={text.under}>
        {!none && plan && <p>{plan}</p>}
      </PageHead>
      {none && <Empty sentence={mayPlan ? text.empty : text.emptyTeam}>{plan}</Empty>}
      <Lines {...props} title={text.running} id="nu-kop" lines={running} />
      <Lines {...props} title={text.coming} id="gepland-kop" lines={coming} />
      <Lines {...props} title={text.past} id="geweest-kop" lines={past} />
    </>
  )
}

function titleOf({ running, coming, language }: MeetingsProps) {
  const text = meetingsText(language)
  const [next] = coming.filter(({ cancelledAt }) => cancelledAt === null)
  if (running.length > 0) return text.runsNow
  return next ? text.nextOn(weekDay(dayOf(new Date(next.startsAt)), language)) : text.nonePlanned
}

function Lines(props: MeetingsProps & { title: string; id: string; lines: readonly MeetingLine[] }) {
  const { title, id, lines } = props
  if (lines.length === 0) return null
  return (
    <section class="blok" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="vergaderingen">
        {lines.map((line) => (
          <Line {...props} line={line} isPast={lines === props.past} />
        ))}
      </ul>
    </section>
  )
}

type LineProps = MeetingsProps & { line: MeetingLine; isPast: boolean }

function Line(props: LineProps) {
  const { line, me, language } = props
  const text = meetingsText(language)
  const day = dayOf(new Date(line.startsAt))
  const leads = line.chair === me ? text.youLead : text.leads(line.chairName)
  const act = actOf(props)
  return (
    <li>
      <p>
        <time datetime={line.startsAt}>
          <b>{shortDay(day, language)}</b> {clock(line.startsAt, language)}
        </time>
      </p>
      <div>
        <h3>
          <a href={`/meeting/${line.id}`}>{line.title}</a>
        </h3>
        <p class="zacht">{[line.place, leads, stateOf(props)].filter(Boolean).join(' · ')}</p>
      </div>
      <ArrowLink href={`/meeting/${line.id}${act.to}`} about={`: ${line.title}`}>
        {text[act.says]}
      </ArrowLink>
    </li>
  )
}

function stateOf({ line, isPast, minutes, language }: LineProps) {
  const text = meetingsText(language)
  if (line.cancelledAt !== null) return text.cancelled
  if (line.phase === 'prepare' && isPast) return text.notOpened
  if (line.phase !== 'closed') return null
  const state = minutes.get(line.id)
  return state ? text.minutesState[state] : null
}

type Act = {
  readonly to: string
  readonly says: 'join' | 'toBoard' | 'prepare' | 'agenda' | 'minutes' | 'look'
}

/** The one thing that this person would do there. */
function actOf({ line, me, mayPlan, minutes, isPast }: LineProps): Act {
  const { phase } = line
  if (line.cancelledAt !== null || (phase === 'prepare' && isPast)) return { to: '', says: 'look' }
  const leads = line.chair === me
  if (phase === 'running') return leads ? { to: '/board', says: 'toBoard' } : { to: '/phone', says: 'join' }
  if (phase === 'prepare')
    return { to: '', says: leads || mayPlan || line.minuteTaker === me ? 'prepare' : 'agenda' }
  return minutes.has(line.id) ? { to: '/minutes', says: 'minutes' } : { to: '', says: 'look' }
}
