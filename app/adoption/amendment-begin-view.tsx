import { plainOf } from '../kernel/rich.ts'
import { type Entry, GOAL_KINDS, isGoal } from '../plan/entry.ts'
import { EntryBody } from '../plan/entry-body-view.tsx'
import { MOST_PRINCIPLES } from '../plan/plan.ts'
import { firstLine } from '../plan/plan-sheet.ts'
import { cardId, type Drawing, longName } from '../plan/plan-sheet-view.ts'
import type { Proposal } from '../plan/proposal.ts'
import { ProposedChanges } from '../plan/proposal-view.tsx'
import { ArrowLink, Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField, TextField } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { amendmentBeginText } from './amendment-begin-text.ts'
import { amendmentText } from './amendment-text.ts'

/** What somebody sent to begin an amendment, and the sentence beside a field when it could not be taken. */
export type BeginTried = {
  readonly typed: Readonly<Record<string, string>>
  readonly field: string | null
  readonly says: string
}
type Begin = { d: Drawing; tried: BeginTried | null }

const errorAt = (tried: BeginTried | null, form: string, field: string) =>
  tried && tried.typed['form'] === form && tried.field === field ? tried.says : null
const typedIn = (tried: BeginTried | null, form: string, field: string) =>
  tried && tried.typed['form'] === form ? tried.typed[field] : undefined

type BeginViewProps = Begin & { entry: Entry; second: string; proposal: Proposal | null }

/** Beginning an amendment of one entry: what is agreed now, what one suggests, and why. */
export function BeginView({ d, entry, second, tried, proposal }: BeginViewProps) {
  const text = amendmentBeginText(d.language)
  const goal = isGoal(entry)
  return (
    <>
      <PageHead
        title={text.beginTitle(longName(entry, d))}
        under={goal ? text.beginTeam : text.beginTrack(longName(entry, d), second)}
      />
      <Form action={`${d.href}/entry/${entry.id}/amendment`}>
        <input type="hidden" name="form" value="entry" />
        {proposal && <ProposedWords {...{ d, entry, proposal }} />}
        {goal && <KindField d={d} tried={tried} form="entry" />}
        <WhyField d={d} tried={tried} form="entry" />
        <div class="rij">
          <Button icon="pen">{text.start}</Button>
          <ArrowLink href={`${d.href}?shown=${entry.id}#${cardId(entry.id)}`}>
            {amendmentText(d.language).toPlan}
          </ArrowLink>
        </div>
        <p class="noot">{proposal ? text.startWithNote : text.startNote}</p>
      </Form>
      <Fold summary={text.now}>
        <EntryBody entry={entry} d={d} />
      </Fold>
    </>
  )
}

type Proposed = { d: Drawing; entry: Entry; proposal: Proposal }

/** With which words it begins, beside what is agreed now. */
function ProposedWords({ d, entry, proposal }: Proposed) {
  const text = amendmentBeginText(d.language)
  return (
    <section class="voorstelkaart" aria-label={text.startsWith}>
      <input type="hidden" name="proposal" value={proposal.id} />
      <h2 class="kernzin">{text.startsWith}</h2>
      <ProposedChanges {...{ d, entry, proposal }} />
    </section>
  )
}

type OfForm = Begin & { form: string }

function KindField({ d, tried, form }: OfForm) {
  const text = amendmentBeginText(d.language)
  return (
    <ChoiceGroup
      legend={text.kind}
      name="kind"
      id={`kind-${form}`}
      choices={(['change', 'remove'] as const).map((value) => ({ value, title: text.kinds[value] }))}
      chosen={[typedIn(tried, form, 'kind') ?? 'change']}
    />
  )
}

function WhyField({ d, tried, form }: OfForm) {
  const text = amendmentBeginText(d.language)
  return (
    <TextField
      name="why"
      id={`f-why-${form}`}
      label={text.whyLabel}
      hint={text.whyHint}
      rows={2}
      value={typedIn(tried, form, 'why')}
      error={errorAt(tried, form, 'why')}
    />
  )
}

/** Beginning something that has no card of its own in the plan: a new goal, a principle. */
export function BeginOther({ d, tried }: Begin) {
  const text = amendmentBeginText(d.language)
  const action = `${d.href}/amendments`
  const { principles } = d.plan
  return (
    <section class="blok stapel" aria-labelledby="ab-kop">
      <h2 id="ab-kop">{text.beginOther}</h2>
      <p>{text.beginOtherSay}</p>
      <Fold summary={text.newGoal} open={tried?.typed['form'] === 'goal'}>
        <NewGoal {...{ d, tried, action }} />
      </Fold>
      {principles.length > 0 && (
        <Fold summary={text.anyPrinciple} open={tried?.typed['form'] === 'principle'}>
          <OfPrinciple {...{ d, tried, action }} />
        </Fold>
      )}
      {principles.length < MOST_PRINCIPLES && (
        <Fold summary={text.newPrinciple} open={tried?.typed['form'] === 'new-principle'}>
          <NewPrinciple {...{ d, tried, action }} />
        </Fold>
      )}
    </section>
  )
}

type FormProps = Begin & { action: string }

function NewGoal({ d, tried, action }: FormProps) {
  const text = amendmentBeginText(d.language)
  return (
    <Form action={action} label={text.newGoal}>
      <input type="hidden" name="form" value="goal" />
      <ChoiceGroup
        legend={text.goalKind}
        name="about"
        choices={GOAL_KINDS.map((value) => ({ value, title: text.goalKinds[value] }))}
        chosen={[typedIn(tried, 'goal', 'about') ?? 'team-goal']}
      />
      <Field
        name="first"
        id="f-first-goal"
        label={text.newGoalLabel}
        value={typedIn(tried, 'goal', 'first')}
        error={errorAt(tried, 'goal', 'title')}
      />
      <WhyField {...{ d, tried }} form="goal" />
      <Button icon="pen">{text.start}</Button>
    </Form>
  )
}

function OfPrinciple({ d, tried, action }: FormProps) {
  const text = amendmentBeginText(d.language)
  return (
    <Form action={action} label={text.anyPrinciple}>
      <input type="hidden" name="form" value="principle" />
      <SelectField
        name="subject"
        label={text.whichPrinciple}
        value={typedIn(tried, 'principle', 'subject') ?? d.plan.principles[0]?.id}
        options={d.plan.principles.map((principle, place) => ({
          value: principle.id,
          label: `${place + 1}. ${firstLine(plainOf(principle.text.text), 60)}`,
        }))}
        error={errorAt(tried, 'principle', 'subject')}
      />
      <KindField {...{ d, tried }} form="principle" />
      <WhyField {...{ d, tried }} form="principle" />
      <Button icon="pen">{text.start}</Button>
    </Form>
  )
}

function NewPrinciple({ d, tried, action }: FormProps) {
  const text = amendmentBeginText(d.language)
  return (
    <Form action={action} label={text.newPrinciple}>
      <input type="hidden" name="form" value="new-principle" />
      <TextField
        name="first"
        id="f-first-principle"
        label={amendmentText(d.language).newPrincipleLabel}
        rows={2}
        value={typedIn(tried, 'new-principle', 'first')}
        error={errorAt(tried, 'new-principle', 'text')}
      />
      <WhyField {...{ d, tried }} form="new-principle" />
      <Button icon="pen">{text.start}</Button>
    </Form>
  )
}
