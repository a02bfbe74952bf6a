import type { Child } from 'hono/jsx'
import type { Language, Terms } from '../kernel/language.ts'
import { rolesInWords } from '../school/school-text.ts'
import type { Team } from '../school/team.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { Check } from '../ui/choice.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields } from '../ui/form.tsx'
import { groupChoices, personChoices } from './edexml-choice.ts'
import {
  type GroupChoice,
  type GroupProposal,
  idIn,
  type PersonProposal,
  type Proposal,
} from './edexml-propose.ts'
import { edexmlText } from './edexml-text.ts'

const PATH = '/team/import'

/** Asks for an EDEXML file, and says what is read of it. */
export function AskEdexml({ language, error }: { language: Language; error: string | null }) {
  const text = edexmlText(language)
  return (
    <Form action={PATH} upload answers>
      <p>{text.whatWeRead}</p>
      <Field
        name="file"
        type="file"
        label={text.file}
        hint={text.how}
        accept=".xml,text/xml,application/xml"
        error={error}
      />
      <Actions>
        <Button name="act" value="read">
          {text.read}
        </Button>
      </Actions>
    </Form>
  )
}

export type ChooseProps = {
  proposal: Proposal
  team: Team
  language: Language
  terms: Terms
  /** What goes along with the form: the file's groups and staff, and the school's revision. */
  hidden: Record<string, string>
  /** Pupils in the file, and as the school has it now. */
  pupils: { readonly inFile: number; readonly now: number | null }
}

