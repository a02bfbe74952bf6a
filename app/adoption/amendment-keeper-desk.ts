import type { Db } from '../db/database.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import { type AmendmentId, parseId } from '../kernel/id.ts'
import { termsFor } from '../kernel/language.ts'
import { refuse } from '../kernel/refusal.ts'
import { touchPlan } from '../plan/plan-store.ts'
import type { Actor } from '../session/actor.ts'
import type { PassageKeeper } from '../writing/passage-keeper-desk.ts'
import type { Place } from '../writing/passage-store.ts'
import { fieldsOf } from './amendment.ts'
import { amendmentLabel, amendmentTitle } from './amendment-item-view.ts'
import { maySuggestOn, mayWriteAmendment } from './amendment-may.ts'
import type { SeenAmendment } from './amendment-scene.ts'
import { amendmentScope, planOfAmendment, readAmendment } from './amendment-store.ts'
import { writeAmendmentText, wroteAmendment } from './amendment-write-store.ts'

/**
 * The texts of amendments: a track's by its two sides, a goal's by who made it and the coordinator. `now` is the clock
 * of the house: a text stands still while the team is asked about it.
 */
export const amendmentKeeper = (now: () => Date): PassageKeeper => ({
  async find(db, actor, ownerId, field) {
    const scene = await sceneAt(db, actor, ownerId, field, momentOf(now()))
    if (!scene) return null
    const { plan, amendment, roster } = scene
    const words = await wordsOf(db, actor)
    return {
      place: { ownerId: amendment.id, field, scopeId: amendmentScope(plan.id) },
      write: mayWriteAmendment(actor, scene),
      suggest: maySuggestOn(actor, scene),
      decline: mayWriteAmendment(actor, scene),
      comment: maySuggestOn(actor, scene),
      title: (language) => {
        const wording = { language, terms: termsFor(language, words.coordinator, words.teacher) }
        const about = amendmentTitle(plan, amendment, roster, wording)
        return `${about} · ${amendmentLabel(scene, field, wording)}`
      },
      href: `/plan/${plan.id}/amendment/${amendment.id}`,
    }
  },

  async write(db, actor, place, text, base, at) {
    const plan = await planOfAmendment(db, actor, place.ownerId)
    if (!plan) return refuse('not-there')
    return writeAmendmentText(db, actor, plan.id, idOf(place), place.field, text, base, at)
  },

  async wrote(tx, actor, place, at) {
    const plan = await planOfAmendment(tx, actor, place.ownerId)
    if (!plan) return refuse('not-there')
    return wroteAmendment(tx, actor, plan.id, idOf(place), place.field, at)
  },

  async talked(tx, actor, place) {
    const plan = await planOfAmendment(tx, actor, place.ownerId)
    if (plan) await tx.write(actor, (sql) => touchPlan(sql, actor, plan))
  },
})

const idOf = (place: Place) => place.ownerId as AmendmentId

/** Null where there is no such passage, and where this actor may not read it. */
async function sceneAt(
  db: Db,
  actor: Actor,
  ownerId: string,
  field: string,
  now: Moment,
): Promise<SeenAmendment | null> {
  const id = parseId<'amendment'>(ownerId)
  const plan = id && (await planOfAmendment(db, actor, id))
  const scene = plan && (await readAmendment(db, actor, plan, id, now))
  if (!scene || scene.amendment.kind === 'remove') return null
  return fieldsOf(scene.amendment.about).includes(field) ? scene : null
}

const wordsOf = (db: Db, { schoolId }: Actor) =>
  db.read({ schoolId }, (sql) =>
    sql
      .selectFrom('school')
      .select(['coordinator_word as coordinator', 'teacher_word as teacher'])
      .where('id', '=', schoolId)
      .executeTakeFirstOrThrow(),
  )
