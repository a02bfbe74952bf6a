import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { nameIn } from '../meeting/meeting.ts'
import { type AtSeat, memberAt } from '../meeting/seat-desk.ts'
import { sentTexts } from '../plan/entry-form.ts'
import type { OnDesk } from '../session/desk.ts'
import { fingerprint, tidyText } from '../writing/passage.ts'
import { type ActionNo, addAction, removeAction, tickAction } from './action-store.ts'
import { BACKS, type Back } from './action-view.tsx'
import { type MinutesActText, minutesActText } from './minutes-act-text.ts'
import { confirmMinutes } from './minutes-confirm-desk.ts'
import { correctMinutes } from './minutes-correct-store.ts'
import { flushNotes } from './minutes-desk.ts'
import type { TriedCorrection } from './minutes-frame-view.tsx'
import { NOTE, type NoteNo, writeNote } from './minutes-note-store.ts'
import type { TriedNote } from './minutes-note-view.tsx'
import { type MinutesNo, putMinutes } from './minutes-store.ts'

type At = Awaited<ReturnType<typeof memberAt>>

/** What became of an act: where one goes now, or what stands there with what was typed. */
export type Acted =
  | { readonly to: string }
  | {
      readonly says: string
      readonly status: 403 | 422
      readonly line?: { readonly item: string; readonly typed: string }
      readonly note?: TriedNote
      readonly correction?: TriedCorrection
    }

type AnyNo = ActionNo | MinutesNo | NoteNo

const fieldIn = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Every act on minutes is one form: `act` says which. */
export async function actOnMinutes(c: Context<OnDesk>): Promise<Acted> {
  const at = await memberAt(c)
  const form = await c.req.formData()
  const named = fieldIn(form, 'act')
  const act = Object.hasOwn(ACTS, named) ? ACTS[named] : undefined
  if (!act) throw new HTTPException(404)
  return act(at, form)
}

const ACTS: Readonly<Record<string, (at: At, form: FormData) => Promise<Acted>>> = {
  note: takeNote,
  action: takeAction,
  tick: (at, form) => takeTick(at, form, true),
  untick: (at, form) => takeTick(at, form, false),
  remove: takeRemoval,
  put: takePut,
  confirm: takeConfirmation,
  correct: takeCorrection,
}

/** Back to where one was; `done` tells what happened. */
function backTo(at: AtSeat, form: FormData, done: string): Acted {
  const { id } = at.scene.meeting
  const back: Back = BACKS.find((one) => one === fieldIn(form, 'back')) ?? 'minutes'
  const item = parseId(fieldIn(form, 'item') || fieldIn(form, 'owner'))
  const anchor = item ? `#i-${item}` : ''
  if (back === 'for-you') return { to: '/for-you' }
  if (back === 'desk') return { to: `/meeting/${id}/desk` }
  const asked = back === 'write' ? `write=all&done=${done}` : `done=${done}`
  return { to: `/meeting/${id}/minutes?${asked}${anchor}` }
}

function refused(at: AtSeat, no: AnyNo): { says: string; status: 403 | 422 } {
  return { says: sentenceOf(no, minutesActText(at.language)), status: no.refused === 'may-not' ? 403 : 422 }
}

/** The sentence for every way in which minutes say no. */
export const sentenceOf = (no: AnyNo, text: MinutesActText): string =>
  no.refused === 'may-not' ? text.because[no.because] : text.refusal[no.refused]

function gone(): never {
  throw new HTTPException(404)
}

/** A note as a whole form, without script. A field that was not touched is left alone. */
async function takeNote(at: At, form: FormData): Promise<Acted> {
  const owner = fieldIn(form, 'owner')
  const sent = sentTexts(form).find(({ field }) => field === NOTE) ?? gone()
  const { desk, reader, scene } = at
  if (sent.keep === 'theirs' || isUntouched(sent)) return backTo(at, form, 'saved')
  const done = await writeNote(desk.db, reader.actor, owner, sent.text, sent.base, desk.now)
  if (done === null) return gone()
  if (isRefusal(done)) {
    const no = refused(at, done)
    return { ...no, note: { owner, typed: sent.text, clash: null, error: no.says } }
  }
  if ('saved' in done) return backTo(at, form, 'saved')
  const by = nameIn(scene, done.collision.changedBy) ?? ''
  const clash = { passage: done.collision, by }
  const says = minutesActText(at.language).notYet
  return { says, status: 422, note: { owner, typed: sent.text, clash, error: null } }
}

