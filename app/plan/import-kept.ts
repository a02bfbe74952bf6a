import type { WordReading } from '../form/word-in.ts'
import type { Moment } from '../kernel/day.ts'
import type { ImportId } from '../kernel/id.ts'
import { type Choices, isFront, LOOSE, type Place, piecesOf } from './import.ts'

/** What stays with the plan of what stood in the file and found no place: in the order of the file. */
export type Kept = { readonly pieces: readonly { readonly text: string; readonly under: string | null }[] }

/** What stands in no text of the plan: title, headings, whose track it was in the file's own words. */
const isHeading = (place: Place | null) => isFront(place) || (place?.endsWith('.name') ?? false)

/** Every word of the file that is in no field of the draft: headings and loose pieces. */
export function keptOf(reading: WordReading, choices: Choices): Kept {
  const pieces = piecesOf(reading, choices).filter(({ was, now }) => now === LOOSE || isHeading(was))
  const titles = new Set(pieces.map(({ text }) => text))
  const headings = reading.headings.filter(({ text }) => !titles.has(text))
  return {
    pieces: [
      ...pieces.map((piece) => ({ ...piece, text: piece.shown })),
      ...headings.map((heading) => ({ ...heading, under: null })),
    ]
      .toSorted((one, other) => one.block - other.block)
      .map(({ text, under }) => ({ text, under })),
  }
}

/** What stays with a plan of the file from which it came. */
export type KeptImport = {
  readonly id: ImportId
  readonly fileName: string
  readonly takenAt: Moment
  readonly kept: Kept
}
