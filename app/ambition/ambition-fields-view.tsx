import type { LearningTeamId } from '../kernel/id.ts'
import type { Language } from '../kernel/language.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { Check } from '../ui/choice.tsx'
import { Field, SelectField, TextField } from '../ui/field.tsx'
import {
  type AmbitionAbout,
  type AmbitionHeight,
  isShareMeasure,
  LONGEST_WHY,
  measureOf,
} from './ambition.ts'
import type { AmbitionTried } from './ambition-form.ts'
import { ambitionText } from './ambition-text.ts'
import { byText, valueText } from './stand-text.ts'

export type HeightFieldsProps = {
  readonly about: AmbitionAbout
  readonly years: readonly SchoolYear[]
  /** The one of them that stands chosen at first. */
  readonly by: SchoolYear
  /** What stands there; null when it is made anew. */
  readonly now: AmbitionHeight | null
  readonly tried: AmbitionTried | null
  readonly language: Language
}

/** How high, by when, and why so high. */
export function HeightFields({ about, years, by, now, tried, language }: HeightFieldsProps) {
  const text = ambitionText(language)
  const error = (field: string) => (tried?.field === field ? tried.says : null)
  const given = (name: string, first: string | undefined) => tried?.values[`ambition-${name}`] ?? first
  const number = (value: number) => valueText(language, about, value).replace(/[\s\u00a0]%$/, '')
  return (
    <>
      <Field
        name="ambition-to"
        label={isShareMeasure(measureOf(about)) ? text.to.share : text.to.score}
        hint={text.toHint}
        inputmode="decimal"
        autocomplete="off"
        maxlength={8}
        value={given('to', now ? number(now.to) : undefined)}
        error={error('to')}
        narrow
      />
      <SureTick {...{ tried, language }} />
      <SelectField
        name="ambition-by"
        label={text.by}
        hint={text.byHint}
        value={given('by', by)}
        options={years.map((year) => ({ value: year, label: byText(about, year) }))}
        error={error('by')}
        narrow
      />
      <TextField
        name="ambition-why"
        label={text.why}
        hint={text.whyHint}
        optional={language}
        maxlength={LONGEST_WHY}
        value={given('why', now?.why)}
        error={error('why')}
      />
    </>
  )
}

/** That a number which may be a slip is meant. */
function SureTick({ tried, language }: Pick<HeightFieldsProps, 'tried' | 'language'>) {
  if (!tried?.tick) return null
  const { value, isSet } = tried.tick
  const label = ambitionText(language).sure
  return <Check name="ambition-sure" id="f-ambition-sure" {...{ value, label }} checked={isSet} />
}

export type TeamFieldProps = {
  readonly teams: readonly { readonly id: LearningTeamId; readonly name: string }[]
  /** Whether one of the whole team can be made as well. */
  readonly forAll: boolean
  /** The one that stands chosen at first; '' the whole team. */
  readonly first: string
  readonly tried: AmbitionTried | null
  readonly language: Language
}

/** Whose it is; nothing to choose when there is one. */
export function TeamField({ teams, forAll, first, tried, language }: TeamFieldProps) {
  const text = ambitionText(language)
  const [only] = teams
  if (!forAll && teams.length === 1 && only)
    return (
      <p>
        <input type="hidden" name="ambition-team" value={only.id} />
        {text.of(only.name)}
      </p>
    )
  const all = forAll ? [{ value: '', label: text.wholeTeam }] : []
  return (
    <SelectField
      name="ambition-team"
      label={text.team}
      value={tried?.values['ambition-team'] ?? first}
      options={[...all, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
      error={tried?.field === 'team' ? tried.says : null}
      narrow
    />
  )
}
