import { type Day, dayOf, longDay } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, PostButton } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Person, PersonRefusal } from './person.ts'
import { PersonProblems, sentenceAt } from './person-form-view.tsx'
import { personText } from './person-text.ts'
import { rolesInWords } from './school-text.ts'
import { groupNames, learningTeamNames, type Team } from './team.ts'

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

type LeaveProps = {
  action: string
  language: Language
  person: Person
  today: Day
  refusals: readonly PersonRefusal[]
}

/** Leaving, for who is here; coming back, for who left. */
export function LeaveView(props: LeaveProps) {
  const { action, language, person } = props
  const text = personText(language)
  if (person.leftOn === null) return <LeaveForm {...props} />
  return (
    <section class="blok kolom">
      <Notice title={text.hasLeft(longDay(person.leftOn, language))} />
      <PostButton action={action} kind="quiet" name="act" value="return">
        {text.comeBack(person.name)}
      </PostButton>
    </section>
  )
}

function LeaveForm({ action, language, person, today, refusals }: LeaveProps) {
  const text = personText(language)
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
