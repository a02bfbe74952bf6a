import type { Db, Sql } from '../db/database.ts'
import type { Moment } from '../kernel/day.ts'
import type { AmendmentId, PlanId } from '../kernel/id.ts'
import { isRefusal, type May, refuse } from '../kernel/refusal.ts'
import { tellMoved, touchPlan } from '../plan/plan-store.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { tidyText } from '../writing/passage.ts'
import type { AmendmentNo } from './adoption-no.ts'
import { type Amendment, bothAgree, type GoalTies, isAmended, type Side, type Yes } from './amendment.ts'
import { applyAmendment, whyNotApply } from './amendment-apply-store.ts'
import {
  type AmendmentBecause,
  mayAgreeOn,
  mayAskPrincipal,
  mayDecline,
  mayWithdrawAmendment,
  mayWriteAmendment,
  sideOfActor,
} from './amendment-may.ts'
import { amendmentJson } from './amendment-record.ts'
import type { SeenAmendment } from './amendment-scene.ts'
import {
  dropYes,
  endAmendment,
  holdAmendment,
  moveBase,
  putStandIn,
  putTies,
  putYes,
} from './amendment-write-store.ts'
import type { Version } from './seal.ts'

/** Which amendment of which plan. */
export type Which = { readonly planId: PlanId; readonly id: AmendmentId }
type Inside = { sql: Sql; tx: Db; scene: SeenAmendment }

export const mayNot = (may: May<AmendmentBecause>): AmendmentNo | null =>
  may.may ? null : { refused: 'may-not', because: may.because }

/** One act on an amendment, while nobody else changes it; a good one raises the revision of the plan. */
export function actOn<Done>(
  db: Db,
  actor: Actor,
  { planId, id }: Which,
  now: Moment,
  act: (inside: Inside) => Promise<Done | AmendmentNo>,
): Promise<Done | AmendmentNo> {
  return db.write(actor, async (sql, tx): Promise<Done | AmendmentNo> => {
    const scene = await holdAmendment(tx, actor, planId, id, now)
    if (scene === null) return refuse('subject-gone')
    const done = await act({ sql, tx, scene })
    if (isRefusal(done)) return done
    await touchPlan(sql, actor, scene.plan)
    tellMoved(tx, actor, planId)
    return done
  })
}

export type SayYes = {
  /** The fingerprint of the text that was read: a yes to another text is none. */
  readonly print: string
  readonly schoolName: string
}

/**
 * One of the two sides of a track says yes to its text. With the yes of both the text goes into the plan and is sealed
 * beside the last version, at once. Answers that version, or 'said' while the other has not said yes.
 */
export function sayYes(
  db: Db,
  actor: Actor,
  which: Which,
  { print, schoolName }: SayYes,
  now: Moment,
): Promise<Version | 'said' | AmendmentNo> {
  return actOn<Version | 'said'>(db, actor, which, now, async ({ sql, tx, scene }) => {
    const { amendment } = scene
    const no = mayNot(mayAgreeOn(actor, scene)) ?? whyNotYes(scene, print)
    if (no) return no
    const [side, person] = [sideOfActor(actor, scene), personOf(actor)]
    if (side === null || person === null) return refuse('subject-gone')
    await putYes(sql, actor, amendment, person, side, now)
    const agreed = withYes(amendment, { side, person, at: now, print })
    if (!bothAgree(agreed)) return 'said'
    const record = amendmentJson(agreed, scene.roster, null)
    const settled = { is: 'agreed', record, words: '' } as const
    return applyAmendment(sql, tx, actor, { ...scene, amendment: agreed }, settled, schoolName, now)
  })
}

function whyNotYes({ plan, amendment }: SeenAmendment, print: string): AmendmentNo | null {
  if (!isAmended(amendment)) return refuse('nothing-amended')
  if (print !== amendment.print) return refuse('text-moved-on')
  return whyNotApply(plan, amendment)
}

const withYes = (amendment: Amendment, yes: Yes): Amendment => ({
  ...amendment,
  yeses: [...amendment.yeses.filter(({ side }) => side !== yes.side), yes],
})

/** Takes back one's own side's yes, as long as the other has not said it. */
export function takeYesBack(db: Db, actor: Actor, which: Which, now: Moment): Promise<null | AmendmentNo> {
  return actOn<null>(db, actor, which, now, async ({ sql, scene }) => {
    const side: Side | null = sideOfActor(actor, scene)
    const no = mayNot(mayAgreeOn(actor, scene))
    if (no || side === null) return no ?? refuse('subject-gone')
    await dropYes(sql, actor, scene.amendment.id, side)
    return null
  })
}

/** The side that did not make it says that it is not done, with words. */
export const declineAmendment = (db: Db, actor: Actor, which: Which, raw: string, now: Moment) =>
  actOn<null>(db, actor, which, now, async ({ sql, scene }) => {
    const no = mayNot(mayDecline(actor, scene))
    if (no) return no
    const words = shortText(raw)
    if (words === null || words === '') return refuse('words-missing', 'words')
    await endAmendment(sql, actor, scene.amendment.id, { is: 'declined', words }, now)
    return null
  })

/** Takes it back; words are welcome and not asked. */
export const withdrawAmendment = (db: Db, actor: Actor, which: Which, raw: string, now: Moment) =>
  actOn<null>(db, actor, which, now, async ({ sql, scene }) => {
    const no = mayNot(mayWithdrawAmendment(actor, scene))
    if (no) return no
    const words = shortText(raw)
    if (words === null) return refuse('text-too-long', 'words')
    await endAmendment(sql, actor, scene.amendment.id, { is: 'withdrawn', words }, now)
    return null
  })

const LONGEST_WORDS = 2_000

/** Null: longer than such words are. */
export function shortText(raw: string): string | null {
  const text = tidyText(raw)
  return isRefusal(text) || text.length > LONGEST_WORDS ? null : text
}

/** The owner asks the principal to agree in the place of a coordinator who is away, and says why. */
export const askPrincipal = (db: Db, actor: Actor, which: Which, raw: string, now: Moment) =>
  actOn<null>(db, actor, which, now, async ({ sql, scene }) => {
    const no = mayNot(mayAskPrincipal(actor, scene))
    if (no) return no
    const why = shortText(raw)
    if (why === null || why === '') return refuse('words-missing', 'standIn')
    await putStandIn(sql, actor, scene.amendment.id, why, now)
    return null
  })

/** The plan was adopted anew meanwhile: goes on from the text that is agreed now. */
export const startFromNow = (db: Db, actor: Actor, which: Which, now: Moment) =>
  actOn<null>(db, actor, which, now, async ({ sql, tx, scene }) => {
    const no = mayNot(mayWriteAmendment(actor, scene))
    if (no) return no
    await moveBase(tx, sql, actor, scene, now)
    return null
  })

/** Vision lines and days of a goal, as it would be; null for as they stand. */
export const tieAmendment = (db: Db, actor: Actor, which: Which, ties: GoalTies | null, now: Moment) =>
  actOn<null>(db, actor, which, now, async ({ sql, scene }) => {
    const no = mayNot(mayWriteAmendment(actor, scene))
    if (no) return no
    await putTies(sql, actor, scene.amendment.id, ties)
    return null
  })
