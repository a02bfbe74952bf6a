import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Day } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { isUntouched } from '../plan/entry-desk.ts'
import { parseEntryForm, type SentText } from '../plan/entry-form.ts'
import { type AtPlan, planAt } from '../plan/plan-desk.tsx'
import type { PlanNo } from '../plan/plan-no.ts'
import type { OnDesk } from '../session/desk.ts'
import type { Passage } from '../writing/passage.ts'
import type { AmendmentNo } from './adoption-no.ts'
import { type GoalTies, isOfTeam, tiesOfGoal } from './amendment.ts'
import { tieAmendment, type Which } from './amendment-agree-store.ts'
import { amendmentSays } from './amendment-say-text.ts'
import type { AmendmentTried, SeenAmendment } from './amendment-scene.ts'
import { readAmendment } from './amendment-store.ts'
import { writeAmendmentText } from './amendment-write-store.ts'
import { adoptionSentence } from './decision-desk.ts'

/** The amendment that an address names; 404 when it is not there for this reader. */
export type AtAmendment = AtPlan & {
  readonly scene: SeenAmendment
  readonly which: Which
  /** The address of its page. */
  readonly action: string
}

export async function amendmentAt(c: Context<OnDesk>): Promise<AtAmendment> {
  const at = await planAt(c)
  const { desk, reader, plan } = at
  const id = parseId<'amendment'>(c.req.param('amendment'))
  const scene = id && (await readAmendment(desk.db, reader.actor, plan, id, desk.now))
  if (!scene) throw new HTTPException(404)
  return {
    ...at,
    scene,
    which: { planId: plan.id, id: scene.amendment.id },
    action: amendmentHref(at.href, scene.amendment.id),
  }
}

export const amendmentHref = (planHref: string, id: string) => `${planHref}/amendment/${id}`

/** The sentence for every way in which an amendment says no. */
export function amendmentSentence(
  no: AmendmentNo,
  { language, terms }: Pick<AtPlan['reader'], 'language' | 'terms'>,
): string {
  const { because, refusal } = amendmentSays(language)
  const own: Partial<Record<string, string>> = refusal
  if (no.refused === 'may-not') {
    const rights: Partial<Record<string, string>> = because
    return rights[no.because] ?? adoptionSentence(no as PlanNo, language, terms)
  }
  return own[no.refused] ?? adoptionSentence(no as PlanNo, language, terms)
}

export const amendmentStatus = (no: AmendmentNo) => (no.refused === 'may-not' ? 403 : 422)

/** Stores the form of an amendment piece by piece; null when all of it is stored. */
export async function takeAmendment(at: AtAmendment, form: FormData): Promise<AmendmentTried | null> {
  const parsed = parseEntryForm(form)
  if (isRefusal(parsed)) return { texts: {}, clashes: {}, nos: [{ field: parsed.field ?? null, no: parsed }] }
  const clashes: Record<string, Passage> = {}
  const nos: { field: string | null; no: AmendmentNo }[] = []
  for (const sent of parsed.texts) {
    const wrong = await takeText(at, sent)
    if (wrong && 'collision' in wrong) clashes[sent.field] = wrong.collision
    else if (wrong) nos.push({ field: sent.field, no: wrong })
  }
  const tied = await takeTies(at, parsed.tie.visionLineIds ?? null, parsed.moments)
  if (tied) nos.push({ field: null, no: tied })
  const texts = Object.fromEntries(parsed.texts.map(({ field, text }) => [field, text]))
  return Object.keys(clashes).length === 0 && nos.length === 0 ? null : { texts, clashes, nos }
}

async function takeText(at: AtAmendment, sent: SentText) {
  const { desk, reader, scene, which } = at
  const now = scene.amendment.texts[sent.field]
  if (sent.keep === 'theirs' || (await isUntouched(at, scene.amendment.id, sent, now))) return null
  const text = sent.keep === 'both' && now ? `${now.text}\n\n${sent.text}` : sent.text
  const { planId, id } = which
  const result = await writeAmendmentText(
    desk.db,
    reader.actor,
    planId,
    id,
    sent.field,
    text,
    sent.base,
    desk.now,
  )
  if ('saved' in result) return null
  return 'collision' in result ? { collision: result.collision } : result
}

/** Vision lines and days of a goal; as they stand in the plan is no change. */
async function takeTies(
  { desk, reader, scene, which }: AtAmendment,
  lines: GoalTies['visionLineIds'] | null,
  moments: GoalTies['moments'] | null,
): Promise<AmendmentNo | null> {
  const { amendment, entry } = scene
  if ((lines === null && moments === null) || !isOfTeam(amendment) || amendment.about === 'principle')
    return null
  const stands = tiesOfGoal(entry)
  const before = amendment.ties ?? stands
  const ties = { visionLineIds: lines ?? before.visionLineIds, moments: moments ?? before.moments }
  return tieAmendment(desk.db, reader.actor, which, sameTies(ties, stands) ? null : ties, desk.now)
}

function sameTies(one: GoalTies, other: GoalTies) {
  const daysOf = ({ moments }: GoalTies): Day[] => moments.map(({ onDay }) => onDay).toSorted()
  return (
    one.visionLineIds.toSorted().join() === other.visionLineIds.toSorted().join() &&
    daysOf(one).join() === daysOf(other).join()
  )
}
