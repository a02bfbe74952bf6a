import { isRefusal } from '../kernel/refusal.ts'
import { type SentText, sentTexts } from '../plan/entry-form.ts'
import { fingerprint, type Passage } from '../writing/passage.ts'
import { parseSentence } from './question.ts'
import type { AtOne } from './question-desk.ts'
import { questionNo } from './question-no-text.ts'
import type { SentencesTried } from './question-sheet.ts'
import { fieldFrom } from './rung.ts'
import { writeSentence } from './sentence-store.ts'

/** Stores every sentence of a form, as without script; null when all of it is stored. */
export async function saveSentences(at: AtOne, form: FormData): Promise<SentencesTried | null> {
  const [typed, wrong, clashes] = [newRecord<string>(), newRecord<string>(), newRecord<Passage>()]
  for (const sent of sentTexts(form)) {
    const result = await take(at, sent)
    if (result === null) continue
    typed[sent.field] = sent.text.slice(0, 4000)
    if ('says' in result) wrong[sent.field] = result.says
    else clashes[sent.field] = result.collision
  }
  return Object.keys(typed).length === 0 ? null : { typed, wrong, clashes }
}

const newRecord = <Value>(): Record<string, Value> => Object.create(null)

type No = { readonly says: string } | { readonly collision: Passage } | null

async function take({ desk, reader, question }: AtOne, sent: SentText): Promise<No> {
  const field = fieldFrom(sent.field)
  if (field === null || sent.keep === 'theirs' || isUntouched(sent)) return null
  const given = { text: sent.text, base: sent.keep === null ? sent.base : null }
  const result = await writeSentence(desk.db, reader.actor, question.id, field, given, desk.now)
  if (result === null || 'saved' in result) return null
  return 'collision' in result ? result : { says: questionNo(result, reader.language) }
}

/** The field as it was drawn: whatever was written elsewhere meanwhile stays. */
function isUntouched({ text, was }: SentText): boolean {
  const sentence = parseSentence(text)
  return !isRefusal(sentence) && was === fingerprint(sentence)
}
