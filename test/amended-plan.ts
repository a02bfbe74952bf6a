import type { Amendment } from '../app/adoption/amendment.ts'
import { sayYes, type Which } from '../app/adoption/amendment-agree-store.ts'
import { beginAmendment, type NewAmendment } from '../app/adoption/amendment-begin-store.ts'
import { amendmentWords } from '../app/adoption/amendment-item-view.ts'
import { putAmendment } from '../app/adoption/amendment-round-store.ts'
import type { SeenAmendment } from '../app/adoption/amendment-scene.ts'
import { readAmendment } from '../app/adoption/amendment-store.ts'
import { writeAmendmentText } from '../app/adoption/amendment-write-store.ts'
import type { Db } from '../app/db/database.ts'
import type { Moment } from '../app/kernel/day.ts'
import type { AmendmentId, PlanId } from '../app/kernel/id.ts'
import { termsFor } from '../app/kernel/language.ts'
import type { Cast } from './cast.ts'
import { AFTER, adoptedPlan, done, frameFor, planOf } from './written-plan.ts'

export const WHY = 'De klas vraagt nu iets anders.'
/** When a round on an amendment closes, and a moment after it. */
export const ROUND_CLOSES = '2026-12-01T15:00:00.000Z' as Moment
export const ROUND_OVER = '2026-12-02T08:00:00.000Z' as Moment

export const AMENDMENT_WORDS = amendmentWords({
  language: 'nl',
  terms: termsFor('nl', 'ib', 'leraar'),
})

type Key = Parameters<Cast['member']>[0]

/** One amendment of an adopted plan, and what people do with it; each act by name, refused acts as their value. */
export function amending(db: Db, cast: Cast, planId: PlanId) {
  const which = (id: AmendmentId): Which => ({ planId, id })
  const see = async (key: Key, id: AmendmentId, now: Moment = AFTER): Promise<SeenAmendment | null> =>
    readAmendment(db, cast.member(key), await planOf(db, cast, planId), id, now)
  const print = async (key: Key, id: AmendmentId): Promise<Amendment['print']> =>
    (await see(key, id))?.amendment.print ?? 'none'
  return {
    which,
    see,
    begin: (key: Key, asked: Omit<NewAmendment, 'why'>, now: Moment = AFTER) =>
      beginAmendment(db, cast.member(key), planId, { ...asked, why: WHY }, now),
    write: (key: Key, id: AmendmentId, field: string, text: string, now: Moment = AFTER) =>
      writeAmendmentText(db, cast.member(key), planId, id, field, text, null, now),
    yes: async (key: Key, id: AmendmentId, now: Moment = AFTER) =>
      sayYes(
        db,
        cast.member(key),
        which(id),
        { print: await print(key, id), schoolName: 'De Regenboog' },
        now,
      ),
    put: (key: Key, id: AmendmentId, now: Moment = AFTER) =>
      putAmendment(
        db,
        cast.member(key),
        which(id),
        { frame: frameFor(cast), closesAt: ROUND_CLOSES, words: AMENDMENT_WORDS },
        now,
      ),
  }
}

/** An adopted plan with an amendment of Anouk's track, to which she said yes, and one of the goal, before the team. */
export async function amendedPlan(db: Db) {
  const made = await adoptedPlan(db)
  const acts = amending(db, made.cast, made.id)
  const track = done(
    await acts.begin('anouk', { kind: 'change', about: 'teacher-track', subjectId: made.anouk }),
  )
  done(await acts.write('anouk', track, 'goal', 'Ik leer kinderen samen te laten werken, ook in de kring.'))
  done(
    await acts.write('anouk', track, 'approach', '- Elke week één les samen voorbereiden\n- Karin kijkt mee'),
  )
  done(await acts.yes('anouk', track))
  const goal = done(
    await acts.begin('anouk', { kind: 'change', about: 'general-goal', subjectId: made.goal }),
  )
  done(await acts.write('anouk', goal, 'approach', 'Samen kijken, drie keer per week een kwartier.'))
  done(await acts.put('karin', goal))
  return { ...made, ...acts, trackAmendment: track, goalAmendment: goal }
}
