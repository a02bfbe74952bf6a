import type { Doubt, FormSpot, Leftover, WordReading } from '../form/word-in.ts'
import type { Moment } from '../kernel/day.ts'
import type { ImportId, VisionLineId } from '../kernel/id.ts'
import { plainOf } from '../kernel/rich.ts'
import { asTyped } from '../kernel/rich-lines.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { type EntryKind, hasText } from './entry.ts'

/** The lists of the form, by the letter with which their entries are named: 'g0' is the first general goal. */
export const LISTS = {
  g: { list: 'generalGoals', kind: 'general-goal' },
  m: { list: 'teamGoals', kind: 'team-goal' },
  t: { list: 'teacherTracks', kind: 'teacher-track' },
  r: { list: 'learningTeamTracks', kind: 'learning-team-track' },
} as const satisfies Record<string, { list: keyof WordReading['form']; kind: EntryKind }>
const LETTERS = Object.keys(LISTS) as (keyof typeof LISTS)[]

/** 'p3' is the fourth piece that was recognised, 'l0' the first that was not. */
export type PieceKey = string
/** A spot in the plan ('g0.approach', 'principles.2'), something new, or nowhere yet. */
export type Place = string
export const LOOSE = 'loose'
/** What a piece may become that belongs to nothing that was found. */
export const NEW_PLACES = ['new-principle', 'new-general-goal', 'new-team-goal'] as const

/** What the coordinator chose while looking at what was read; the reading itself never changes. */
export type Choices = {
  /** Pieces that stand somewhere else than they were read. */
  readonly placed: Readonly<Record<PieceKey, Place>>
  /** Per track with one label for two fields: how many sentences are start situation; the rest is the goal. */
  readonly cuts: Readonly<Record<string, number>>
  /** Per track: ids of people or of a learning team; [] is nobody. A track that is left out is as proposed. */
  readonly owners: Readonly<Record<string, readonly string[]>>
  /** Per goal: the vision line on which it hangs. */
  readonly lines: Readonly<Record<string, VisionLineId>>
  readonly year: SchoolYear | null
}
export const NO_CHOICES: Choices = { placed: {}, cuts: {}, owners: {}, lines: {}, year: null }

export type Piece = {
  readonly key: PieceKey
  readonly label: string | null
  readonly text: string
  /** Its words, as one reads them. */
  readonly shown: string
  readonly under: string | null
  readonly block: number
  /** Where it was read; null: nowhere. */
  readonly was: Place | null
  readonly now: Place
  readonly kind: Leftover['kind'] | 'read'
}

export type DraftField = {
  readonly field: string
  readonly text: string
  /** The text as it will be stored: with the lists, looks and links that it had in the file. */
  readonly written: string
  /** The pieces of the file of which it was made. */
  readonly pieces: readonly Piece[]
  readonly doubts: readonly Doubt['because'][]
  /** Something of it was placed by hand. */
  readonly byHand: boolean
}

export type DraftEntry = {
  readonly key: string
  readonly kind: EntryKind
  /** Of a track: whose it is, as the file says it. */
  readonly name: string | null
  readonly fields: readonly DraftField[]
  /** What stood under one label for start situation and goal, sentence by sentence. */
  readonly joined: readonly string[]
  readonly cut: number | null
}

export type DraftPrinciple = {
  readonly text: string
  readonly written: string
  readonly pieces: readonly Piece[]
}

/** The plan as it would come in now, with every word of the file in one place or among the loose pieces. */
export type ImportDraft = {
  readonly front: readonly Piece[]
  readonly principles: readonly DraftPrinciple[]
  readonly entries: readonly DraftEntry[]
  /** What was not recognised, and what was taken loose; also those that have a place by now. */
  readonly moved: readonly Piece[]
  readonly loose: readonly Piece[]
}

const spotOf = (at: FormSpot): Place => {
  if (!('index' in at)) return at.list
  if (!('field' in at)) return `principles.${at.index}`
  return `${LETTERS.find((letter) => LISTS[letter].list === at.list)}${at.index}.${at.field}`
}

