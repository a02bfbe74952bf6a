import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { WordInReason } from '../form/word-in.ts'
import { readWordPlan } from '../form/word-in-desk.ts'
import { wordInText } from '../form/word-in-text.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { arrangeRefusal, chooseAnswer } from './import-desk.tsx'
import { storeImport } from './import-store.ts'
import { importText } from './import-text.ts'

/** /plan/import: choosing last year's Word file. Only for who arranges the plan. */
export const importPage = {
  get: (c: Context<OnDesk>) => {
    mustArrange(c)
    const { language } = readerOf(c)
    const gone = c.req.query('done') === 'gone'
    return chooseAnswer(c, { notice: gone ? { kind: 'good', text: importText(language).gone } : null })
  },

  post: async (c: Context<OnDesk>) => {
    mustArrange(c)
    const { db, now } = deskOf(c)
    const { actor, language } = readerOf(c)
    const file = await fileIn(c)
    const text = importText(language)
    if (file === null) return chooseAnswer(c, { refused: text.unreadable, status: 422 })
    if (file === 'none') return chooseAnswer(c, { refused: text.noFile, status: 422 })
    const reading = await readWordPlan(await file.bytes())
    if (isRefusal(reading)) {
      return chooseAnswer(c, {
        refused: wordInText(language).refused[reading.refused],
        status: STATUS[reading.refused] ?? 422,
      })
    }
    const id = await storeImport(db, actor, { fileName: file.name, reading }, now)
    if (isRefusal(id)) throw new HTTPException(403)
    return c.redirect(`/plan/import/${id}`, 303)
  },
}

function mustArrange(c: Context<OnDesk>) {
  if (arrangeRefusal(readerOf(c)) !== null) throw new HTTPException(403)
}

/** A file that is no Word file, or more than we take, has a status of its own; everything else is 422. */
const STATUS: Partial<Record<WordInReason, 413 | 415 | 429>> = {
  'too-large': 413,
  'old-doc': 415,
  'not-word': 415,
  busy: 429,
}

/** The file that was chosen; 'none' when there was none, null when the form could not be read. */
async function fileIn(c: Context<OnDesk>): Promise<File | 'none' | null> {
  const form = await c.req.formData().catch((error: unknown) => {
    if (error instanceof HTTPException) throw error
    return null
  })
  const file = form?.get('file')
  if (!form) return null
  return file instanceof File && file.name !== '' ? file : 'none'
}