/** Groups and people of the file beside those of the school, each with what is done with it. */
export function ChooseEdexml(props: ChooseProps) {
  const { proposal, language, hidden, pupils } = props
  const text = edexmlText(language)
  return (
    <>
      <Form action={PATH} class="formulier edexml" answers>
        <HiddenFields values={hidden} />
        <section aria-labelledby="groups">
          <h2 id="groups">{text.groups}</h2>
          <ul class="regels">
            {proposal.groups.map((group, at) => (
              <GroupLine {...props} group={group} at={at} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="people">
          <h2 id="people">{text.people}</h2>
          <ul class="regels">
            {proposal.people.map((person, at) => (
              <PersonLine {...props} person={person} at={at} />
            ))}
          </ul>
        </section>
        <Pupils pupils={pupils} language={language} />
        <p class="noot">{text.invite}</p>
        <Actions>
          <Button name="act" value="take">
            {text.take}
          </Button>
          <LinkButton href={PATH}>{text.another}</LinkButton>
        </Actions>
      </Form>
      <Gone proposal={proposal} language={language} />
    </>
  )
}

function Pupils({ pupils: { inFile, now }, language }: Pick<ChooseProps, 'pupils' | 'language'>) {
  const text = edexmlText(language)
  if (inFile === 0 || inFile === now) return null
  return (
    <Check
      name="pupils"
      value={String(inFile)}
      label={text.pupilsOfSchool(inFile)}
      note={now === null ? undefined : text.pupilsNow(now)}
      checked={now === null}
    />
  )
}

type LineProps = { name: string; about: readonly string[]; more?: readonly string[]; children?: Child }

function Line({ name, about, more = [], children }: LineProps) {
  return (
    <li class="edexregel">
      <div>
        <b>{name}</b> <small>{about.join(' · ')}</small>
        {more.map((sentence) => (
          <p class="noot">{sentence}</p>
        ))}
      </div>
      {children}
    </li>
  )
}

function GroupLine({
  group,
  at,
  proposal,
  team,
  language,
}: ChooseProps & { group: GroupProposal; at: number }) {
  const text = edexmlText(language)
  const choices = groupChoices(group, proposal)
  const label = (choice: GroupChoice) => {
    const known = team.groups.find(({ id }) => id === idIn(choice))?.name
    if (known === undefined) return choice === 'new' ? text.groupChoice.new : text.groupChoice.skip
    return choice.startsWith('is ') ? text.groupChoice.is(known) : text.groupChoice.rename(known, group.name)
  }
  const about = [
    text.pupils(group.pupils),
    ...(group.isComposed ? [text.composed] : []),
    text.groupState[group.state],
  ]
  return (
    <Line name={group.name} about={about}>
      {choices.length > 1 && (
        <SelectField
          name={`group-${at}`}
          label={text.whatWith(group.name)}
          hiddenLabel
          value={group.choice}
          options={choices.map((choice) => ({ value: choice, label: label(choice) }))}
        />
      )}
    </Line>
  )
}

function PersonLine(props: ChooseProps & { person: PersonProposal; at: number }) {
  const { person, at, proposal, team, language } = props
  const text = edexmlText(language)
  const choices = personChoices(person, proposal)
  const added = addedTo(props)
  const isSame = person.state === 'same'
  const label = (choice: string) => {
    if (choice === 'new') return text.personChoice.new
    if (choice === 'skip') return text.personChoice.skip
    const name = team.people.find(({ id }) => id === idIn(choice as `is ${typeof id}`))?.name ?? ''
    return isSame ? text.personChoice.complete : text.personChoice.is(name)
  }
  const more = [
    ...(choices.length === 1 ? [] : [sentenceOf(person, added, text)]),
    ...(person.unknownRoles.length > 0 ? [text.unknownRoles(person.unknownRoles.join(', '))] : []),
  ]
  return (
    <Line name={person.name} about={[text.personState[person.state]]} more={more}>
      {choices.length > 1 && !(isSame && added.length === 0) && (
        <SelectField
          name={`person-${at}`}
          label={text.whatWith(person.name)}
          hiddenLabel
          value={person.choice}
          options={choices.map((choice) => ({ value: choice, label: label(choice) }))}
        />
      )}
    </Line>
  )
}

type Text = ReturnType<typeof edexmlText>

function sentenceOf({ state }: PersonProposal, added: readonly string[], text: Text): string {
  if (state !== 'same') return text.comesWith(added.join(', '))
  return added.length === 0 ? text.nothingMore : text.getsMore(added.join(', '))
}

/** In words: roles, groups and address that come with somebody, but those that are there already. */
function addedTo({ person, proposal, team, language, terms }: ChooseProps & { person: PersonProposal }) {
  const text = edexmlText(language)
  const known = person.state === 'same' ? team.people.find(({ id }) => id === idIn(person.choice)) : undefined
  const has = known?.roles ?? []
  const roles = person.roles.filter((role) => !has.includes(role) && !(role === 'staff' && has.length > 0))
  const groups = proposal.groups.filter(
    (group) =>
      person.groups.includes(group.key) &&
      group.choice !== 'skip' &&
      !known?.groups.some((id) => id === idIn(group.choice)),
  )
  const address = person.email === null ? text.noAddress : text.address
  return [
    ...(roles.length > 0 ? [rolesInWords(roles, language, terms)] : []),
    ...groups.map(({ name }) => name),
    ...(known && (known.email !== null || person.email === null) ? [] : [address]),
  ]
}

function Gone({ proposal, language }: Pick<ChooseProps, 'proposal' | 'language'>) {
  const { goneGroups, gonePeople } = proposal
  const text = edexmlText(language)
  if (goneGroups.length + gonePeople.length === 0) return null
  return (
    <section class="blok kolom" aria-labelledby="gone">
      <h2 id="gone">{text.gone}</h2>
      <p>{text.goneUnder}</p>
      {gonePeople.length > 0 && (
        <ul class="rij">
          {gonePeople.map(({ id, name }) => (
            <li>
              <a href={`/team/people/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      {goneGroups.length > 0 && (
        <p>
          {text.goneGroups(goneGroups.map(({ name }) => name).join(', '))}{' '}
          <a href="/team/groups">{text.toGroups}</a>
        </p>
      )}
    </section>
  )
}
