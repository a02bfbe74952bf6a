import type { Child } from 'hono/jsx'
import type { PersonId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { RoomLook } from '../lookback/look-back.ts'
import { LookBackPhone } from '../lookback/look-back-phone-view.tsx'
import { currentItem, type MeetingItem, nameIn, type Say } from '../meeting/meeting.ts'
import { ownSays } from '../meeting/say.ts'
import type { SeenDecision } from '../round/round-standing.ts'
import type { Turn } from './phone.ts'
import { MyObjection, Outcome, outcomeSentence } from './phone-outcome-view.tsx'
import { PollCard } from './phone-poll-view.tsx'
import { MySays, SayForm } from './phone-say-view.tsx'
import { OwnTrack, TextOf } from './phone-sheet-view.tsx'
import { phoneText } from './phone-text.ts'
import type { PhoneProps } from './phone-typed.ts'
import { Ballot, MyVoice } from './phone-voice-view.tsx'

/** The item that everybody has before them: its text, and what is asked of this person. */
export function PhoneItem(props: PhoneProps) {
  const { at, sight, says } = props
  const item = currentItem(at.scene)
  const { sheet } = sight
  if (item === null || sheet === null) return null
  return (
    <>
      <TextOf sheet={sheet} item={item} language={at.language} />
      <OwnTrack {...props} item={item} sheet={sheet} />
      <p class="tel-staat" id="state">
        {says}
      </p>
      <Task {...props} item={item} />
    </>
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
  if (turn === null || sheet === null || sheet.confirmed) return null
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
function LookBack({ at, sight, typed, item, look }: PhoneProps & { item: MeetingItem; look: RoomLook }) {
  const { scene, seat, language, terms } = at
  const refused = typed?.act === 'say' && typed.fields['item'] === item.id ? typed : null
  return (
    <LookBackPhone
      look={look}
      item={item}
      seat={seat}
      planId={scene.meeting.planId}
      takesInput={sight.turn?.is !== 'poll'}
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
  const { scene, seat, language } = at
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
      return <Outcome decision={decision} language={language} seat={seat} />
    case 'listen':
    case 'ask':
    case 'react':
    case 'bring':
    case 'poll':
    case 'no-voice':
      return null
  }
}
