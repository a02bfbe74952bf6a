import type { Child } from 'hono/jsx'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import { Fold } from '../ui/details.tsx'
import { RichText } from '../ui/rich.tsx'
import { WordDiff } from '../ui/word-diff.tsx'
import type { ItemSheet } from './item-sheet.ts'
import type { RoomLook } from './look-back.ts'
import { LookBackPhone } from './look-back-phone-view.tsx'
import { currentItem, type MeetingItem, nameIn, type Say } from './meeting.ts'
import type { Turn } from './phone.ts'
import { PollCard } from './phone-poll-view.tsx'
import { MySays, SayForm } from './phone-say-view.tsx'
import { phoneText } from './phone-text.ts'
import type { PhoneProps } from './phone-typed.ts'
import { Ballot, MyObjection, MyVoice, Outcome, outcomeSentence } from './phone-voice-view.tsx'
import { ownSays } from './say.ts'

/** The item that everybody has before them: its text, and what is asked of this person. */
export function PhoneItem(props: PhoneProps) {
  const { at, sight, says } = props
  const item = currentItem(at.scene)
  const { sheet } = sight
  if (item === null || sheet === null) return null
  return (
    <>
      <TextOf sheet={sheet} language={at.language} />
      <OwnTrack {...props} item={item} sheet={sheet} />
      <p class="tel-staat" id="state">
        {says}
      </p>
      <Task {...props} item={item} />
    </>
  )
}

/** The pen of a track is its teacher's: the way to type in it, and what somebody laid before them. */
function OwnTrack({ at, sight, item, sheet }: PhoneProps & { item: MeetingItem; sheet: ItemSheet }) {
  const { seat, scene, language } = at
  const text = phoneText(language)
  const name = nameIn(scene, seat.person)
  const isMine = name !== null && sheet.people.includes(name)
  if (seat.via !== 'session' || (item.kind !== 'track' && item.kind !== 'tracks') || !isMine) return null
  const { trackAsked } = sight
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

function TextOf({ sheet, language }: { sheet: ItemSheet; language: Language }) {
  const text = phoneText(language)
  const [shown, rest] = [sheet.pieces.slice(0, SHOWN), sheet.pieces.slice(SHOWN)]
  return (
    <section class={isOneText(sheet) ? 'tel-tekst een' : 'tel-tekst'} aria-labelledby="point">
      {sheet.lead && <p class="noot">{sheet.lead}</p>}
      <h1 id="point">{sheet.heading}</h1>
      {shown.map((piece) => (
        <Piece piece={piece} language={language} />
      ))}
      {rest.length > 0 && (
        <Fold id="rest" summary={text.moreText(rest.length)}>
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
  const { label, before, text } = piece
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
    </div>
  )
}

/** The state of the item for this person, in one sentence without counts as long as a round is open. */
export function itemSays(turn: Turn, mine: SeenDecision | null, language: Language): string {
  const text = phoneText(language)
  switch (turn.is) {
    case 'listen':
      return text.listen
    case 'ask':
      return text.ask
    case 'react':
      return text.react
    case 'bring':
      return text.bring
    case 'poll':
      return text.poll
    case 'voice':
      return mine?.mine.answer ? text.voiceIn : text.voice
    case 'ballot':
      return text.ballot
    case 'voted':
      return text.voted
    case 'no-voice':
      return text.noVoice
    case 'my-objection':
      return text.objectionMine
    case 'outcome':
      return mine ? outcomeSentence(mine, language) : text.listen
  }
}

function Task(props: PhoneProps & { item: MeetingItem }): Child {
  const { at, sight, href, typed, item } = props
  const { scene, seat, language } = at
  const own = (kind: Say['kind']) => ownSays(seat, scene, item, kind)
  const { turn, sheet } = sight
  if (turn === null || sheet === null) return null
  const say = { item, href, typed, language }
  const says = [...own('input'), ...own('question'), ...own('reaction')]
  return (
    <>
      {sheet.look && <LookBack {...props} look={sheet.look} />}
      {turn.is === 'ask' && <SayForm {...say} kind="question" says={own('question').length} />}
      {turn.is === 'react' && <SayForm {...say} kind="reaction" says={own('reaction').length} />}
      {sight.mine && (
        <Decide {...props} decision={sight.mine} turn={turn} reactions={own('reaction').length} />
      )}
      {sight.polls.map((poll) => (
        <PollCard {...{ poll, href, typed, language }} />
      ))}
      <MySays says={says} href={href} language={language} />
    </>
  )
}

/** What looking back asks besides. */
function LookBack({ at, typed, item, look }: PhoneProps & { item: MeetingItem; look: RoomLook }) {
  const { scene, seat, language, terms } = at
  const refused = typed?.act === 'say' && typed.fields['item'] === item.id ? typed : null
  return (
    <LookBackPhone
      look={look}
      item={item}
      seat={seat}
      planId={scene.meeting.planId}
      href={`/meeting/${seat.meetingId}`}
      words={{ language, terms }}
      typed={refused?.fields['text'] ?? ''}
      error={refused?.field === 'text' ? refused.reason : null}
    />
  )
}

type DecideProps = PhoneProps & {
  item: MeetingItem
  decision: SeenDecision
  turn: Turn
  reactions: number
}

function Decide({ at, href, typed, item, decision, turn, reactions }: DecideProps): Child {
  const { scene, language } = at
  const text = phoneText(language)
  const nameOf = (person: PersonId | null) => nameIn(scene, person) ?? ''
  const voice = { decision, item, href, typed, language, nameOf }
  const { answered, voters } = decision.standing
  const howMany = <p class="noot">{text.howMany(answered, voters)}</p>
  switch (turn.is) {
    case 'voice':
      return (
        <>
          <MyVoice {...voice} />
          {decision.mine.answer !== null && howMany}
        </>
      )
    case 'ballot':
      return <Ballot {...voice} />
    case 'voted':
      return (
        <>
          <p class="noot">{text.votedNote}</p>
          {howMany}
        </>
      )
    case 'my-objection':
      return <MyObjection {...voice} says={reactions} />
    case 'outcome':
      return <Outcome decision={decision} language={language} />
    case 'listen':
    case 'ask':
    case 'react':
    case 'bring':
    case 'poll':
    case 'no-voice':
      return null
  }
}
