import type { Context } from 'hono'
import { dayOf, longDay } from '../kernel/day.ts'
import { LiveFeed } from '../meeting/live-view.tsx'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { KeptTexts } from '../writing/passage-view.tsx'
import { ActionForm, ActionList } from './action-view.tsx'
import { type Acted, actOnMinutes } from './minutes-act-desk.ts'
import { minutesActText } from './minutes-act-text.ts'
import { CorrectMinutes, MinutesWays, OtherMinutes, PutMinutes } from './minutes-frame-view.tsx'
import { heldMeetings } from './minutes-list-store.ts'
import { keepsMinutes, mayCorrectMinutes, mayPutMinutes, mayWriteMinutes } from './minutes-may.ts'
import { MinutesNote } from './minutes-note-view.tsx'
import { type AtMinutes, minutesAt } from './minutes-scene-desk.ts'
import { type Story, storyOf } from './minutes-story-view.ts'
import { minutesText } from './minutes-text.ts'
import { MinutesView } from './minutes-view.tsx'

type Tried = Exclude<Acted, { to: string }>

/** /meeting/:meeting/minutes: the minutes of a meeting, growing while it runs, as they were confirmed afterwards. */
export const minutesPage = {
  get: async (c: Context<OnDesk>) => show(c, await minutesAt(c), c.req.query('write') === 'all', null),

  post: async (c: Context<OnDesk>) => {
    const acted = await actOnMinutes(c)
    if ('to' in acted) return c.redirect(acted.to, 303)
    const isWriting = acted.line !== undefined || acted.note !== undefined
    return show(c, await minutesAt(c), isWriting, acted)
  },
}

async function show(c: Context<OnDesk>, at: AtMinutes, asksToWrite: boolean, tried: Tried | null) {
  const { desk, reader, scene, language } = at
  const { meeting } = scene
  const mayWrite = mayWriteMinutes(reader.actor, meeting, at.state).may
  const isWriting = asksToWrite && mayWrite
  const story = storyOf(at.minutes, at.corrections, language, at.put)
  const held = await heldMeetings(desk.db, reader.actor)
  const text = minutesActText(language)
  return c.html(
    <Page shell={shellFrom(desk, noticeOf(c, at, tried))} title={story.title} here="plan" refresh="morph">
      <PageHead title={story.title} under={story.under} />
      <p class="notulenstand">{stateSentence(at)}</p>
      <MinutesWays meetingId={meeting.id} language={language} mayWrite={mayWrite} isWriting={isWriting} />
      {!isWriting && <PutHere at={at} />}
      {isWriting && <Notice title={text.writing}>{text.writingNote}</Notice>}
      <Body at={at} story={story} isWriting={isWriting} tried={tried} />
      {isWriting && <PutHere at={at} />}
      <Correcting at={at} story={story} tried={tried} />
      <OtherMinutes meetingId={meeting.id} language={language} held={held} />
      {isWriting && <KeptTexts personId={reader.actor.personId} language={language} />}
      {meeting.phase === 'running' && !isWriting && <Follows at={at} refused={tried !== null} />}
    </Page>,
    tried?.status ?? 200,
  )
}

/** Putting them before the team: in sight at once for who keeps them, and where completing them ends. */
function PutHere({ at: { reader, scene, state, language } }: { at: AtMinutes }) {
  const { meeting } = scene
  if (!mayPutMinutes(reader.actor, meeting, state).may) return null
  return <PutMinutes meetingId={meeting.id} language={language} />
}

function Correcting({ at, story, tried }: Omit<BodyProps, 'isWriting'>) {
  const { reader, scene, state, language } = at
  const { meeting } = scene
  if (!mayCorrectMinutes(reader.actor, meeting, state).may) return null
  const correction = tried?.correction ?? null
  return <CorrectMinutes meetingId={meeting.id} language={language} items={story.items} tried={correction} />
}

const Follows = ({ at, refused }: { at: AtMinutes; refused: boolean }) => (
  <LiveFeed
    meetingId={at.scene.meeting.id}
    revision={at.scene.meeting.revision}
    here={`/meeting/${at.scene.meeting.id}/minutes`}
    language={at.language}
    refused={refused}
  />
)

