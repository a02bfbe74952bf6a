import type { Child } from 'hono/jsx'
import { dayOf, longDay, shortDay } from '../kernel/day.ts'
import type { EntryId } from '../kernel/id.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form, PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Notice } from '../ui/notice.tsx'
import { type Step, Stepper } from '../ui/stepper.tsx'
import { KeptTexts } from '../writing/passage-view.tsx'
import { aimText } from './aim-text.ts'
import { Aim } from './aim-view.tsx'
import { coverageText } from './coverage-text.ts'
import { Coverage, listNames } from './coverage-view.tsx'
import type { Entry, EntryKind, GoalKind } from './entry.ts'
import { GoalCard } from './goal-view.tsx'
import { LooseEnds } from './loose-end-view.tsx'
import { adoptedAt, entriesOf, PHASES } from './plan.ts'
import { isOwner, mayMove, mayWritePlan } from './plan-may.ts'
import { cardId, type Drawing } from './plan-sheet-view.ts'
import { Principles } from './principle-view.tsx'
import { TrackCard } from './track-view.tsx'
import { Vision } from './vision-view.tsx'

/**
 * The places on the plan page where a higher room puts its piece: under the head (a decision that is open), under an
 * entry (its evaluation), and beside the document.
 */
export type Margins = {
  readonly head?: Child
  readonly side?: Child
  readonly entry?: (id: EntryId) => Child
}

/** The plan as a document on its rail, with its contents and its state beside it. */
export function PlanView({ d, margins = {} }: { d: Drawing; margins?: Margins }) {
  return (
    <>
      <PlanHead d={d} margins={margins} />
      <PutBack d={d} />
      <div class="planvak">
        <Contents d={d} />
        <Side d={d} margins={margins} />
        <article class="doc" aria-label={d.text.document}>
          <Vision d={d} />
          <Principles d={d} />
          <Aim d={d} />
          <Goals d={d} kind="general-goal" id="general" title={d.text.general} margins={margins} />
          <Goals d={d} kind="team-goal" id="team" title={d.text.team} margins={margins} />
          <Tracks
            d={d}
            kind="learning-team-track"
            id="learning-teams"
            title={d.text.teams}
            margins={margins}
          />
          <Tracks d={d} kind="teacher-track" id="tracks" title={d.text.people(d.terms)} margins={margins} />
          <p class="noot ui">{d.text.notAppraisal}</p>
        </article>
      </div>
      <KeptTexts personId={d.actor.personId} language={d.language} />
    </>
  )
}

/** What was taken away can be put back at once. */
function PutBack({ d }: { d: Drawing }) {
  const { removed } = d.sheet
  if (!removed) return null
  const action = removed.what === 'entry' ? `${d.href}/entry/${removed.id}/place` : `${d.href}/principles`
  return (
    <Notice title={d.text.removed}>
      <PostButton
        kind="link"
        icon="undo"
        action={action}
        hidden={{ move: 'restore', act: `restore ${removed.id}` }}
      >
        {d.text.restore}
      </PostButton>
    </Notice>
  )
}

type OneCardProps = { d: Drawing; entry: Entry; margins?: Margins; tail?: Child }

/** One card by itself, for the frame in which it opens and closes. */
export function OneCard({ d, entry, margins = {}, tail }: OneCardProps) {
  const isTrack = entry.kind === 'teacher-track' || entry.kind === 'learning-team-track'
  const Card = isTrack ? TrackCard : GoalCard
  return <Card entry={entry} d={d} margin={margins.entry?.(entry.id)} tail={tail} />
}

function PlanHead({ d, margins }: { d: Drawing; margins: Margins }) {
  const adopted = adoptedAt(d.plan)
  const coordinators = d.sheet.roster.people.filter(
    (one) => !one.hasLeft && one.roles.includes('coordinator'),
  )
  const names = listNames(
    coordinators.map(({ name }) => name),
    coverageText(d.language).and,
  )
  const under = [
    d.text.under(names || d.terms.coordinator, schoolShort(d.sheet.reader.school.name)),
    adopted
      ? d.text.adoptedOn(longDay(dayOf(new Date(adopted)), d.language))
      : d.text.says[d.plan.phase](d.terms),
  ]
  return (
    <PageHead title={d.text.title(yearTitle(d.plan.schoolYear))} under={under.join(' ')}>
      <Stepper label={d.text.whereLabel} steps={stepsOf(d)} language={d.language} />
      <HeadLinks d={d} />
      {margins.head}
    </PageHead>
  )
}

