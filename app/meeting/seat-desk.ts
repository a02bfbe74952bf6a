import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type MeetingId, parseId } from '../kernel/id.ts'
import { type Language, type Terms, termsFor } from '../kernel/language.ts'
import { readSchool } from '../school/school-store.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { readCookie } from '../session/desk-cookie.ts'
import { parseToken } from '../session/secret-store.ts'
import type { Pass, Scene } from './meeting.ts'
import { isOpenToJoin, personOfPass } from './pass.ts'
import { type FoundPass, findPass, keeperOf } from './pass-store.ts'
import { readScene } from './scene-store.ts'
import type { Seat } from './seat.ts'

/** A meeting that an address names, and where who asks sits in it. */
export type AtSeat = {
  readonly desk: Desk
  readonly seat: Seat
  readonly scene: Scene
  readonly language: Language
  readonly terms: Terms
  /** The device's own pass, where somebody came by the code. */
  readonly pass: Pass | null
}

/**
 * For what a device that joined by the code may open too. 404 where there is no such meeting for this session or pass;
 * who has neither is sent to where one types the code.
 */
export async function seatAt(c: Context<OnDesk>): Promise<AtSeat> {
  const id = parseId<'meeting'>(c.req.param('meeting'))
  if (id === null) throw new HTTPException(404)
  const seated = (await bySession(c, id)) ?? (await byPass(c, id))
  if (seated) return seated
  if (deskOf(c).reader) throw new HTTPException(404)
  throw new HTTPException(303, { res: c.redirect('/join', 303) })
}

/** For pages of members alone (behind `membersOnly`): 404 where their school has no such meeting. */
export async function memberAt(c: Context<OnDesk>): Promise<AtSeat & { readonly reader: Reader }> {
  const id = parseId<'meeting'>(c.req.param('meeting'))
  const at = id === null ? null : await bySession(c, id)
  if (at === null) throw new HTTPException(404)
  return { ...at, reader: readerOf(c) }
}

async function bySession(c: Context<OnDesk>, meetingId: MeetingId): Promise<AtSeat | null> {
  const desk = deskOf(c)
  if (!desk.reader) return null
  const { actor, language, terms } = desk.reader
  const scene = await readScene(desk.db, actor, meetingId)
  if (scene === null) return null
  const seat: Seat = {
    meetingId,
    schoolId: actor.schoolId,
    person: actor.personId,
    via: 'session',
    pass: null,
    waitsAs: null,
    actor,
  }
  return { desk, seat, scene, language, terms, pass: null }
}

async function byPass(c: Context<OnDesk>, meetingId: MeetingId): Promise<AtSeat | null> {
  const desk = deskOf(c)
  const found = await passOf(c)
  if (found?.meetingId !== meetingId) return null
  const actor = keeperOf(found.schoolId)
  const scene = await readScene(desk.db, actor, meetingId)
  const pass = scene?.passes.find(({ id }) => id === found.id)
  if (!scene || !pass || pass.endedAt !== null || !isOpenToJoin(scene.meeting, desk.now)) return null
  const school = await readSchool(desk.db, actor)
  const terms = termsFor(desk.language, school.coordinatorWord, school.teacherWord)
  return { desk, seat: seatOfPass(scene, pass), scene, language: desk.language, terms, pass }
}

function seatOfPass(scene: Scene, pass: Pass): Seat {
  const { id: meetingId, schoolId } = scene.meeting
  const person = personOfPass(scene, pass)
  const waitsAs = pass.confirmedAt === null ? pass.person : null
  return { meetingId, schoolId, person, via: 'pass', pass: pass.id, waitsAs, actor: keeperOf(schoolId) }
}

/** The pass whose token this browser holds, whatever became of it. */
export async function passOf(c: Context<OnDesk>): Promise<FoundPass | null> {
  const { db, house } = deskOf(c)
  const token = parseToken(readCookie(c, house, 'meeting'))
  return token ? findPass(db, token) : null
}
