import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Language, Terms } from '../kernel/language.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { isUntouched } from '../plan/entry-desk.ts'
import { type SentText, sentTexts } from '../plan/entry-form.ts'
import { type AtPlan, entryAt, planAt } from '../plan/plan-desk.tsx'
import type { OnDesk } from '../session/desk.ts'
import type { Passage } from '../writing/passage.ts'
import { type Evaluation, isEvaluationText, isTime, parseChoices } from './evaluation.ts'
import type { Tried } from './evaluation-form-view.tsx'
import {
  chooseNext,
  type EvaluationNo,
  type Place,
  readEvaluations,
  writeEvaluationText,
} from './evaluation-store.ts'
import { evaluationText } from './evaluation-text.ts'

export type AtEvaluation = AtPlan & Place

/** The evaluation that an address names: plan, entry, half-way or end. */
export async function evaluationAt(c: Context<OnDesk>): Promise<AtEvaluation> {
  const at = await planAt(c)
  const time = c.req.param('time')
  if (!isTime(time)) throw new HTTPException(404)
  return { ...at, entry: entryAt(c, at.plan), time }
}

/** The sentence for every way in which an evaluation says no. */
export function evaluationSentence(no: EvaluationNo, language: Language, terms: Terms): string {
  const text = evaluationText(language)
  return no.refused === 'may-not' ? text.because[no.because](terms) : text.refusal[no.refused]
}

export const statusOf = (no: EvaluationNo) => (no.refused === 'may-not' ? 403 : 422)

type Wrong = { readonly field: string | null; readonly no: EvaluationNo }
export type Taken = { readonly tried: Tried | null; readonly first: EvaluationNo | null }

/** Stores a whole form, piece by piece: what can be stored is, the rest comes back as it was typed. */
export async function takeEvaluation(at: AtEvaluation, form: FormData): Promise<Taken> {
  const sent = sentTexts(form).filter(({ field }) => isEvaluationText(field))
  const known = await evaluationHere(at)
  const clashes: Record<string, Passage> = {}
  const wrong: Wrong[] = []
  for (const one of sent) {
    const result = await takeText(at, known, one)
    if (result === null) continue
    if ('collision' in result) clashes[one.field] = result.collision
    else wrong.push({ field: one.field, no: result })
  }
  const choices = await takeChoices(at, form)
  if (choices) wrong.push({ field: null, no: choices })
  if (wrong.length === 0 && Object.keys(clashes).length === 0) return { tried: null, first: null }
  return { tried: triedWith(at, sent, clashes, wrong), first: wrong[0]?.no ?? null }
}

const triedWith = (
  { reader }: AtEvaluation,
  sent: readonly SentText[],
  clashes: Tried['clashes'],
  wrong: readonly Wrong[],
): Tried => ({
  texts: Object.fromEntries(sent.map(({ field, text }) => [field, text])),
  clashes,
  wrong: wrong.map(({ field, no }) => ({
    field,
    says: evaluationSentence(no, reader.language, reader.terms),
  })),
})

async function evaluationHere(at: AtEvaluation): Promise<Evaluation | null> {
  const all = await readEvaluations(at.desk.db, at.reader.actor, at.plan)
  return all.find((one) => one.entryId === at.entry.id && one.time === at.time) ?? null
}

/** A field that was not touched is left alone, whoever wrote in it meanwhile. */
async function takeText(at: AtEvaluation, known: Evaluation | null, sent: SentText) {
  const now = isEvaluationText(sent.field) ? known?.texts[sent.field] : undefined
  if (sent.keep === 'theirs' || (await isUntouched(at, known?.id ?? '', sent, now))) return null
  const text = sent.keep === 'both' && now ? `${now.text}\n\n${sent.text}` : sent.text
  const { desk, reader } = at
  const result = await writeEvaluationText(desk.db, reader.actor, at, sent.field, text, sent.base, desk.now)
  return 'saved' in result ? null : result
}

export async function takeChoices(at: AtEvaluation, form: FormData): Promise<EvaluationNo | null> {
  const choices = parseChoices(at.entry, { next: valueIn(form, 'next'), reached: valueIn(form, 'reached') })
  if (isRefusal(choices)) return choices
  return chooseNext(at.desk.db, at.reader.actor, at, choices, at.desk.now)
}

function valueIn(form: FormData, name: string) {
  const value = form.get(name)
  return typeof value === 'string' ? value : undefined
}
