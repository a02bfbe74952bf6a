import { isRefusal } from '../kernel/refusal.ts'
import { isUntouched } from '../plan/entry-desk.ts'
import { type SentText, sentTexts } from '../plan/entry-form.ts'
import type { Passage } from '../writing/passage.ts'
import { isPieceText, parseFacts } from './piece.ts'
import type { PieceTried } from './piece-form-view.tsx'
import type { PieceNo } from './piece-may.ts'
import { changeFacts, sharePiece, writePieceText } from './piece-write-store.ts'
import { type AtPiece, formsFor, pieceSentence, wordIn } from './shelf-desk.ts'

type Taken =
  | { readonly tried: null; readonly done: 'saved' | 'shared' }
  | { readonly tried: PieceTried; readonly no: PieceNo | null }

/** Stores a whole form, piece by piece: what can be stored is, the rest comes back as it was typed. */
export async function takePieceForm(at: AtPiece, form: FormData): Promise<Taken> {
  const wrong: PieceNo[] = []
  const clashes: Record<string, Passage> = {}
  for (const sent of sentTexts(form).filter(({ field }) => isPieceText(field))) {
    const result = await takeText(at, sent)
    if (result && 'collision' in result) clashes[sent.field] = result.collision
    else if (result) wrong.push(result.refused === 'may-not' ? result : { ...result, field: sent.field })
  }
  const facts = await takeFacts(at, form)
  if (facts) wrong.push(facts)
  const share = form.get('next') === 'share'
  if (wrong.length + Object.keys(clashes).length === 0 && share) {
    const no = await sharePiece(at.desk.db, at.reader.actor, at.piece.id, at.desk.now)
    if (no) wrong.push(no)
  }
  if (wrong.length + Object.keys(clashes).length === 0)
    return { tried: null, done: share ? 'shared' : 'saved' }
  return { tried: triedWith(at, form, wrong, clashes), no: wrong[0] ?? null }
}

/** A field that was not touched is left alone, whoever wrote in it meanwhile. */
async function takeText({ desk, reader, piece }: AtPiece, sent: SentText) {
  const now = isPieceText(sent.field) ? piece.texts[sent.field] : undefined
  if (sent.keep === 'theirs' || (await isUntouched({ desk, reader }, piece.id, sent, now))) return null
  const text = sent.keep === 'both' && now ? `${now.text}\n\n${sent.text}` : sent.text
  const { field, base } = sent
  const result = await writePieceText(desk.db, reader.actor, piece.id, field, text, base, desk.now)
  return 'saved' in result ? null : result
}

/** Stores all but the long texts. */
export async function takeFacts(at: AtPiece, form: FormData): Promise<PieceNo | null> {
  const raw = {
    title: wordIn(form, 'title'),
    theme: wordIn(form, 'theme'),
    subject: wordIn(form, 'subject'),
    workForm: wordIn(form, 'workForm'),
    link: wordIn(form, 'link'),
    grades: form.getAll('grades').flatMap((one) => (typeof one === 'string' ? one : [])),
  }
  const forms = formsFor(at, at.piece.workForm).map(({ value }) => value)
  const facts = parseFacts(raw, forms)
  if (isRefusal(facts)) return facts
  return changeFacts(at.desk.db, at.reader.actor, at.piece.id, facts, at.desk.now)
}

function triedWith(
  { reader }: AtPiece,
  form: FormData,
  wrong: readonly PieceNo[],
  clashes: Readonly<Record<string, Passage>>,
): PieceTried {
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of form) if (typeof value === 'string') values[name] = value
  return {
    values,
    grades: form.getAll('grades').map(String),
    clashes,
    wrong: wrong.map((no) => ({
      field: 'field' in no ? (no.field ?? null) : null,
      says: pieceSentence(no, reader.language),
    })),
  }
}
