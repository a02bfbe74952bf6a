import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { formOf } from '../adoption/decision-desk.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import { isLookBack } from '../lookback/look-back.ts'
import { type MeetingItem, nameIn } from '../meeting/meeting.ts'
import { mayRun } from '../meeting/meeting-may.ts'
import { ideasOf } from '../meeting/say.ts'
import { parseReason } from '../round/round-form.ts'
import { seenLast } from '../round/round-standing.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { renewRound, storeTyping } from './decide-desk.ts'
import { sheetOfItem } from './item-sheet-desk.ts'
import { type TypingForm as Form, typedIn } from './typing.ts'
import { type AtTyping, deskOf, joinAt, triedWith, typingAt, whereOf } from './typing-at-desk.ts'
import { fieldsOfItem } from './typing-desk.ts'
import { typingText } from './typing-text.ts'
import { postTrack, showTrack } from './typing-track-desk.tsx'
import { Elsewhere, OnWall, TypingForm, type TypingTried, WhatHoldsBack } from './typing-view.tsx'

const isTrack = ({ kind }: MeetingItem) => kind === 'track' || kind === 'tracks'

/** /meeting/:meeting/text/:item: the text of an item, typed while the meeting talks about it. */
export const typingPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await typingAt(c)
    await storeTyping({ db: at.desk.db, seat: at.seat, meetingId: at.scene.meeting.id })
    return isTrack(at.item) ? showTrack(c, at, null) : show(c, at, null)
  },

  post: async (c: Context<OnDesk>) => {
    const at = await typingAt(c)
    const form: Form = await formOf(c)
    return isTrack(at.item) ? postTrack(c, at, form) : post(c, at, form)
  },
}

function mustLead({ seat, scene }: AtTyping) {
  const may = mayRun(seat, scene.meeting)
  if (!may.may) throw new HTTPException(403, { message: may.because })
}

async function post(c: Context<OnDesk>, at: AtTyping, form: Form) {
  mustLead(at)
  const fields = await fieldsOfItem(deskOf(at))
  const texts = typedIn(form, fields)
  const raw = [form['changeNote']].flat()[0] ?? ''
  const changeNote = parseReason(raw, 'changeNote')
  const done = isRefusal(changeNote) ? changeNote : await renewRound(whereOf(at), { changeNote, texts })
  if (done === null) throw new HTTPException(404)
  if (!isRefusal(done)) return c.redirect(`${at.href}/${at.from}`, 303)
  const typed = Object.fromEntries(texts.map(({ key, text }) => [key, text]))
  return show(c, await typingAt(c), triedWith(done, typed, raw, at))
}

async function show(c: Context<OnDesk>, at: AtTyping, tried: TypingTried | null) {
  mustLead(at)
  const { desk, scene, item, language, wording, href, seat } = at
  const text = typingText(language)
  const sheet = await sheetOfItem(desk, seat.actor, scene, item, wording)
  const notice = tried ? ({ kind: 'refusal', text: tried.sentence } as const) : null
  const title = text.title(sheet.heading || item.title)
  const last = sheet.decision && seenLast(sheet.decision)
  const page = (
    <>
      <p>
        <BackLink href={`${href}/${at.from}`}>{at.from === 'desk' ? text.toDesk : text.toBoard}</BackLink>
      </p>
      <PageHead title={title} under={text.under} />
      <WhatHoldsBack
        decision={sheet.decision}
        ideas={last ? ideasOf(scene, item, last) : []}
        nameOf={at.from === 'desk' ? (id) => nameIn(scene, id as Parameters<typeof nameIn>[1]) ?? '' : null}
        language={language}
      />
      {await typingBlock(at, sheet, tried)}
    </>
  )
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={title} here="plan">
      {at.from === 'desk' ? (
        page
      ) : (
        <OnWall join={await joinAt(c, at)} language={language}>
          {page}
        </OnWall>
      )}
    </Page>,
    tried ? 422 : 200,
  )
}

/** The form, or why nothing is typed here now. */
async function typingBlock(at: AtTyping, sheet: ItemSheet, tried: TypingTried | null) {
  const { scene, item, language, action } = at
  const text = typingText(language)
  const why = whyNotNow(at, sheet)
  if (why) return <Elsewhere>{why}</Elsewhere>
  const fields = await fieldsOfItem(deskOf(at))
  if (fields.length === 0) return notHere(at)
  const is = sheet.decision?.standing.now.is
  const isAnew = is === 'objection' || is === 'no-majority' || is === 'no-quorum'
  const last = sheet.decision && seenLast(sheet.decision)
  const first = last
    ? ideasOf(scene, item, last)
        .map((idea) => idea.text)
        .join(' ')
    : ''
  return (
    <section class="blok stapel" aria-labelledby="nt-kop">
      <h2 id="nt-kop">{isAnew ? text.newText : text.textLabel}</h2>
      <TypingForm
        {...{ fields, action, language, tried }}
        note={isAnew ? { first } : null}
        button={isAnew ? text.renew : text.save}
        under={isAnew ? text.renewNote : text.saveNote}
      />
    </section>
  )
}

function whyNotNow({ scene, item, language }: AtTyping, { decision }: ItemSheet): string | null {
  const text = typingText(language)
  if (scene.meeting.phase !== 'running') return text.notRunning
  if (scene.meeting.current?.item !== item.id) return text.notCurrent
  const is = decision?.standing.now.is
  if (is === 'open') return text.open
  return is === 'stands' ? text.stands : is === 'dropped' ? text.dropped : null
}

function notHere({ item, language, href, scene }: AtTyping) {
  const text = typingText(language)
  if (isLookBack(item)) {
    return (
      <Elsewhere href={`${href}/look-back#i-${item.id}`} label={text.toLook}>
        {text.inLook}
      </Elsewhere>
    )
  }
  if (item.kind === 'minutes') return <Elsewhere>{text.minutes}</Elsewhere>
  if (item.kind !== 'places') return <Elsewhere>{text.noText}</Elsewhere>
  return (
    <Elsewhere href={`/plan/${scene.meeting.planId ?? ''}`} label={text.toPlan}>
      {text.inPlan}
    </Elsewhere>
  )
}
