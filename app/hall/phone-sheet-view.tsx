import type { Language } from '../kernel/language.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import { type MeetingItem, nameIn } from '../meeting/meeting.ts'
import { ArrowLink } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { RichText } from '../ui/rich.tsx'
import { WordDiff } from '../ui/word-diff.tsx'
import { phoneText } from './phone-text.ts'
import type { PhoneProps } from './phone-typed.ts'

/** The pen of a track is its teacher's: the way to type in it, and what somebody laid before them. */
export function OwnTrack({ at, sight, item, sheet }: PhoneProps & { item: MeetingItem; sheet: ItemSheet }) {
  const { seat, scene, language } = at
  const text = phoneText(language)
  const name = nameIn(scene, seat.person)
  const isMine = name !== null && sheet.people.includes(name)
  const { trackAsked } = sight
  if (seat.via !== 'session' || (item.kind !== 'track' && item.kind !== 'tracks')) return null
  if (!isMine && !trackAsked) return null
  return (
    <p>
      {trackAsked && <b>{text.trackAsked(trackAsked.by)} </b>}
      <a href={trackAsked?.href ?? `/meeting/${seat.meetingId}/text/${item.id}`}>{text.ownTrack}</a>
    </p>
  )
}

const SHOWN = 3

/** One text without a label is what it is about: it is set large, its heading small above it. */
const isOneText = ({ pieces: [first, ...more] }: ItemSheet) => first?.label === '' && more.length === 0

type SheetPiece = ItemSheet['pieces'][number]

/** What the item says: its heading, its texts with what changed in them, and why. */
export function TextOf({
  sheet,
  item,
  language,
}: {
  sheet: ItemSheet
  item: MeetingItem
  language: Language
}) {
  const text = phoneText(language)
  const [shown, rest] = [sheet.pieces.slice(0, SHOWN), sheet.pieces.slice(SHOWN)]
  return (
    <section class={isOneText(sheet) ? 'tel-tekst een' : 'tel-tekst'} aria-labelledby="point">
      {sheet.lead && <p class="noot">{sheet.lead}</p>}
      <h1 id="point">{sheet.heading}</h1>
      {sheet.since && <p class="noot">{sheet.since}</p>}
      {shown.map((piece) => (
        <Piece piece={piece} language={language} />
      ))}
      {rest.length > 0 && (
        <Fold id={`rest-${item.id.slice(-12)}`} summary={text.moreText(rest.length)}>
          {rest.map((piece) => (
            <Piece piece={piece} language={language} />
          ))}
        </Fold>
      )}
      {sheet.why && (
        <p class="noot">
          <b>{text.why}</b> {sheet.why}
        </p>
      )}
      {sheet.people.length > 0 && <p class="noot">{text.ofWhom(sheet.people.join(', '))}</p>}
    </section>
  )
}

function Piece({ piece, language }: { piece: SheetPiece; language: Language }) {
  const { label, before, text, more } = piece
  return (
    <div class="tel-stuk">
      {label && <p class="tel-label">{label}</p>}
      <div class="tel-woorden">
        {before !== null && before !== text ? (
          <WordDiff before={before} after={text} language={language} />
        ) : (
          <RichText text={text} />
        )}
      </div>
      {more && <ArrowLink href={more.href}>{more.words}</ArrowLink>}
    </div>
  )
}
