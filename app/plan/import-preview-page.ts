import type { Context } from 'hono'
import { isRefusal } from '../kernel/refusal.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import type { Choices } from './import.ts'
import { type AtImport, importAt, importIdIn, importSheet, previewAnswer } from './import-desk.tsx'
import { actIn, choicesIn } from './import-form.ts'
import { twiceChosen } from './import-people.ts'
import { keepChoices, planOfImport, throwAway } from './import-store.ts'
import { takeIn } from './import-take-store.ts'
import { importText } from './import-text.ts'
import { refusalSentence } from './plan-may-text.ts'
import { planText } from './plan-text.ts'
import { readRoster } from './roster-store.ts'

/** /plan/import/:id: what was read of a Word file, to look through, to put right and to take in. */
export const importPreviewPage = {
  get: async (c: Context<OnDesk>) => {
    const taken = await planOfImport(deskOf(c).db, readerOf(c).actor, importIdIn(c))
    if (taken) return c.redirect(`/plan/${taken}`, 303)
    const at = await importAt(c)
    return previewAnswer(c, at, await importSheet(at, at.read.choices))
  },

  post: async (c: Context<OnDesk>) => {
    const at = await importAt(c)
    const { desk, reader, read } = at
    const form = await c.req.formData()
    const act = actIn(form)
    if (act.kind === 'away') {
      await throwAway(desk.db, reader.actor, read.id)
      return c.redirect('/plan/import?done=gone', 303)
    }
    const roster = await readRoster(desk.db, reader.actor)
    const choices = choicesIn(form, read.reading, roster, read.choices)
    await keepChoices(desk.db, reader.actor, read.id, choices)
    return act.kind === 'take' ? take(c, at, choices) : c.redirect(backTo(c, at, act.piece), 303)
  },
}

/** With script the page stays where it is; without, the browser goes to the piece that was moved. */
function backTo(c: Context<OnDesk>, { read }: AtImport, piece: string) {
  const here = `/plan/import/${read.id}`
  if (c.req.header('accept')?.includes('turbo-stream')) return here
  return `${here}#${/^[pl]\d+$/.test(piece) ? `piece-${piece}` : 'in-loose'}`
}

async function take(c: Context<OnDesk>, at: AtImport, choices: Choices) {
  const { desk, reader, read } = at
  const { language, terms, actor } = reader
  const text = importText(language)
  const sheet = await importSheet(at, choices)
  const twice = twiceChosen(sheet.rows)
  if (twice !== null) {
    const all = [...sheet.roster.people, ...sheet.roster.learningTeams]
    return previewAnswer(c, at, sheet, text.twice(all.find(({ id }) => id === twice)?.name ?? ''))
  }
  const words = {
    year: sheet.year,
    title: planText(language).title(yearTitle(sheet.year)),
    why: text.why(read.fileName),
    note: text.note,
    noName: text.noName,
  }
  const made = await takeIn(desk.db, actor, { ...read, choices }, sheet.roster, words, desk.now)
  return isRefusal(made)
    ? previewAnswer(c, at, sheet, refusalSentence(made, language, terms))
    : c.redirect(`/plan/${made}?done=imported`, 303)
}
