import type { Language, Terms } from '../kernel/language.ts'
import { firstDay, lastDay, type SchoolYear, yearTitle } from '../kernel/school-year.ts'
import { ArrowLink, BackLink, Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, HiddenFields } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty, Notice } from '../ui/notice.tsx'
import { dayAndMonth } from './circle-view.tsx'
import { planningText } from './planning-text.ts'
import type { Proposed } from './template.ts'
import { shortWeekDay } from './trouble-view.tsx'
import { yearActText, yearSentence } from './year-act-text.ts'
import type { YearNo } from './year-may.ts'
import { yearText } from './year-text.ts'

/** What the page of laying down a year offers. */
type OfferLine = Proposed & { readonly isThere: boolean; readonly isAlike: boolean }
type LayProps = {
  offer: {
    readonly from: SchoolYear | null
    readonly lines: readonly OfferLine[]
    readonly before: SchoolYear | null
  }
  no: YearNo | null
  title: string
  schoolYear: SchoolYear
  language: Language
  terms: Terms
}

/** The proposal line by line: what to lay down, and on which day. */
export function LayView(props: LayProps) {
  const { offer, no, title, schoolYear, language, terms } = props
  const text = planningText(language)
  const under = offer.from ? text.layFromYear(yearTitle(offer.from)) : text.layFromTemplate
  const toLay = offer.lines.some(({ isThere }) => !isThere)
  return (
    <>
      <PageHead title={title} under={under} />
      <p>
        <BackLink href={`/year?year=${schoolYear}`}>{yearActText(language).back}</BackLink>
      </p>
      <Sources {...props} />
      {no && (
        <Notice kind="refusal" title={yearActText(language).look}>
          <p>{yearSentence(no, language, terms)}</p>
        </Notice>
      )}
      {!toLay && <Empty sentence={text.nothingToLay} />}
      {toLay && (
        <Form action="/year/new" label={title}>
          <HiddenFields values={{ year: schoolYear, from: offer.from ?? '' }} />
          <fieldset>
            <legend>{text.layWhat}</legend>
            {offer.lines.map((line) => (
              <LayLine {...props} line={line} />
            ))}
          </fieldset>
          <Actions>
            <Button>{text.layIt}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}

function Sources({ offer, schoolYear, language }: LayProps) {
  const text = planningText(language)
  const href = `/year/new?year=${schoolYear}`
  return (
    <nav class="jaarweg" aria-label={text.sources}>
      <a href={href} aria-current={offer.from === null ? 'page' : undefined}>
        {text.fromTemplate}
      </a>
      {offer.before && (
        <a href={`${href}&from=${offer.before}`} aria-current={offer.from ? 'page' : undefined}>
          {text.fromYear(yearTitle(offer.before))}
        </a>
      )}
      <ArrowLink href={`/year/template?year=${schoolYear}`}>{text.toTemplate}</ArrowLink>
    </nav>
  )
}

function LayLine({ line, no, schoolYear, language, terms }: LayProps & { line: OfferLine }) {
  const text = planningText(language)
  const title = line.title || yearText(language).kind[line.kind]
  if (line.isThere) {
    return (
      <p class="legregel zacht">
        {title} <small>{text.isThere}</small>
      </p>
    )
  }
  const field = `day.${line.key}`
  const wrong = no !== null && 'field' in no && no.field === field
  return (
    <div class="legregel">
      <Tick line={line} title={title} language={language} />
      <Field
        name={field}
        type="date"
        label={text.dayOf(title)}
        hiddenLabel
        value={line.from}
        min={firstDay(schoolYear)}
        max={lastDay(schoolYear)}
        error={wrong && no ? yearSentence(no, language, terms) : null}
        narrow
      />
    </div>
  )
}

type TickProps = { line: OfferLine; title: string; language: Language }

/** Ticked from the start, but for what there is something like already. */
function Tick({ line, title, language }: TickProps) {
  const text = planningText(language)
  const until = line.to > line.from ? text.until(dayAndMonth(line.to, language)) : ''
  const id = `l-${line.key}`
  return (
    <label class="regel" for={id}>
      <input type="checkbox" name="line" value={line.key} id={id} checked={line.isAlike ? undefined : true} />
      <span>
        {title}
        <small> {[shortWeekDay(line.from, language), until].filter((part) => part).join(' ')}</small>
        {line.isAlike && <small> · {text.isAlike}</small>}
      </span>
    </label>
  )
}
