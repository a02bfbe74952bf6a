import type { Moment } from '../kernel/day.ts'
import type { EntryId, PersonId, PieceId, PlanId, PromiseId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { WorkFormKey } from '../school/work-form.ts'
import { cleanWords, type Passage } from '../writing/passage.ts'

/** The long texts of a piece. What went well and what can be better both have a place. */
export const PIECE_TEXTS = ['tried', 'saw', 'again', 'better'] as const
export type PieceText = (typeof PIECE_TEXTS)[number]
/** All that is written of a piece: two single lines, then the long texts. */
export const PIECE_FIELDS = ['title', 'theme', ...PIECE_TEXTS] as const
export type PieceField = (typeof PIECE_FIELDS)[number]

export const SUBJECTS = [
  'all-subjects',
  'technical-reading',
  'reading-comprehension',
  'language',
  'mathematics',
  'world',
  'english',
  'arts',
  'movement',
  'social',
  'citizenship',
  'digital',
  'play',
] as const
export type Subject = (typeof SUBJECTS)[number]

/** The groups of a Dutch primary school, by their year. */
export const GRADES = [1, 2, 3, 4, 5, 6, 7, 8] as const
export type Grade = (typeof GRADES)[number]

/** A short piece for the team: what we tried, what we saw, what we would do again and what not. */
export type Piece = {
  readonly id: PieceId
  /** Null: somebody who left long ago. */
  readonly writer: PersonId | null
  /** Where it came from; each null when it came from none. */
  readonly planId: PlanId | null
  readonly entryId: EntryId | null
  readonly promiseId: PromiseId | null
  readonly schoolYear: SchoolYear
  readonly texts: Partial<Record<PieceField, Passage>>
  readonly subject: Subject | null
  /** Empty: for all groups. */
  readonly grades: readonly Grade[]
  readonly workForm: WorkFormKey | null
  readonly link: string | null
  readonly madeAt: Moment
  readonly changedAt: Moment
  /** Since when it lies on the shelf; null: a draft that its writer alone sees. */
  readonly sharedAt: Moment | null
}

/** A piece that was taken into a goal or track. */
export type PieceLink = {
  readonly pieceId: PieceId
  readonly planId: PlanId
  readonly entryId: EntryId
  readonly title: string
  readonly linkedAt: Moment
  readonly linkedBy: PersonId | null
}

/** A piece beside a goal or track of a plan: taken along, or lying on the shelf from the year before. */
export type PlanPiece = Pick<PieceLink, 'pieceId' | 'entryId' | 'title'> & { readonly isTaken: boolean }
export type PlanPieces = ReadonlyMap<EntryId, readonly PlanPiece[]>

export type PieceRefusal =
  | 'title-missing'
  | 'too-long'
  | 'text-too-long'
  | 'link-wrong'
  | 'subject-unknown'
  | 'form-unknown'
  | 'nothing-written'
  | 'piece-gone'
  | 'promise-open'
  | 'entry-unknown'
  | 'not-on-shelf'
  | 'enough-pieces'
  | 'stale'

export const LONGEST_TITLE = 160
export const LONGEST_THEME = 60
export const LONGEST_LINK = 500
/** More than anybody writes; keeps one person from filling the database. */
export const MOST_DRAFTS = 100

export const isPieceField = (value: unknown): value is PieceField =>
  PIECE_FIELDS.includes(value as PieceField)
export const isPieceText = (value: unknown): value is PieceText => PIECE_TEXTS.includes(value as PieceText)
export const isSubject = (value: unknown): value is Subject => SUBJECTS.includes(value as Subject)

export const pieceWords = (piece: Pick<Piece, 'texts'>, field: PieceField) => piece.texts[field]?.text ?? ''

/** '34' -> [3, 4]; what is no group is left out. */
export const gradesIn = (digits: string): Grade[] => GRADES.filter((grade) => digits.includes(String(grade)))
export const gradesOut = (grades: readonly Grade[]) => GRADES.filter((one) => grades.includes(one)).join('')

/** The years in the names of groups: 'groep 5a' is 5, 'groep 1/2 A' is 1 and 2. */
export const gradesOf = (names: readonly string[]): Grade[] =>
  GRADES.filter((grade) => names.some((name) => new RegExp(`(?<!\\d)${grade}(?!\\d)`).test(name)))

/** What is chosen and typed of a piece, besides its long texts. */
export type PieceFacts = {
  readonly title: string
  readonly theme: string
  readonly subject: Subject | null
  readonly grades: readonly Grade[]
  readonly workForm: WorkFormKey | null
  readonly link: string | null
}

export type RawFacts = {
  readonly title: string
  readonly theme: string
  readonly subject: string
  readonly grades: readonly string[]
  readonly workForm: string
  readonly link: string
}

/**
 * The facts of a form. A draft may be without a title until it goes on the shelf.
 * @param forms the forms of work that can be chosen
 */
export function parseFacts(raw: RawFacts, forms: readonly WorkFormKey[]): PieceFacts | Refusal<PieceRefusal> {
  const title = oneLine(raw.title)
  const theme = oneLine(raw.theme)
  if (title.length > LONGEST_TITLE) return refuse('too-long', 'title')
  if (theme.length > LONGEST_THEME) return refuse('too-long', 'theme')
  if (raw.subject !== '' && !isSubject(raw.subject)) return refuse('subject-unknown', 'subject')
  const workForm = forms.find((form) => form === raw.workForm) ?? null
  if (raw.workForm !== '' && workForm === null) return refuse('form-unknown', 'workForm')
  const link = parseLink(raw.link)
  if (link !== null && typeof link !== 'string') return link
  return {
    title,
    theme,
    subject: isSubject(raw.subject) ? raw.subject : null,
    grades: GRADES.filter((grade) => raw.grades.includes(String(grade))),
    workForm,
    link,
  }
}

/** An address of the web, in full or as people type it ('www.leraar24.nl/…'); null when there is none. */
export function parseLink(raw: string): string | null | Refusal<PieceRefusal> {
  const typed = oneLine(raw)
  if (typed === '') return null
  if (typed.length > LONGEST_LINK) return refuse('too-long', 'link')
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`)
  const isWeb = url !== null && (url.protocol === 'https:' || url.protocol === 'http:')
  const isPlain = isWeb && url.username === '' && url.password === '' && url.hostname.includes('.')
  return isPlain ? url.href : refuse('link-wrong', 'link')
}

/** One line of words: longer than any field takes is cut, so that nothing endless is looked at. */
const oneLine = (raw: string) => cleanWords(raw.slice(0, 4_000)).replace(/\s+/g, ' ').trim()

/** Why a piece can't lie on the shelf yet; null when it can. */
export function notReady(piece: Pick<Piece, 'texts'>): Refusal<PieceRefusal> | null {
  if (pieceWords(piece, 'title') === '') return refuse('title-missing', 'title')
  const isSaid = PIECE_TEXTS.some((field) => pieceWords(piece, field) !== '')
  return isSaid ? null : refuse('nothing-written', 'tried')
}
