import { Check } from '../ui/choice.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, FieldError, SelectField } from '../ui/field.tsx'
import { aimOf, domainsOf } from './domain.ts'
import { AIMS, DOMAINS, isGoal, OCCASIONS, SHARE_CHOICES, textOf, WEIGHTS } from './entry.ts'
import { entryEditText } from './entry-edit-text.ts'
import { entriesOf } from './plan.ts'
import { refusalSentence } from './plan-may-text.ts'
import { firstLine } from './plan-sheet.ts'
import type { EditProps } from './plan-sheet-view.ts'
import { Was } from './was-view.tsx'

const errorOf = ({ d, open }: EditProps, field: string) => {
  const no = open.tried?.nos.find((one) => one.field === field)?.no
  return no ? refusalSentence(no, d.language, d.terms) : null
}

/** On which vision lines (and for a track, which goal) it hangs. */
export function TiesField(props: EditProps) {
  const { entry, d } = props
  const text = entryEditText(d.language)
  const lines = d.sheet.roster.visionLines.filter(
    ({ id, retiredAt }) => !retiredAt || entry.visionLineIds.includes(id),
  )
  return (
    <div class="veldrij" id={`ties-${entry.id}`}>
      {!isGoal(entry) && <ParentField {...props} />}
      <Was
        name="visionLineIds"
        values={lines.map(({ id }) => id).filter((id) => entry.visionLineIds.includes(id))}
      />
      <fieldset class="lijnen">
        <legend>{text.ties}</legend>
        <small>{lines.length === 0 ? text.noLines : text.tiesHint}</small>
        {lines.map((line, place) => (
          <label class="lijnkeus" for={`l-${entry.id}-${line.id}`}>
            <input
              type="checkbox"
              name="visionLineIds"
              value={line.id}
              id={`l-${entry.id}-${line.id}`}
              checked={entry.visionLineIds.includes(line.id) ? true : undefined}
              autofocus={props.open.at === 'visionLineIds' && place === 0 ? true : undefined}
            />
            <span>{line.short || firstLine(line.text, 40)}</span>
          </label>
        ))}
        <FieldError id={`ties-${entry.id}-error`} text={errorOf(props, 'visionLineIds')} />
      </fieldset>
    </div>
  )
}

function ParentField(props: EditProps) {
  const { entry, d } = props
  const text = entryEditText(d.language)
  const goals = entriesOf(d.plan, 'general-goal', 'team-goal')
  if (goals.length === 0) return null
  return (
    <>
      <Was name="parentId" values={[entry.parentId ?? '']} />
      <SelectField
        name="parentId"
        id={`parent-${entry.id}`}
        label={text.parent}
        value={entry.parentId}
        none={text.noParent}
        options={goals.map((goal) => ({
          value: goal.id,
          label: `${d.numbers.get(goal.id)}. ${firstLine(textOf(goal, 'title'), 70)}`,
        }))}
        error={errorOf(props, 'parentId')}
      />
    </>
  )
}

/** The days on which it is evaluated: those that stand, and room for one more (two when there is none yet). */
export function Moments(props: EditProps) {
  const { entry, d, open } = props
  const text = entryEditText(d.language)
  const empty = entry.moments.length === 0 ? (['mid', 'end'] as const) : (['other'] as const)
  const rows = [...entry.moments, ...empty.map((occasion) => ({ id: occasion, onDay: '', occasion }))]
  return (
    <fieldset class="momenten" id={`moments-${entry.id}`}>
      <legend>{text.moments}</legend>
      <Was name="onDay" values={rows.map(({ onDay }) => onDay)} />
      <Was name="occasion" values={rows.map(({ occasion }) => occasion)} />
      {rows.map((moment, place) => (
        <div class="paar">
          <Field
            type="date"
            name="onDay"
            id={`day-${entry.id}-${place}`}
            label={`${text.day} ${place + 1}`}
            hiddenLabel
            value={moment.onDay}
          />
          <SelectField
            name="occasion"
            id={`occasion-${entry.id}-${place}`}
            label={`${text.occasion} ${place + 1}`}
            hiddenLabel
            value={moment.occasion}
            options={OCCASIONS.map((value) => ({ value, label: d.words.occasion[value] }))}
          />
        </div>
      ))}
      <small>{text.momentsHint}</small>
      <FieldError id={`moments-${entry.id}-error`} text={errorOf({ entry, d, open }, 'onDay')} />
    </fieldset>
  )
}

/** The coordinator's planned hours; a number of whole hours or nothing. */
export function Hours(props: EditProps) {
  const { entry, d } = props
  const text = entryEditText(d.language)
  return (
    <>
      <Was name="coordinatorHours" values={[String(entry.coordinatorHours ?? '')]} />
      <Field
        name="coordinatorHours"
        id={`hours-${entry.id}`}
        label={text.hours}
        hint={text.hoursHint}
        inputmode="numeric"
        narrow
        value={props.open.tried?.texts['coordinatorHours'] ?? entry.coordinatorHours}
        error={errorOf(props, 'coordinatorHours')}
      />
    </>
  )
}

/** Whether the yield is shared: not sharing is a choice too, and not knowing yet is fine. */
export function ShareChoiceField({ entry, d }: EditProps) {
  const labels = entry.kind === 'learning-team-track' ? d.words.shareTeam : d.words.share
  return (
    <>
      <Was name="shareChoice" values={[entry.shareChoice ?? '']} />
      <SelectField
        name="shareChoice"
        id={`share-${entry.id}`}
        label={d.words.shareLabel}
        hint={d.words.shareHint}
        narrow
        value={entry.shareChoice}
        none={d.words.shareOpen}
        options={SHARE_CHOICES.map((value) => ({ value, label: labels[value] }))}
      />
    </>
  )
}

/** Domain and aim as proposed from the words; nobody has to open this. */
export function TagsField({ entry, d }: EditProps) {
  const text = entryEditText(d.language)
  const domains = domainsOf(entry)
  const aim = aimOf(entry)
  const now = [...domains.map((domain) => d.words.domain[domain]), d.words.aim[aim]].join(', ')
  return (
    <Fold summary={`${text.tags}: ${now}`}>
      <Was name="ownDomains" values={DOMAINS.filter((domain) => domains.includes(domain))} />
      <Was name="ownAim" values={[aim]} />
      <small>{d.words.tagsHint}</small>
      <fieldset class="namen">
        <legend>{d.words.domainsLabel}</legend>
        {DOMAINS.map((domain) => (
          <Check
            name="ownDomains"
            id={`d-${entry.id}-${domain}`}
            value={domain}
            label={d.words.domainLong[domain]}
            checked={domains.includes(domain)}
          />
        ))}
      </fieldset>
      <SelectField
        name="ownAim"
        id={`aim-${entry.id}`}
        label={d.words.aimLabel}
        narrow
        value={aim}
        options={AIMS.map((value) => ({ value, label: d.words.aimLong[value] }))}
      />
    </Fold>
  )
}

/** How much of it: light tracks count just as much. */
export function WeightField({ entry, d }: EditProps) {
  return (
    <>
      <Was name="weight" values={[entry.weight]} />
      <SelectField
        name="weight"
        id={`weight-${entry.id}`}
        label={d.words.weightLabel}
        hint={d.words.weightHint}
        narrow
        value={entry.weight}
        options={WEIGHTS.map((value) => ({ value, label: d.words.weight[value] }))}
      />
    </>
  )
}
