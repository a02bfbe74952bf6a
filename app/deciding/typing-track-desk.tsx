import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { nameIn } from '../meeting/meeting.ts'
import { mayRun } from '../meeting/meeting-may.ts'
import { type Entry, hasText, textOf } from '../plan/entry.ts'
import { isAgreedText, isOwner, mayReadTexts } from '../plan/plan-may.ts'
import { lookupOf, trackName } from '../plan/plan-sheet.ts'
import { isWaiting, type Proposal } from '../plan/proposal.ts'
import { readProposals } from '../plan/proposal-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { type TypingForm as Form, typedIn } from './typing.ts'
import { type AtTyping, deskOf, joinAt, triedWith, typingAt, whereOf } from './typing-at-desk.ts'
import { type AtTracks, fieldsOfTrack, trackIn, tracksAt } from './typing-desk.ts'
import { answerTyped, typeTrack } from './typing-store.ts'
import { typingText } from './typing-text.ts'
import { AskedCard, Elsewhere, OnWall, TypingForm, type TypingTried } from './typing-view.tsx'

/** The text of a track in a meeting: its teacher types, another who leads lays it before that teacher. */

const DONE = ['saved', 'proposed', 'accepted', 'declined'] as const

/** The tracks of the item: who leads chooses from all of them, everybody else from the own ones. */
async function tracksOr404(at: AtTyping): Promise<AtTracks> {
  const found = await tracksAt(deskOf(at))
  if (found === null) throw new HTTPException(404)
  if (mayRun(at.seat, at.scene.meeting).may) return found
  const own = found.tracks.filter((entry) => isOwner(at.reader.actor, entry))
  return own.length > 0 ? { ...found, tracks: own } : found
}

const trackHref = ({ href, item, from }: AtTyping, entry: Entry) =>
  `${href}/text/${item.id}?track=${entry.id}${from === 'desk' ? '&from=desk' : ''}`

const value = (form: Form, name: string) => [form[name]].flat()[0] ?? ''

export async function postTrack(c: Context<OnDesk>, at: AtTyping, form: Form) {
  const found = await tracksOr404(at)
  const entry = trackIn(found, value(form, 'track'))
  if (!entry) throw new HTTPException(404)
  const texts = typedIn(form, fieldsOfTrack(found.roster, entry, at.wording))
  const done = await act(at, entry, form, texts)
  if (done === null) throw new HTTPException(404)
  if (!isRefusal(done)) return c.redirect(`${trackHref(at, entry)}&done=${done}`, 303)
  const typed = Object.fromEntries(texts.map(({ key, text }) => [key, text]))
  return showTrack(c, await typingAt(c), { entry, tried: triedWith(done, typed, '', at) })
}

function act(at: AtTyping, entry: Entry, form: Form, texts: ReturnType<typeof typedIn>) {
  const outcome = value(form, 'act')
  if (outcome !== 'accepted' && outcome !== 'declined') return typeTrack(whereOf(at), entry.id, texts)
  const proposal = parseId<'proposal'>(value(form, 'proposal'))
  if (proposal === null) throw new HTTPException(404)
  return answerTyped(whereOf(at), entry.id, proposal, outcome)
}

type Tried = { readonly entry: Entry; readonly tried: TypingTried }

export async function showTrack(c: Context<OnDesk>, at: AtTyping, refused: Tried | null) {
  const found = await tracksOr404(at)
  const entry = refused?.entry ?? trackIn(found, c.req.query('track'))
  const { language, href, desk, item, seat, scene } = at
  const text = typingText(language)
  const title = text.title(entry ? trackName(entry, lookupOf(found.roster)) : item.title)
  const told = DONE.find((one) => one === c.req.query('done'))
  const notice = refused
    ? ({ kind: 'refusal', text: refused.tried.sentence } as const)
    : told
      ? ({ kind: 'good', text: text.done[told] } as const)
      : null
  const leads = mayRun(seat, scene.meeting).may
  const page = (
    <>
      <p>
        <BackLink href={`${href}/${leads ? at.from : 'phone'}`}>{backWords(at, leads)}</BackLink>
      </p>
      <PageHead title={title} />
      {entry ? await trackBlock(at, found, entry, refused?.tried ?? null) : <Choose at={at} found={found} />}
    </>
  )
  const isOnWall = leads && at.from === 'board'
  return c.html(
    <Page shell={shellFrom(desk, notice)} title={title} here="plan">
      {isOnWall ? (
        <OnWall join={await joinAt(c, at)} language={language}>
          {page}
        </OnWall>
      ) : (
        page
      )}
    </Page>,
    refused ? 422 : 200,
  )
}

