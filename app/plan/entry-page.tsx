import type { Context } from 'hono'
import { clock } from '../kernel/day.ts'
import { parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { OnDesk } from '../session/desk.ts'
import { writingText } from '../writing/writing-text.ts'
import { type Entry, isEntryKind } from './entry.ts'
import { moveEntry, removeEntry, restoreEntry } from './entry-arrange-store.ts'
import { takeEntry } from './entry-desk.ts'
import { parseEntryForm, sentTexts } from './entry-form.ts'
import { addEntry, type NewEntry } from './entry-store.ts'
import { moveOf, noted, notedNew } from './own-change-desk.ts'
import {
  type AtPlan,
  backToCard,
  cardOrNo,
  entryAt,
  planAnswer,
  planAt,
  planRefuses,
  statusOf,
} from './plan-desk.tsx'
import { refusalSentence } from './plan-may-text.ts'
import type { PlanNo } from './plan-no.ts'
import type { Tried } from './plan-sheet.ts'
import { editHref } from './plan-sheet-view.ts'
import { readPlan } from './plan-store.ts'

const textIn = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** /plan/:plan/entry: a new goal with its title, or one's own track. */
export const newEntryPage = {
  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const form = await c.req.formData()
    const entry = newEntry(form, at)
    if (isRefusal(entry)) return planRefuses(c, at, entry)
    const id = await notedNew(at, (tx) => addEntry(tx, at.reader.actor, at.plan, entry, at.desk.now))
    if (isRefusal(id)) return planRefuses(c, at, id)
    return c.redirect(editHref(at.href, id), 303)
  },
}

function newEntry(form: FormData, { reader }: AtPlan): NewEntry | PlanNo {
  const kind = form.get('kind')
  if (!isEntryKind(kind)) return { refused: 'kind-unknown' }
  if (form.get('own') === 'yes')
    return { kind: 'teacher-track', personId: reader.actor.personId, weight: 'light' }
  const title = textIn(form, 'title').trim()
  return title === '' ? { kind } : { kind, texts: { title } }
}

/** /plan/:plan/entry/:entry: the card of one entry. */
export const entryPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    return c.redirect(`${at.href}?shown=${entryAt(c, at.plan).id}#e-${c.req.param('entry')}`, 303)
  },

  /** Everything in the card at once, without script; with script the choices as they are made (JSON). */
  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const entry = entryAt(c, at.plan)
    const form = await c.req.formData()
    const tried = await take(at, entry, form)
    if (wantsJson(c)) return choicesAnswer(c, at, tried)
    return tried ? openAgain(c, at, entry, tried) : backToCard(c, at, entry)
  },
}

/** What could be stored is: the card opens again over the plan as it is now, with what was typed in the rest. */
async function openAgain(c: Context<OnDesk>, at: AtPlan, entry: Entry, tried: Tried) {
  const plan = (await readPlan(at.desk.db, at.reader.actor, at.plan.id)) ?? at.plan
  const [first] = tried.nos
  const status = first ? statusOf(first.no) : 422
  return planAnswer(c, { ...at, plan }, { open: { id: entry.id, at: null, tried }, status })
}

/** For the script that saves choices as they are made. */
function choicesAnswer(
  c: Context<OnDesk>,
  { desk, reader: { language, terms } }: AtPlan,
  tried: Tried | null,
) {
  const text = writingText(language)
  if (!tried) return c.json({ says: text.savedAt(clock(desk.now, language)) })
  const no = tried.nos[0]?.no
  return c.json({ says: no ? refusalSentence(no, language, terms) : text.sorry }, no ? statusOf(no) : 422)
}

const wantsJson = (c: Context<OnDesk>) => (c.req.header('accept') ?? '').startsWith('application/json')

/** Null when all of it is stored; else everything as it was sent, with why. */
async function take(at: AtPlan, entry: Entry, form: FormData): Promise<Tried | null> {
  const parsed = parseEntryForm(form)
  const texts = Object.fromEntries(sentTexts(form).map(({ field, text }) => [field, text]))
  const typed = { ...texts, coordinatorHours: textIn(form, 'coordinatorHours') }
  if (isRefusal(parsed)) {
    return { texts: typed, clashes: {}, nos: [{ field: parsed.field ?? null, no: parsed }] }
  }
  const { clashes, nos } = await takeEntry(at, entry, parsed)
  return Object.keys(clashes).length === 0 && nos.length === 0 ? null : { texts: typed, clashes, nos }
}

/** /plan/:plan/entry/:entry/place: its place in the plan, taking it away and putting it back. */
export const entryPlacePage = {
  post: async (c: Context<OnDesk>) => {
    const at = await planAt(c)
    const { actor } = at.reader
    const move = (await c.req.formData()).get('move')
    const id = parseId<'entry'>(c.req.param('entry'))
    if (move === 'restore' && id) {
      const no = await noted(at, id, { is: 'restored' }, (tx) => restoreEntry(tx, actor, at.plan, id))
      return no ? planRefuses(c, at, no) : backToCard(c, at, { id }, 'restored')
    }
    const entry = entryAt(c, at.plan)
    if (move === 'remove') {
      const no = await noted(at, entry.id, { is: 'removed' }, (tx) =>
        removeEntry(tx, actor, at.plan, entry, at.desk.now),
      )
      return no
        ? planRefuses(c, at, no, { shown: entry.id })
        : c.redirect(`${at.href}?removed=entry&id=${entry.id}`, 303)
    }
    const direction = move === 'up' ? 'up' : 'down'
    const kin = at.plan.entries.filter(({ kind }) => kind === entry.kind)
    const moved = await noted(at, entry.id, moveOf(kin, entry.id, direction), (tx) =>
      moveEntry(tx, actor, at.plan, entry, direction),
    )
    return cardOrNo(c, at, entry, moved, 'saved')
  },
}
