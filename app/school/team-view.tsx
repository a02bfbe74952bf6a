import { longDay } from '../kernel/day.ts'
import type { Language, Terms } from '../kernel/language.ts'
import { ArrowLink, Button, LinkButton } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Form } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty, Notice } from '../ui/notice.tsx'
import { isPresent, type Person } from './person.ts'
import { rolesInWords } from './school-text.ts'
import {
  bySection,
  groupNames,
  learningTeamNames,
  type PeopleOfSection,
  runningTeams,
  type Team,
  withoutGroup,
} from './team.ts'
import { teamText } from './team-text.ts'

export type TeamViewProps = {
  language: Language
  terms: Terms
  school: string
  team: Team
  /** who reads it */
  me: Person['id']
  /** whether this reader keeps the team list */
  manages: boolean
  /** who can be invited by mail now; empty when none, or when no mail leaves */
  toInvite: readonly Person[]
  /** whose track texts the school's term has come for; only for who manages */
  termCome: { readonly people: readonly Person[]; readonly years: number }
}

/** Everybody with what they do, by section and group. No figures about people. */
export function TeamView(props: TeamViewProps) {
  const { language, team, manages, school } = props
  const text = teamText(language)
  const others = withoutGroup(team)
  return (
    <>
      <PageHead title={text.title(school)} under={text.under} />
      <p class="naardekaart">
        <ArrowLink href="/team/map">{text.map}</ArrowLink>
      </p>
      {manages && <Manage language={language} />}
      {manages && <ToDo {...props} />}
      {team.people.length === 0 && <Empty sentence={text.empty} />}
      {bySection(team).map((part) => (
        <SectionBlock part={part} {...props} />
      ))}
      {others.length > 0 && (
        <section class="blok">
          <h2>{text.wholeSchool}</h2>
          <ul class="teamlijst los">
            {others.map((person) => (
              <li>
                <PersonLine person={person} {...props} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <LearningTeams team={team} language={language} />
      <Gone people={team.people.filter((person) => !isPresent(person))} language={language} />
    </>
  )
}

function Manage({ language }: { language: Language }) {
  const text = teamText(language)
  return (
    <p class="rij knoppen">
      <LinkButton href="/team/people/new" icon="plus">
        {text.addOne}
      </LinkButton>
      <LinkButton href="/team/people">{text.addMany}</LinkButton>
      <LinkButton href="/team/import">{text.addFromFile}</LinkButton>
      <LinkButton href="/team/groups">{text.groups}</LinkButton>
      <LinkButton href="/team/learning-teams">{text.editTeams}</LinkButton>
      <LinkButton href="/vision">{text.vision}</LinkButton>
    </p>
  )
}

function ToDo({ language, toInvite, termCome }: TeamViewProps) {
  const text = teamText(language)
  return (
    <>
      {toInvite.length > 0 && (
        <Notice title={text.inviteTitle}>
          <p>{text.inviteWhat(toInvite.length)}</p>
          <Form action="/team" class="eenknop">
            <Button kind="quiet" name="act" value="invite-all">
              {text.inviteAll}
            </Button>
          </Form>
        </Notice>
      )}
      {termCome.people.length > 0 && (
        <Notice title={text.termTitle}>
          <p>{text.term(termCome.people.map(({ name }) => name).join(', '), termCome.years)}</p>
          <ArrowLink href="/team/texts">{text.termGo}</ArrowLink>
        </Notice>
      )}
    </>
  )
}

function SectionBlock({ part, ...props }: TeamViewProps & { part: PeopleOfSection }) {
  const text = teamText(props.language)
  return (
    <section class="blok">
      <h2>{part.section?.name ?? text.noSection}</h2>
      <dl class="teamlijst">
        {part.groups.map(({ group, people }) => (
          <div>
            <dt>{group.name}</dt>
            <dd>
              {people.length === 0 && <span class="zacht">{text.nobody}</span>}
              <ul>
                {people.map((person) => (
                  <li>
                    <PersonLine person={person} {...props} besides={group.name} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** A name with what this person does: roles, other groups, learning teams. */
function PersonLine({
  person,
  team,
  language,
  terms,
  manages,
  me,
  besides,
}: TeamViewProps & { person: Person; besides?: string }) {
  const text = teamText(language)
  const does = [
    rolesInWords(person.roles, language, terms),
    ...groupNames(team, person).filter((name) => name !== besides),
    ...learningTeamNames(team, person),
  ].filter((part) => part !== '')
  return (
    <>
      <NameLink {...{ person, language, manages, me }} /> <small>{does.join(' · ')}</small>
      {manages && person.joinedAt === null && (
        <small class="stand-nu"> ({person.email === null ? text.noEmail : text.notJoined})</small>
      )}
    </>
  )
}

type NameProps = Pick<TeamViewProps, 'language' | 'manages' | 'me'> & { person: Person }

/** A colleague's name leads to what they say of themselves; who keeps the list, and of oneself, also to the facts. */
function NameLink({ person, language, manages, me }: NameProps) {
  const profile = `/profile/${person.id}`
  if (!manages && person.id !== me) return <a href={profile}>{person.name}</a>
  return (
    <>
      <a href={`/team/people/${person.id}`}>{person.name}</a>{' '}
      <a href={profile} class="profiellink" aria-label={teamText(language).profileOf(person.name)}>
        {teamText(language).profile}
      </a>
    </>
  )
}

function LearningTeams({ team, language }: { team: Team; language: Language }) {
  const text = teamText(language)
  const running = runningTeams(team)
  return (
    <section class="blok">
      <h2>{text.learningTeams}</h2>
      {running.length === 0 && <p class="noot">{text.noTeams}</p>}
      {running.length > 0 && (
        <dl class="teamlijst">
          {running.map((one) => (
            <div>
              <dt>{one.name}</dt>
              <dd>
                {team.people
                  .filter((person) => isPresent(person) && one.members.includes(person.id))
                  .map(({ name }) => name)
                  .join(', ') || <span class="zacht">{text.nobody}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function Gone({ people, language }: { people: readonly Person[]; language: Language }) {
  const text = teamText(language)
  if (people.length === 0) return null
  return (
    <section class="blok">
      <Fold summary={text.goneTitle}>
        <p class="noot">{text.goneNote}</p>
        <ul class="regels">
          {people.map((person) => (
            <li>
              <a href={`/team/people/${person.id}`}>
                {person.leftOn && text.gone(person.name, longDay(person.leftOn, language))}
              </a>
            </li>
          ))}
        </ul>
      </Fold>
    </section>
  )
}
