import { readChangedSince } from '../adoption/beside-store.ts'
import type { Version } from '../adoption/seal.ts'
import { readVersions } from '../adoption/seal-store.ts'
import { meetingFrom } from '../adoption/sealed-meeting.ts'
import type { Db } from '../db/database.ts'
import { readMrDay } from '../deciding/held-store.ts'
import { readEvaluations } from '../evaluation/evaluation-store.ts'
import { paperEvaluations, paperTogether } from '../evaluation/paper-evaluation.ts'
import { readTeamChoices, readTeamLooks } from '../evaluation/team-look-store.ts'
import type { AdoptionSheet, PlanPaper } from '../form/plan-paper.ts'
import type { Day } from '../kernel/day.ts'
import { type PlanId, parseId, type SchoolId } from '../kernel/id.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { isOpen, type Phase } from '../plan/plan.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { readPlan } from '../plan/plan-store.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { Actor, Program } from '../session/actor.ts'
import { paperOfPlan } from './paper-of-plan.ts'

export type PaperWish = {
  readonly schoolName: string
  readonly language: Language
  readonly terms: Terms
  readonly today: Day
  /** The sealed version as its sheet in an export; null for one that can't be read. */
  readonly sheetOf: (version: Version) => AdoptionSheet | null
}

/**
 * The plan as paper, with what the whole team may read: whoever asks, a text that its owner does not stand behind is
 * in no export. Null when the school has no such plan.
 */
export async function readPaper(
  db: Db,
  actor: Actor,
  id: PlanId,
  wish: PaperWish,
): Promise<PlanPaper | null> {
  const plan = await readPlan(db, actor, id)
  if (!plan) return null
  const [version] = isAdopted(plan.phase) ? await readVersions(db, actor, id) : []
  const roster = await readRoster(db, actor)
  const changed = await readChangedSince(db, actor, plan, roster, version ?? null)
  const paper = paperOfPlan({
    ...wish,
    plan: sightOf(plan, outsider(actor.schoolId)),
    roster,
    evaluations: paperEvaluations(await readEvaluations(db, outsider(actor.schoolId), plan)),
    adoption: version ? await withMrDay(db, actor, version, wish.sheetOf(version)) : null,
    together: paperTogether(
      plan,
      await readTeamLooks(db, actor, plan),
      await readTeamChoices(db, actor, plan),
    ),
  })
  // Tracks that their owners changed since are in no sealed version yet: the export says so.
  return changed.length === 0 ? paper : { ...paper, version: `${paper.version}+` }
}

/** The participation council is told after the sealing: the meeting knows when, the record under the seal does not. */
async function withMrDay(db: Db, actor: Actor, { record }: Version, sheet: AdoptionSheet | null) {
  const id = parseId<'meeting'>(meetingFrom(record)?.id)
  if (!sheet?.meeting || id === null) return sheet
  return { ...sheet, meeting: { ...sheet.meeting, mrInformedOn: await readMrDay(db, actor, id) } }
}

/** While a plan is written or decided anew, what stands there is no sealed version. */
const isAdopted = (phase: Phase) => !isOpen(phase) && phase !== 'decision'

/** Somebody of whom no track is: sees what everyone sees. */
const outsider = (schoolId: SchoolId): Program => ({ kind: 'program', schoolId, tokenId: 'export' })
