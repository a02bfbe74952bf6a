import type { Db } from '../db/database.ts'
import { parsePromise } from '../evaluation/yield.ts'
import type { Moment } from '../kernel/day.ts'
import { type MeetingItemId, type PrincipleId, parseId, type SayId, type ThemeId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { itemOf, type Scene } from '../meeting/meeting.ts'
import type { Seat } from '../meeting/seat.ts'
import type { Passage } from '../writing/passage.ts'
import { agreeOutcome, proposeOutcome } from './look-back-decide-store.ts'
import type { RoomNo } from './look-back-no.ts'
import {
  askRoom,
  choosePrinciples,
  closeAsked,
  endInRoom,
  promiseInRoom,
  writeTogether,
} from './look-back-room-store.ts'
import { addTheme, placeNotes, readThemes, removeTheme, renameTheme, sayOfTheme } from './theme-store.ts'
import { themeText } from './theme-text.ts'

export type LookAt = {
  readonly db: Db
  readonly seat: Seat
  readonly scene: Scene
  readonly language: Language
  readonly now: Moment
}

/** What came of an act: nothing wrong, a refusal, or words that somebody else wrote meanwhile. */
export type Acted = RoomNo | { readonly collision: Passage } | null

type Act = (at: LookAt, item: MeetingItemId, form: FormData) => Promise<unknown>

/** Carries out one act of the look-back page. */
export async function lookBackAct(at: LookAt, form: FormData): Promise<Acted> {
  const item = parseId<'meeting-item'>(form.get('item'))
  const act = ACTS[String(form.get('act') ?? '')]
  if (item === null || act === undefined) return refuse('item-gone')
  const done = await act(at, item, form)
  if (done === null) return refuse('item-gone')
  if (isRefusal(done)) return done as RoomNo
  return typeof done === 'object' && 'collision' in done ? (done as { collision: Passage }) : null
}

const word = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const themeIn = (form: FormData) => parseId<'theme'>(form.get('theme'))

const ACTS: Readonly<Record<string, Act | undefined>> = Object.assign(Object.create(null), {
  theme: ({ db, seat, now }, item, form) => addTheme(db, seat, item, { title: word(form, 'title') }, now),
  group: ({ db, seat, now }, item, form) => {
    const notes = form.getAll('note').flatMap((id) => parseId<'say'>(id) ?? [])
    return addTheme(db, seat, item, { title: word(form, 'title'), notes }, now)
  },
  place: ({ db, seat }, item, form) => placeNotes(db, seat, item, placesIn(form)),
  rename: ({ db, seat }, item, form) =>
    onTheme(form, (id) => renameTheme(db, seat, item, id, word(form, 'title'))),
  remove: ({ db, seat, now }, item, form) => onTheme(form, (id) => removeTheme(db, seat, item, id, now)),
  said: ({ db, seat, now }, item, form) =>
    onTheme(form, (id) => {
      const given = { outcome: word(form, 'outcome'), becomesGoal: form.get('goal') === 'yes' }
      return sayOfTheme(db, seat, item, id, given, now)
    }),
  dots: (at, item, form) => openDots(at, item, form),
  check: (at, item) => openCheck(at, item),
  'poll-close': ({ db, seat, now }, item, form) => {
    const poll = parseId<'poll'>(form.get('poll'))
    return poll
      ? closeAsked(db, seat, item, poll, form.get('sure') === 'yes', now)
      : Promise.resolve(refuse('item-gone'))
  },
  text: ({ db, seat, now }, item, form) => {
    const base = Number.parseInt(word(form, 'base'), 10)
    return writeTogether(db, seat, item, word(form, 'text'), Number.isNaN(base) ? null : base, now)
  },
  principles: ({ db, seat, now }, item, form) => choosePrinciples(db, seat, item, principlesIn(form), now),
  propose: ({ db, seat, now }, item, form) =>
    proposeOutcome(db, seat, item, { next: form.get('next'), words: word(form, 'words') }, now),
  agree: ({ db, seat, now }, item) => agreeOutcome(db, seat, item, now),
  promise: (at, item, form) => makePromise(at, item, form),
  end: ({ db, seat, now }, item, form) => {
    const id = parseId<'promise'>(form.get('promise'))
    const as = form.get('as') === 'let-go' ? 'let-go' : 'done'
    return id
      ? endInRoom(db, seat, item, id, { as, cameOf: word(form, 'cameOf') }, now)
      : Promise.resolve(refuse('ended-already'))
  },
} satisfies Record<string, Act>)

const onTheme = (form: FormData, act: (id: ThemeId) => Promise<unknown>) => {
  const id = themeIn(form)
  return id ? act(id) : Promise.resolve(refuse('theme-gone'))
}

/** 'place.<note>': the theme of each note; empty is none. What was not on the form stays where it lies. */
function placesIn(form: FormData): Map<SayId, ThemeId | null> {
  const places = new Map<SayId, ThemeId | null>()
  for (const [name, value] of form) {
    const note = name.startsWith('place.') ? parseId<'say'>(name.slice('place.'.length)) : null
    if (note) places.set(note, parseId<'theme'>(value))
  }
  return places
}

function principlesIn(form: FormData): Map<PrincipleId, string | null> {
  const choices = new Map<PrincipleId, string | null>()
  for (const [name, value] of form) {
    const id = name.startsWith('principle.') ? parseId<'principle'>(name.slice('principle.'.length)) : null
    if (id) choices.set(id, value === '' || typeof value !== 'string' ? null : value)
  }
  return choices
}

/** Dots over the themes of this item. */
async function openDots({ db, seat, scene, language, now }: LookAt, item: MeetingItemId, form: FormData) {
  const themes = (await readThemes(db, seat.actor, scene.meeting.id)).filter((theme) => theme.item === item)
  const dots = Number(word(form, 'dots') || '3')
  const options = themes.map(({ id, title }) => ({ id, text: title }))
  return askRoom(db, seat, item, { kind: 'dots', question: themeText(language).dots, options, dots }, now)
}

/** A check with options in words: how it stands, before one talks about it. */
function openCheck({ db, seat, scene, language, now }: LookAt, id: MeetingItemId) {
  const item = itemOf(scene, id)
  if (item?.kind !== 'coordinator-part' && item?.kind !== 'plan-itself')
    return Promise.resolve(refuse('not-decided-here'))
  const { question, options } = themeText(language).checks[item.kind]
  const given = options.map((text, place) => ({ id: `o${place + 1}`, text }))
  return askRoom(db, seat, id, { kind: 'check', question, options: given, dots: 1 }, now)
}

function makePromise({ db, seat, now }: LookAt, item: MeetingItemId, form: FormData) {
  const words = { what: word(form, 'what'), withWhom: word(form, 'withWhom'), dueOn: word(form, 'dueOn') }
  const given = parsePromise(words)
  if (isRefusal(given)) return Promise.resolve(given)
  const person = parseId<'person'>(form.get('person'))
  if (person === null) return Promise.resolve(refuse('person-unknown', 'person'))
  return promiseInRoom(
    db,
    seat,
    item,
    { ...given, person, entryId: parseId<'entry'>(form.get('entry')) },
    now,
  )
}
