import type { Context } from 'hono'
import { clock } from '../kernel/day.ts'
import type { OnDesk } from '../session/desk.ts'
import type { Collision, Passage, Saved } from '../writing/passage.ts'
import { writingText } from '../writing/writing-text.ts'
import type { AtPlan } from './plan-desk.tsx'
import { refusalSentence } from './plan-may-text.ts'
import type { PlanNo } from './plan-no.ts'
import { lookupOf } from './plan-sheet.ts'
import { readRoster } from './roster-store.ts'

/** One text as the writing script sends it. */
export async function sentIn(c: Context<OnDesk>): Promise<{ text: string; base: number | null }> {
  const form = await c.req.formData()
  const text = form.get('text')
  const base = Number.parseInt(String(form.get('base') ?? ''), 10)
  return { text: typeof text === 'string' ? text : '', base: Number.isNaN(base) ? null : base }
}

/** What became of a text, as the writing script reads it. */
export async function textAnswer(
  c: Context<OnDesk>,
  at: Pick<AtPlan, 'desk' | 'reader'>,
  result: Saved | Collision | PlanNo,
): Promise<Response> {
  const { language, terms } = at.reader
  c.header('cache-control', 'no-store')
  if ('saved' in result) {
    const { revision, text } = result.saved
    return c.json({
      revision,
      text,
      savedAt: at.desk.now,
      says: writingText(language).savedAt(clock(at.desk.now, language)),
    })
  }
  if ('collision' in result) return c.json({ theirs: await theirs(at, result.collision) }, 409)
  return c.json({ says: refusalSentence(result, language, terms) }, result.refused === 'may-not' ? 403 : 422)
}

async function theirs({ desk, reader }: Pick<AtPlan, 'desk' | 'reader'>, passage: Passage) {
  const text = writingText(reader.language)
  const lookup = lookupOf(await readRoster(desk.db, reader.actor))
  const by = (passage.changedBy && lookup.people.get(passage.changedBy)?.name) ?? text.someone
  return {
    text: passage.text,
    revision: passage.revision,
    says: text.alsoHere(by, clock(passage.changedAt, reader.language)),
  }
}
