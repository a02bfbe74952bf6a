import type { PersonId, PlanId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { type Deciding, TEMPLATES, type Template } from '../meeting/meeting.ts'
import { type MeetingDetails, minutesOf } from '../meeting/meeting-plan.ts'
import type { PlanLine } from '../plan/plan.ts'
import { BackLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { StillDraft } from './agenda-draft-view.tsx'
import type { Tick } from './agenda-point-view.ts'
import { agendaText } from './agenda-text.ts'
import { TickRow } from './agenda-tick-view.tsx'
import { DecidingFields, decidingSays } from './deciding-view.tsx'
import { DetailsFields } from './details-view.tsx'
import { planningSentence, type Trouble, typedIn } from './meeting-trouble-view.ts'
import { allOf } from './meetings-form.ts'
import { meetingsText } from './meetings-text.ts'

export type NewMeetingProps = {
  template: Template
  planId: PlanId | null
  plans: readonly PlanLine[]
  people: readonly { readonly id: PersonId; readonly name: string }[]
  details: Omit<MeetingDetails, 'minuteTaker'> & { readonly minuteTaker: PersonId | null }
  deciding: Deciding
  suggested: readonly Tick[]
  rest: readonly Tick[]
  /** The plan is a draft: nothing is decided about it yet. */
  isDraft: boolean
  /** There is an adopted plan to look back on. */
  looksBack: boolean
  trouble: Trouble | null
  language: Language
}

/** The form that plans a meeting: what kind, when, with whom, and an agenda that is ready. */
export function NewMeetingView(props: NewMeetingProps) {
  const { template, planId, details, trouble, language } = props
  const text = meetingsText(language)
  return (
    <>
      <PageHead title={text.newTitle} under={text.newUnder} />
      <p>
        <BackLink href="/meetings">{text.toList}</BackLink>
      </p>
      {trouble && (
        <Notice kind="refusal" title={text.look4}>
          <p>{planningSentence(trouble.no, language)}</p>
        </Notice>
      )}
      <Templates {...props} />
      {props.isDraft && template === 'adoption' && planId && (
        <StillDraft planId={planId} language={language} />
      )}
      <Form action="/meetings/new" label={text.plan} class="formulier vergaderplan">
        <HiddenFields
          values={{
            template,
            plan: planId ?? '',
            proposed: typedIn(trouble, 'minutes') ?? String(details.minutes),
          }}
        />
        <DetailsFields {...props} />
        <Ticks {...props} />
        <Deciding {...props} />
        <Button>{text.planIt}</Button>
      </Form>
    </>
  )
}

const hrefOf = (template: Template, planId: PlanId | null) =>
  `/meetings/new?template=${template}${planId === null ? '' : `&plan=${planId}`}`

/** The kinds of meeting, each a link: the agenda below follows. */
function Templates({ template, planId, plans, language }: NewMeetingProps) {
  const text = agendaText(language)
  const words = meetingsText(language)
  return (
    <>
      <nav class="soorten" aria-label={words.templates}>
        <ul>
          {TEMPLATES.map((one) => (
            <li>
              <a
                href={hrefOf(one, one === template ? planId : null)}
                aria-current={one === template ? 'true' : undefined}
              >
                <b>{text.template[one]}</b>
                <small>{text.templateNote[one]}</small>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {plans.length > 1 && (
        <nav class="welkplan" aria-label={words.whichPlan}>
          <span>{words.whichPlan}</span>
          {plans.map((plan) => (
            <a href={hrefOf(template, plan.id)} aria-current={plan.id === planId ? 'true' : undefined}>
              {yearTitle(plan.schoolYear)}
            </a>
          ))}
        </nav>
      )}
    </>
  )
}

/** What was ticked when the form was sent, else what is ticked from the start. */
const tickedIn = (trouble: Trouble | null) => (key: string, first: boolean) =>
  trouble ? allOf(trouble.typed, 'point').includes(key) : first

function Ticks(props: NewMeetingProps) {
  const { suggested, rest, trouble, language } = props
  const text = meetingsText(language)
  const isTicked = tickedIn(trouble)
  const row = (first: boolean) => (one: Tick) => (
    <TickRow one={one} checked={isTicked(one.key, first)} language={language} />
  )
  if (suggested.length + rest.length === 0) return <p class="zacht">{text.nothingOpen}</p>
  return (
    <fieldset class="agendapunten">
      <legend>{text.onAgenda}</legend>
      <small>{text.onAgendaHint}</small>
      {suggested.map(row(true))}
      <Sum {...props} />
      {rest.length > 0 && (
        <Fold summary={text.alsoOpen(rest.length)} open={suggested.length === 0}>
          {rest.map(row(false))}
        </Fold>
      )}
    </fieldset>
  )
}

/** How long it takes; without anything to look back on, why. */
function Sum({ suggested, rest, details, template, looksBack, trouble, language }: NewMeetingProps) {
  const text = agendaText(language)
  const isTicked = tickedIn(trouble)
  const ticked = [
    ...suggested.filter(({ key }) => isTicked(key, true)),
    ...rest.filter(({ key }) => isTicked(key, false)),
  ]
  const minutes = Number.parseInt(typedIn(trouble, 'minutes') ?? '', 10) || details.minutes
  const { planned, length, over } = minutesOf({ ...details, minutes }, ticked)
  const isLookingBack = template === 'mid-evaluation' || template === 'end-evaluation'
  if (isLookingBack && !looksBack) return <p class="zacht">{meetingsText(language).notAdopted}</p>
  if (ticked.length === 0) return null
  return <p class="zacht">{over > 0 ? text.sumOver(planned, length, over) : text.sum(planned, length)}</p>
}

const DECIDING = ['rule', 'percentage', 'unnamed', 'quorum', 'absentDays', 'voter']

function Deciding({ people, deciding, trouble, language }: NewMeetingProps) {
  const field = trouble && 'field' in trouble.no ? trouble.no.field : null
  return (
    <section class="stapel" aria-labelledby="besluiten-kop">
      <h2 id="besluiten-kop">{meetingsText(language).howDecide}</h2>
      <Fold
        summary={decidingSays(deciding, language).join(' ')}
        open={typeof field === 'string' && DECIDING.includes(field)}
      >
        <div class="stapel">
          <DecidingFields {...{ people, deciding, trouble, language }} />
        </div>
      </Fold>
    </section>
  )
}
