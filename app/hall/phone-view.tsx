import type { Child } from 'hono/jsx'
import { LiveFeed } from '../meeting/live-view.tsx'
import { nameIn } from '../meeting/meeting.ts'
import { Icon } from '../ui/icons.tsx'
import { Notice } from '../ui/notice.tsx'
import { Adopted, Before, Closed } from './phone-around-view.tsx'
import { AttendCard, AttendFold, DeviceForm } from './phone-attend-view.tsx'
import { PhoneItem } from './phone-item-view.tsx'
import { phoneText } from './phone-text.ts'
import { type PhoneProps, saysBeside, typedWords } from './phone-typed.ts'

/** What the meeting asks of one person now; without that, one calm sentence. */
export function PhoneView(props: PhoneProps) {
  const { at, sight, href, typed, says } = props
  const { scene, language } = at
  return (
    <>
      <Head {...props} />
      <Told {...props} />
      {sight.phone.is === 'item' && <AttendCard {...props} />}
      <Middle {...props} />
      <Foot {...props} />
      <LiveFeed
        meetingId={scene.meeting.id}
        revision={scene.meeting.revision}
        here={href}
        language={language}
        says={says}
        refused={typed !== null && (saysBeside(typed, sight) || typedWords(typed) !== null)}
      />
    </>
  )
}

function Head({ at, sight }: PhoneProps) {
  const { seat, scene, language } = at
  const text = phoneText(language)
  const { phone } = sight
  return (
    <p class="tel-kop">
      {seat.via === 'session' ? (
        <a class="pijl weerom" href={`/meeting/${seat.meetingId}`}>
          <Icon name="arrow" />
          {scene.meeting.title}
        </a>
      ) : (
        <span>{scene.meeting.title}</span>
      )}
      {phone.is === 'item' && <span>{text.point(phone.number, phone.of)}</span>}
    </p>
  )
}

/** What could not be done; words whose form is gone meanwhile are shown, so that nothing is lost. */
function Told({ at, sight, typed }: PhoneProps) {
  if (typed === null || saysBeside(typed, sight)) return null
  const text = phoneText(at.language)
  const words = typedWords(typed)
  return (
    <div role="alert">
      <Notice kind="refusal" title={typed.reason}>
        {words && (
          <>
            <p>{text.youTyped}</p>
            <blockquote class="regels">{words}</blockquote>
          </>
        )}
      </Notice>
    </div>
  )
}

function Middle(props: PhoneProps): Child {
  const { at, sight, says } = props
  const { scene, seat, language } = at
  const text = phoneText(language)
  switch (sight.phone.is) {
    case 'waits':
      return (
        <>
          <h1>{text.waitsTitle(nameIn(scene, seat.waitsAs) ?? '')}</h1>
          <p class="tel-staat">{says}</p>
        </>
      )
    case 'cancelled':
      return <h1>{text.cancelled}</h1>
    case 'before':
      return <Before {...props} />
    case 'between':
      return (
        <>
          {sight.sealed === null ? <h1>{text.between}</h1> : <Adopted {...props} sealed={sight.sealed} />}
          <AttendCard {...props} />
        </>
      )
    case 'closed':
      return <Closed {...props} />
    case 'item':
      return sight.sealed === null ? <PhoneItem {...props} /> : <Adopted {...props} sealed={sight.sealed} />
  }
}

function Foot(props: PhoneProps) {
  const { at, sight } = props
  const { seat, scene, language, pass } = at
  const text = phoneText(language)
  const runs =
    seat.via === 'session' &&
    (seat.person === scene.meeting.chair || seat.person === scene.meeting.minuteTaker) &&
    scene.meeting.phase !== 'closed'
  const board = `/meeting/${seat.meetingId}/board`
  const showsBoard = sight.phone.is !== 'waits' && sight.phone.is !== 'closed'
  return (
    <section class="tel-rest">
      {seat.person !== null && <AttendFold {...props} />}
      {pass?.name && <p class="noot">{text.asGuest(pass.name)}</p>}
      {seat.via === 'pass' && seat.person !== null && (
        <p class="noot">{text.as(nameIn(scene, seat.person) ?? '')}</p>
      )}
      <p class="rij">
        {showsBoard && (
          <a href={board}>{runs && seat.person === scene.meeting.chair ? text.lead : text.board}</a>
        )}
        {runs && <a href={`/meeting/${seat.meetingId}/desk`}>{text.desk}</a>}
      </p>
      {seat.via === 'pass' && <DeviceForm {...props} />}
    </section>
  )
}
