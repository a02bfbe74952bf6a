import type { Child } from 'hono/jsx'
import type { Day } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { yearTitle } from '../kernel/school-year.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Field, TextField } from '../ui/field.tsx'
import { Actions, Form, type Problem, Problems } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { type LearningTeam, type LearningTeamRefusal, isRunning } from './learning-team.ts'
import { learningTeamSentence } from './learning-team-text.ts'
import { personText } from './person-text.ts'
import { yearsToChoose } from './school.ts'
import { schoolText } from './school-text.ts'
import type { SetupReason } from './setup.ts'
import { setupText } from './setup-text.ts'
import type { VisionRefusal } from './vision.ts'
import { visionText } from './vision-text.ts'

/** What the form of the first step shows: what was typed, or what was stored before. */
export type SetupValues = {
  readonly code: string
  readonly name: string
  readonly brin: string
  readonly year: string
  readonly coordinatorWord: string
  readonly person: string
  readonly email: string
}

export type SetupSchoolProps = {
  language: Language
  today: Day
  values: SetupValues
  /** whether the code of the server is asked */
  asksCode: boolean
  /** what stands in the way of the code, in words */
  codeProblem?: string | null
  refusals: readonly Refusal<SetupReason>[]
}

/** The first step: the school, and who you are. */
export function SetupSchoolView({
  language,
  today,
  values,
  asksCode,
  codeProblem = null,
  refusals,
}: SetupSchoolProps) {
  const text = setupText(language)
  const sentences = {
    ...schoolText(language).refused,
    ...personText(language).refused,
    'person-name-empty': text.yourNameEmpty,
  }
  const errorAt = (field: string) => {
    const refusal = refusals.find((one) => one.field === field)
    return refusal ? sentences[refusal.refused] : null
  }
  const problems: Problem[] = refusals.map(({ refused, field }) => ({
    field: `f-${field ?? ''}`,
    text: sentences[refused],
  }))
  return (
    <>
      <PageHead title={text.title} under={text.under} />
      <Form action="/setup">
        <Problems
          title={schoolText(language).look}
          problems={[...(codeProblem ? [{ field: 'f-code', text: codeProblem }] : []), ...problems]}
        />
        {asksCode && (
          <Field
            name="code"
            label={text.code}
            hint={text.codeHint}
            value={values.code}
            error={codeProblem}
            autocomplete="off"
            narrow
            maxlength={40}
          />
        )}
        <SchoolFields language={language} today={today} values={values} errorAt={errorAt} />
        <h2>{text.you}</h2>
        <p class="noot">{text.youHint}</p>
        <Field
          name="person"
          label={text.yourName}
          value={values.person}
          error={errorAt('person')}
          autocomplete="name"
          maxlength={80}
        />
        <Field
          name="email"
          type="email"
          inputmode="email"
          label={text.yourEmail}
          hint={text.yourEmailHint}
          value={values.email}
          error={errorAt('email')}
          autocomplete="email"
          maxlength={254}
        />
        <Actions>
          <Button>{text.next}</Button>
        </Actions>
      </Form>
    </>
  )
}

type SchoolFieldsProps = {
  language: Language
  today: Day
  values: SetupValues
  errorAt: (field: string) => string | null
}

function SchoolFields({ language, today, values, errorAt }: SchoolFieldsProps) {
  const text = schoolText(language)
  const years = yearsToChoose(today).map((year) => ({
    value: year,
    title: yearTitle(year),
    note: text.yearRuns,
  }))
  return (
    <>
      <Field
        name="name"
        label={text.name}
        value={values.name}
        error={errorAt('name')}
        autocomplete="organization"
        maxlength={80}
      />
      <Field
        name="brin"
        label={text.brin}
        hint={text.brinHint}
        value={values.brin}
        error={errorAt('brin')}
        optional={language}
        narrow
        maxlength={10}
        autocomplete="off"
      />
      <ChoiceGroup
        legend={text.year}
        name="year"
        id="f-year"
        choices={years}
        chosen={[values.year === '' ? (years[0]?.value ?? '') : values.year]}
        error={errorAt('year')}
      />
      <ChoiceGroup
        legend={text.coordinatorWord}
        name="coordinatorWord"
        choices={[
          { value: 'ib', title: text.ib },
          { value: 'kc', title: text.kc },
        ]}
        chosen={[values.coordinatorWord === 'kc' ? 'kc' : 'ib']}
      />
    </>
  )
}

