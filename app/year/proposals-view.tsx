import { type Day, weekDay } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { firstDay, lastDay, type SchoolYear } from '../kernel/school-year.ts'
import { BackLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, HiddenFields } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty, Notice } from '../ui/notice.tsx'
import { planningText } from './planning-text.ts'
import type { DayProposal } from './proposal.ts'
import { yearActText, yearSentence } from './year-act-text.ts'
import type { YearNo } from './year-may.ts'

export type ProposalTried = { readonly id: DayProposal['id']; readonly day: string; readonly no: YearNo }

type ProposalsProps = {
  /** What waits for this reader. */
  forMe: readonly DayProposal[]
  /** What this reader proposed, also what was answered. */
  byMe: readonly DayProposal[]
  nameOf: (one: DayProposal) => string
  aboutOf: (one: DayProposal) => string
  tried: ProposalTried | null
  schoolYear: SchoolYear
  language: Language
  terms: Terms
}

/** Other days that were proposed: to answer, and what became of one's own. */
export function ProposalsView(props: ProposalsProps) {
  const { forMe, byMe, tried, schoolYear, language, terms } = props
  const text = planningText(language)
  return (
    <>
      <PageHead title={text.proposalsTitle} under={text.proposalsUnder} />
      <p>
        <BackLink href={`/year?year=${schoolYear}`}>{yearActText(language).back}</BackLink>
      </p>
      {tried && (
        <Notice kind="refusal" title={yearActText(language).look}>
          <p>{yearSentence(tried.no, language, terms)}</p>
        </Notice>
      )}
      {forMe.length + byMe.length === 0 && <Empty sentence={text.noProposals} />}
      {forMe.length > 0 && (
        <section class="blok" aria-labelledby="k-forme">
          <h2 id="k-forme">{text.forYou}</h2>
          {forMe.map((one) => (
            <Asked {...props} one={one} />
          ))}
        </section>
      )}
      {byMe.length > 0 && (
        <section class="blok" aria-labelledby="k-byme">
          <h2 id="k-byme">{text.byYou}</h2>
          {byMe.map((one) => (
            <Mine {...props} one={one} />
          ))}
        </section>
      )}
    </>
  )
}

type OneProps = ProposalsProps & { one: DayProposal }

const said = (day: Day, language: Language) => weekDay(day, language)

function Asked({ one, nameOf, aboutOf, tried, schoolYear, language, terms }: OneProps) {
  const text = planningText(language)
  const mine = tried?.id === one.id ? tried : null
  const question = text.proposes(nameOf(one), aboutOf(one), said(one.from, language), said(one.to, language))
  return (
    <Form action="/year/proposals" label={question} class="formulier dagvraag" id={`p-${one.id}`}>
      <HiddenFields values={{ year: schoolYear, proposal: one.id }} />
      <p>{question}</p>
      <Actions>
        <Button name="act" value="yes">
          {text.yes(said(one.to, language))}
        </Button>
        <Button kind="quiet" name="act" value="no">
          {text.no}
        </Button>
      </Actions>
      <Fold summary={text.other} open={mine !== null}>
        <Field
          name="day"
          id={`day-${one.id}`}
          type="date"
          label={text.other}
          hiddenLabel
          value={mine?.day ?? one.to}
          min={firstDay(schoolYear)}
          max={lastDay(schoolYear)}
          error={mine ? yearSentence(mine.no, language, terms) : null}
          narrow
        />
        <Button kind="quiet" name="act" value="other">
          {text.chooseIt}
        </Button>
      </Fold>
    </Form>
  )
}

function Mine({ one, aboutOf, schoolYear, language }: OneProps) {
  const text = planningText(language)
  const { answered } = one
  return (
    <div class="dagvraag">
      <p>{text.youProposed(aboutOf(one), said(one.from, language), said(one.to, language))}</p>
      {answered ? (
        <p class="noot">
          {text.answered[answered.as](answered.became ? said(answered.became, language) : '')}
        </p>
      ) : (
        <Form action="/year/proposals" label={text.withdraw} class="eenknop">
          <HiddenFields values={{ year: schoolYear, proposal: one.id }} />
          <span class="noot">{text.waits}</span>{' '}
          <Button kind="link" name="act" value="withdraw" about={`: ${aboutOf(one)}`}>
            {text.withdraw}
          </Button>
        </Form>
      )}
    </div>
  )
}
