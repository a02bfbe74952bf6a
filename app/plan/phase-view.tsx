import { dayOf, longDay } from '../kernel/day.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { phaseText } from './phase-text.ts'
import { MOVES, PHASES, type Phase } from './plan.ts'
import { mayMove } from './plan-may.ts'
import type { Drawing } from './plan-sheet-view.ts'

export type PhaseTried = {
  readonly to: string
  readonly why: string
  readonly text: string
  /** Beside which field the sentence stands; null: above the form. */
  readonly at: 'to' | 'why' | null
}

/** The steps that the coordinator may take now, each with what it means, and why; and the record so far. */
export function PhaseMoves({ d, tried }: { d: Drawing; tried: PhaseTried | null }) {
  const text = phaseText(d.language)
  const moves = byForward(d.plan.phase).filter((phase) => phase !== 'decision')
  const forward = moves.find((phase) => !isBack(d.plan.phase, phase))
  return (
    <>
      <p class="kernzin">{text.now(d.text.phases[d.plan.phase])}</p>
      {tried && tried.at === null && <Notice kind="refusal" title={tried.text} />}
      {d.plan.phase === 'archived' && <p>{text.done}</p>}
      {d.plan.phase === 'input' && mayMove(d.actor).may && <ToTeam d={d} />}
      {moves.length > 0 && mayMove(d.actor).may && (
        <Form action={`${d.href}/phase`} class="formulier mt">
          <ChoiceGroup
            legend={text.which}
            name="to"
            chosen={[tried?.to || forward || '']}
            error={tried?.at === 'to' ? tried.text : null}
            choices={moves.map((phase) => ({
              value: phase,
              title: text.to[phase],
              note: text.note[phase](d.terms),
            }))}
          />
          <TextField
            name="why"
            label={text.why}
            hint={text.whyHint}
            value={tried?.why}
            error={tried?.at === 'why' ? tried.text : null}
          />
          <div class="rij">
            <Button>{text.move}</Button>
          </div>
          <p class="noot">{text.onlyTeam}</p>
        </Form>
      )}
      <PhaseHistory d={d} />
    </>
  )
}

/** The steps forward first. */
const byForward = (now: Phase) =>
  MOVES[now].toSorted((one, other) => Number(isBack(now, one)) - Number(isBack(now, other)))
const isBack = (now: Phase, to: Phase) => PHASES.indexOf(to) < PHASES.indexOf(now)

/** Putting the plan to the team is a page of its own, where rule, voices and closing time are fixed. */
function ToTeam({ d }: { d: Drawing }) {
  const text = phaseText(d.language)
  return (
    <section class="blok stapel" aria-labelledby="voorleggen">
      <h2 id="voorleggen">{text.to.decision}</h2>
      <p>{text.note.decision()}</p>
      <LinkButton kind="main" href={`${d.href}/decision`}>
        {text.putForward}
      </LinkButton>
    </section>
  )
}

/** Each move is a record: who, when, why. */
function PhaseHistory({ d }: { d: Drawing }) {
  const text = phaseText(d.language)
  return (
    <section class="mt">
      <h2>{text.history}</h2>
      <ul class="verloop">
        {d.plan.changes.map((change) => (
          <li>
            {text.line(
              longDay(dayOf(new Date(change.at)), d.language),
              (change.by && d.lookup.people.get(change.by)?.name) || text.someone,
              d.text.phases[change.to],
            )}
            {change.why && <p class="noot">{change.why}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
