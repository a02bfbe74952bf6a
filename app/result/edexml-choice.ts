import type { GroupId, PersonId } from '../kernel/id.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { BroughtGroup, BroughtPerson } from '../school/brought.ts'
import {
  type GroupChoice,
  type GroupProposal,
  idIn,
  type PersonChoice,
  type PersonProposal,
  type Proposal,
} from './edexml-propose.ts'

/** What can be chosen for a group, the groups of the school that are not in the file included. */
export function groupChoices(
  { state, choice }: GroupProposal,
  { goneGroups }: Pick<Proposal, 'goneGroups'>,
): GroupChoice[] {
  if (state === 'odd') return ['skip']
  if (state === 'same') return [choice]
  const ids = idsWith(
    idIn(choice),
    goneGroups.map(({ id }) => id),
  )
  return ['new', ...ids.flatMap((id) => [`rename ${id}`, `is ${id}`] as GroupChoice[]), 'skip']
}

/** What can be chosen for somebody, the people of the school who are not in the file included. */
export function personChoices(
  { state, choice }: PersonProposal,
  { gonePeople }: Pick<Proposal, 'gonePeople'>,
): PersonChoice[] {
  if (state === 'odd' || state === 'left') return ['skip']
  if (state === 'same') return [choice, 'skip']
  const ids = idsWith(
    idIn(choice),
    gonePeople.map(({ id }) => id),
  )
  return ['new', ...ids.map((id) => `is ${id}` as PersonChoice), 'skip']
}

const idsWith = (own: string | null, others: readonly string[]) => [
  ...new Set([...(own === null ? [] : [own]), ...others]),
]

/** The proposal with what a form says of it (`group-0`, `person-0`, ...); what can't be chosen stays as proposed. */
export const withChoices = (proposal: Proposal, said: (name: string) => string): Proposal => ({
  ...proposal,
  groups: proposal.groups.map((group, at) => ({
    ...group,
    choice: chosen(said(`group-${at}`), groupChoices(group, proposal), group.choice),
  })),
  people: proposal.people.map((person, at) => ({
    ...person,
    choice: chosen(said(`person-${at}`), personChoices(person, proposal), person.choice),
  })),
})

const chosen = <Choice extends string>(said: string, choices: readonly Choice[], proposed: Choice): Choice =>
  choices.find((choice) => choice === said) ?? proposed

type Chosen = { readonly groups: readonly BroughtGroup[]; readonly people: readonly BroughtPerson[] }

/** What is to be brought in; refused when two of the file would become the same group or person of the school. */
export function chosenOf({ groups, people }: Proposal): Chosen | Refusal<'chosen-twice'> {
  const named = [...groups, ...people].flatMap(({ choice }) => idIn(choice) ?? [])
  if (new Set(named).size < named.length) return refuse('chosen-twice')
  return {
    groups: groups
      .filter(({ choice }) => choice !== 'skip')
      .map(({ key, name, choice }) => ({
        key,
        name,
        known: idIn(choice) as GroupId | null,
        rename: choice.startsWith('rename '),
      })),
    people: people
      .filter(({ choice }) => choice !== 'skip')
      .map(({ name, email, roles, groups: keys, choice }) => ({
        name,
        email,
        roles,
        groups: keys,
        known: idIn(choice) as PersonId | null,
      })),
  }
}