export const isFront = (place: Place | null) => place === 'title' || place === 'schoolYear'

/** Every piece of the file, with the place that it has now. */
export function piecesOf(reading: WordReading, { placed }: Choices): Piece[] {
  const shown = (text: string) => (reading.isWritten ? plainOf(text) : text)
  const read = reading.pieces.map(({ at, label, text, under, block }, index): Piece => {
    const key = `p${index}`
    const was = spotOf(at)
    return { key, label, text, shown: shown(text), under, block, was, now: placed[key] ?? was, kind: 'read' }
  })
  const left = reading.leftovers.map(({ text, under, block, kind }, index): Piece => {
    const key = `l${index}`
    const now = placed[key] ?? LOOSE
    return { key, label: null, text, shown: shown(text), under, block, was: null, now, kind }
  })
  return [...read, ...left]
}

/** The plan that follows from what was read and what was chosen since. */
export function draftOf(reading: WordReading, choices: Choices): ImportDraft {
  const pieces = piecesOf(reading, choices)
  return {
    front: pieces.filter(({ was }) => isFront(was)),
    principles: principlesOf(reading, pieces),
    entries: [
      ...LETTERS.flatMap((letter) =>
        reading.form[LISTS[letter].list].map((_, index) => entryOf(reading, choices, pieces, letter, index)),
      ),
      ...newGoals(reading, pieces),
    ],
    moved: pieces.filter(({ was, now }) => was !== now || now === LOOSE),
    loose: pieces.filter(({ now }) => now === LOOSE),
  }
}

function principlesOf(reading: WordReading, pieces: readonly Piece[]): DraftPrinciple[] {
  const read = reading.form.principles.flatMap((text, index) => {
    const own = pieces.filter(({ was }) => was === `principles.${index}`)
    const written = writtenText(reading, `principles.${index}`, text)
    return own.length > 0 && own.every(({ was, now }) => was !== now) ? [] : [{ text, written, pieces: own }]
  })
  const added = pieces.filter(({ now }) => now === 'new-principle')
  return [...read, ...added.map((piece) => newPrinciple(reading, piece))]
}

const newPrinciple = (reading: WordReading, piece: Piece): DraftPrinciple => ({
  text: piece.text,
  written: writtenText(reading, null, piece.text),
  pieces: [piece],
})

/** The written form of a text that came to stand at a spot; where nothing was changed by hand, as it was in the file. */
function writtenText(reading: WordReading, spot: Place | null, text: string): string {
  if (reading.isWritten) return text
  const looked = reading.looked?.find(({ at, plain }) => spotOf(at) === spot && plain === text)
  return looked?.text ?? asTyped(text)
}

const newGoals = (reading: WordReading, pieces: readonly Piece[]): DraftEntry[] =>
  (['general-goal', 'team-goal'] as const).flatMap((kind) =>
    pieces
      .filter(({ now }) => now === `new-${kind}`)
      .map((piece) => ({
        key: `n${piece.key}`,
        kind,
        name: null,
        fields: [{ ...newPrinciple(reading, piece), field: 'title', doubts: [], byHand: true }],
        joined: [],
        cut: null,
      })),
  )

function entryOf(
  reading: WordReading,
  choices: Choices,
  pieces: readonly Piece[],
  letter: keyof typeof LISTS,
  index: number,
): DraftEntry {
  const key = `${letter}${index}`
  const { list, kind } = LISTS[letter]
  const form = reading.form[list][index] as Readonly<Record<string, string | null>>
  const doubts = reading.doubts.filter(({ at }) => spotOf(at).startsWith(`${key}.`))
  const fields = Object.keys(form).flatMap((field) => {
    const because = doubts.flatMap((one) => (spotOf(one.at) === `${key}.${field}` ? [one.because] : []))
    const made = fieldOf(pieces, `${key}.${field}`, form[field] ?? null, because)
    return made ? [{ ...made, written: writtenText(reading, `${key}.${field}`, made.text) }] : []
  })
  const joined = joinedOf(fields, form)
  const chosen = choices.cuts[key] ?? joined.length
  const cut = chosen < joined.length ? chosen : null
  return {
    key,
    kind,
    name: 'name' in form ? (form['name'] ?? null) : null,
    fields: cut === null ? fields : cutAt(reading, fields, joined, cut),
    joined,
    cut,
  }
}

