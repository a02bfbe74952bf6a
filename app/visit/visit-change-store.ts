import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { OfferId, PersonId, VisitId } from '../kernel/id.ts'
import { isRefusal, type May, type Refusal, refuse } from '../kernel/refusal.ts'
import type { Actor, Member } from '../session/actor.ts'
import { loadBusy } from './busy-load.ts'
import { addOffer, holdCalendars, takeOffer } from './offer-store.ts'
import {
  agree,
  askCover,
  callOff,
  decline,
  goWithout,
  loseCover,
  peopleOf,
  propose,
  takeCover,
  type Visit,
  type VisitNo,
  type VisitRefusal,
} from './visit.ts'
import { loadHere, loadVisit } from './visit-load.ts'
import {
  mayAnswer,
  mayCallOff,
  mayFallOut,
  mayGoWithout,
  mayHandOver,
  mayMove,
  mayReadVisit,
  mayTakeOver,
} from './visit-may.ts'
import { type Chosen, placeFor, rowOf, type Tell, whyBusy } from './visit-store.ts'

/** Which visit, as the form saw it, and how those concerned are told. */
export type Changing = {
  readonly id: VisitId
  /** The revision that the form began from. */
  readonly revision: number
  readonly now: Moment
  readonly tell: Tell
}
type InVisit = { readonly sql: Sql; readonly visit: Visit }
type Answer = Visit | Refusal<VisitRefusal> | VisitNo

/**
 * Changes a visit on what stands there now, one after another in a school, and tells those concerned. Null: no such
 * visit, or not one that this person may see.
 */
async function change(
  db: Db,
  actor: Member,
  { id, revision, now, tell }: Changing,
  may: (visit: Visit) => May,
  act: (at: InVisit) => Answer | Promise<Answer>,
): Promise<'done' | VisitNo | null> {
  return db.write(actor, async (sql, tx) => {
    await holdCalendars(tx, actor)
    const visit = await loadVisit(sql, actor, id)
    if (visit === null || !mayReadVisit(actor, visit).may) return null
    if (visit.revision !== revision) return refuse('changed')
    if (!may(visit).may) return refuse('may-not')
    const answer = await act({ sql, visit })
    if (isRefusal(answer)) return answer
    const after = { ...answer, revision: visit.revision + 1, changedAt: now }
    await saveVisit(sql, actor, after)
    await tell({ sql, tx }, { before: visit, after, by: actor.personId })
    return 'done' as const
  })
}

/**
 * Stores what became of a visit, inside the caller's transaction. With whom its guide is shared is not of this: the host
 * may say so meanwhile, and what she took back must not come back.
 */
export async function saveVisit(sql: Sql, actor: Actor, visit: Visit) {
  const { id, school_id, ...row } = rowOf(actor, visit)
  await sql.updateTable('visit').set(row).where('id', '=', id).where('school_id', '=', school_id).execute()
}

/** Yes; refused when somebody of the three was called somewhere else meanwhile. */
export const agreeVisit = (db: Db, actor: Member, at: Changing) =>
  change(
    db,
    actor,
    at,
    (visit) => mayAnswer(actor, visit),
    async ({ sql, visit }) => {
      const after = agree(visit, at.now)
      if (isRefusal(after)) return after
      const three = peopleOf(after)
      if ((await loadHere(sql, actor, three)).size < three.length) return refuse('offer-gone')
      return (await whyBusy(sql, actor, visit, after)) ?? after
    },
  )

/** No thanks, with a line or without. */
export const declineVisit = (db: Db, actor: Member, at: Changing, words: string) =>
  change(
    db,
    actor,
    at,
    (visit) => mayAnswer(actor, visit),
    ({ visit }) => decline(visit, actor.personId, words, at.now),
  )

/** Another moment: it is taken until the other one answers. */
export const proposeMoment = (db: Db, actor: Member, at: Changing, chosen: Chosen) =>
  change(
    db,
    actor,
    at,
    (visit) => mayMove(actor, visit),
    async ({ sql, visit }) => {
      const place = await placeFor(sql, actor, visit, chosen, at.now)
      return isRefusal(place) ? place : propose(visit, actor.personId, place, at.now)
    },
  )

/** Called off; what the cover offered is free again. */
export const callOffVisit = (db: Db, actor: Member, at: Changing, words: string) =>
  change(
    db,
    actor,
    at,
    (visit) => mayCallOff(actor, visit),
    ({ visit }) => callOff(visit, actor.personId, words, at.now),
  )

/** Who takes the class over can't: what was offered is gone, the visit stays. */
export const fallOut = (db: Db, actor: Member, at: Changing) =>
  change(
    db,
    actor,
    at,
    (visit) => mayFallOut(actor, visit),
    async ({ sql, visit }) => {
      const after = loseCover(visit, at.now)
      if (!isRefusal(after) && visit.offerId !== null) await takeOffer(sql, actor, visit.offerId, at.now)
      return after
    },
  )

/** The visitor goes without anybody who takes the class over. */
export const goAlone = (db: Db, actor: Member, at: Changing) =>
  change(
    db,
    actor,
    at,
    (visit) => mayGoWithout(actor, visit),
    ({ visit }) => goWithout(visit, at.now),
  )

/** Asks a colleague to take the class over instead; null takes the request back. */
export const handOver = (db: Db, actor: Member, at: Changing, colleague: PersonId | null) =>
  change(
    db,
    actor,
    at,
    (visit) => mayHandOver(actor, visit),
    async ({ sql, visit }) => {
      const after = askCover(visit, colleague, at.now)
      if (isRefusal(after) || colleague === null) return after
      if (!(await loadHere(sql, actor, [colleague])).has(colleague))
        return refuse('cover-unknown', 'colleague')
      return (await isBusy(sql, actor, colleague, visit)) ? refuse('cover-busy', 'colleague') : after
    },
  )

const isBusy = async (sql: Sql, actor: Actor, person: PersonId, visit: Visit) =>
  (await loadBusy(sql, actor, [person], visit, { visits: [visit.id] })).size > 0

/** The colleague does it: the moment becomes theirs, with the same line. */
export const takeOver = (db: Db, actor: Member, at: Changing) =>
  change(
    db,
    actor,
    at,
    (visit) => mayTakeOver(actor, visit),
    async ({ sql, visit }) => {
      if (await isBusy(sql, actor, actor.personId, visit)) return refuse('you-busy')
      const slot = { startsAt: visit.startsAt, endsAt: visit.endsAt }
      const offer: OfferId = await addOffer(sql, actor, { slot, cover: actor.personId, words: '' }, at.now)
      const after = takeCover(visit, offer, at.now)
      if (!isRefusal(after) && visit.offerId !== null) await takeOffer(sql, actor, visit.offerId, at.now)
      return after
    },
  )

/** The colleague can't: it stays as it was. */
export const declineCover = (db: Db, actor: Member, at: Changing) =>
  change(
    db,
    actor,
    at,
    (visit) => mayTakeOver(actor, visit),
    ({ visit }) => askCover(visit, null, at.now),
  )