/** A claimed server: how to join, or how to add a school. */
export function TakenView({ language }: { language: Language }) {
  const text = setupText(language)
  return (
    <>
      <PageHead title={text.taken} under={text.takenWhat} />
      <p>
        <LinkButton href="/sign-in" kind="main">
          {text.signIn}
        </LinkButton>
      </p>
      <p class="noot">{text.takenAdmin}</p>
      <pre>
        <code>npm run -s cli -- setup-code</code>
      </pre>
    </>
  )
}

/** The links under a step: back, and on without anything. */
export function StepLinks({
  language,
  back,
  next,
}: {
  language: Language
  back: string
  next: { href: string; label: string } | null
}) {
  return (
    <p class="rij knoppen staplinks">
      <a href={back}>{setupText(language).back}</a>
      {next && <a href={next.href}>{next.label}</a>}
    </p>
  )
}

export type SetupTeamsProps = {
  language: Language
  teams: readonly LearningTeam[]
  nameOf: (id: string) => string
  written: string
  refusal: LearningTeamRefusal | null
  children: Child
}

/** The third step: learning teams, a line each. */
export function SetupTeamsView({ language, teams, nameOf, written, refusal, children }: SetupTeamsProps) {
  const text = setupText(language)
  const sentence = refusal ? learningTeamSentence(refusal, language) : null
  const running = teams.filter(isRunning)
  return (
    <>
      <PageHead title={text.teamsTitle} under={text.teamsUnder} />
      <Form action="/setup/learning-teams">
        <Problems
          title={schoolText(language).look}
          problems={sentence ? [{ field: 'f-learningTeams', text: sentence }] : []}
        />
        {running.length > 0 && (
          <div>
            <p>{text.teamsThere}</p>
            <ul class="regels">
              {running.map((team) => (
                <li>
                  <b>{team.name}</b> {team.members.map(nameOf).join(', ')}
                </li>
              ))}
            </ul>
          </div>
        )}
        <TextField
          name="learningTeams"
          label={text.teams}
          hint={text.teamsHint}
          value={written}
          rows={4}
          error={sentence}
        />
        <div class="voorbeeldregels">
          <pre>{text.teamsExample}</pre>
        </div>
        <Actions>
          <Button>{text.store}</Button>
        </Actions>
      </Form>
      {children}
    </>
  )
}

export type SetupVisionProps = {
  language: Language
  written: string
  refusal: VisionRefusal | null
  children: Child
}

/** The fourth step while there is no vision yet: all lines at once. */
export function SetupVisionView({ language, written, refusal, children }: SetupVisionProps) {
  const text = setupText(language)
  const sentence = refusal ? visionText(language).refused[refusal.refused] : null
  return (
    <>
      <PageHead title={text.visionTitle} under={text.visionUnder} />
      <Form action="/setup/vision">
        <Problems
          title={schoolText(language).look}
          problems={sentence ? [{ field: 'f-vision', text: sentence }] : []}
        />
        <TextField
          name="vision"
          label={text.visionLines}
          hint={text.visionHint}
          value={written}
          rows={6}
          error={sentence}
        />
        <div class="voorbeeldregels">
          <pre>{text.visionExample.join('\n')}</pre>
        </div>
        <Actions>
          <Button name="act" value="all">
            {text.store}
          </Button>
        </Actions>
      </Form>
      {children}
    </>
  )
}

/** The last step: last year's plan, or an empty sheet. */
export function SetupLastYearView({ language }: { language: Language }) {
  const text = setupText(language)
  return (
    <>
      <PageHead title={text.lastTitle} under={text.lastUnder} />
      <div class="deuren">
        <section class="deur" aria-labelledby="take-along">
          <h2 id="take-along">{text.importTitle}</h2>
          <p>{text.importWhat}</p>
          <p>
            <LinkButton href="/plan/import" kind="main">
              {text.importGo}
            </LinkButton>
          </p>
        </section>
        <section class="deur" aria-labelledby="empty">
          <h2 id="empty">{text.emptyTitle}</h2>
          <p>{text.emptyWhat}</p>
          <p>
            <LinkButton href="/plan/new">{text.emptyGo}</LinkButton>
          </p>
        </section>
      </div>
      <p>
        <a href="/team">{text.teamGo}</a>
      </p>
    </>
  )
}
