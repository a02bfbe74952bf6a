import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type EntryId, type PieceId, type PlanId, parseId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { type Entry, isGoal, textOf } from '../plan/entry.ts'
import { entryOf, type Plan } from '../plan/plan.ts'
import { firstLine, goalNumbers, type Lookup, lookupOf, trackName } from '../plan/plan-sheet.ts'
import { cardId } from '../plan/plan-sheet-view.ts'
import { readPlan } from '../plan/plan-store.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import { stillOffered } from '../school/own-list.ts'
import type { WorkForm, WorkFormKey } from '../school/work-form.ts'
import { workFormsOf } from '../school/work-form-store.ts'
import { formNames } from '../school/work-form-text.ts'
import type { Reader } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { flushWriting } from '../writing/flush-desk.ts'
import { type Piece, pieceWords } from './piece.ts'
import type { PieceNo } from './piece-may.ts'
import { pieceNoText } from './piece-no-text.ts'
import { readPiece, scopeOf } from './piece-store.ts'
import type { NamedEntry, SeenPiece } from './shelf-sheet.ts'
import { shelfText } from './shelf-text.ts'

/** The shelf with who stands before it. */
export type AtShelf = {
  readonly desk: Desk
  readonly reader: Reader
  readonly roster: Roster
  readonly lookup: Lookup
  readonly forms: readonly WorkForm[]
  readonly formNames: ReadonlyMap<WorkFormKey, string>
}

export async function shelfAt(c: Context<OnDesk>): Promise<AtShelf> {
  const desk = deskOf(c)
  const reader = readerOf(c)
  const roster = await readRoster(desk.db, reader.actor)
  const forms = await workFormsOf(desk.db, reader.actor)
  return {
    desk,
    reader,
    roster,
    lookup: lookupOf(roster),
    forms,
    formNames: formNames(forms, reader.language),
  }
}

export type AtPiece = AtShelf & { readonly piece: Piece }

/** The piece that an address names; one that this reader may not see is not there. */
export async function pieceAtAddress(c: Context<OnDesk>): Promise<AtPiece> {
  const at = await shelfAt(c)
  const id = parseId<'piece'>(c.req.param('piece'))
  if (id) await flushWriting(at.desk.db, scopeOf(at.reader.actor))
  const piece = id && (await readPiece(at.desk.db, at.reader.actor, id))
  if (!piece) throw new HTTPException(404)
  return { ...at, piece }
}

export function seenPiece(at: AtShelf, piece: Piece): SeenPiece {
  const text = shelfText(at.reader.language)
  return {
    piece,
    title: pieceWords(piece, 'title') || text.untitled,
    by: text.by(writerOf(at, piece), yearTitle(piece.schoolYear)),
    labels: labelsOf(at, piece),
  }
}

/** The name of who wrote it. */
export const writerOf = ({ lookup, reader }: AtShelf, { writer }: Piece) =>
  (writer && lookup.people.get(writer)?.name) ?? shelfText(reader.language).writerLeft

function labelsOf({ reader, formNames }: AtShelf, { subject, grades, workForm }: Piece): string[] {
  const text = shelfText(reader.language)
  const form = workForm && formNames.get(workForm)
  return [
    ...(subject ? [text.subjects[subject]] : []),
    grades.length === 0 ? text.allGroups : text.group(listed(grades.map(String), text.and)),
    ...(form ? [form] : []),
  ]
}

/** '3', '3 en 4', '3, 4 en 5' */
const listed = (words: readonly string[], and: string) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`

/** The forms of work that can be chosen; one that was put away stays where it stands. */
export const formsFor = ({ forms, formNames }: AtShelf, now: WorkFormKey | null) =>
  [...stillOffered(forms).map(({ key }) => key), ...forms.map(({ key }) => key).filter((key) => key === now)]
    .filter((key, place, all) => all.indexOf(key) === place)
    .map((key) => ({ value: key, label: formNames.get(key) ?? '' }))

/** 'Doel 3: We lezen elke dag' or 'Traject Anouk', with the plan's year. */
export const entryLabel = (
  { reader, lookup }: Pick<AtShelf, 'reader' | 'lookup'>,
  plan: Plan,
  entry: Entry,
) => `${entryName(plan, entry, lookup, reader.language)} · ${yearTitle(plan.schoolYear)}`

function entryName(plan: Plan, entry: Entry, lookup: Lookup, language: Language) {
  const text = shelfText(language)
  if (isGoal(entry))
    return text.goal(goalNumbers(plan).get(entry.id) ?? '', firstLine(textOf(entry, 'title'), 60))
  const name = trackName(entry, lookup)
  return entry.kind === 'teacher-track' ? text.track(name) : name
}

/** The goal or track with its name and address; null when it is gone, or its plan. */
export async function namedEntry(
  at: AtShelf,
  planId: PlanId | null,
  entryId: EntryId | null,
): Promise<NamedEntry | null> {
  const plan = planId && (await readPlan(at.desk.db, at.reader.actor, planId))
  const entry = plan && entryOf(plan, entryId)
  return entry ? { label: entryLabel(at, plan, entry), href: `/plan/${plan.id}#${cardId(entry.id)}` } : null
}

/** The sentence for every way in which a piece says no. */
export function pieceSentence(no: PieceNo, language: Language): string {
  const text = pieceNoText(language)
  return no.refused === 'may-not' ? text.because[no.because] : text.refusal[no.refused]
}

export const statusOf = ({ refused }: PieceNo) => (refused === 'may-not' ? 403 : 422)

export const wordIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export const toPiece = (id: PieceId, done: string) => `/shelf/${id}?done=${done}`
