import type { PersonId } from '../kernel/id.ts'
import { nameIn } from '../meeting/meeting.ts'
import { ownSays } from '../meeting/say.ts'
import { itemsAhead } from './phone.ts'
import { AttendCard } from './phone-attend-view.tsx'
import { LateObjection } from './phone-outcome-view.tsx'
import { phoneText, startOf } from './phone-text.ts'
import type { PhoneProps } from './phone-typed.ts'
import type { SealedHere } from './sealed.ts'
import { sealedText } from './sealed-text.ts'
import { SealedHeading } from './sealed-view.tsx'

/** Before the meeting opens: when, where, and what can be said beforehand. */
export function Before(props: PhoneProps) {
  const { at } = props
  const { scene, seat, language } = at
  const { meeting } = scene
  const text = phoneText(language)
  const items = seat.via === 'session' ? itemsAhead(scene) : []
  return (
    <>
      <h1>{text.begins(startOf(meeting.startsAt, language))}</h1>
      {meeting.place && <p>{text.where(meeting.place)}</p>}
      <p class="tel-staat">{text.willOpen(nameIn(scene, meeting.chair) ?? '')}</p>
      <AttendCard {...props} />
      {items.length > 0 && (
        <section aria-labelledby="ahead">
          <h2 id="ahead">{text.ahead}</h2>
          <p class="noot">{text.aheadNote}</p>
          <ol class="tel-agenda">
            {items.map((item) => (
              <li id={`ahead-${item.id}`}>
                <a href={`/meeting/${meeting.id}/item/${item.id}`}>{item.title}</a>
                {ownSays(seat, scene, item, 'input').length > 0 && <small> {text.aheadSaid}</small>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

/** The plan is adopted: the same sentence as on the wall, with a thank you; the version itself is for the team. */
export function Adopted({ at, sealed }: Pick<PhoneProps, 'at'> & { sealed: SealedHere }) {
  const text = sealedText(at.language)
  return (
    <div class="tel-plechtig">
      <SealedHeading sealed={sealed} language={at.language} />
      <p>{text.thanks}</p>
      {at.seat.via === 'session' && (
        <p>
          <a href={`/plan/${sealed.planId}/version/${sealed.number}`}>{text.read(sealed.number)}</a>
        </p>
      )}
    </div>
  )
}

/** After it closed: thanks, and for who was away what they can still come back on. */
export function Closed({ at, sight, href, typed }: PhoneProps) {
  const { seat, scene, language } = at
  const text = phoneText(language)
  const nameOf = (person: PersonId | null) => nameIn(scene, person) ?? ''
  return (
    <>
      {sight.sealed === null ? <h1>{text.closed}</h1> : <Adopted at={at} sealed={sight.sealed} />}
      {sight.sealed !== null && <p>{text.closed}</p>}
      <p class="tel-staat">{text.closedNext}</p>
      {seat.via === 'session' && (
        <p>
          <a href={`/meeting/${seat.meetingId}`}>{text.toMeeting}</a>
        </p>
      )}
      {sight.late.length > 0 && <p class="kernzin">{text.lateTitle}</p>}
      {sight.late.map((decision) => (
        <LateObjection {...{ decision, href, typed, language, nameOf }} person={seat.person} />
      ))}
    </>
  )
}