function fieldOf(
  pieces: readonly Piece[],
  spot: Place,
  read: string | null,
  doubts: DraftField['doubts'],
): Omit<DraftField, 'written'> | null {
  const own = pieces.filter(({ was }) => was === spot)
  const here = pieces.filter(({ now }) => now === spot)
  const stay = own.filter(({ now }) => now === spot)
  const base = stay.length === own.length ? read : stay.map(({ text }) => text).join('\n')
  const added = here.filter(({ was }) => was !== spot)
  const text = [base ?? '', ...added.map((piece) => piece.text)].filter((part) => part !== '').join('\n')
  if (text === '') return null
  return {
    field: spot.slice(spot.indexOf('.') + 1),
    text,
    pieces: here,
    doubts: stay.length > 0 ? doubts : [],
    byHand: added.length > 0 || stay.length < own.length,
  }
}

/** The sentences of a text that was read under 'Beginsituatie/doelstelling', while there is no goal beside it. */
function joinedOf(fields: readonly DraftField[], form: Readonly<Record<string, string | null>>): string[] {
  const start = fields.find(({ field }) => field === 'startSituation')
  if (!start?.doubts.includes('joined-label') || form['goal'] || fields.some(({ field }) => field === 'goal'))
    return []
  return start.text.split(/(?<=[.!?…])\s+|\n+/u).filter((sentence) => sentence !== '')
}

/** The first sentences stay start situation, the rest becomes the goal; of the same piece of the file. */
function cutAt(
  reading: WordReading,
  fields: readonly DraftField[],
  sentences: readonly string[],
  cut: number,
): DraftField[] {
  const [before, after] = [sentences.slice(0, cut).join(' '), sentences.slice(cut).join(' ')]
  return fields.flatMap((one) => {
    if (one.field !== 'startSituation') return [one]
    const halves = [
      { ...one, text: before, written: writtenText(reading, null, before), doubts: [] },
      { ...one, field: 'goal', text: after, written: writtenText(reading, null, after), doubts: [] },
    ]
    return halves.filter(({ text }) => text !== '')
  })
}

/** Whether a piece can stand there: a field of an entry that was found, or something new. */
export function isPlace(reading: WordReading, place: unknown): place is Place {
  if ((NEW_PLACES as readonly unknown[]).includes(place)) return true
  const [, letter, index, field] = /^([gmtr])(\d{1,4})\.(\w+)$/.exec(String(place)) ?? []
  if (!letter) return false
  const { list, kind } = LISTS[letter as keyof typeof LISTS]
  return reading.form[list][Number(index)] !== undefined && hasText(kind, field)
}

/** Whether there is nothing in an entry that asks for a second look. */
export const isSure = (entry: DraftEntry) =>
  entry.fields.every(({ doubts, byHand }) => doubts.length === 0 && !byHand) && entry.cut === null

/** Pieces that are the machinery of a document rather than somebody's words. */
export const isMargin = ({ kind }: Piece) => kind === 'margin' || kind === 'contents'

/** How many pieces of text the file holds, and how many have a place. */
export function countsOf(reading: WordReading, choices: Choices): { all: number; placed: number } {
  const pieces = piecesOf(reading, choices).filter((piece) => !isMargin(piece))
  return { all: pieces.length, placed: pieces.filter(({ now }) => now !== LOOSE).length }
}

/** A Word file that was read and is looked through before it becomes a plan. The file itself is never stored. */
export type PlanImport = {
  readonly id: ImportId
  readonly fileName: string
  readonly reading: WordReading
  readonly choices: Choices
  readonly createdAt: Moment
}
export type ImportLine = Pick<PlanImport, 'id' | 'fileName' | 'createdAt'>