const HeadLinks = ({ d }: { d: Drawing }) => (
  <div class="rij">
    {mayMove(d.actor).may && d.plan.phase !== 'archived' && (
      <LinkButton href={`${d.href}/phase`}>{d.text.moveOn}</LinkButton>
    )}
    <LinkButton href={`${d.href}/export`} icon="print">
      {d.text.onPaper}
    </LinkButton>
    <LinkButton href={`${d.href}/year`} icon="calendar">
      {d.text.yearOverview}
    </LinkButton>
  </div>
)

/** 'Basisschool De Regenboog' is 'De Regenboog' in a sentence. */
const schoolShort = (name: string) => name.replace(/^(basisschool|obs|cbs|rkbs|pcb|kbs|ikc|bs)\s+/i, '')

function stepsOf(d: Drawing): Step[] {
  const now = PHASES.indexOf(d.plan.phase)
  return PHASES.filter((phase) => phase !== 'archived' || d.plan.phase === 'archived').map((phase) => {
    const place = PHASES.indexOf(phase)
    const moved = d.plan.changes.findLast((change) => change.to === phase)
    return {
      name: d.text.phases[phase],
      when: moved && place <= now ? shortDay(dayOf(new Date(moved.at)), d.language) : undefined,
      state: place < now ? 'done' : place === now ? 'now' : 'later',
    }
  })
}

function Contents({ d }: { d: Drawing }) {
  const own = d.plan.entries.filter((entry) => isOwner(d.actor, entry))
  const parts: [string, string, number?][] = [
    ['vision', d.text.vision],
    ['principles', d.text.principlesShort, d.plan.principles.length],
    ...(d.plan.preventiveAim === null ? [] : [['aim', aimText(d.language).title] as [string, string]]),
    ['general', d.text.general, entriesOf(d.plan, 'general-goal').length],
    ['team', d.text.team, entriesOf(d.plan, 'team-goal').length],
    ['learning-teams', d.text.teams, entriesOf(d.plan, 'learning-team-track').length],
    ['tracks', d.text.people(d.terms), entriesOf(d.plan, 'teacher-track').length],
    ...own.map((entry): [string, string] => [
      cardId(entry.id),
      entry.learningTeamId ? d.text.ours : d.text.mine,
    ]),
  ]
  return (
    <nav class="inhoud" aria-label={d.text.contents}>
      <ol>
        {parts.map(([id, name, count]) => (
          <li>
            <a href={`#${id}`}>
              <span>{name}</span>
              {count !== undefined && <span>{count}</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The state of the plan; `id` lets a card that closes bring it up to date. */
export function Side({ d, margins = {} }: { d: Drawing; margins?: Margins }) {
  return (
    <aside class="kant" aria-label={d.text.side} id="side">
      {d.plan.phase !== 'archived' && <Coverage d={d} />}
      {d.plan.phase !== 'archived' && <LooseEnds d={d} />}
      {margins.side}
    </aside>
  )
}

type SectionProps = { d: Drawing; id: string; title: string; margins: Margins }

function Goals({ d, kind, id, title, margins }: SectionProps & { kind: GoalKind }) {
  const goals = entriesOf(d.plan, kind)
  return (
    <section id={id}>
      <h2>{title}</h2>
      {goals.length === 0 && <p class="noot">{d.text.noGoals}</p>}
      {goals.map((entry) => (
        <GoalCard entry={entry} d={d} margin={margins.entry?.(entry.id)} />
      ))}
      {mayWritePlan(d.actor, d.plan).may && <NewGoal d={d} kind={kind} />}
    </section>
  )
}

/** A new goal begins with its title; the rest is written in its card. */
function NewGoal({ d, kind }: { d: Drawing; kind: EntryKind }) {
  return (
    <Form action={`${d.href}/entry`} class="nieuwdoel">
      <input type="hidden" name="kind" value={kind} />
      <Field
        name="title"
        id={`new-${kind}`}
        label={d.text.newGoal}
        hint={d.text.newGoalHint}
        maxlength={2000}
      />
      <Button kind="quiet" icon="plus">
        {d.text.add}
      </Button>
    </Form>
  )
}

function Tracks({ d, kind, id, title, margins }: SectionProps & { kind: EntryKind }) {
  const tracks = entriesOf(d.plan, kind)
  return (
    <section id={id}>
      <h2>{title}</h2>
      {tracks.length === 0 && <p class="noot">{d.text.noTracks}</p>}
      {tracks.map((entry) => (
        <TrackCard entry={entry} d={d} margin={margins.entry?.(entry.id)} />
      ))}
    </section>
  )
}