function isUntouched({ text, was }: { text: string; was?: string }) {
  const tidy = tidyText(text)
  return !isRefusal(tidy) && was === fingerprint(tidy)
}

async function takeAction(at: At, form: FormData): Promise<Acted> {
  const { desk, reader, scene } = at
  const line = fieldIn(form, 'line')
  const item = parseId<'meeting-item'>(fieldIn(form, 'item'))
  const done = await addAction(desk.db, reader.actor, scene.meeting.id, { line, item }, desk.now)
  if (done === null) return gone()
  if (typeof done === 'string') return backTo(at, form, 'action')
  return { ...refused(at, done), line: { item: item ?? '', typed: line } }
}

async function takeTick(at: At, form: FormData, isDone: boolean): Promise<Acted> {
  const { desk, reader, scene } = at
  const id = parseId<'action'>(fieldIn(form, 'action')) ?? gone()
  const done = await tickAction(desk.db, reader.actor, scene.meeting.id, id, isDone, desk.now)
  if (done === null) return gone()
  return done === 'ticked' ? backTo(at, form, 'ticked') : refused(at, done)
}

async function takeRemoval(at: At, form: FormData): Promise<Acted> {
  const { desk, reader, scene } = at
  const id = parseId<'action'>(fieldIn(form, 'action')) ?? gone()
  const done = await removeAction(desk.db, reader.actor, scene.meeting.id, id)
  if (done === null) return gone()
  return done === 'removed' ? backTo(at, form, 'removed') : refused(at, done)
}

async function takePut(at: At, form: FormData): Promise<Acted> {
  const { desk, reader, scene } = at
  await flushNotes(desk.db, scene.meeting.id)
  const done = await putMinutes(desk.db, reader.actor, scene.meeting.id, desk.now)
  if (done === null) return gone()
  return done === 'put' ? backTo(at, form, 'put') : refused(at, done)
}

/** By the chair of the meeting in the field `in`; from its board one comes back there. */
async function takeConfirmation(at: At, form: FormData): Promise<Acted> {
  const { desk, reader, scene } = at
  const confirmedIn = parseId<'meeting'>(fieldIn(form, 'in')) ?? gone()
  const done = await confirmMinutes({
    db: desk.db,
    actor: reader.actor,
    meetingId: scene.meeting.id,
    confirmedIn,
    now: desk.now,
  })
  if (done === null) return gone()
  if (done !== 'sealed') return refused(at, done)
  return fieldIn(form, 'back') === 'board'
    ? { to: `/meeting/${confirmedIn}/board` }
    : { to: `/meeting/${scene.meeting.id}/minutes?done=sealed` }
}

async function takeCorrection(at: At, form: FormData): Promise<Acted> {
  const { desk, reader, scene } = at
  const [what, why] = [plain(fieldIn(form, 'what')), plain(fieldIn(form, 'why'))]
  const item = fieldIn(form, 'item')
  const given = { item: parseId<'meeting-item'>(item), what, why }
  const done = await correctMinutes(desk.db, reader.actor, scene.meeting.id, given, desk.now)
  if (done === null) return gone()
  if (!isRefusal(done)) return { to: `/meeting/${scene.meeting.id}/minutes?done=corrected` }
  const no = refused(at, done)
  const field = done.refused === 'may-not' ? null : (done.field ?? null)
  return { ...no, correction: { item, what, why, wrong: { field, says: no.says } } }
}

/** A short text as it was typed, tidied; one that is far too long stays so long that the store refuses it. */
function plain(raw: string) {
  const text = tidyText(raw)
  return isRefusal(text) ? raw : text
}
