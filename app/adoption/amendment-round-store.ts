import type { Db } from '../db/database.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Moment } from '../kernel/day.ts'
import type { DecisionId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import type { Decision, Frame } from '../round/round.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { changeDecision, closeDueRounds, openDecision } from '../round/round-store.ts'
import { renew, settle } from '../round/round-way.ts'
import { type Actor, personOf } from '../session/actor.ts'
import { decidedContent } from './adoption.ts'
import type { AmendmentNo } from './adoption-no.ts'
import { type Amendment, isAmended } from './amendment.ts'
import { actOn, mayNot, type Which } from './amendment-agree-store.ts'
import { applyAmendment, whyNotApply } from './amendment-apply-store.ts'
import { mayLeadAmendment, mayPutAmendment } from './amendment-may.ts'
import { amendmentJson } from './amendment-record.ts'
import type { AmendmentWords, SeenAmendment } from './amendment-scene.ts'
import { endAmendment, putDecision } from './amendment-write-store.ts'
import type { Version } from './seal.ts'

/** What exactly is decided: the fingerprint of the text. */
const contentOf = ({ print }: Amendment) => canonicalJson({ print })
const isAsDecided = (decision: SeenDecision, { print }: Amendment) =>
  decidedContent(decision)['print'] === print

export type PutAmendment = {
  readonly frame: Frame
  /** Null: held in the room. */
  readonly closesAt: Moment | null
  readonly words: AmendmentWords
  /** Whoever leads a meeting puts what is on its agenda; the meeting weighed that. */
  readonly isLed?: boolean
}

/** Puts an amendment of a goal or principle to the team, by itself: the plan stays adopted. */
export function putAmendment(
  db: Db,
  actor: Actor,
  which: Which,
  { frame, closesAt, words, isLed = false }: PutAmendment,
  now: Moment,
): Promise<DecisionId | AmendmentNo> {
  return actOn<DecisionId>(db, actor, which, now, async ({ sql, tx, scene }) => {
    const { amendment, plan } = scene
    const no = mayNot(mayPutAmendment(actor, scene, isLed)) ?? whyNotPut(scene)
    if (no) return no
    const question = {
      scopeId: plan.id,
      about: 'amendment',
      subjectId: amendment.id,
      title: words.title(scene),
      text: words.text(scene),
      content: contentOf(amendment),
      closesAt,
    }
    const id = await openDecision(tx, actor, question, frame, now)
    if (isRefusal(id)) return id
    await putDecision(sql, actor, amendment.id, id)
    return id
  })
}

const whyNotPut = ({ plan, amendment }: SeenAmendment): AmendmentNo | null =>
  isAmended(amendment) ? whyNotApply(plan, amendment) : refuse('nothing-amended')

export type RenewAmendment = {
  readonly changeNote: string
  /** Null: held in the room. */
  readonly closesAt: Moment | null
  readonly words: AmendmentWords
  /** By who leads a meeting. */
  readonly isLed?: boolean
}

/** A new round on the same amendment, with its text as it was changed since. */
export function renewAmendment(
  db: Db,
  actor: Actor,
  which: Which,
  { changeNote, closesAt, words, isLed = false }: RenewAmendment,
  now: Moment,
): Promise<Decision | AmendmentNo> {
  return actOn<Decision>(db, actor, which, now, async ({ tx, scene }) => {
    const { amendment, decision } = scene
    const no = mayNot(mayLeadAmendment(actor, scene, isLed)) ?? whyNotPut(scene)
    if (no) return no
    const by = personOf(actor)
    if (decision === null || by === null) return refuse('not-decided')
    const next = { text: words.text(scene), content: contentOf(amendment), changeNote, closesAt }
    const renewed = await changeDecision(tx, actor, decision.id, now, (stored) =>
      renew(stored, next, by, now),
    )
    return renewed ?? refuse('not-decided')
  })
}

export type Settling = {
  readonly way: Parameters<typeof settle>[1]
  readonly note: string
  readonly isLed?: boolean
}

/** What happens with an amendment that found no decision; when it is dropped it has ended, with those words. */
export function settleAmendment(
  db: Db,
  actor: Actor,
  which: Which,
  { way, note, isLed = false }: Settling,
  now: Moment,
): Promise<Decision | AmendmentNo> {
  return actOn<Decision>(db, actor, which, now, async ({ sql, tx, scene }) => {
    const no = mayNot(mayLeadAmendment(actor, scene, isLed))
    const by = personOf(actor)
    if (no || scene.decision === null || by === null) return no ?? refuse('not-decided')
    const settled = await changeDecision(tx, actor, scene.decision.id, now, (stored) =>
      settle(stored, way, note, by, now),
    )
    if (settled === null) return refuse('not-decided')
    if (!isRefusal(settled) && way === 'dropped')
      await endAmendment(sql, actor, scene.amendment.id, { is: 'declined', words: note }, now)
    return settled
  })
}

/** The team decided: the text goes into the plan and a version beside is sealed with the record of the decision. */
export function sealAmendment(
  db: Db,
  actor: Actor,
  which: Which,
  schoolName: string,
  now: Moment,
): Promise<Version | AmendmentNo> {
  return actOn<Version>(db, actor, which, now, async ({ sql, tx, scene }) => {
    const { amendment, decision, roster } = scene
    const no = mayNot(mayLeadAmendment(actor, scene))
    if (no) return no
    if (decision?.standing.now.is !== 'stands') return refuse('not-decided')
    if (decision.standing.now.until !== null) return refuse('term-runs')
    if (!isAsDecided(decision, amendment)) return refuse('text-moved-on')
    await closeDueRounds(tx, actor, scene.plan.id, now)
    const record = amendmentJson(amendment, roster, decision)
    return applyAmendment(sql, tx, actor, scene, { is: 'decided', record, words: '' }, schoolName, now)
  })
}
