import { Button } from '../ui/button.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { LENGTHS, LONGEST_WORDS, MOST_IN_A_ROW, MOST_WEEKS } from './offer.ts'
import type { VisitNo } from './visit.ts'
import { visitNewText } from './visit-new-text.ts'
import { visitNo } from './visit-no-text.ts'
import type { Eyes } from './visit-words-view.ts'

/** What was sent and not taken. */
export type OfferTried = {
  readonly values: Readonly<Record<string, string | undefined>>
  readonly no: VisitNo
}

const numbers = (most: number) => Array.from({ length: most }, (_, place) => place + 1)

/** The form with which somebody gives time to take a class over. */
export function OfferForm(props: OfferProps) {
  const { tried, eyes } = props
  const text = visitNewText(eyes.language).offer
  const field = fieldOf(props)
  return (
    <Form action="/visits" id="offer" label={text.title}>
      <HiddenFields values={{ act: 'offer' }} />
      <p class="zacht">{text.under}</p>
      {tried && tried.no.field === undefined && (
        <Notice kind="refusal" title={text.notSaved}>
          <p>{visitNo(tried.no, eyes.language)}</p>
        </Notice>
      )}
      <Field {...field('startsAt')} type="datetime-local" label={text.startsAt} />
      <MinutesField {...field('minutes', '30')} label={text.minutes} eyes={eyes} />
      <SeriesFields {...props} />
      <Field
        {...field('words')}
        label={text.words}
        hint={text.wordsHint}
        maxlength={LONGEST_WORDS}
        optional={eyes.language}
      />
      <Button>{text.save}</Button>
    </Form>
  )
}

type OfferProps = { tried: OfferTried | null; eyes: Eyes }

const fieldOf =
  ({ tried, eyes }: OfferProps) =>
  (name: string, first = '') => ({
    name,
    id: `o-${name}`,
    value: tried ? (tried.values[name] ?? first) : first,
    error: tried?.no.field === name ? visitNo(tried.no, eyes.language) : null,
  })

/** Some in a row, some weeks on end. */
function SeriesFields(props: OfferProps) {
  const text = visitNewText(props.eyes.language).offer
  const field = fieldOf(props)
  const choices = (most: number, one: string, more: (count: number) => string) =>
    numbers(most).map((count) => ({ value: String(count), label: count === 1 ? one : more(count) }))
  return (
    <>
      <SelectField
        {...field('row', '1')}
        label={text.row}
        hint={text.rowHint}
        options={choices(MOST_IN_A_ROW, text.oneMoment, text.moments)}
      />
      <SelectField
        {...field('weeks', '1')}
        label={text.weeks}
        options={choices(MOST_WEEKS, text.once, text.times)}
      />
    </>
  )
}

type MinutesProps = {
  name: string
  id: string
  value: string
  error: string | null
  label: string
  eyes: Eyes
}

/** How long, as a choice. */
export const MinutesField = ({ eyes, ...field }: MinutesProps) => (
  <SelectField
    {...field}
    options={LENGTHS.map((count) => ({
      value: String(count),
      label: visitNewText(eyes.language).offer.minute(count),
    }))}
  />
)
