import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type PrincipleId, parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { OnDesk } from '../session/desk.ts'
import type { Passage } from '../writing/passage.ts'
import { isUntouched } from './entry-desk.ts'
import { type SentText, sentTexts } from './entry-form.ts'
import { moveOf, noted, notedNew } from './own-change-desk.ts'
import { type AtPlan, planAnswer, planAt, planRefuses, statusOf } from './plan-desk.tsx'
import type { PlanNo } from './plan-no.ts'
import type { Tried } from './plan-sheet.ts'
import { editHref } from './plan-sheet-view.ts'
import { readPlan } from './plan-store.ts'
import { isPreset, presetText } from './preset.ts'
import { principleIn } from './principle-desk.ts'
import {
  addPrinciple,
  movePrinciple,
  removePrinciple,
  restorePrinciple,
  writePrinciple,
} from './principle-store.ts'

/** /plan/:plan/principles: the whole card as a form; `act` says what else: add, up, down, remove, restore. */
export const principlesPage = {
  get: async (c: Context<OnDesk>) => c.redirect(`${(await planAt(c)).href}#principles`, 303),

  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const form = await c.req.formData()
    const [act = 'write', id = ''] = String(form.get('act') ?? '').split(' ')
    if (act === 'restore') return restore(c, at, parseId<'principle'>(id))
    const tried = act === 'add' ? await add(at, form) : await writeAll(at, form)
    if (tried) return refused(c, at, tried)
    return act === 'write' || act === '' ? c.redirect(`${at.href}#principles`, 303) : arrange(c, at, act, id)
  },
}

async function refused(c: Context<OnDesk>, at: AtPlan, tried: Tried) {
  const no = tried.nos[0]?.no
  // What could be stored is stored: show the plan as it is now, with what was typed in the rest.
  const plan = (await readPlan(at.desk.db, at.reader.actor, at.plan.id)) ?? at.plan
  const may = no?.refused !== 'may-not'
  if (!may) return planRefuses(c, at, no)
  return planAnswer(
    c,
    { ...at, plan },
    { open: { id: 'principles', at: null, tried }, status: no ? statusOf(no) : 422 },
  )
}

async function add(at: AtPlan, form: FormData): Promise<Tried | null> {
  const { desk, reader, plan } = at
  const preset = form.get('preset')
  const own = String(form.get('own') ?? '')
  const picked = isPreset(preset) ? preset : null
  const text = own.trim() || (picked ? presetText(reader.language)[picked] : '')
  const given = { preset: own.trim() ? null : picked, text }
  const made = await notedNew(at, (tx) => addPrinciple(tx, reader.actor, plan, given, desk.now))
  if (!isRefusal(made)) return null
  return { texts: { own, preset: picked ?? '' }, clashes: {}, nos: [{ field: null, no: made }] }
}

async function writeAll(at: AtPlan, form: FormData): Promise<Tried | null> {
  const sent = sentTexts(form)
  const clashes: Record<string, Passage> = {}
  const nos: { field: string | null; no: PlanNo }[] = []
  for (const one of sent) {
    const wrong = await writeOne(at, one)
    if (wrong && 'collision' in wrong) clashes[one.field] = wrong.collision
    else if (wrong) nos.push({ field: one.field, no: wrong })
  }
  if (nos.length === 0 && Object.keys(clashes).length === 0) return null
  return { texts: Object.fromEntries(sent.map(({ field, text }) => [field, text])), clashes, nos }
}

async function writeOne(at: AtPlan, sent: SentText) {
  const { desk, reader, plan } = at
  const [id, field] = sent.field.split('.')
  const principle = plan.principles.find((one) => one.id === id)
  if (!principle || (field !== 'text' && field !== 'talk')) return { refused: 'no-such-field' } as const
  const now = principle[field]
  if (sent.keep === 'theirs' || (await isUntouched(at, principle.id, sent, now))) return null
  const text = sent.keep === 'both' && now ? `${now.text}\n\n${sent.text}` : sent.text
  const result = await writePrinciple(
    desk.db,
    reader.actor,
    plan,
    principle,
    field,
    text,
    sent.base,
    desk.now,
  )
  if ('saved' in result) return null
  return 'collision' in result ? { collision: result.collision } : result
}

async function arrange(c: Context<OnDesk>, at: AtPlan, act: string, id: string) {
  const { desk, reader, plan } = at
  if (act === 'add') return c.redirect(editHref(at.href, 'principles'), 303)
  const principle = principleIn(plan, id)
  if (act === 'remove') {
    const no = await noted(at, principle.id, { is: 'removed' }, (tx) =>
      removePrinciple(tx, reader.actor, plan, principle, desk.now),
    )
    return no
      ? planRefuses(c, at, no)
      : c.redirect(`${at.href}?removed=principle&id=${principle.id}#principles`, 303)
  }
  const direction = act === 'up' ? 'up' : 'down'
  const no = await noted(at, principle.id, moveOf(plan.principles, principle.id, direction), (tx) =>
    movePrinciple(tx, reader.actor, plan, principle, direction),
  )
  return no ? planRefuses(c, at, no) : c.redirect(editHref(at.href, 'principles'), 303)
}

async function restore(c: Context<OnDesk>, at: AtPlan, id: PrincipleId | null) {
  if (!id) throw new HTTPException(404)
  const no = await noted(at, id, { is: 'restored' }, (tx) =>
    restorePrinciple(tx, at.reader.actor, at.plan, id),
  )
  return no ? planRefuses(c, at, no) : c.redirect(`${at.href}?done=restored#principles`, 303)
}
