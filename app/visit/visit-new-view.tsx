import { BackLink, Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Field, type Option, SelectField } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { MomentChoice, type VisitTried } from './moment-view.tsx'
import type { Offer } from './offer.ts'
import { LONGEST_QUESTION } from './visit.ts'
import { visitNewText } from './visit-new-text.ts'
import { visitNo } from './visit-no-text.ts'
import { visitText } from './visit-text.ts'
import type { Eyes } from './visit-words-view.ts'

export type NewVisitProps = {
  colleagues: readonly Option[]
  entries: readonly Option[]
  free: readonly Offer[]
  /** What the address asked for: an offer, a moment of their own, a colleague, an entry, or to invite. */
  first: Readonly<Record<'moment' | 'startsAt' | 'who' | 'entry' | 'as', string | undefined>>
  tried: VisitTried | null
  eyes: Eyes
}

/** The form that asks a colleague to come and look, or to let one come. */
export function NewVisitView(props: NewVisitProps) {
  const { tried, eyes } = props
  const text = visitNewText(eyes.language).new
  return (
    <>
      <PageHead title={text.title} under={text.under} />
      <p>
        <BackLink href="/visits">{visitText(eyes.language).toVisits}</BackLink>
      </p>
      {tried && (
        <Notice kind="refusal" title={text.notSent}>
          <p>{visitNo(tried.no, eyes.language)}</p>
        </Notice>
      )}
      <Form action="/visits/new" id="ask" label={text.title}>
        <WhoFields {...props} />
        <MomentChoice
          free={props.free}
          chosen={props.first.moment}
          startsAt={props.first.startsAt}
          tried={tried}
          eyes={eyes}
        />
        <AboutFields {...props} />
        <Button>{text.send}</Button>
      </Form>
    </>
  )
}

const fieldOf =
  ({ tried, first, eyes }: NewVisitProps) =>
  (name: 'who' | 'entry') => ({
    name,
    value: tried ? tried.values[name] : first[name],
    error: tried?.no.field === name ? visitNo(tried.no, eyes.language) : null,
  })

function WhoFields(props: NewVisitProps) {
  const { tried, first, colleagues, eyes } = props
  const text = visitNewText(eyes.language).new
  const as = tried ? tried.values['as'] : first.as
  return (
    <>
      <ChoiceGroup
        name="as"
        legend={text.as}
        chosen={[as === 'host' ? 'host' : 'visitor']}
        choices={[
          { value: 'visitor', title: text.visitor, note: text.visitorNote },
          { value: 'host', title: text.host, note: text.hostNote },
        ]}
      />
      {colleagues.length === 0 && <p class="noot">{text.alone}</p>}
      <SelectField {...fieldOf(props)('who')} label={text.who} none={text.whoNone} options={colleagues} />
    </>
  )
}

function AboutFields(props: NewVisitProps) {
  const { tried, entries, eyes } = props
  const text = visitNewText(eyes.language).new
  return (
    <>
      <Field
        name="question"
        label={text.question}
        hint={text.questionHint}
        maxlength={LONGEST_QUESTION}
        optional={eyes.language}
        value={tried?.values['question']}
        error={tried?.no.field === 'question' ? visitNo(tried.no, eyes.language) : null}
      />
      {entries.length > 0 && (
        <SelectField
          {...fieldOf(props)('entry')}
          label={text.entry}
          none={text.entryNone}
          options={entries}
        />
      )}
    </>
  )
}
