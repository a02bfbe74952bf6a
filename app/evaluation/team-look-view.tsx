import type { Plan } from '../plan/plan.ts'
import type { Reader } from '../session/actor.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { TextField } from '../ui/field.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Lines, RichText } from '../ui/rich.tsx'
import type { Passage } from '../writing/passage.ts'
import type { Time } from './evaluation.ts'
import {
  isDropped,
  LOOK_FIELDS,
  type LookField,
  lookText,
  type TeamChoice,
  type TeamLook,
  themeGoals,
} from './team-look.ts'
import { mayWriteLook } from './team-look-may.ts'
import { teamLookText } from './team-look-text.ts'

/** A text that was sent and not stored, with why, and what somebody else wrote meanwhile. */
export type LookTried = {
  readonly field: LookField
  readonly text: string
  readonly says: string
  readonly theirs: Passage | null
}

/** What team, coordinator and principal say of this plan together, as one reader sees it. */
export type TeamLooking = {
  readonly plan: Plan
  readonly time: Time
  readonly look: TeamLook | null
  readonly choices: readonly TeamChoice[]
  readonly hours: { readonly planned: number; readonly available: number | null }
  /** What is shared of the coordinator's own time: proportions in sentences. */
  readonly shared: readonly string[]
  readonly reader: Reader
  /** '/plan/…' */
  readonly href: string
  readonly tried: LookTried | null
}

/** Looked back together: each text with the way to write it, for whose words they are. */
export function TeamLookBlock(looking: TeamLooking) {
  const text = teamLookText(looking.reader.language)
  const fields = LOOK_FIELDS.filter((field) => isShown(looking, field))
  return (
    <section class="blok samenterug" id="samen" aria-labelledby="k-samen">
      <h2 id="k-samen">{text.title}</h2>
      {fields.length === 0 && <p class="noot">{text.none}</p>}
      {looking.shared.length > 0 && (
        <SharedTime shared={looking.shared} title={text.sharedTime} more={text.sharedMore} />
      )}
      {fields.map((field) => (
        <One {...looking} field={field} />
      ))}
      <Chosen {...looking} />
    </section>
  )
}

/** Where the coordinator's time went, as far as it was shared; more about it stands on its own page. */
const SharedTime = ({ shared, title, more }: { shared: readonly string[]; title: string; more: string }) => (
  <article class="terugblik voorproef" id="gedeelde-tijd" aria-labelledby="gedeelde-tijd-kop">
    <h3 id="gedeelde-tijd-kop">{title}</h3>
    {shared.map((said) => (
      <blockquote>{said}</blockquote>
    ))}
    <ArrowLink href="/time/shared">{more}</ArrowLink>
  </article>
)

const mayWrite = ({ reader, plan }: TeamLooking, field: LookField) =>
  mayWriteLook(reader.actor, plan, field).may

/** Where something stands or can be written; an answer only once there is something to answer. */
function isShown(looking: TeamLooking, field: LookField) {
  if (lookText(looking.look, field) !== '') return true
  if (field === 'conditionsAnswer' && lookText(looking.look, 'conditions') === '') return false
  return mayWrite(looking, field)
}

type OneProps = TeamLooking & { field: LookField }

function One(props: OneProps) {
  const { look, reader, field, hours } = props
  const text = teamLookText(reader.language)
  const said = lookText(look, field)
  return (
    <article class="terugblik" id={`samen-${field}`} aria-labelledby={`samen-t-${field}`}>
      <h3 id={`samen-t-${field}`}>{text.field[field]}</h3>
      <p class="noot">{text.under[field](reader.terms)}</p>
      {field === 'conditions' && <p class="zacht">{text.hours(hours.planned, hours.available)}</p>}
      {said !== '' && (
        <div class="serif">
          <RichText text={said} />
        </div>
      )}
      {field === 'conditions' && look?.notedAt && said !== '' && <p class="noot">{text.noted}</p>}
      {mayWrite(props, field) && (
        <Fold
          summary={said === '' ? text.write : text.writeOn}
          id={`schrijf-${field}`}
          open={props.tried?.field === field}
        >
          <Writing {...props} />
        </Fold>
      )}
    </article>
  )
}

function Writing({ look, reader, field, href, time, tried }: OneProps) {
  const text = teamLookText(reader.language)
  const mine = tried?.field === field ? tried : null
  const revision = (mine?.theirs ?? look?.texts[field])?.revision ?? 0
  return (
    <form action={`${href}/look-back/${time}`} method="post" class="formulier" novalidate id={`f-${field}`}>
      <HiddenFields values={{ field, base: String(revision) }} />
      {mine?.theirs && (
        <Notice title={text.clash}>
          <div class="serif">
            <RichText text={mine.theirs.text} />
          </div>
        </Notice>
      )}
      <TextField
        name="text"
        id={`look-${field}`}
        label={text.label[field]}
        hint={text.hint[field]}
        rows={4}
        value={mine?.text ?? lookText(look, field)}
        error={mine && !mine.theirs ? mine.says : null}
      />
      <Button icon="check">{text.save}</Button>
    </form>
  )
}

/** What goes along to next year besides goals and tracks. */
function Chosen({ plan, choices, reader }: TeamLooking) {
  const text = teamLookText(reader.language)
  const dropped = plan.principles.filter(({ id }) => isDropped(choices, id)).map((one) => one.text.text)
  const goals = themeGoals(choices).map((one) => one.text)
  return (
    <>
      <ChosenList title={text.dropped} lines={dropped} />
      <ChosenList title={text.becameGoals} lines={goals} />
    </>
  )
}

type ListProps = { title: string; lines: readonly string[] }

const ChosenList = ({ title, lines }: ListProps) =>
  lines.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul class="punten">
        {lines.map((line) => (
          <li>
            <Lines text={line} />
          </li>
        ))}
      </ul>
    </>
  )
