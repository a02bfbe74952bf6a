import type { Phase, Plan } from '../plan/plan.ts'
import type { Lookup } from '../plan/plan-sheet.ts'
import type { Removed } from '../plan/removed.ts'
import { LONGEST_NAME, NAMED, type NamedKind } from '../plan/snapshot.ts'
import { mayNameVersion } from '../plan/snapshot-may.ts'
import type { Reader } from '../session/actor.ts'
import { ArrowLink, Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Form, HiddenFields } from '../ui/form.tsx'
import { RemovedList } from './removed-view.tsx'
import { type SnapshotRefusal, snapshotText } from './snapshot-text.ts'
import { NOW_REF, type VersionLine } from './version-line.ts'

export type SnapshotsProps = {
  readonly plan: Plan
  readonly versions: readonly VersionLine[]
  readonly removed: readonly Removed[]
  readonly lookup: Lookup
  readonly reader: Reader
  readonly href: string
  readonly options: readonly { value: string; label: string }[]
  /** What was sent and refused. */
  readonly tried: { readonly kind: string; readonly name: string; readonly no: SnapshotRefusal } | null
}

/** The versions of a plan: choose two, name one, put back what was taken out. */
export function Snapshots(props: SnapshotsProps) {
  const text = snapshotText(props.reader.language)
  const named = props.versions.filter((version) => !version.isAutomatic)
  const kept = props.versions.filter((version) => version.isAutomatic)
  return (
    <div class="kolom versies">
      {props.versions.length > 0 && <Compare {...props} />}
      <section aria-labelledby="versies-naam">
        <h2 id="versies-naam">{text.named}</h2>
        {props.versions.length === 0 && <p>{text.none}</p>}
        <Lines {...props} versions={named} />
        {kept.length > 0 && (
          <Fold summary={text.automatic(kept.length)}>
            <Lines {...props} versions={kept} />
          </Fold>
        )}
        <p class="noot">{text.fades}</p>
      </section>
      {mayNameVersion(props.reader.actor).may && <Naming {...props} />}
      <RemovedList {...props} />
    </div>
  )
}

function Compare({ versions, options, reader, href }: SnapshotsProps) {
  const text = snapshotText(reader.language)
  return (
    <section aria-labelledby="vergelijk">
      <h2 id="vergelijk">{text.compareTitle}</h2>
      <form method="get" action={`${href}/versions/compare`} class="vergelijkkeuze">
        <SelectField name="from" label={text.from} value={versions[0]?.ref} options={options} />
        <SelectField name="to" label={text.to} value={NOW_REF} options={options} />
        <Button>{text.compare}</Button>
      </form>
    </section>
  )
}

function Lines({ versions, reader, href }: SnapshotsProps) {
  const text = snapshotText(reader.language)
  return (
    <ul class="versielijst">
      {versions.map(({ ref, title, says }) => (
        <li>
          <span>
            <a href={`${href}/versions/${ref}`}>{title}</a> <small>{says}</small>
          </span>
          <ArrowLink
            href={`${href}/versions/compare?from=${encodeURIComponent(ref)}&to=${NOW_REF}`}
            about={text.withNowAbout(`${title}, ${says}`)}
          >
            {text.withNow}
          </ArrowLink>
        </li>
      ))}
    </ul>
  )
}

/** The name that fits the plan as it stands. */
const FITTING: Readonly<Record<Phase, NamedKind>> = {
  draft: 'concept',
  input: 'concept',
  decision: 'to-decision',
  adopted: 'own',
  'mid-evaluation': 'mid-year',
  'end-evaluation': 'final',
  archived: 'final',
}

function Naming({ plan, reader, href, tried, versions }: SnapshotsProps) {
  const text = snapshotText(reader.language)
  const chosen = tried?.kind ?? FITTING[plan.phase]
  const ofName = tried?.no === 'name-missing' || tried?.no === 'name-too-long'
  const next = Math.max(0, ...versions.map(({ concept }) => concept ?? 0)) + 1
  const own = (
    <Field
      name="name"
      label={text.ownName}
      hint={text.ownHint}
      value={tried?.name}
      maxlength={LONGEST_NAME}
      error={ofName && tried ? text.refusal[tried.no] : null}
    />
  )
  const choices = NAMED.map((kind) => {
    if (kind === 'own') return { value: kind, title: text.own, more: own }
    return { value: kind, title: kind === 'concept' ? text.nextConcept(next) : text.kind[kind] }
  })
  return (
    <section aria-labelledby="noem">
      <h2 id="noem">{text.nameTitle}</h2>
      <p class="noot">{text.nameHint}</p>
      <Form action={`${href}/versions`} labelledBy="noem">
        <HiddenFields values={{ act: 'name' }} />
        <ChoiceGroup
          legend={text.nameKind}
          name="kind"
          choices={choices}
          chosen={[chosen]}
          error={tried && !ofName ? text.refusal[tried.no] : null}
        />
        <Button>{text.keep}</Button>
      </Form>
    </section>
  )
}
