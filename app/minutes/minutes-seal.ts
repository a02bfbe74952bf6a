import { canonicalJson, type Json } from '../kernel/canonical-json.ts'
import type { Moment } from '../kernel/day.ts'
import type { EntryId, MeetingId, MeetingItemId, PersonId } from '../kernel/id.ts'
import { type ChangedTrack, itemOfChanged } from './changed-track.ts'
import { type ErasedItem, isWritten, type Minutes, type WrittenItem } from './minutes.ts'

/** SHA-256 of a text in UTF-8, as 64 hexadecimal signs. */
export type Sha = (text: string) => string

/** One item under the seal: its text may go with the track it is of, its fingerprint stays. */
export type SealedPiece = {
  readonly item: MeetingItemId
  readonly track: EntryId | null
  readonly content: string | null
  readonly sha256: string
  readonly erased: { readonly at: Moment; readonly why: string } | null
}

export type SealedMinutes = {
  readonly meeting: MeetingId
  /** All but the items, as canonical JSON. */
  readonly frame: string
  readonly pieces: readonly SealedPiece[]
  readonly sha256: string
  readonly sealedAt: Moment
  readonly sealedBy: PersonId
  /** The meeting that confirmed them. */
  readonly confirmedIn: MeetingId
}

export type Correction = {
  readonly number: number
  /** Null: of the minutes as a whole. */
  readonly item: MeetingItemId | null
  readonly what: string
  readonly why: string
  readonly at: Moment
  readonly by: PersonId
  readonly name: string
  readonly sha256: string
}

export type ToSign = Omit<Correction, 'sha256'>

/**
 * What is sealed of minutes: the frame, each item by itself with the track whose text stands in it, and each track that
 * was changed by itself.
 */
export function piecesOf(minutes: Minutes, trackOf: (item: string) => EntryId | null, sha: Sha) {
  const { items, changed, ...frame } = minutes
  const pieceOf = (id: string, track: EntryId | null, content: string): SealedPiece => {
    return { item: id as MeetingItemId, track, content, sha256: sha(content), erased: null }
  }
  return {
    frame: canonicalJson(frame),
    pieces: [
      ...items.filter(isWritten).map((item) => pieceOf(item.id, trackOf(item.id), canonicalJson(item))),
      ...changed.flatMap((one) =>
        one.erased === null ? [pieceOf(one.id, one.track, canonicalJson(one))] : [],
      ),
    ],
  }
}

type ToSeal = Pick<SealedMinutes, 'meeting' | 'frame' | 'confirmedIn'> & {
  readonly pieces: readonly Pick<SealedPiece, 'item' | 'track' | 'sha256'>[]
}

/** The line over which the fingerprint of minutes goes. */
export const minutesLine = ({ meeting, frame, confirmedIn, pieces }: ToSeal) =>
  canonicalJson({
    format: 'rode-draad-minutes-1',
    meeting,
    confirmedIn,
    frame,
    items: pieces.map(({ item, track, sha256 }): Json => ({ item, track, sha256 })),
  })

/** The line over which the fingerprint of a correction goes: it names what it follows, so none can be left out. */
export const correctionLine = (follows: string, { number, item, what, why, at, by, name }: ToSign) =>
  canonicalJson({ format: 'rode-draad-correction-1', follows, number, item, what, why, at, by, name })

/** Minutes as they were sealed. */
export function minutesFrom({ frame, pieces }: Pick<SealedMinutes, 'frame' | 'pieces'>): Minutes {
  const read = JSON.parse(frame) as Omit<Minutes, 'items' | 'changed'>
  const ofTracks = pieces.filter(({ item }) => itemOfChanged(item) !== null)
  const ofItems = pieces.filter((piece) => !ofTracks.includes(piece))
  return {
    ...read,
    items: ofItems.map((piece) =>
      piece.content === null ? erasedFrom(piece) : (JSON.parse(piece.content) as WrittenItem),
    ),
    changed: ofTracks.map((piece) =>
      piece.content === null ? erasedFrom(piece) : (JSON.parse(piece.content) as ChangedTrack),
    ),
  }
}

const erasedFrom = ({ item, erased }: SealedPiece): ErasedItem => ({
  id: item,
  erased: erased ?? { at: '' as Moment, why: '' },
})

export type MinutesCheck = { readonly isRight: boolean; readonly stored: string; readonly computed: string }

/** Computes every fingerprint again: of the pieces, of the whole, and of each correction behind it. */
export function checkMinutes(
  sealed: SealedMinutes,
  corrections: readonly Correction[],
  sha: Sha,
): MinutesCheck {
  const computed = sha(minutesLine(sealed))
  const pieces = sealed.pieces.every(({ content, sha256, erased }) =>
    content === null ? erased !== null : sha(content) === sha256,
  )
  const signed = corrections.every(
    (one, at) =>
      one.number === at + 1 &&
      sha(correctionLine(corrections[at - 1]?.sha256 ?? sealed.sha256, one)) === one.sha256,
  )
  return { isRight: computed === sealed.sha256 && pieces && signed, stored: sealed.sha256, computed }
}
