import { type Choice, ChoiceGroup } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import type { Offer } from './offer.ts'
import { MinutesField } from './offer-view.tsx'
import type { VisitNo } from './visit.ts'
import { visitNewText } from './visit-new-text.ts'
import { visitNo } from './visit-no-text.ts'
import { visitText } from './visit-text.ts'
import { type Eyes, slotWords } from './visit-words-view.ts'

/** What was sent with a form and not taken. */
export type VisitTried = {
  /** The act that it was. */
  readonly act: string
  readonly values: Readonly<Record<string, string | undefined>>
  readonly no: VisitNo
}

export type MomentProps = {
  free: readonly Offer[]
  /** Chosen from the start. */
  chosen: string | undefined
  /** A moment of their own, filled in from the start: 'YYYY-MM-DDTHH:MM'. */
  startsAt?: string | undefined
  tried: VisitTried | null
  eyes: Eyes
}

/** When: a moment that a colleague offers, or another one without anybody who takes over. */
export function MomentChoice({ free, chosen, startsAt, tried, eyes }: MomentProps) {
  const text = visitNewText(eyes.language).new
  const value = tried ? tried.values['moment'] : (chosen ?? (startsAt && 'own'))
  const choices: Choice[] = free.map((offer) => ({
    value: offer.id,
    title: slotWords(offer, eyes.language),
    note: [visitText(eyes.language).takesOver(eyes.nameOf(offer.cover)), offer.words]
      .filter(Boolean)
      .join(' · '),
  }))
  return (
    <ChoiceGroup
      name="moment"
      legend={text.moment}
      hint={free.length > 0 ? text.momentHint : visitText(eyes.language).noFree}
      error={tried?.no.field === 'moment' ? visitNo(tried.no, eyes.language) : null}
      chosen={value ? [value] : free.length === 0 ? ['own'] : []}
      choices={[
        ...choices,
        {
          value: 'own',
          title: text.own,
          note: text.ownNote,
          more: <OwnMoment startsAt={startsAt} tried={tried} eyes={eyes} />,
        },
      ]}
    />
  )
}

function OwnMoment({ startsAt, tried, eyes }: Pick<MomentProps, 'startsAt' | 'tried' | 'eyes'>) {
  const text = visitNewText(eyes.language).new
  const error = (name: string) => (tried?.no.field === name ? visitNo(tried.no, eyes.language) : null)
  return (
    <>
      <Field
        name="startsAt"
        type="datetime-local"
        label={text.startsAt}
        value={tried ? tried.values['startsAt'] : startsAt}
        error={error('startsAt')}
      />
      <MinutesField
        name="minutes"
        id="f-minutes"
        label={text.minutes}
        value={tried?.values['minutes'] ?? '30'}
        error={error('minutes')}
        eyes={eyes}
      />
    </>
  )
}
