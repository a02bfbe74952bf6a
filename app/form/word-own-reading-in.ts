import { LANGUAGES, termsFor } from '../kernel/language.ts'
import { asTyped } from '../kernel/rich-lines.ts'
import { readWordMarks } from '../paper/word-marks.ts'
import { paperText } from './paper-text.ts'
import type { FormSpot, FoundName, SourcePiece, WordReading } from './word-in.ts'
import { type OwnField, type OwnWord, readOwnWord } from './word-own-in.ts'

/** Reads one of our own Word files as exactly as it was written; null when it is not ours, or no longer enough. */
export async function readOwnPlan(bytes: Buffer): Promise<WordReading | null> {
  const own = readOwnWord(await readWordMarks(bytes))
  return own && readingOf(own)
}

/** The same answer that reading by recognition gives. */
function readingOf(own: OwnWord): WordReading {
  const names = own.fields.filter(({ field }) => field === 'name')
  return {
    form: own.form,
    pieces: own.fields.map((field) => pieceOf(field, own)),
    headings: own.fields.filter(isHead).map(({ text, block }) => ({ text, block })),
    leftovers: own.rest.map(({ text, block }) => ({
      text: asTyped(text),
      block,
      under: underOf(block, own),
      kind: 'text',
    })),
    doubts: [],
    isWritten: true,
    names: names.map((field) => ({ at: spotOf(field), name: field.text, role: roleOf(field) })),
  }
}

const isHead = ({ field }: OwnField) => field === 'name' || field === 'title'

function pieceOf(field: OwnField, own: OwnWord): SourcePiece {
  const { text, words, block } = field
  const under = isHead(field) || field.list === 'principles' ? null : underOf(block, own)
  return { at: spotOf(field), label: isHead(field) ? null : words, text, block, under }
}

function spotOf({ list, index, field }: OwnField): FormSpot {
  if (list === 'title' || list === 'schoolYear') return { list }
  return list === 'principles' ? { list, index } : { list, index, field }
}

const underOf = (block: number, own: OwnWord) =>
  own.fields.filter((field) => isHead(field) && field.block <= block).at(-1)?.text ?? null

function roleOf({ list, words }: OwnField): FoundName['role'] {
  if (list === 'learningTeamTracks') return 'team'
  const said = words?.toLowerCase() ?? ''
  return COORDINATORS.has(said) ? 'coordinator' : PRINCIPALS.has(said) ? 'principal' : 'teacher'
}

const COORDINATORS = new Set(
  LANGUAGES.flatMap((language) =>
    (['ib', 'kc'] as const).map((word) => termsFor(language, word, 'leraar').coordinator),
  ),
)
const PRINCIPALS = new Set(LANGUAGES.map((language) => paperText(language).principal.toLowerCase()))
