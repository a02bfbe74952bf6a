import type { Child } from 'hono/jsx'
import { clock, dayOf, longDay, weekDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { isLookBack } from '../lookback/look-back.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { endOf } from '../meeting/meeting-plan.ts'
import { ArrowLink, BackLink, Button, LinkButton } from '../ui/button.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { type AddProps, AddToAgenda } from './agenda-add-view.tsx'
import { StillDraft } from './agenda-draft-view.tsx'
import { AgendaView } from './agenda-view.tsx'
import {
  isOfNow,
  itemsForInput,
  itemsForVoice,
  type MeetingSheet,
  ownAttendance,
} from './meeting-page-scene.ts'
import { MeetingSide } from './meeting-side-view.tsx'
import { meetingText } from './meeting-text.ts'
import type { Trouble } from './meeting-trouble-view.ts'
import { meetingsText } from './meetings-text.ts'

export type MeetingViewProps = {
  sheet: MeetingSheet
  add: AddProps['offer']
  trouble: Trouble | null
  /** What a meeting that looks back asks of this reader. */
  beforehand: Child
  /** The plan that would be adopted is a draft still. */
  isDraft: boolean
}

/** 'Donderdag 26 november 2026, 15.30–17.00 uur · Teamkamer' */
export function whenAndWhere(meeting: Meeting, language: Language) {
  const day = dayOf(new Date(meeting.startsAt))
  const year = day.slice(0, 4)
  const when = meetingText(language).when(
    `${weekDay(day, language)} ${year}`,
    clock(meeting.startsAt, language),
    clock(endOf(meeting), language),
  )
  const first = when.charAt(0).toUpperCase() + when.slice(1)
  return meeting.place === '' ? first : `${first} · ${meeting.place}`
}

/** One meeting: when and where, what it asks of me, its agenda, and who prepares does it here. */
export function MeetingView(props: MeetingViewProps) {
  const { sheet } = props
  const { scene, language } = sheet
  const text = meetingsText(language)
  return (
    <>
      <PageHead title={scene.meeting.title} under={whenAndWhere(scene.meeting, language)} />
      <p>
        <BackLink href="/meetings">{text.toList}</BackLink>
      </p>
      <Now sheet={sheet} />
      {props.isDraft && scene.meeting.template === 'adoption' && scene.meeting.planId && (
        <StillDraft planId={scene.meeting.planId} language={language} />
      )}
      <div class="twee vergadering">
        <div class="kolom">
          <Asked sheet={sheet} />
          <LookingBack {...props} />
          <AgendaView {...props} />
          <AddToAgenda {...props} offer={props.add} />
        </div>
        <div class="kolom">
          <MeetingSide {...props} />
        </div>
      </div>
    </>
  )
}

/** Where the meeting is: one way in. */
function Now({ sheet }: { sheet: MeetingSheet }) {
  const { scene, language } = sheet
  const { meeting } = scene
  const text = meetingText(language)
  const href = `/meeting/${meeting.id}`
  if (meeting.cancelledAt !== null) return <Notice title={text.cancelled(meeting.cancelReason ?? '')} />
  if (meeting.phase === 'closed') return <Closed sheet={sheet} />
  if (meeting.phase === 'running' || sheet.doorIsOpen) {
    const says = meeting.phase === 'running' ? text.runs : text.soon(clock(meeting.startsAt, language))
    return (
      <section class="nubezig" aria-labelledby="bezig-kop">
        <h2 id="bezig-kop">{says}</h2>
        <p class="rij">
          <LinkButton href={`${href}/phone`} kind="main" icon="phone">
            {text.join}
          </LinkButton>
          <LinkButton href={`${href}/board`} icon="board">
            {text.board}
          </LinkButton>
        </p>
      </section>
    )
  }
  return null
}

function Closed({ sheet: { scene, language } }: { sheet: MeetingSheet }) {
  const text = meetingText(language)
  const { meeting } = scene
  const day = dayOf(new Date(meeting.opened?.at ?? meeting.startsAt))
  return (
    <section class="nubezig" aria-labelledby="geweest-kop">
      <h2 id="geweest-kop">{text.closedSay(longDay(day, language))}</h2>
      <p class="rij">
        <LinkButton href={`/meeting/${meeting.id}/minutes`} kind="main">
          {text.minutes}
        </LinkButton>
        {meeting.deciding.absentDays !== null && (
          <LinkButton href={`/meeting/${meeting.id}/phone`}>{text.lateLink}</LinkButton>
        )}
      </p>
      {meeting.deciding.absentDays !== null && <p class="noot">{text.late}</p>}
    </section>
  )
}

/** What this meeting asks of me beforehand. */
function Asked({ sheet }: { sheet: MeetingSheet }) {
  const { scene, language } = sheet
  if (!isOfNow(sheet) || scene.meeting.phase !== 'prepare') return null
  const text = meetingText(language)
  const input = itemsForInput(sheet)
  return (
    <section class="blok stapel" aria-labelledby="vraag-kop">
      <h2 id="vraag-kop">{text.asked}</h2>
      {input.length > 0 && <p>{text.inputOn(input.length)}</p>}
      <Coming sheet={sheet} />
    </section>
  )
}

/** A meeting that looks back: what is gathered beforehand, and where it comes together. */
function LookingBack({ sheet, beforehand }: MeetingViewProps) {
  const { scene, language } = sheet
  if (scene.meeting.cancelledAt !== null || !scene.items.some(isLookBack)) return null
  return (
    <>
      {beforehand}
      <p>
        <ArrowLink href={`/meeting/${scene.meeting.id}/look-back`}>
          {meetingText(language).lookBack}
        </ArrowLink>
      </p>
    </>
  )
}

function Coming({ sheet }: { sheet: MeetingSheet }) {
  const { scene, language } = sheet
  const text = meetingText(language)
  const isAbsent = ownAttendance(sheet)?.how === 'absent-notice'
  return (
    <form action={`/meeting/${scene.meeting.id}`} method="post" class="stapel komst" id="erbij">
      <p>{isAbsent ? text.absentSaid : text.absentSay}</p>
      {isAbsent && <Instead sheet={sheet} />}
      <HiddenFields values={{ act: isAbsent ? 'come' : 'absent' }} />
      <p>
        <Button kind="quiet">{isAbsent ? text.come : text.absent}</Button>
      </p>
    </form>
  )
}

/** What who can't come does instead: a voice beforehand at each decision, or coming back to it afterwards. */
function Instead({ sheet }: { sheet: MeetingSheet }) {
  const { scene, language, ownVoices } = sheet
  const text = meetingText(language)
  const { absentDays } = scene.meeting.deciding
  const items = itemsForVoice(sheet)
  if (items.length === 0) return null
  if (absentDays !== null) return <p>{text.absentAfter(absentDays)}</p>
  return (
    <>
      <p>{text.absentVoice}</p>
      <ul class="regels">
        {items.map((item) => (
          <li>
            <a href={`/meeting/${scene.meeting.id}/item/${item.id}`}>{item.title}</a>
            {ownVoices.has(item.id) && <small> {text.yourVoice}</small>}
          </li>
        ))}
      </ul>
    </>
  )
}
