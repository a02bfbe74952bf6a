import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { formOf } from '../adoption/decision-desk.ts'
import { titledScene } from '../deciding/item-point-slot-desk.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { askedBeforehand } from '../lookback/look-back-asked-desk.tsx'
import { ownVoicesBefore } from '../meeting/before-store.ts'
import { countUninvited } from '../meeting/invite-store.ts'
import { countVoicesBefore } from '../meeting/meeting-change-store.ts'
import { mayPrepare } from '../meeting/meeting-may.ts'
import { decidingIsFixed } from '../meeting/meeting-plan.ts'
import { isOpenToJoin } from '../meeting/pass.ts'
import { memberAt } from '../meeting/seat-desk.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { originForMember } from '../session/origin.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { dayOfMoment, type Offered, offered, readOpen } from './agenda-open-desk.ts'
import { tickOf } from './agenda-point-view.ts'
import { type AtMeeting, actOnMeeting, type Did } from './meeting-act-desk.ts'
import type { MeetingSheet, OpenPart } from './meeting-page-scene.ts'
import { meetingText } from './meeting-text.ts'
import { planningSentence, type Trouble } from './meeting-trouble-view.ts'
import { MeetingView } from './meeting-view.tsx'
import { type MeetingForm, oneOf } from './meetings-form.ts'
import { peopleOf } from './meetings-new-desk.ts'

/** /meeting/:meeting: one meeting, before, during and after. */
export const meetingPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await meetingAt(c)
    return show(c, await called(at), openPart(c), null)
  },

  post: async (c: Context<OnDesk>) => {
    const at = await meetingAt(c)
    const typed = await formOf(c)
    const result = await actOnMeeting(at, typed)
    if (!isRefusal(result)) return goOn(c, at, result, typed)
    if (result.refused === 'may-not') throw new HTTPException(403, { message: result.because })
    return show(c, await called(await meetingAt(c)), partOf(typed), {
      no: result,
      typed,
      form: formIn(typed),
    })
  },
}

function goOn(c: Context<OnDesk>, { scene }: AtMeeting, { done, at }: Did, typed: MeetingForm) {
  const moved = done === 'moved' ? `&moved=${oneOf(typed, 'item')}` : ''
  return c.redirect(`/meeting/${scene.meeting.id}?done=${done}${moved}${at === '' ? '' : `#${at}`}`, 303)
}

const NOTHING: Offered = { suggested: [], rest: [] }

async function meetingAt(c: Context<OnDesk>): Promise<AtMeeting> {
  const at = await memberAt(c)
  const { desk, reader, scene } = at
  const { meeting } = scene
  const origin = originForMember(desk.house.baseUrl, c.req.header('host'))
  const opened = mayPrepare(reader.actor, meeting).may
    ? await readOpen(desk, reader.actor, meeting.planId, dayOfMoment(meeting.startsAt))
    : null
  const roster = opened?.roster ?? (await readRoster(desk.db, reader.actor))
  return {
    ...at,
    offer: opened ? offered(opened, meeting.template, scene.items, reader) : NOTHING,
    isDraft: opened?.plan?.phase === 'draft',
    people: peopleOf(roster.people),
    sending: { actor: reader.actor, now: desk.now, origin, from: desk.house.mailFrom },
  }
}

const PARTS = ['details', 'deciding', 'cancel'] as const

function openPart(c: Context<OnDesk>): OpenPart {
  const item = c.req.query('item')
  return item ? { item } : (PARTS.find((part) => part === c.req.query('edit')) ?? null)
}

/** The form that was refused stays open. */
function partOf(typed: MeetingForm): OpenPart {
  const act = oneOf(typed, 'act')
  if (act === 'item' || act === 'remove') return { item: oneOf(typed, 'item') }
  return PARTS.find((part) => part === act) ?? null
}

const formIn = (typed: MeetingForm) =>
  oneOf(typed, 'act') === 'item' ? oneOf(typed, 'item') : oneOf(typed, 'act')

/** With the names of its points in the language of the reader. */
const called = async (at: AtMeeting): Promise<AtMeeting> => ({
  ...at,
  scene: await titledScene(at.desk.db, at.scene, at.reader.language),
})

async function show(c: Context<OnDesk>, at: AtMeeting, open: OpenPart, trouble: Trouble | null) {
  const { desk, reader, scene, offer } = at
  const { language } = reader
  const sheet = await sheetOf(at, open)
  const beforehand = await askedBeforehand(at)
  return c.html(
    <Page
      shell={shellFrom(desk, trouble ? sorry(trouble, at) : goodNews(c, at))}
      title={scene.meeting.title}
      here="plan"
    >
      <MeetingView
        sheet={sheet}
        add={[...offer.suggested, ...offer.rest].map((one) => tickOf(one, language))}
        trouble={trouble}
        beforehand={beforehand}
        isDraft={at.isDraft}
      />
    </Page>,
    trouble ? 422 : 200,
  )
}

async function sheetOf(at: AtMeeting, open: OpenPart): Promise<MeetingSheet> {
  const { desk, reader, scene, people } = at
  const { actor, language } = reader
  const { meeting } = scene
  const voices = await desk.db.read(actor, (sql) => countVoicesBefore(sql, actor, scene))
  return {
    scene,
    actor,
    me: actor.personId,
    language,
    doorIsOpen: isOpenToJoin(meeting, desk.now),
    open,
    people,
    ownVoices: await ownVoicesBefore(desk.db, actor, meeting.id, actor.personId),
    fixed: decidingIsFixed(scene.items, voices),
    uninvited: await uninvited(at),
  }
}

async function uninvited({ desk, reader, scene }: AtMeeting): Promise<MeetingSheet['uninvited']> {
  if (reader.actor.demo) return 'demo'
  return desk.house.mailIsOn ? countUninvited(desk.db, reader.actor, scene.meeting.id) : 'no-mail'
}

const sorry = ({ no }: Trouble, { reader }: AtMeeting): ShellNotice => ({
  kind: 'refusal',
  text: planningSentence(no, reader.language),
})

function goodNews(c: Context<OnDesk>, { desk, scene, reader }: AtMeeting): ShellNotice | null {
  const text = meetingText(reader.language)
  const asked = c.req.query('done')
  const sends = desk.house.mailIsOn && !reader.actor.demo
  const done = asked === 'planned' && !sends ? 'plannedHere' : asked
  if (done === 'moved') {
    const place = scene.items.findIndex(({ id }) => id === c.req.query('moved'))
    const item = scene.items[place]
    return item ? { kind: 'good', text: text.moved(item.title, place + 1) } : null
  }
  const known = Object.entries(text.done).find(([name]) => name === done)
  return known ? { kind: 'good', text: known[1] } : null
}