function backWords({ from, language }: AtTyping, leads: boolean) {
  const text = typingText(language)
  if (!leads) return text.toPhone
  return from === 'desk' ? text.toDesk : text.toBoard
}

function Choose({ at, found }: { at: AtTyping; found: AtTracks }) {
  return (
    <section class="blok" aria-labelledby="kt-kop">
      <h2 id="kt-kop">{typingText(at.language).choose}</h2>
      <ul class="regels">
        {found.tracks.map((entry) => (
          <li>
            <ArrowLink href={trackHref(at, entry)}>{trackName(entry, lookupOf(found.roster))}</ArrowLink>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function trackBlock(at: AtTyping, found: AtTracks, entry: Entry, tried: TypingTried | null) {
  const { language, seat, scene, action, wording, reader, desk } = at
  const { plan, roster } = found
  const text = typingText(language)
  const name = trackName(entry, lookupOf(roster))
  if (scene.meeting.phase !== 'running') return <Elsewhere>{text.notRunning}</Elsewhere>
  if (isAgreedText(plan, entry)) {
    return (
      <Elsewhere href={`/plan/${plan.id}/entry/${entry.id}/amendment`} label={text.toAmendment}>
        {text.sealed}
      </Elsewhere>
    )
  }
  const owns = isOwner(reader.actor, entry)
  const waiting = (await readProposals(desk.db, reader.actor, plan)).filter(
    (one) => one.entryId === entry.id && one.source === 'meeting' && isWaiting(one),
  )
  if (!owns && !mayRun(seat, scene.meeting).may) return <Elsewhere>{text.only(name)}</Elsewhere>
  if (!owns && (entry.kind !== 'teacher-track' || !mayReadTexts(reader.actor, entry).may))
    return <Elsewhere>{entry.agreedAt === null ? text.hidden(name) : text.only(name)}</Elsewhere>
  const hidden = { track: entry.id }
  return (
    <>
      {owns && waiting.map((one) => <Asked at={at} found={found} entry={entry} proposal={one} />)}
      {!owns && waiting.length > 0 && <Elsewhere>{text.waits(name)}</Elsewhere>}
      <section class="blok stapel" aria-labelledby="tt-kop">
        <h2 id="tt-kop">{owns ? text.ownTitle : text.proposeTitle(name)}</h2>
        <p>{owns ? text.ownNote : text.proposeNote(name)}</p>
        <TypingForm
          fields={fieldsOfTrack(roster, entry, wording)}
          {...{ action, hidden, language, tried }}
          note={null}
          button={owns ? text.save : text.propose(name)}
          under=""
        />
      </section>
    </>
  )
}

function Asked(props: { at: AtTyping; found: AtTracks; entry: Entry; proposal: Proposal }) {
  const { at, found, entry, proposal } = props
  const labels = new Map(fieldsOfTrack(found.roster, entry, at.wording).map(({ key, label }) => [key, label]))
  const changes = Object.entries(proposal.texts).map(([field, after]) => ({
    label: labels.get(field) ?? field,
    before: hasText(entry.kind, field) ? textOf(entry, field) : '',
    after,
  }))
  return (
    <AskedCard
      by={nameIn(at.scene, proposal.madeBy) ?? ''}
      action={at.action}
      hidden={{ track: entry.id, proposal: proposal.id }}
      language={at.language}
      changes={changes}
    />
  )
}
