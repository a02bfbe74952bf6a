import type { EntryId } from '../kernel/id.ts'
import { isGoal } from '../plan/entry.ts'
import { choiceWords, type Names, subjectWords } from './subject-view.ts'
import { AD_HOCS, type Subject } from './time.ts'
import { timeText } from './time-text.ts'

type WhatsProps = {
  names: Names
  /** The entries of the plan that stand ready as a choice. */
  likely: readonly EntryId[]
  /** What was sent and not taken. */
  values: Readonly<Record<string, string>>
}

/** The first tap: what it was for, with the kind of what came in between, or a choice from the plan. */
export function Whats({ names, likely, values }: WhatsProps) {
  const text = timeText(names.language)
  const subjects: Subject[] = [
    ...likely.map((entryId) => ({ what: 'entry', entryId }) as const),
    { what: 'question' },
    { what: 'care' },
  ]
  const chosen = values['what'] ?? ''
  return (
    <>
      <div class="wat">
        {subjects.map((subject) => {
          const value = subject.what === 'entry' ? `entry:${subject.entryId}` : subject.what
          return <What value={value} chosen={chosen} {...choiceWords(subject, names)} />
        })}
        <What value="ad-hoc" chosen={chosen} {...text.between} />
        <What value="pick" chosen={chosen} {...text.pick} />
      </div>
      <AdHocs names={names} values={values} />
      <PickField names={names} values={values} />
    </>
  )
}

type WhatProps = { value: string; chosen: string; name: string; note: string }

function What({ value, chosen, name, note }: WhatProps) {
  const id = `w-${value.replace(':', '-')}`
  return (
    <label class="keuze" for={id}>
      <input
        type="radio"
        name="what"
        id={id}
        value={value}
        checked={value === chosen ? true : undefined}
        data-what={value.split(':')[0]}
      />
      <span>
        <b>{name}</b>
        <small>{note}</small>
      </span>
    </label>
  )
}

type MoreProps = Pick<WhatsProps, 'names' | 'values'>

/** A third tap that may stay away: without it the kind is 'something else'. */
function AdHocs({ names, values }: MoreProps) {
  const text = timeText(names.language)
  const chosen = values['adHoc'] ?? 'other'
  return (
    <fieldset class="bij-tussendoor">
      <legend>{text.kindOf}</legend>
      <div class="soorten">
        {AD_HOCS.map((kind) => (
          <label for={`a-${kind}`}>
            <input
              type="radio"
              name="adHoc"
              id={`a-${kind}`}
              value={kind}
              checked={kind === chosen ? true : undefined}
            />
            <span>{text.adHoc[kind]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function PickField({ names, values }: MoreProps) {
  const text = timeText(names.language)
  return (
    <div class="veld bij-kies">
      <label for="f-entry">{text.pickFrom}</label>
      <select name="entry" id="f-entry">
        <option value="">{text.other}</option>
        <EntryOptions names={names} chosen={values['entry'] ?? ''} />
      </select>
    </div>
  )
}

/** The goals and tracks of the plan as options. */
function EntryOptions({ names, chosen }: { names: Names; chosen: string }) {
  const text = timeText(names.language)
  const entries = names.plan?.entries ?? []
  const groups = [
    { label: text.goals, ones: entries.filter(isGoal) },
    { label: text.tracks, ones: entries.filter((entry) => !isGoal(entry)) },
  ]
  return (
    <>
      {groups
        .filter(({ ones }) => ones.length > 0)
        .map(({ label, ones }) => (
          <optgroup label={label}>
            {ones.map(({ id }) => (
              <option value={id} selected={id === chosen ? true : undefined}>
                {subjectWords({ what: 'entry', entryId: id }, names).name}
              </option>
            ))}
          </optgroup>
        ))}
    </>
  )
}
