import type { Language } from '../kernel/language.ts'
import type { Attending } from '../meeting/attendance.ts'
import { isOpenToJoin } from '../meeting/pass.ts'
import { Button, type ButtonProps } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { presenceIn } from './phone.ts'
import { phoneText } from './phone-text.ts'
import type { PhoneProps } from './phone-typed.ts'

type Offer = { readonly what: Attending; readonly kind?: ButtonProps['kind'] }

/** Are you there? One tap; asked only of whom it is not known, or who left. */
export function AttendCard({ at, href }: PhoneProps) {
  const { scene, seat, desk, language } = at
  const text = phoneText(language)
  const presence = presenceIn(scene, seat)
  const isOpen = isOpenToJoin(scene.meeting, desk.now)
  if (seat.person === null || presence === 'here' || presence === 'remote') return null
  if (!isOpen) return <Ahead at={at} href={href} away={presence === 'away'} />
  return (
    <section class="tel-er" aria-labelledby="attend-h">
      <h2 id="attend-h">{presence === 'unknown' ? text.isHere : text.presence[presence]}</h2>
      <Offers
        id="attend"
        href={href}
        language={language}
        offers={[{ what: 'present', kind: 'main' }, { what: 'remote' }]}
        again={presence === 'left'}
      />
    </section>
  )
}

/** Before one can come in: one may say not to come, and take that back. */
function Ahead({ at, href, away }: Pick<PhoneProps, 'at' | 'href'> & { away: boolean }) {
  const text = phoneText(at.language)
  return (
    <section class="tel-er">
      {away && <p>{text.presence.away}</p>}
      <Offers
        id="attend"
        href={href}
        language={at.language}
        offers={[{ what: away ? 'open' : 'absent-notice' }]}
      />
    </section>
  )
}

/** Once somebody is there: going, or being elsewhere, out of the way. */
export function AttendFold({ at, sight, href }: PhoneProps) {
  const { scene, seat, language } = at
  const text = phoneText(language)
  const presence = presenceIn(scene, seat)
  if (sight.phone.is === 'closed' || (presence !== 'here' && presence !== 'remote')) return null
  const other = presence === 'here' ? 'remote' : 'present'
  return (
    <Fold id="presence" summary={`${text.presence[presence]} ${text.presenceTitle}`}>
      <Offers
        id="attend-on"
        href={href}
        language={language}
        offers={[{ what: 'left' }, { what: other }]}
        inRoom
      />
    </Fold>
  )
}

type OffersProps = {
  id: string
  href: string
  language: Language
  offers: readonly Offer[]
  again?: boolean
  inRoom?: boolean
}

function Offers({ id, href, language, offers, again, inRoom }: OffersProps) {
  const text = phoneText(language)
  const label = (what: Attending) => {
    if (what === 'present') return again ? text.again : inRoom ? text.inRoom : text.here
    if (what === 'remote') return text.remote
    if (what === 'left') return text.leave
    return what === 'open' ? text.canAfterAll : text.cannot
  }
  return (
    <form action={href} method="post" id={id} class="stapel">
      <HiddenFields values={{ act: 'attend' }} />
      {offers.map(({ what, kind = 'quiet' }) => (
        <Button kind={kind} name="what" value={what}>
          {label(what)}
        </Button>
      ))}
    </form>
  )
}

/** A device that came by the code goes out again: another name, or not one's own phone. */
export function DeviceForm({ at, sight, href }: PhoneProps) {
  const text = phoneText(at.language)
  return (
    <form action={href} method="post" id="device">
      <HiddenFields values={{ act: 'leave-device' }} />
      <Button kind="link">{sight.phone.is === 'waits' ? text.notMe : text.leaveDevice}</Button>
    </form>
  )
}
