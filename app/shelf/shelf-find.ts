import { byName } from '../kernel/language.ts'
import { plainOf } from '../kernel/rich.ts'
import { type WorkFormKey, workFormKeyOf } from '../school/work-form.ts'
import { folded, meant, stemsOf, wordsIn } from '../writing/search.ts'
import { GRADES, type Grade, isSubject, type Piece, pieceWords, SUBJECTS, type Subject } from './piece.ts'

/** Pieces that say what went well, or what must still be better. */
export const LOOKS = ['success', 'better'] as const
export type Look = (typeof LOOKS)[number]

/** What somebody looks for on the shelf; null and '' leave it open. */
export type Wanted = {
  readonly q: string
  readonly theme: string
  readonly subject: Subject | null
  readonly grade: Grade | null
  readonly form: WorkFormKey | null
  readonly look: Look | null
}

/** What is looked for, from the question of an address. What is unknown there leaves it open. */
export function wantedFrom(asked: (name: string) => string | undefined): Wanted {
  const subject = asked('subject')
  return {
    q: (asked('q') ?? '').slice(0, 200).trim(),
    theme: (asked('theme') ?? '').slice(0, 60).trim(),
    subject: isSubject(subject) ? subject : null,
    grade: GRADES.find((grade) => String(grade) === asked('grade')) ?? null,
    form: workFormKeyOf(asked('form') ?? null),
    look: LOOKS.find((look) => look === asked('look')) ?? null,
  }
}

export const isOpenWide = (wanted: Wanted) =>
  Object.values(wanted).every((value) => value === null || value === '')

/** The address of the shelf with these wishes. */
export function shelfHref(wanted: Partial<Wanted>): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(wanted)) if (value) asked.set(name, String(value))
  const query = asked.toString()
  return query === '' ? '/shelf' : `/shelf?${query}`
}

const LOOKS_AT = { success: 'again', better: 'better' } as const

/** Whether a piece is of what is looked for, its words aside. A piece for all groups is for each of them. */
export const isWanted = (piece: Piece, { theme, subject, grade, form, look }: Wanted) =>
  (theme === '' || folded(pieceWords(piece, 'theme')) === folded(theme)) &&
  (subject === null || piece.subject === subject) &&
  (grade === null || piece.grades.length === 0 || piece.grades.includes(grade)) &&
  (form === null || piece.workForm === form) &&
  (look === null || pieceWords(piece, LOOKS_AT[look]) !== '')

/** What there is to choose from: only what some piece on the shelf has. */
export type Offered = {
  readonly themes: readonly string[]
  readonly subjects: readonly Subject[]
  readonly grades: readonly Grade[]
  readonly forms: readonly WorkFormKey[]
}

export function offeredBy(pieces: readonly Piece[]): Offered {
  const themes = Map.groupBy(
    pieces.map((piece) => pieceWords(piece, 'theme')).filter((theme) => theme !== ''),
    folded,
  )
  return {
    themes: [...themes.values()].flatMap(([theme = '']) => theme).sort(byName),
    subjects: SUBJECTS.filter((subject) => pieces.some((piece) => piece.subject === subject)),
    grades: GRADES.filter((grade) => pieces.some(({ grades }) => grades.includes(grade))),
    forms: [...new Set(pieces.flatMap(({ workForm }) => workForm ?? []))],
  }
}

/** Whether one word of a question stands in the labels of a piece, in another form or mistyped too. */
export function isInLabels(word: string, labels: readonly string[]): boolean {
  const words = new Map([...wordsIn(labels.join(' '))].map((one) => [one.word, stemsOf(one.word)]))
  return meant(word, words).size > 0
}

/** The words by which a list tells what a piece is about: the first that says something. */
export const firstWords = (piece: Piece): string =>
  (['saw', 'again', 'tried', 'better'] as const)
    .map((field) => plainOf(pieceWords(piece, field)))
    .find((text) => text !== '') ?? ''
