import { type Day, dayOf, longDay } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { type Role, ROLES } from '../session/actor.ts'
import { roleWord } from '../session/role-text.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Field, FieldError } from '../ui/field.tsx'
import { Actions, Form, Problems } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Person, PersonRefusal } from './person.ts'
import type { PersonValues } from './person-form.ts'
import { personText } from './person-text.ts'
import { rolesInWords, schoolText } from './school-text.ts'
import { groupNames, learningTeamNames, runningTeams, type Team } from './team.ts'

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
      <Boxes
        name="groups"
        legend={text.groups}
        hint={team.groups.length > 0 ? text.groupsHint : text.noGroups}
        all={team.groups}
        chosen={values.groups}
      />
      {runningTeams(team).length > 0 && (
        <Boxes
          name="learningTeams"
          legend={text.learningTeams}
          all={runningTeams(team)}
          chosen={values.learningTeams}
        />
      )}
      <Actions>
        <Button name="act" value="save">
          {submit}
        </Button>
      </Actions>
    </Form>
  )
}

const sentenceAt = (refusals: readonly PersonRefusal[], field: string, language: Language) => {
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
}

/** Boxes to tick, side by side where there is room. */
export function Boxes({ name, legend, hint, all, chosen }: BoxesProps) {
  return (
    <fieldset class="keuzes">
      <legend>{legend}</legend>
      {hint && <small>{hint}</small>}
      <div class="vinkjes">
        {all.map((one) => (
          <Check name={name} value={one.id} label={one.name} checked={chosen.includes(one.id)} />
        ))}
      </div>
    </fieldset>
  )
}

/** What everybody may read of a colleague: never the address. */
export function PersonFacts({
  person,
  team,
  language,
  terms,
  because,
}: {
  person: Person
  team: Team
  language: Language
  terms: Terms
  because: string
}) {
  const text = personText(language)
  const rows: [string, string][] = [
    [text.roles, rolesInWords(person.roles, language, terms)],
    [text.groups, groupNames(team, person).join(', ')],
    [text.learningTeams, learningTeamNames(team, person).join(', ')],
  ]
  return (
    <>
      <dl class="teamlijst">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p class="noot">{because}</p>
    </>
  )
}

/** One's own name, for who does not keep the team list. */
export function OwnName({
  action,
  language,
  value,
  refusals,
}: {
  action: string
  language: Language
  value: string
  refusals: readonly PersonRefusal[]
}) {
  const text = personText(language)
  return (
    <Form action={action}>
      <PersonProblems refusals={refusals} language={language} />
      <Field
        name="person"
        label={text.name}
        hint={text.ownName}
        value={value}
        error={sentenceAt(refusals, 'person', language)}
        maxlength={80}
        autocomplete="name"
      />
      <Actions>
        <Button name="act" value="rename">
          {text.save}
        </Button>
      </Actions>
    </Form>
  )
}

export type DoorProps = {
  action: string
  language: Language
  person: Person
  /** null: may; else why not */
  inviteNo: string | null
  /** where an administrator shows a link; null for who may not */
  helpHref: string | null
  mailIsOn: boolean
}

/** How this person comes in: by an invitation, or by a link on the screen. */
export function DoorView({ action, language, person, inviteNo, helpHref, mailIsOn }: DoorProps) {
  const text = personText(language)
  const joined = person.joinedAt && text.joined(longDay(dayOf(new Date(person.joinedAt)), language))
  return (
    <section class="blok kolom">
      <h2>{text.invite}</h2>
      <p>{joined ?? text.notJoined}</p>
      {mailIsOn && inviteNo === null && (
        <Form action={action}>
          <p class="noot">{text.inviteWhat(person.email ?? '')}</p>
          <Actions>
            <Button kind="quiet" name="act" value="invite">
              {person.joinedAt === null ? text.inviteByMail : text.inviteAgain}
            </Button>
          </Actions>
        </Form>
      )}
      {mailIsOn && inviteNo !== null && <p class="noot">{inviteNo}</p>}
      {!mailIsOn && <p class="noot">{text.noMail}</p>}
      {helpHref && (
        <p class="rij knoppen">
          <LinkButton href={helpHref}>{text.showLink}</LinkButton>
        </p>
      )}
    </section>
  )
}

/** Leaving, and coming back. */
export function LeaveView({
  action,
  language,
  person,
  today,
  refusals,
}: {
  action: string
  language: Language
  person: Person
  today: Day
  refusals: readonly PersonRefusal[]
}) {
  const text = personText(language)
  if (person.leftOn !== null) {
    return (
      <section class="blok kolom">
        <Notice title={text.hasLeft(longDay(person.leftOn, language))} />
        <Form action={action}>
          <Actions>
            <Button kind="quiet" name="act" value="return">
              {text.comeBack(person.name)}
            </Button>
          </Actions>
        </Form>
      </section>
    )
  }
  return (
    <section class="blok kolom">
      <h2>{text.leave}</h2>
      <p class="noot">{text.leaveWhat(person.name)}</p>
      <Form action={action}>
        <PersonProblems refusals={refusals} language={language} />
        <Field
          name="leftOn"
          type="date"
          label={text.leftOn}
          value={today}
          max={today}
          error={sentenceAt(refusals, 'leftOn', language)}
          narrow
        />
        <Actions>
          <Button kind="quiet" name="act" value="leave">
            {text.leaveNow(person.name)}
          </Button>
        </Actions>
      </Form>
    </section>
  )
}
