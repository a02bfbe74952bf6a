import type { Language, Terms } from '../kernel/language.ts'
import { ROLES, type Role } from '../session/actor.ts'
import { roleWord } from '../session/role-text.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Field, FieldError } from '../ui/field.tsx'
import { Actions, Form, Problems } from '../ui/form.tsx'
import type { PersonRefusal } from './person.ts'
import type { PersonValues } from './person-form.ts'
import { personText } from './person-text.ts'
import { schoolText } from './school-text.ts'
import { runningTeams, type Team } from './team.ts'

export type PersonFormProps = {
  action: string
  language: Language
  terms: Terms
  team: Team
  values: PersonValues
  refusals: readonly PersonRefusal[]
  mayGive: (role: Role) => boolean
  /** the words on the button */
  submit: string
}

/** Name, address, roles, groups and learning teams of one person. */
export function PersonForm(props: PersonFormProps) {
  const { action, language, team, values, refusals, submit } = props
  const text = personText(language)
  const errorAt = (field: string) => sentenceAt(refusals, field, language)
  return (
    <Form action={action}>
      <PersonProblems refusals={refusals} language={language} />
      <Field
        name="person"
        label={text.name}
        hint={text.nameHint}
        value={values.person}
        error={errorAt('person')}
        maxlength={80}
        autocomplete="off"
      />
      <Field
        name="email"
        type="email"
        inputmode="email"
        label={text.email}
        hint={text.emailHint}
        value={values.email}
        error={errorAt('email')}
        optional={language}
        maxlength={254}
        autocomplete="off"
      />
      <Roles {...props} error={errorAt('roles')} />
      <Places language={language} team={team} values={values} />
      <Actions>
        <Button name="act" value="save">
          {submit}
        </Button>
      </Actions>
    </Form>
  )
}

/** Groups and learning teams, to tick. */
function Places({ language, team, values }: Pick<PersonFormProps, 'language' | 'team' | 'values'>) {
  const text = personText(language)
  const running = runningTeams(team)
  return (
    <>
      <Boxes
        name="groups"
        legend={text.groups}
        hint={team.groups.length > 0 ? text.groupsHint : text.noGroups}
        all={team.groups}
        chosen={values.groups}
      />
      {running.length > 0 && (
        <Boxes name="learningTeams" legend={text.learningTeams} all={running} chosen={values.learningTeams} />
      )}
    </>
  )
}

/** The sentence beside one field, or null. */
export const sentenceAt = (refusals: readonly PersonRefusal[], field: string, language: Language) => {
  const refusal = refusals.find((one) => one.field === field)
  return refusal ? personText(language).refused[refusal.refused] : null
}

export function PersonProblems({
  refusals,
  language,
}: {
  refusals: readonly PersonRefusal[]
  language: Language
}) {
  const { refused } = personText(language)
  const problems = refusals.map((one) => ({
    text: refused[one.refused],
    ...(one.field && { field: `f-${one.field}` }),
  }))
  return <Problems title={schoolText(language).look} problems={problems} />
}

function Roles({ language, terms, values, mayGive, error }: PersonFormProps & { error: string | null }) {
  const text = personText(language)
  const offered = ROLES.filter((role) => mayGive(role) || values.roles.includes(role))
  return (
    <fieldset class="keuzes" id="f-roles" tabindex={-1}>
      <legend>{text.roles}</legend>
      <small>{text.rolesHint}</small>
      <div class="vinkjes">
        {offered.map((role) => (
          <Check
            name="roles"
            value={role}
            label={roleWord(role, language, terms)}
            checked={values.roles.includes(role)}
          />
        ))}
      </div>
      <FieldError id="f-roles-error" text={error} />
    </fieldset>
  )
}

type BoxesProps = {
  name: string
  legend: string
  hint?: string
  all: readonly { readonly id: string; readonly name: string }[]
  chosen: readonly string[]
  /** tells the ids apart where a page has several of these */
  form?: string
}

/** Boxes to tick, side by side where there is room. */
export function Boxes({ name, legend, hint, all, chosen, form = name }: BoxesProps) {
  return (
    <fieldset class="keuzes">
      <legend>{legend}</legend>
      {hint && <small>{hint}</small>}
      <div class="vinkjes">
        {all.map((one) => (
          <Check
            name={name}
            value={one.id}
            label={one.name}
            checked={chosen.includes(one.id)}
            id={`f-${form}-${one.id}`}
          />
        ))}
      </div>
    </fieldset>
  )
}