function noticeOf(c: Context<OnDesk>, { language }: AtMinutes, tried: Tried | null): ShellNotice | null {
  if (tried) return { kind: 'refusal', text: tried.says }
  const done: Readonly<Record<string, string>> = minutesActText(language).done
  const asked = c.req.query('done') ?? ''
  return Object.hasOwn(done, asked) ? { kind: 'good', text: done[asked] ?? '' } : null
}

/** How far these minutes are. */
export function stateSentence(at: AtMinutes): string {
  const { scene, state, put, sealed, minutes, language, reader } = at
  const text = minutesText(language).state
  const day = (at: string) => longDay(dayOf(new Date(at)), language)
  if (sealed) return text.sealed(day(sealed.at))
  if (state === 'put' && put) return text.put(day(put.at))
  if (scene.meeting.phase === 'running') return text.running
  const isYours = minutes.minuteTaker.id === reader.actor.personId
  return isYours ? text.draftYours : text.draft(minutes.minuteTaker.name)
}

type BodyProps = { at: AtMinutes; story: Story; isWriting: boolean; tried: Tried | null }

function Body({ at, story, isWriting, tried }: BodyProps) {
  const noteOf = (id: string, title: string) => (
    <>
      <NoteHere at={at} owner={{ id, title }} tried={tried} />
      <LineHere at={at} owner={{ id, title }} tried={tried} />
    </>
  )
  const { meeting } = at.scene
  const titles = new Map(story.items.map(({ id, title }) => [id, title]))
  return (
    <MinutesView
      story={isWriting ? withoutNotes(story, at.language) : story}
      language={at.language}
      under={isWriting ? (id) => noteOf(id, titles.get(id) ?? '') : null}
      underWhole={isWriting ? noteOf(meeting.id, meeting.title) : null}
      actions={<ActionsNow at={at} back={isWriting ? 'write' : 'minutes'} />}
      check={at.sealed?.check ?? null}
    />
  )
}

/** Where a note is written it is not shown a second time. */
function withoutNotes(story: Story, language: AtMinutes['language']): Story {
  const text = minutesText(language)
  const notes = new Set([text.note, text.later(text.note)])
  return {
    ...story,
    note: [],
    items: story.items.map((item) => ({
      ...item,
      parts: item.parts.filter((part) => part.label === null || !notes.has(part.label)),
    })),
  }
}

type HereProps = { at: AtMinutes; tried: Tried | null }

function NoteHere({ at, owner, tried }: HereProps & { owner: { id: string; title: string } }) {
  return (
    <MinutesNote
      meetingId={at.scene.meeting.id}
      owner={owner}
      note={at.notes.get(owner.id) ?? null}
      back="write"
      person={at.reader.actor.personId}
      language={at.language}
      tried={tried?.note ?? null}
    />
  )
}

function LineHere({ at, owner, tried }: HereProps & { owner: { id: string; title: string } }) {
  const { items, meeting } = at.scene
  const itemId = items.find(({ id }) => id === owner.id)?.id ?? null
  const mine = tried?.line && tried.line.item === (itemId ?? '') ? tried.line : null
  return (
    <ActionForm
      meetingId={meeting.id}
      itemId={itemId}
      about={owner.title}
      back="write"
      language={at.language}
      typed={mine?.typed}
      error={mine ? tried?.says : null}
    />
  )
}

/** The actions as they stand now, for who may tick them; confirmed minutes keep beside it what was agreed. */
function ActionsNow({ at, back }: { at: AtMinutes; back: 'minutes' | 'write' }) {
  const { actor } = at.reader
  const { meeting } = at.scene
  return (
    <ActionList
      actions={at.actions}
      nameOf={at.nameOf}
      meetingId={meeting.id}
      back={back}
      mine={actor.personId}
      keeps={keepsMinutes(actor, meeting)}
      mayRemove={at.state === 'draft' && mayWriteMinutes(actor, meeting, at.state).may}
      language={at.language}
    />
  )
}
